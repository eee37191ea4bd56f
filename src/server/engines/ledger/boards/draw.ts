import type { ScoreRow } from '../../../stores/rows.js';
import { below, type RandomBytes } from '../random.js';
import { inOrder } from './ranking.js';

/** One winner of a draw, and which of the entries that were left it was, counted from 0. */
export interface Drawn {
  readonly member: string;
  readonly ticket: number;
}

/**
 * Draws winners without putting them back: every entry has the same chance, and whoever has won is out
 * with all their entries. Entries lie in the order of the ranking, so that with the recorded tickets
 * anyone can follow the draw.
 * @param count how many to draw; fewer are drawn when fewer take part
 */
export function draw(scores: readonly ScoreRow[], count: number, random: RandomBytes): Drawn[] {
  const left = [...scores].sort(inOrder);
  const winners: Drawn[] = [];
  while (winners.length < count && left.length > 0) {
    const ticket = below(
      left.reduce((sum, { value }) => sum + value, 0),
      random,
    );
    let point = ticket;
    const index = left.findIndex(({ value }) => (point -= value) < 0);
    const [winner] = left.splice(index, 1);
    if (winner) winners.push({ member: winner.member, ticket });
  }
  return winners;
}
