import type { ScoreRow } from '../../../stores/rows.js';
import type { RandomBytes } from '../random.js';
import type { WordKey } from '../words.js';
import { draw } from './draw.js';
import { ranked, type Ranked } from './ranking.js';

/** What comes out for one member when a board is closed. */
export interface Result {
  readonly score: ScoreRow;
  /** `null` for who has none: in a draw all who did not win. */
  readonly rank: number | null;
  readonly ticket: number | null;
}

export interface BoardView {
  /** Whether members meet in groups. */
  readonly isGrouped: boolean;
  /** What members see of each other while the board is open. */
  open(scores: readonly ScoreRow[]): Ranked[];
  /** @param places how many places there are prizes for */
  close(scores: readonly ScoreRow[], places: number, random: RandomBytes): Result[];
  /** The activity line of a prize. */
  readonly line: WordKey;
  readonly because: WordKey;
}

const byRank = (scores: readonly ScoreRow[]): Result[] => {
  const ranks = new Map(ranked(scores).map(({ member, rank }) => [member, rank]));
  return scores.map((score) => ({ score, rank: ranks.get(score.member) ?? null, ticket: null }));
};

const top: BoardView = {
  isGrouped: false,
  open: ranked,
  close: byRank,
  line: 'line.prize',
  because: 'because.prize',
};

const groupsOf = (scores: readonly ScoreRow[]): ScoreRow[][] => {
  const groups = new Map<number, ScoreRow[]>();
  for (const score of scores) {
    groups.set(score.group, [...(groups.get(score.group) ?? []), score]);
  }
  return [...groups.values()];
};

/** Every view of a board. To add one: a row here. */
export const boardViews: Readonly<Record<string, BoardView>> = {
  top,
  league: {
    ...top,
    isGrouped: true,
    close: (scores) => groupsOf(scores).flatMap(byRank),
  },
  draw: {
    isGrouped: false,
    // Nobody's entries are anybody else's business.
    open: () => [],
    close(scores, places, random) {
      const winners = draw(scores, places, random);
      return scores.map((score) => {
        const index = winners.findIndex(({ member }) => member === score.member);
        const won = index < 0 ? null : index + 1;
        return { score, rank: won, ticket: winners[index]?.ticket ?? null };
      });
    },
    line: 'line.drawn',
    because: 'because.drawn',
  },
};

export function boardView(view: string): BoardView {
  const known = boardViews[view];
  if (!known) throw new Error(`"${view}" is no view of a board; the file was not checked`);
  return known;
}
