import type { LotRow, LotUseRow, Millis, PostingRow } from '../../stores/rows.js';
import type { Account } from './account.js';
import type { Line } from './line.js';
import type { Take } from './lots.js';
import { isMetric } from './programme/programme.js';

/** Takes back what an earlier line gave: all of it, or the part that a partial return stands for. */

/** How much of a whole is taken back now: `to` of it in all, `from` of it already. */
export interface Share {
  readonly from: number;
  readonly to: number;
  readonly whole: number;
}

const ALL: Share = { from: 0, to: 1, whole: 1 };

/** The part of a value, rounded down as a running total, so that the parts add up to the whole. */
export function partOf(value: number, { from, to, whole }: Share): number {
  if (whole === 0) return to > from ? value : 0;
  const upTo = (share: number): number =>
    Number((BigInt(value) * BigInt(Math.min(share, whole))) / BigInt(whole));
  return upTo(to) - upTo(from);
}

/**
 * Adds to `line` what undoes `entry`. Pending lots are voided; usable ones are taken, and what was
 * spent already becomes a debt; what has expired is not asked for again. What the entry itself took
 * goes back, and vouchers that it brought are cancelled unless they were used.
 */
export async function takeBack(
  account: Account,
  line: Line,
  entry: string,
  share: Share = ALL,
): Promise<void> {
  const { tx, programme } = account;
  const postings = await tx.ledger.postingsOf(entry);
  for (const posting of postings) {
    const unit = programme.units.get(posting.unit);
    if (unit && !isMetric(unit)) continue;
    line.measure(posting.unit, -signedPart(posting, share), posting.at);
  }
  const lots = await tx.ledger.lotsOf([entry]);
  for (const lot of lots) takeLot(account, line, account.lot(lot.id) ?? lot, share);
  if (share.to < share.whole) return;

  await restoreUses(account, line, await tx.ledger.usesOf(entry));
  for (const voucher of await tx.vouchers.ofEntry(entry)) {
    const { status } = voucher;
    if (status === 'used' || voucher.endedAt !== null) continue;
    const at = line.head.at;
    await account.saveVoucher({ ...voucher, status: 'cancelled', endedAt: at, undoUntil: null });
  }
}

const signedPart = ({ value }: PostingRow, share: Share): number =>
  value < 0 ? -partOf(-value, share) : partOf(value, share);

function takeLot(account: Account, line: Line, lot: LotRow, share: Share): void {
  // Counted for the moment of the order, so that rolling sums see the two together.
  const at: Millis = lot.at;
  const part = partOf(lot.value, share);
  if (lot.pending) {
    line.voidPending(lot, Math.min(part, lot.remaining), at);
    return;
  }
  const gone = partOf(Math.min(lot.expired, lot.value), share);
  const first = new Set([lot.id]);
  line.debit(lot.unit, Math.max(0, part - gone), { running: 'lifetime', counts: true, first, at });
}

/** Puts back into the very lots what an entry took from them. */
async function restoreUses(
  account: Account,
  line: Line,
  uses: readonly LotUseRow[],
): Promise<void> {
  const lots = await account.tx.ledger.lots(uses.map(({ lot }) => lot));
  const byUnit = new Map<string, Take[]>();
  for (const { lot: id, value } of uses) {
    const lot = account.lot(id) ?? lots.find((candidate) => candidate.id === id);
    if (lot) byUnit.set(lot.unit, [...(byUnit.get(lot.unit) ?? []), { lot, value }]);
  }
  for (const [unit, takes] of byUnit) {
    line.restore(unit, takes, { running: 'spent', counts: isCard(account, unit) });
  }
}

/** Whether what was taken had been progress: only what cannot be spent otherwise fills cards. */
const isCard = (account: Account, unit: string): boolean =>
  account.programme.units.get(unit)?.spendable === false;
