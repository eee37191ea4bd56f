import type { LotRow, Millis } from '../../stores/rows.js';

/** Which lots a quantity is taken from. Pure: rows in, changed rows out. */

/** Oldest expiry first, so that as little as possible expires; those without end last. */
const byExpiry = (a: LotRow, b: LotRow): number =>
  (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity) ||
  a.usableAt - b.usableAt ||
  (a.id < b.id ? -1 : 1);

export const isUsable = (lot: LotRow): boolean => !lot.pending && lot.remaining > 0;

export interface Take {
  readonly lot: LotRow;
  readonly value: number;
}

/**
 * Takes up to `value` from usable lots.
 * @param first ids of lots to empty before all others
 * @returns what was taken from which, and how much could not be had
 */
export function takeFrom(
  lots: readonly LotRow[],
  value: number,
  first: ReadonlySet<string> = new Set(),
): { readonly takes: readonly Take[]; readonly short: number } {
  const order = lots
    .filter(isUsable)
    .sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)) || byExpiry(a, b));
  const takes: Take[] = [];
  let short = value;
  for (const lot of order) {
    if (short === 0) break;
    const part = Math.min(short, lot.remaining);
    takes.push({ lot, value: part });
    short -= part;
  }
  return { takes, short };
}

/** Pays what is owed out of what is there; gives the lots that change. */
export function settleDebts(lots: readonly LotRow[]): LotRow[] {
  const changed = new Map<string, LotRow>();
  const now = (lot: LotRow): LotRow => changed.get(lot.id) ?? lot;
  for (const debt of lots.filter((lot) => !lot.pending && lot.remaining < 0)) {
    const { takes } = takeFrom(lots.map(now), -debt.remaining);
    let owed = debt;
    for (const { lot, value } of takes) {
      changed.set(lot.id, { ...lot, remaining: lot.remaining - value });
      owed = { ...owed, remaining: owed.remaining + value };
    }
    if (takes.length > 0) changed.set(debt.id, owed);
  }
  return [...changed.values()];
}

/** What of usable lots ends when, soonest first. */
export function expiring(lots: readonly LotRow[]): { value: number; at: Millis }[] {
  return totals(lots.filter(isUsable), (lot) => lot.expiresAt);
}

/** What of pending lots becomes usable when, soonest first. */
export function releases(lots: readonly LotRow[]): { value: number; at: Millis }[] {
  return totals(
    lots.filter(({ pending, remaining }) => pending && remaining > 0),
    (lot) => lot.usableAt,
  );
}

function totals(
  lots: readonly LotRow[],
  when: (lot: LotRow) => Millis | null,
): { value: number; at: Millis }[] {
  const sums = new Map<Millis, number>();
  for (const lot of lots) {
    const at = when(lot);
    if (at !== null) sums.set(at, (sums.get(at) ?? 0) + lot.remaining);
  }
  return [...sums].map(([at, value]) => ({ value, at })).sort((a, b) => a.at - b.at);
}
