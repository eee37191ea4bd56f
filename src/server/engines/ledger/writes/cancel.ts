import { Refusal } from '../../../engine.js';
import type { LotRow, StoredVoucher } from '../../../stores/rows.js';
import { undoGrant } from '../grants/index.js';
import { isSpent, letGo } from '../holds.js';
import { Line } from '../line.js';
import { lapse } from '../payments.js';
import { takeBack } from '../reverse.js';
import { advance } from '../tracks/advance.js';
import { undoSteps } from '../tracks/undo.js';
import { tell } from '../words.js';
import { sentence, type Session } from './session.js';

/** The member's own voucher. @throws Refusal `not-found`, also for somebody else's */
export async function ownVoucher(session: Session, id: string): Promise<StoredVoucher> {
  const voucher = await session.account.tx.vouchers.find(id);
  if (voucher?.member === session.account.member.id) return voucher;
  throw new Refusal('not-found', sentence(session, 'no.voucher'));
}

/**
 * Undoes a redemption: everything that it brought goes, and what it cost goes back into the very
 * lots it came from, to expire when it would have expired before.
 */
export async function cancel(session: Session, id: string): Promise<StoredVoucher> {
  const { account, now } = session;
  const { tx, programme } = account;
  const voucher = await ownVoucher(session, id);
  if (voucher.status === 'held') {
    if (await isSpent(account, voucher)) throw notRefundable(session, 'no.undo-used');
    await letGo(account, voucher, 'cancelled', now);
    return ownVoucher(session, id);
  }
  if (voucher.status === 'pending') {
    await lapse(account, voucher, now, 'cancelled');
    return ownVoucher(session, id);
  }
  // Several vouchers of one redemption stand and fall together.
  const vouchers = await tx.vouchers.ofEntry(voucher.entry);
  const lots = await tx.ledger.lotsOf([voucher.entry]);
  checkUndo(session, voucher, vouchers, lots);

  const line = new Line(account, {
    at: now,
    kind: 'refund',
    title: tell(programme, 'line.undo', { title: voucher.title }),
    ref: { kind: 'voucher', id },
  });
  line.because.push({ text: tell(programme, 'because.undo') });
  await takeBack(account, line, voucher.entry);
  for (const { id: other, status } of vouchers) {
    const row = await tx.vouchers.find(other);
    // Credit counts as used the moment it is given; it has just been taken back all the same.
    if (row && status === 'used') {
      undoGrant(row, account);
      await account.saveVoucher({ ...row, status: 'cancelled', usedAt: null, undoUntil: null });
    }
  }
  await line.write();
  await tx.uses.undo(voucher.entry);
  await undoSteps(account, voucher.issuedAt, now, line.id);
  await advance(account, now, null);
  await giveBackStock(session, voucher);
  return ownVoucher(session, id);
}

type NoUndo = 'no.undo-used' | 'no.undo-late' | 'no.undo-spent' | 'no.undo-never';

const notRefundable = (session: Session, key: NoUndo): Refusal =>
  new Refusal('not-refundable', sentence(session, key));

function checkUndo(
  session: Session,
  { undoUntil, usedAt, usedBy, status }: StoredVoucher,
  vouchers: readonly StoredVoucher[],
  lots: readonly LotRow[],
): void {
  const no = (key: NoUndo): Refusal => notRefundable(session, key);
  if (usedBy !== null || vouchers.some((voucher) => voucher.usedBy !== null)) {
    throw no('no.undo-used');
  }
  if (undoUntil === null)
    throw no(usedAt !== null && status === 'used' ? 'no.undo-used' : 'no.undo-never');
  if (undoUntil < session.now) throw no('no.undo-late');
  if (lots.some(({ value, remaining }) => value > 0 && remaining < value)) {
    throw no('no.undo-spent');
  }
}

async function giveBackStock({ account }: Session, { source }: StoredVoucher): Promise<void> {
  const reward = account.programme.rewardOf(source);
  if (reward?.stock != null) await account.tx.stock.giveBack(reward.id);
}

/** The member has seen a surprise. */
export async function seen(session: Session, id: string): Promise<StoredVoucher> {
  const voucher = await ownVoucher(session, id);
  if (voucher.seenAt === null) {
    await session.account.saveVoucher({ ...voucher, seenAt: session.now });
  }
  return ownVoucher(session, id);
}
