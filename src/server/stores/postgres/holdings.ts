import type { ReachRow, TrackRow, UseRow, VoucherRow } from '../rows.js';
import type { StockStore, TallyStore, TrackStore, UseStore, VoucherStore } from '../store.js';
import { newest } from './page.js';
import type { Query } from './query.js';
import { SqlTable, time } from './table.js';

const vouchers = new SqlTable<VoucherRow>(
  'loyalty_voucher',
  {
    id: 'text',
    member: 'text',
    title: 'json',
    status: 'text',
    source: 'json',
    grant: 'json',
    cost: 'json',
    segment: 'text',
    choice: 'text',
    code: 'text',
    left: 'json',
    applyUrl: 'text',
    issuedAt: 'time',
    expiresAt: 'time',
    usedAt: 'time',
    seenAt: 'time',
    undoUntil: 'time',
    endedAt: 'time',
    termsUrl: 'text',
    entry: 'text',
    usedBy: 'text',
    renews: 'bool',
  },
  ['id'],
);

export function postgresVouchers(query: Query, programme: string): VoucherStore {
  const read = (rest: string, params: readonly string[]) =>
    vouchers.select<{ seq: number }>(query, programme, rest, params, ', seq');
  return {
    async add(row) {
      return (await vouchers.insert(query, programme, [row], 'ON CONFLICT DO NOTHING')) === 1;
    },
    save: (row) => vouchers.upsert(query, programme, [row]),
    find: async (id) => (await read('id = $2', [id]))[0] ?? null,
    findCode: async (code) => (await read('code = $2', [code]))[0] ?? null,
    ofEntry: (entry) => read('entry = $2 ORDER BY seq', [entry]),
    current: (member, since) =>
      read(
        'member = $2 AND (ended_at IS NULL OR ended_at > $3::timestamptz) ORDER BY issued_at DESC, seq DESC',
        [member, time(since)],
      ),
    page: (member, limit, after, status) =>
      newest(vouchers, query, programme, {
        member,
        at: 'issued_at',
        limit,
        after,
        only: ['status', status],
      }),
  };
}

const tracks = new SqlTable<TrackRow>(
  'loyalty_track',
  {
    member: 'text',
    track: 'text',
    step: 'text',
    until: 'time',
    cycle: 'int',
    doneCount: 'int',
    joinedAt: 'time',
    streak: 'json',
  },
  ['member', 'track'],
);

const reaches = new SqlTable<ReachRow>(
  'loyalty_reach',
  {
    id: 'text',
    member: 'text',
    track: 'text',
    step: 'text',
    cycle: 'int',
    at: 'time',
    entry: 'text',
    before: 'json',
    undone: 'bool',
  },
  ['id'],
);

export function postgresTracks(query: Query, programme: string): TrackStore {
  return {
    all: (member) => tracks.select(query, programme, 'member = $2', [member]),
    save: (rows) => tracks.upsert(query, programme, rows),
    async addReach(row) {
      await reaches.insert(query, programme, [row]);
    },
    reaches: (member, since) =>
      reaches.select(
        query,
        programme,
        'member = $2 AND NOT undone AND at >= $3::timestamptz ORDER BY at DESC, seq DESC',
        [member, time(since)],
      ),
    async reached(member, track, cycle) {
      const rows = await reaches.select(
        query,
        programme,
        'member = $2 AND track = $3 AND cycle = $4::bigint AND NOT undone',
        [member, track, cycle],
      );
      return rows.map(({ step }) => step);
    },
    async undoReach(id) {
      await query.query('UPDATE loyalty_reach SET undone = true WHERE programme = $1 AND id = $2', [
        programme,
        id,
      ]);
    },
  };
}

const uses = new SqlTable<UseRow>(
  'loyalty_use',
  {
    id: 'text',
    member: 'text',
    scope: 'text',
    of: 'text',
    at: 'time',
    ref: 'text',
    entry: 'text',
    answers: 'json',
  },
  ['id'],
);

export function postgresUses(query: Query, programme: string): UseStore {
  return {
    async add(row) {
      await uses.insert(query, programme, [row]);
    },
    async undo(entry) {
      await query.query(
        'UPDATE loyalty_use SET undone = true WHERE programme = $1 AND entry = $2',
        [programme, entry],
      );
    },
    since: (member, at) =>
      uses.select(
        query,
        programme,
        'member = $2 AND NOT undone AND at >= $3::timestamptz ORDER BY at',
        [member, time(at)],
      ),
    totals: (member) =>
      query.query(
        `SELECT scope, "of", count(*) AS count, max(at) AS "lastAt" FROM loyalty_use
         WHERE programme = $1 AND member = $2 AND NOT undone GROUP BY scope, "of"`,
        [programme, member],
      ),
    async ofEntry(entry) {
      const rows = await uses.select(query, programme, 'entry = $2 AND NOT undone', [entry]);
      return rows[0] ?? null;
    },
    answered: (rule, limit, after) =>
      query.query(
        `SELECT id, member, "of" AS rule, at, ref, answers FROM loyalty_use
         WHERE programme = $1 AND scope = 'rule' AND answers IS NOT NULL AND NOT undone
           AND ($2::text IS NULL OR "of" = $2::text)
           AND ($3::timestamptz IS NULL OR (at, id) > ($3::timestamptz, $4::text))
         ORDER BY at, id LIMIT $5::bigint`,
        [programme, rule, after && time(after.at), after?.id ?? null, limit],
      ),
  };
}

export function postgresTallies(query: Query, programme: string): TallyStore {
  return {
    async sums(names) {
      const rows = await query.query<{ name: string; value: number }>(
        'SELECT name, value FROM loyalty_tally WHERE programme = $1 AND name = ANY($2::text[])',
        [programme, names],
      );
      const values = new Map(rows.map(({ name, value }) => [name, value]));
      return new Map(names.map((name) => [name, values.get(name) ?? 0]));
    },
    async add(name, value) {
      await query.query(
        `INSERT INTO loyalty_tally AS t (programme, name, value) VALUES ($1, $2, $3::bigint)
         ON CONFLICT (programme, name) DO UPDATE SET value = t.value + EXCLUDED.value`,
        [programme, name, value],
      );
    },
  };
}

export function postgresStock(query: Query, programme: string): StockStore {
  return {
    async taken(rewards) {
      const rows = await query.query<{ reward: string; taken: number }>(
        'SELECT reward, taken FROM loyalty_stock WHERE programme = $1 AND reward = ANY($2::text[])',
        [programme, rewards],
      );
      const taken = new Map(rows.map((row) => [row.reward, row.taken]));
      return new Map(rewards.map((reward) => [reward, taken.get(reward) ?? 0]));
    },
    async take(reward, stock) {
      if (stock <= 0) return false;
      const rows = await query.query(
        `INSERT INTO loyalty_stock AS s (programme, reward, taken) VALUES ($1, $2, 1)
         ON CONFLICT (programme, reward) DO UPDATE SET taken = s.taken + 1 WHERE s.taken < $3::bigint
         RETURNING 1`,
        [programme, reward, stock],
      );
      return rows.length === 1;
    },
    async giveBack(reward) {
      await query.query(
        'UPDATE loyalty_stock SET taken = taken - 1 WHERE programme = $1 AND reward = $2 AND taken > 0',
        [programme, reward],
      );
    },
  };
}
