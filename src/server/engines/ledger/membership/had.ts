import type { HadRow, LeftRow, Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { limitOf, limitState, readFacts } from '../availability.js';
import { newId } from '../random.js';

/** What a member may not have again by leaving and coming back. */

/** The limits that a member has used some of. Those per order need no keeping: orders stay known. */
export async function hadBy(account: Account, at: Millis): Promise<HadRow[]> {
  const { programme } = account;
  const { rules, rewards } = programme.doc;
  const facts = await readFacts(account, at);
  const limited = [
    ...rules.map((rule) => ({ scope: 'rule' as const, of: rule.id, limit: limitOf(rule) })),
    ...rewards.map(({ id, limit }) => ({ scope: 'reward' as const, of: id, limit })),
  ];
  return limited.flatMap(({ scope, of, limit }) => {
    if (!limit || limit.per === 'order') return [];
    const { used } = limitState(programme, limit, scope, of, facts);
    return used > 0 ? [{ scope, of, count: Math.min(used, limit.count) }] : [];
  });
}

/**
 * Makes it theirs again, so that limits count it like anything else. All of it as of the moment they
 * left, which lies in the same day, week, month and year as what then counted.
 */
export async function bringBack(account: Account, { at, had }: LeftRow): Promise<void> {
  const { tx, member, desk } = account;
  for (const { scope, of, count } of had) {
    for (let n = 0; n < count; n += 1) {
      const id = newId('u', desk.random);
      // No entry: the one it belonged to is nobody's, and nothing may lead there.
      const use = { id, member: member.id, scope, of, at, ref: null, entry: '', answers: null };
      await tx.uses.add(use);
    }
  }
}
