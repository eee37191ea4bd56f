import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { letGo } from '../holds.js';
import { Line } from '../line.js';
import { lapse } from '../payments.js';
import { isMetric } from '../programme/programme.js';
import { newId } from '../random.js';
import { tell } from '../words.js';
import type { Session } from '../writes/session.js';
import { hadBy } from './had.js';
import { printOf } from './print.js';

/**
 * A member leaves. What they had is forfeited on a last line, so that the books close; codes are void;
 * then their name is taken off everything: the ledger's lines stay as nobody's, without the words that
 * tell of orders, and everything personal is gone. Only a keyed fingerprint of the id remains, so that
 * being seen again does not make them a member, and beside it which limits they had used up: joining
 * again starts anew, and gives nothing twice (docs/decisions/0009-leaving.md).
 * @param finish writes what has changed so far
 */
export async function leave({ account, now }: Session, finish: () => Promise<void>): Promise<void> {
  const { programme, tx, desk, member } = account;
  await giveUp(account, now);
  const title = tell(programme, 'line.leave');
  const line = new Line(account, { at: now, kind: 'adjust', title });
  for (const unit of programme.doc.units.filter((one) => !isMetric(one))) {
    for (const lot of account.lots(unit.id)) {
      if (lot.pending) line.voidPending(lot, lot.remaining, lot.at);
    }
    const { available } = account.balance(unit.id);
    if (available > 0) line.debit(unit.id, available, { running: 'none', counts: false });
  }
  await line.write();
  for (const voucher of account.vouchers()) {
    await account.saveVoucher({ ...voucher, status: 'cancelled', endedAt: now, undoUntil: null });
  }
  await finish();
  const print = await printOf(tx, member.id);
  const had = await hadBy(account, now);
  await tx.privacy.erase(member.id, newId('nobody', desk.random), { print, at: now, had, title });
}

/** What waits for an order or a payment waits no more: others may have it. */
async function giveUp(account: Account, at: Millis): Promise<void> {
  for (const voucher of account.vouchers()) {
    // Several that were held together are let go together.
    const isHeld = account
      .vouchers()
      .some(({ id, status }) => id === voucher.id && status === 'held');
    if (isHeld) await letGo(account, voucher, 'cancelled', at);
    if (voucher.status === 'pending') await lapse(account, voucher, at, 'cancelled');
  }
}
