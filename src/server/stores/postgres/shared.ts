import type { ClosingRow, GoalRow, PlaceRow, ScoreRow } from '../rows.js';
import type { BoardStore, GoalStore, SumQuery } from '../store.js';
import type { Query } from './query.js';
import { SqlTable, time } from './table.js';

/** What members do and have with each other: boards and goals. */

/** Members who take part in what all see; whoever is blocked does not. */
export const TAKES_PART = `m.state IN ('member', 'paused')`;

const moment = (at: number | null): string | null => (at === null ? null : time(at));

/** The postings of a sum: `unit` is a parameter or column, the moments are parameters. */
const counting = (unit: string, from: string, to: string): string =>
  `p.programme = $1 AND p.counts AND p.unit = ${unit}
   AND (${from}::timestamptz IS NULL OR p.at >= ${from}::timestamptz)
   AND (${to}::timestamptz IS NULL OR p.at < ${to}::timestamptz)`;

export const ids = (rows: readonly { member: string }[]): string[] =>
  rows.map(({ member }) => member);

const closings = new SqlTable<ClosingRow>(
  'loyalty_closing',
  { board: 'text', at: 'time', members: 'int', total: 'int' },
  ['board'],
);

const places = new SqlTable<PlaceRow>(
  'loyalty_place',
  {
    board: 'text',
    member: 'text',
    group: 'int',
    rank: 'int',
    value: 'int',
    reached: 'time',
    ticket: 'int',
    prize: 'int',
    givenAt: 'time',
    entry: 'text',
  },
  ['board', 'member'],
);

/** @param locking whether what is read is going to be changed */
export function postgresBoards(query: Query, programme: string, locking: boolean): BoardStore {
  const lock = locking ? ' FOR UPDATE' : '';
  return {
    scores: ({ unit, from, to }, board) =>
      // What was gained and taken back for the same moment is nothing gained at it.
      query.query<ScoreRow>(
        `WITH gains AS (
           SELECT p.member, p.at, SUM(p.value) AS value FROM loyalty_posting p
           WHERE ${counting('$2', '$3', '$4')} GROUP BY p.member, p.at
         ), scores AS (
           SELECT member, SUM(value)::bigint AS value, MAX(at) FILTER (WHERE value > 0) AS reached
           FROM gains GROUP BY member HAVING SUM(value) > 0
         )
         SELECT s.member, m.name, m.alias, m.hidden, COALESCE(l."group", 0) AS "group",
           s.value, s.reached
         FROM scores s
         JOIN loyalty_member m ON m.programme = $1 AND m.id = s.member AND ${TAKES_PART}
         LEFT JOIN loyalty_league l
           ON l.programme = $1 AND l.board = $5 AND l.member = s.member`,
        [programme, unit, moment(from), moment(to), board],
      ),
    async join(board, member, size, at) {
      const find = () =>
        query.query<{ group: number }>(
          `SELECT "group" FROM loyalty_league WHERE programme = $1 AND board = $2 AND member = $3`,
          [programme, board, member],
        );
      const [known] = await find();
      if (known) return known.group;
      // Two who come at once may both see the last free place: no lock, and a group of 31.
      await query.query(
        `INSERT INTO loyalty_league (programme, board, member, "group", at)
         SELECT $1, $2, $3, count(*) / $4::bigint + 1, $5::timestamptz FROM loyalty_league
         WHERE programme = $1 AND board = $2
         ON CONFLICT DO NOTHING`,
        [programme, board, member, size, time(at)],
      );
      const [added] = await find();
      return added?.group ?? 0;
    },
    closing: async (board) =>
      (await closings.select(query, programme, 'board = $2', [board]))[0] ?? null,
    async close(row, rows) {
      const added = await closings.insert(query, programme, [row], 'ON CONFLICT DO NOTHING');
      if (added === 0) return false;
      await places.insert(query, programme, rows);
      return true;
    },
    places: (board) =>
      query.query(
        `SELECT ${places.columns.replaceAll(/(^|, )"/g, '$1p."')},
           m.name, m.alias, COALESCE(m.hidden, false) AS hidden
         FROM loyalty_place p LEFT JOIN loyalty_member m ON m.programme = $1 AND m.id = p.member
         WHERE p.programme = $1 AND p.board = $2
         ORDER BY p.rank NULLS LAST, p.value DESC, p.reached, p.member COLLATE "C"`,
        [programme, board],
      ),
    owed: (member) =>
      places.select(
        query,
        programme,
        `member = $2 AND prize IS NOT NULL AND given_at IS NULL ORDER BY board${lock}`,
        [member],
      ),
    owing: async (limit) =>
      ids(
        await query.query<{ member: string }>(
          `SELECT DISTINCT p.member FROM loyalty_place p
           JOIN loyalty_member m ON m.programme = $1 AND m.id = p.member AND ${TAKES_PART}
           WHERE p.programme = $1 AND p.prize IS NOT NULL AND p.given_at IS NULL
           ORDER BY p.member LIMIT $2::bigint`,
          [programme, limit],
        ),
      ),
    async given(board, member, at, entry) {
      await query.query(
        `UPDATE loyalty_place SET given_at = $4::timestamptz, entry = $5
         WHERE programme = $1 AND board = $2 AND member = $3`,
        [programme, board, member, time(at), entry],
      );
    },
  };
}

const goals = new SqlTable<GoalRow>(
  'loyalty_goal',
  { track: 'text', step: 'text', round: 'time', at: 'time' },
  ['track', 'round', 'step'],
);

export function postgresGoals(query: Query, programme: string): GoalStore {
  const total = async ({ unit, from, to }: SumQuery): Promise<number> => {
    const rows = await query.query<{ value: number }>(
      `SELECT COALESCE(SUM(p.value), 0)::bigint AS value FROM loyalty_posting p
       WHERE ${counting('$2', '$3', '$4')}`,
      [programme, unit, moment(from), moment(to)],
    );
    return rows[0]?.value ?? 0;
  };
  return {
    async totals(queries) {
      const sums: number[] = [];
      for (const one of queries) sums.push(await total(one));
      return sums;
    },
    async reached(track, round) {
      const rows = await goals.select(query, programme, 'track = $2 AND round = $3::timestamptz', [
        track,
        time(round),
      ]);
      return rows.map(({ step }) => step);
    },
    async reach(row) {
      await goals.insert(query, programme, [row], 'ON CONFLICT DO NOTHING');
    },
    waiting: async ({ track, step, units, from, to, joined }, limit) =>
      ids(
        await query.query<{ member: string }>(
          `SELECT p.member FROM loyalty_posting p
           JOIN loyalty_member m ON m.programme = $1 AND m.id = p.member AND ${TAKES_PART}
           WHERE ${counting('ANY($2::text[])', '$3', '$4')}
             AND NOT EXISTS (
               SELECT 1 FROM loyalty_reach r
               WHERE r.programme = $1 AND r.member = p.member AND r.track = $5 AND r.step = $6
                 AND NOT r.undone AND ($3::timestamptz IS NULL OR r.at >= $3::timestamptz))
             AND (NOT $7::boolean OR EXISTS (
               SELECT 1 FROM loyalty_track t
               WHERE t.programme = $1 AND t.member = p.member AND t.track = $5
                 AND t.joined_at IS NOT NULL))
           GROUP BY p.member HAVING SUM(p.value) > 0
           ORDER BY p.member LIMIT $8::bigint`,
          [programme, units, moment(from), moment(to), track, step, joined, limit],
        ),
      ),
  };
}
