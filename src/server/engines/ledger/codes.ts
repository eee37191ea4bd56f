import type { Millis, StoredVoucher } from '../../stores/rows.js';
import type { Account } from './account.js';
import { holdAgain, isSpent, spendHeld, wasHeld } from './holds.js';

/** How an order takes a code and gives it back, at its checkout or with the report of its payment. */

/** Whether an order may take it. */
export const isFree = ({ status }: StoredVoucher): boolean =>
  status === 'ready' || status === 'held';

/** `undoUntil` stays, for an order that gives it back; while it is used nobody can undo it. */
export async function takeCode(
  account: Account,
  voucher: StoredVoucher,
  order: string,
  at: Millis,
): Promise<void> {
  await account.saveVoucher({
    ...voucher,
    status: 'used',
    usedAt: at,
    endedAt: at,
    usedBy: order,
  });
  if (voucher.status === 'held' && !(await isSpent(account, voucher))) {
    await spendHeld(account, voucher, at);
  }
}

export async function giveCodeBack(
  account: Account,
  voucher: StoredVoucher,
  at: Millis,
): Promise<void> {
  const isHeld = await wasHeld(account, voucher);
  await account.saveVoucher({
    ...voucher,
    status: isHeld ? 'held' : 'ready',
    usedAt: null,
    endedAt: null,
    usedBy: null,
  });
  if (isHeld && !(await isSpent(account, voucher))) await holdAgain(account, voucher, at);
}
