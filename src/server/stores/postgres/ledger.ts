import type { BalanceRow, EntryRow, LotRow, LotUseRow, PostingRow } from '../rows.js';
import type { LedgerStore } from '../store.js';
import { newest } from './page.js';
import type { Query } from './query.js';
import { SqlTable } from './table.js';

const balances = new SqlTable<BalanceRow>(
  'loyalty_balance',
  {
    member: 'text',
    unit: 'text',
    available: 'int',
    pending: 'int',
    held: 'int',
    lifetime: 'int',
    spent: 'int',
  },
  ['member', 'unit'],
);

const entries = new SqlTable<EntryRow>(
  'loyalty_entry',
  {
    id: 'text',
    member: 'text',
    at: 'time',
    kind: 'text',
    title: 'json',
    amounts: 'json',
    state: 'text',
    releasesAt: 'time',
    expiresAt: 'time',
    ref: 'json',
    because: 'json',
    cause: 'text',
  },
  ['id'],
);

const postings = new SqlTable<PostingRow>(
  'loyalty_posting',
  {
    entry: 'text',
    member: 'text',
    unit: 'text',
    value: 'int',
    bucket: 'text',
    at: 'time',
    counts: 'bool',
  },
  [],
);

const lots = new SqlTable<LotRow>(
  'loyalty_lot',
  {
    id: 'text',
    member: 'text',
    unit: 'text',
    entry: 'text',
    value: 'int',
    remaining: 'int',
    expired: 'int',
    pending: 'bool',
    usableAt: 'time',
    expiresAt: 'time',
    at: 'time',
  },
  ['id'],
);

const lotUses = new SqlTable<LotUseRow>(
  'loyalty_lot_use',
  { entry: 'text', lot: 'text', value: 'int' },
  ['entry', 'lot'],
);

/** @param locking whether balances are read to be changed */
export function postgresLedger(query: Query, programme: string, locking: boolean): LedgerStore {
  const read = <Row extends object, Extra extends object = object>(
    table: SqlTable<Row>,
    rest: string,
    params: readonly (string | number | readonly string[])[],
    extra?: string,
  ) => table.select<Extra>(query, programme, rest, params, extra);

  return {
    balances: (member) =>
      read(balances, `member = $2 ORDER BY unit${locking ? ' FOR UPDATE' : ''}`, [member]),
    saveBalances: (rows) => balances.upsert(query, programme, rows),
    openLots: (member) => read(lots, 'member = $2 AND remaining <> 0 ORDER BY at, id', [member]),
    lotsOf: (ids) => read(lots, 'entry = ANY($2::text[]) ORDER BY at, id', [ids]),
    lots: (ids) => read(lots, 'id = ANY($2::text[])', [ids]),
    saveLots: (rows) => lots.upsert(query, programme, rows),
    async addEntry(entry, rows) {
      await entries.insert(query, programme, [entry]);
      await postings.insert(query, programme, rows);
    },
    async addUses(rows) {
      await lotUses.insert(query, programme, rows);
    },
    usesOf: (entry) => read(lotUses, 'entry = $2', [entry]),
    async setState(entry, state) {
      await query.query('UPDATE loyalty_entry SET state = $3 WHERE programme = $1 AND id = $2', [
        programme,
        entry,
        state,
      ]);
    },
    async entry(id) {
      const rows = await read<EntryRow, { seq: number }>(entries, 'id = $2', [id], ', seq');
      return rows[0] ?? null;
    },
    postingsOf: (entry) => read(postings, 'entry = $2 ORDER BY seq', [entry]),
    page: (member, limit, after, kind) =>
      newest(entries, query, programme, { member, at: 'at', limit, after, only: ['kind', kind] }),
    async sums(member, queries) {
      if (queries.length === 0) return [];
      const wanted = queries.map(({ unit, from, to }, index) => ({
        index,
        unit,
        from: from === null ? null : new Date(from).toISOString(),
        to: to === null ? null : new Date(to).toISOString(),
      }));
      const rows = await query.query<{ value: number }>(
        `SELECT COALESCE(SUM(p.value), 0)::bigint AS value
         FROM jsonb_to_recordset($3::jsonb)
           AS w("index" int, unit text, "from" timestamptz, "to" timestamptz)
         LEFT JOIN loyalty_posting p ON p.programme = $1 AND p.member = $2 AND p.counts
           AND p.unit = w.unit
           AND (w."from" IS NULL OR p.at >= w."from") AND (w."to" IS NULL OR p.at < w."to")
         GROUP BY w."index" ORDER BY w."index"`,
        [programme, member, JSON.stringify(wanted)],
      );
      return rows.map(({ value }) => value);
    },
  };
}
