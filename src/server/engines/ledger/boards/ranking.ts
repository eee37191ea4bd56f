import type { ScoreRow } from '../../../stores/rows.js';

/** Who stands where. Pure: scores in, ranks out. */

export interface Ranked extends ScoreRow {
  readonly rank: number;
}

type Standing = Pick<ScoreRow, 'value' | 'reached'>;

/** More is ahead; of two with the same, whoever was there first. Negative when `a` is ahead. */
const ahead = (a: Standing, b: Standing): number => b.value - a.value || a.reached - b.reached;

/** The same with an order between those who share a rank, so that pages do not overlap. */
export const inOrder = (a: ScoreRow, b: ScoreRow): number =>
  ahead(a, b) || (a.member < b.member ? -1 : 1);

/**
 * Competition ranking, 1 2 2 4: who has the same and got there at the same moment shares a rank, and
 * the next one counts everybody who is ahead. Whoever hides takes no part and leaves no gap.
 */
export function ranked(scores: readonly ScoreRow[]): Ranked[] {
  const rows: Ranked[] = [];
  for (const [index, score] of scores
    .filter(({ hidden }) => !hidden)
    .sort(inOrder)
    .entries()) {
    const before = rows[index - 1];
    const isShared = before !== undefined && ahead(before, score) === 0;
    rows.push({ ...score, rank: isShared ? before.rank : index + 1 });
  }
  return rows;
}

/** The rank that somebody has, or would have if they took part. */
export const rankAmong = (rows: readonly Standing[], mine: Standing): number =>
  rows.filter((row) => ahead(row, mine) < 0).length + 1;
