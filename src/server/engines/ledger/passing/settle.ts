import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { advance } from '../tracks/advance.js';
import { expiring, releasing } from './lots.js';
import { earliest, type Passing } from './passing.js';
import { dates, tracks, vouchers } from './rest.js';

/** Everything that passes with time, in the order in which it happens at one and the same moment. */
const passings: readonly Passing[] = [releasing, expiring, vouchers, tracks, dates];

/** A member whom nobody has looked at for ten years has less to catch up with than this. */
const STEPS = 10_000;

/** When the next thing passes for a member. */
export const nextDue = (account: Account): Millis | null =>
  earliest(passings.map((passing) => passing.due(account)));

/** Does everything that has passed up to a moment, each thing at its own time. */
export async function settle(account: Account, to: Millis): Promise<void> {
  for (let step = 0; step < STEPS; step += 1) {
    const due = nextDue(account);
    if (due === null || due > to) return;
    for (const passing of passings) {
      const next = passing.due(account);
      if (next !== null && next <= due) await passing.pass(account, due);
    }
    account.setMember({ settledTo: Math.max(account.member.settledTo, due) });
    await advance(account, account.member.settledTo, null);
  }
  throw new Error(
    `Member ${account.member.id} has more than ${STEPS} things to catch up with; something in the programme repeats itself without end`,
  );
}
