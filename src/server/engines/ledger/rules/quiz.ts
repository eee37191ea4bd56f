import type { Answer } from '../../../../contract/types.js';
import type { Account } from '../account.js';
import { giveGrant } from '../grants/index.js';
import type { Giving } from '../grants/grant.js';
import type { RuleDoc } from '../programme/programme.js';
import { mapTold } from '../programme/texts.js';
import { tell } from '../words.js';

/** A quiz: the right answers are known here only, and what they are worth is given here. */

/** Text is compared as people write it: blanks around it and capitals do not matter. */
const told = (answer: Answer): string =>
  Array.isArray(answer)
    ? JSON.stringify([...answer].sort())
    : String(answer).trim().toLocaleLowerCase();

/** How many answers are right. A free answer may be right in any of the programme's languages. */
export function rightAnswers(
  account: Account,
  rule: RuleDoc,
  answers: Readonly<Record<string, Answer>>,
): number {
  const { programme } = account;
  const keys = Object.values(programme.toldOne((doc) => doc.rules, rule.id)).flatMap((one) =>
    Object.entries(one.quiz?.right ?? {}),
  );
  const given = Object.entries(answers);
  return given.filter(([field, answer]) =>
    keys.some(([known, right]) => known === field && told(right) === told(answer)),
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
  const results = programme.toldEach(
    mapTold(
      programme.toldOne((doc) => doc.rules, rule.id),
      (one) => one.quiz?.results ?? [],
    ),
  );
  const [best] = results
    .filter(([{ from }]) => right >= from)
    .sort(([a], [b]) => b.from - a.from)
    .map(([, result]) => programme.toldEach(mapTold(result, ({ grants }) => grants)));
  const grants = best ?? [];
  giving.line.because.push({
    text: tell(programme, 'because.quiz', { right, all }),
    rule: rule.id,
    amounts: grants.flatMap(([grant]) =>
      grant.kind === 'unit' && grant.amount ? [grant.amount] : [],
    ),
  });
  for (const [, grant] of grants) await giveGrant(grant, giving);
}
