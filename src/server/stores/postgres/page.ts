import type { Cursor } from '../store.js';
import type { Param, Query } from './query.js';
import { time, type SqlTable } from './table.js';

/** The newest rows of a member after a cursor, by an index on (member, time, seq). */
export function newest<Row extends object>(
  table: SqlTable<Row>,
  query: Query,
  programme: string,
  page: {
    readonly member: string;
    /** The column of the row's time. */
    readonly at: 'at' | 'issued_at';
    readonly limit: number;
    readonly after: Cursor | null;
    /** A column and the one value wanted of it; `null` for all. */
    readonly only: readonly ['kind' | 'status', string | null];
  },
): Promise<(Row & { seq: number })[]> {
  const params: Param[] = [page.member, page.limit];
  const place = (param: Param): string => `$${params.push(param) + 1}`;
  const [column, value] = page.only;
  const wanted = value === null ? '' : ` AND ${column} = ${place(value)}`;
  const after = page.after
    ? ` AND (${page.at}, seq) < (${place(time(page.after.at))}::timestamptz, ${place(page.after.seq)}::bigint)`
    : '';
  return table.select<{ seq: number }>(
    query,
    programme,
    `member = $2${wanted}${after} ORDER BY ${page.at} DESC, seq DESC LIMIT $3::bigint`,
    params,
    ', seq',
  );
}
