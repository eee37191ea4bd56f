import type { Answer } from '../../../../contract/types.js';
import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { readFacts, ruleAvailability } from '../availability.js';
import { Line } from '../line.js';
import type { RuleDoc } from '../programme/programme.js';
import { newId } from '../random.js';
import { giveRule, titleOf } from './give.js';

export interface Doing {
  readonly at: Millis;
  /** What it was done for: a product, an order, a place. */
  readonly ref: { readonly kind: string; readonly id: string } | null;
  readonly cause: string | null;
  readonly answers?: Readonly<Record<string, Answer>> | undefined;
}

/**
 * Gives what a rule gives, on a line of its own, if it is open to the member.
 * @returns the line's id; `null` when it was not, because a limit that is reached is no error: the shop
 *   need not count
 */
export async function doRule(
  account: Account,
  rule: RuleDoc,
  doing: Doing,
): Promise<string | null> {
  const { at, ref, cause, answers = null } = doing;
  const facts = await readFacts(account, at);
  const order = rule.limit?.per === 'order' ? (ref?.id ?? null) : undefined;
  if (ruleAvailability(account, rule, facts, undefined, order).state !== 'available') return null;

  const title = titleOf(account.programme, rule);
  const line = new Line(account, {
    at,
    kind: 'earn',
    title,
    ref: ref ?? { kind: 'rule', id: rule.id },
    cause,
  });
  await giveRule(account, rule, line, { title, ...(answers ? { answers } : {}) });
  await line.write();
  await account.tx.uses.add({
    id: newId('u', account.desk.random),
    member: account.member.id,
    scope: 'rule',
    of: rule.id,
    at,
    ref: ref?.id ?? null,
    entry: line.id,
    answers,
  });
  return line.id;
}
