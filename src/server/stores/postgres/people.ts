import type { EventRow, KeyRow, MemberRow, OrderRow } from '../rows.js';
import type { EventStore, KeyStore, MemberStore, OrderStore } from '../store.js';
import type { Query } from './query.js';
import { SqlTable, time } from './table.js';

const keys = new SqlTable<KeyRow>(
  'loyalty_key',
  {
    subject: 'text',
    key: 'text',
    method: 'text',
    path: 'text',
    bodyHash: 'text',
    at: 'time',
    status: 'int',
    body: 'json',
  },
  ['subject', 'key'],
);

export function postgresKeys(query: Query, programme: string): KeyStore {
  return {
    async claim(row) {
      // A concurrent insert of the same key makes this wait until the other transaction ends.
      const added = await keys.insert(query, programme, [row], 'ON CONFLICT DO NOTHING');
      if (added === 1) return null;
      const rows = await keys.select(query, programme, 'subject = $2 AND key = $3', [
        row.subject,
        row.key,
      ]);
      return rows[0] ?? null;
    },
    async answer(subject, key, status, body) {
      await query.query(
        `UPDATE loyalty_key SET status = $4::bigint, body = $5::json
         WHERE programme = $1 AND subject = $2 AND key = $3`,
        [programme, subject, key, status, JSON.stringify(body)],
      );
    },
    async release(subject, key) {
      await query.query(
        'DELETE FROM loyalty_key WHERE programme = $1 AND subject = $2 AND key = $3',
        [programme, subject, key],
      );
    },
    async forget(before) {
      await query.query('DELETE FROM loyalty_key WHERE programme = $1 AND at < $2::timestamptz', [
        programme,
        time(before),
      ]);
    },
  };
}

const events = new SqlTable<EventRow>(
  'loyalty_event',
  { id: 'text', member: 'text', type: 'text', at: 'time' },
  ['id'],
);

export function postgresEvents(query: Query, programme: string): EventStore {
  return {
    async claim(row) {
      return (await events.insert(query, programme, [row], 'ON CONFLICT DO NOTHING')) === 1;
    },
  };
}

const members = new SqlTable<MemberRow>(
  'loyalty_member',
  {
    id: 'text',
    state: 'text',
    name: 'text',
    birthday: 'json',
    joinedAt: 'time',
    consents: 'json',
    alias: 'text',
    hidden: 'bool',
    rev: 'int',
    settledTo: 'time',
    dueAt: 'time',
  },
  ['id'],
);

export function postgresMembers(query: Query, programme: string): MemberStore {
  return {
    find: async (id) => (await members.select(query, programme, 'id = $2', [id]))[0] ?? null,
    lock: async (id) =>
      (await members.select(query, programme, 'id = $2 FOR UPDATE', [id]))[0] ?? null,
    async add(row) {
      await members.insert(query, programme, [row], 'ON CONFLICT DO NOTHING');
    },
    save: (row) => members.upsert(query, programme, [row]),
    async due(now, limit) {
      const rows = await members.select(
        query,
        programme,
        'due_at <= $2::timestamptz ORDER BY due_at LIMIT $3::bigint',
        [time(now), limit],
      );
      return rows.map(({ id }) => id);
    },
  };
}

const orders = new SqlTable<OrderRow>(
  'loyalty_order',
  { id: 'text', member: 'text', at: 'time', total: 'int', refunded: 'int', entry: 'text' },
  ['id'],
);

export function postgresOrders(query: Query, programme: string): OrderStore {
  return {
    async add(row) {
      return (await orders.insert(query, programme, [row], 'ON CONFLICT DO NOTHING')) === 1;
    },
    save: (row) => orders.upsert(query, programme, [row]),
    find: async (id) => (await orders.select(query, programme, 'id = $2', [id]))[0] ?? null,
    async latest(member) {
      const rest = 'member = $2 AND (refunded = 0 OR refunded < total) ORDER BY at DESC LIMIT 1';
      return (await orders.select(query, programme, rest, [member]))[0] ?? null;
    },
    async hasOther(member, order) {
      const rows = await query.query(
        'SELECT 1 FROM loyalty_order WHERE programme = $1 AND member = $2 AND id IS DISTINCT FROM $3 LIMIT 1',
        [programme, member, order],
      );
      return rows.length > 0;
    },
  };
}
