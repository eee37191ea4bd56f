import type { LeftRow } from '../rows.js';
import type { PrivacyStore } from '../store.js';
import type { Query } from './query.js';
import { SqlTable } from './table.js';

/** Every table whose rows are a member's, by their column `member`. A new one belongs here. */
const HOLDINGS = [
  'balance',
  'entry',
  'posting',
  'lot',
  'voucher',
  'track',
  'reach',
  'use',
  'order',
  'event',
  'league',
  'place',
] as const;

/** Where members stand under another name. */
const OTHERS = [
  ['member', 'id'],
  ['referrer', 'member'],
  ['referral', 'friend'],
] as const;

const lefts = new SqlTable<LeftRow>(
  'loyalty_left',
  { print: 'text', at: 'time', back: 'bool', had: 'json' },
  ['print'],
);

export function postgresPrivacy(query: Query, programme: string): PrivacyStore {
  return {
    left: async (print) => (await lefts.select(query, programme, 'print = $2', [print]))[0] ?? null,
    async welcome(print) {
      const away = 'print = $2 AND NOT back FOR UPDATE';
      const [row] = await lefts.select(query, programme, away, [print]);
      if (!row) return null;
      await lefts.upsert(query, programme, [{ ...row, back: true, had: [] }]);
      return row;
    },
    async records(member) {
      const records: Record<string, object[]> = {};
      const places = [...OTHERS, ...HOLDINGS.map((table) => [table, 'member'] as const)];
      for (const [table, column] of places) {
        const rows = await query.query<{ row: object }>(
          `SELECT to_jsonb(t) - 'programme' AS row FROM loyalty_${table} t
           WHERE programme = $1 AND ${column} = $2`,
          [programme, member],
        );
        if (rows.length > 0) records[table] = rows.map(({ row }) => row);
      }
      return records;
    },
    async erase(member, nobody, { print, at, had, title }) {
      for (const table of HOLDINGS) {
        await query.query(
          `UPDATE loyalty_${table} SET member = $3 WHERE programme = $1 AND member = $2`,
          [programme, member, nobody],
        );
      }
      await query.query(
        `UPDATE loyalty_entry SET title = $3::jsonb, ref = NULL, because = '[]', cause = NULL
         WHERE programme = $1 AND member = $2`,
        [programme, nobody, JSON.stringify(title)],
      );
      await query.query(
        'UPDATE loyalty_use SET answers = NULL, ref = NULL WHERE programme = $1 AND member = $2',
        [programme, nobody],
      );
      await query.query(
        `UPDATE loyalty_place SET prize = NULL
         WHERE programme = $1 AND member = $2 AND given_at IS NULL`,
        [programme, nobody],
      );
      for (const column of ['friend', 'referrer']) {
        await query.query(
          `UPDATE loyalty_referral SET ${column} = $3 WHERE programme = $1 AND ${column} = $2`,
          [programme, member, nobody],
        );
      }
      // The key of this very request has no answer yet, and gets one that names nobody.
      await query.query(
        `UPDATE loyalty_key SET method = '', path = '', body_hash = '', body = NULL
         WHERE programme = $1 AND subject = $2 AND status IS NOT NULL`,
        [programme, member],
      );
      await query.query('DELETE FROM loyalty_referrer WHERE programme = $1 AND member = $2', [
        programme,
        member,
      ]);
      await query.query('DELETE FROM loyalty_member WHERE programme = $1 AND id = $2', [
        programme,
        member,
      ]);
      await lefts.upsert(query, programme, [{ print, at, back: false, had }]);
    },
  };
}
