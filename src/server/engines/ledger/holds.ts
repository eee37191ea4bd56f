import type { Millis, VoucherRow } from '../../stores/rows.js';
import type { Account } from './account.js';
import { Line } from './line.js';
import type { Take } from './lots.js';
import { tell, type WordKey } from './words.js';

/**
 * A price that is set aside for an order instead of being spent: the voucher is held as long, the
 * order that uses it spends the price, and otherwise it goes back into the very lots it came from.
 */

/** How long a price is set aside when the file does not say. */
const HOLD_MINUTES = 30;

export const heldUntil = (at: Millis, minutes = HOLD_MINUTES): Millis => at + minutes * 60_000;

/** An order uses what was held: the price is spent now. */
export async function spendHeld(account: Account, voucher: VoucherRow, at: Millis): Promise<void> {
  await change(account, voucher, 'line.held-used', at, (line, unit, value) => {
    line.spendHeld(unit, value);
  });
}

/** The order came to nothing: the price is only set aside again, for as long as before. */
export async function holdAgain(account: Account, voucher: VoucherRow, at: Millis): Promise<void> {
  await change(account, voucher, 'line.held-back', at, (line, unit, value) => {
    line.spendHeld(unit, -value);
  });
}

/** Whether an order has used something else that was held for the same price; it is spent then. */
export const isSpent = async ({ tx }: Account, { id, entry }: VoucherRow): Promise<boolean> =>
  (await tx.vouchers.ofEntry(entry)).some((other) => other.id !== id && other.usedBy !== null);

/** No order used it in time, or the member wants it back. */
export async function letGo(
  account: Account,
  voucher: VoucherRow,
  status: 'expired' | 'cancelled',
  at: Millis,
): Promise<void> {
  const { tx } = account;
  const keepsPrice = await isSpent(account, voucher);
  for (const other of await tx.vouchers.ofEntry(voucher.entry)) {
    if (other.status !== 'held') continue;
    await account.saveVoucher({ ...other, status, endedAt: at, undoUntil: null });
  }
  if (keepsPrice) return;
  const line = lineOf(account, voucher, 'line.held-back', at);
  line.because.push({
    text: tell(account.programme, status === 'expired' ? 'because.held-over' : 'because.undo'),
  });
  const uses = await tx.ledger.usesOf(voucher.entry);
  const lots = await tx.ledger.lots(uses.map(({ lot }) => lot));
  const takes = uses.flatMap(({ lot: id, value }): Take[] => {
    const lot = account.lot(id) ?? lots.find((candidate) => candidate.id === id);
    return lot ? [{ lot, value }] : [];
  });
  for (const unit of new Set(takes.map(({ lot }) => lot.unit))) {
    line.unhold(
      unit,
      takes.filter(({ lot }) => lot.unit === unit),
    );
  }
  await line.write();
  await tx.uses.undo(voucher.entry);
  const reward = account.programme.rewardOf(voucher.source);
  if (reward?.stock != null) await tx.stock.giveBack(reward.id);
}

/** Whether the entry of a voucher set something aside. */
export const wasHeld = async ({ tx }: Account, { entry }: VoucherRow): Promise<boolean> =>
  (await tx.ledger.postingsOf(entry)).some(({ bucket }) => bucket === 'held');

async function change(
  account: Account,
  voucher: VoucherRow,
  key: WordKey,
  at: Millis,
  move: (line: Line, unit: string, value: number) => void,
): Promise<void> {
  const line = lineOf(account, voucher, key, at);
  for (const { unit, value, bucket } of await account.tx.ledger.postingsOf(voucher.entry)) {
    if (bucket === 'held') move(line, unit, value);
  }
  await line.write();
}

const lineOf = (account: Account, voucher: VoucherRow, key: WordKey, at: Millis): Line =>
  new Line(account, {
    at,
    kind: key === 'line.held-used' ? 'spend' : 'refund',
    title: tell(account.programme, key, { title: voucher.title }),
    ref: { kind: 'voucher', id: voucher.id },
  });
