import type { Answer } from '../../../../contract/types.js';
import type { Account } from '../account.js';
import { giveGrant } from '../grants/index.js';
import type { Giving } from '../grants/grant.js';
import type { RuleDoc } from '../programme/programme.js';
import { tell } from '../words.js';

/** A quiz: the right answers are known here only, and what they are worth is given here. */

/** Text is compared as people write it: blanks around it and capitals do not matter. */
const told = (answer: Answer | undefined): string =>
  Array.isArray(answer)
    ? JSON.stringify([...answer].sort())
    : String(answer ?? '')
        .trim()
        .toLocaleLowerCase();

/** How many answers are right. A free answer may be right in any of the programme's languages. */
export function rightAnswers(
  account: Account,
  rule: RuleDoc,
  answers: Readonly<Record<string, Answer>>,
): number {
  const { programme } = account;
  const keys = Object.values(
    programme.told((doc) => doc.rules.find(({ id }) => id === rule.id)?.quiz?.right ?? {}),
  );
  return Object.keys(rule.quiz?.right ?? {}).filter(
    (field) =>
      answers[field] !== undefined &&
      keys.some((right) => told(right[field]) === told(answers[field])),
  ).length;
}

/** Gives what the answers are worth, besides what taking part gives. */
export async function giveResult(
  account: Account,
  rule: RuleDoc,
  giving: Giving,
  answers: Readonly<Record<string, Answer>>,
): Promise<void> {
  const { quiz } = rule;
  if (!quiz) return;
  const { programme } = account;
  const right = rightAnswers(account, rule, answers);
  const all = Object.keys(quiz.right).length;
  const place = quiz.results
    .map(({ from }, index) => ({ from, index }))
    .filter(({ from }) => right >= from)
    .sort((a, b) => b.from - a.from)[0]?.index;
  const grants = place === undefined ? [] : (quiz.results[place]?.grants ?? []);
  giving.line.because.push({
    text: tell(programme, 'because.quiz', { right, all }),
    rule: rule.id,
    amounts: grants.flatMap((grant) =>
      grant.kind === 'unit' && grant.amount ? [grant.amount] : [],
    ),
  });
  for (const [index, grant] of grants.entries()) {
    await giveGrant(
      programme.told(
        (doc) =>
          doc.rules.find(({ id }) => id === rule.id)?.quiz?.results[place ?? 0]?.grants[index] ??
          grant,
      ),
      giving,
    );
  }
}
