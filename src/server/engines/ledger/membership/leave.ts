import { Line } from '../line.js';
import { isMetric } from '../programme/programme.js';
import { newId } from '../random.js';
import { tell } from '../words.js';
import type { Session } from '../writes/session.js';
import { printOf } from './print.js';

/**
 * A member leaves. What they had is forfeited on a last line, so that the books close; codes are void;
 * then their name is taken off everything: the ledger's lines stay as nobody's, without the words that
 * tell of orders, and everything personal is gone. Only a keyed fingerprint of the id remains, so that
 * being seen again does not make them a member; joining again starts anew.
 * @param finish writes what has changed so far
 */
export async function leave({ account, now }: Session, finish: () => Promise<void>): Promise<void> {
  const { programme, tx, desk, member } = account;
  const title = tell(programme, 'line.leave');
  const line = new Line(account, { at: now, kind: 'adjust', title });
  for (const unit of programme.doc.units.filter((one) => !isMetric(one))) {
    for (const lot of account.lots(unit.id)) {
      if (lot.pending && lot.remaining > 0) line.voidPending(lot, lot.remaining, lot.at);
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
  await tx.privacy.erase(member.id, newId('nobody', desk.random), { print, at: now, title });
}
