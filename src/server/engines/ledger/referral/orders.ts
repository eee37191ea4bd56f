import type { Millis, OrderRow } from '../../../stores/rows.js';
import type { Account } from '../account.js';

/** A friend's orders, and what they mean for whoever invited them. */

/** As long as the law lets people send back what they bought from afar. */
const RETURN_DAYS = 14;

/** The least that an order must come to, to count. */
const least = (account: Account): number => account.programme.doc.referral?.minOrder?.value ?? 0;

/** The friend's first order that counts: the referrer's side is owed now. */
export async function friendPaid(
  account: Account,
  order: { readonly id: string; readonly total: number },
  at: Millis,
): Promise<void> {
  const { programme, tx, member } = account;
  if (!programme.doc.referral || order.total < least(account)) return;
  const row = await tx.referrals.friend(member.id);
  if (!row || row.state === 'ordered' || row.state === 'completed') return;
  // What is owed back and owed again is simply kept.
  const state = row.state === 'joined' ? 'ordered' : 'completed';
  await tx.referrals.save({ ...row, state, order: order.id, orderedAt: at });
  account.tellOf(row.referrer);
}

/** The order was paid back, so far that it counts no more: within the time for returns so does its fruit. */
export async function friendReturned(account: Account, order: OrderRow, at: Millis): Promise<void> {
  const { programme, tx, member } = account;
  const { referral } = programme.doc;
  if (!referral) return;
  const row = await tx.referrals.friend(member.id);
  if (row?.order !== order.id || row.orderedAt === null) return;
  const left = order.total - order.refunded;
  if (left > 0 && left >= least(account)) return;
  const days = referral.returnDays ?? RETURN_DAYS;
  if (days === 0 || at > programme.calendar.plus(row.orderedAt, `P${days}D`)) return;
  const isBooked = row.state === 'completed';
  await tx.referrals.save({
    ...row,
    state: isBooked ? 'returned' : 'joined',
    ...(isBooked ? {} : { order: null, orderedAt: null }),
  });
  account.tellOf(row.referrer);
}
