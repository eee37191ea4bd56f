import type { Millis } from '../rows.js';
import type { Cursor } from '../store.js';

/** The newest rows after a cursor; rows of the same moment by the order in which they were written. */
export function pageOf<Row extends { readonly seq: number }>(
  rows: readonly Row[],
  atOf: (row: Row) => Millis,
  limit: number,
  after: Cursor | null,
): Row[] {
  const isAfter = (row: Row): boolean =>
    after === null || atOf(row) < after.at || (atOf(row) === after.at && row.seq < after.seq);
  return rows
    .filter(isAfter)
    .sort((a, b) => atOf(b) - atOf(a) || b.seq - a.seq)
    .slice(0, limit);
}
