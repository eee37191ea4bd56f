import type { ReferralRow, ReferrerRow } from '../rows.js';
import type { ReferralStore } from '../store.js';
import type { Param, Query } from './query.js';
import { ids, TAKES_PART } from './shared.js';
import { SqlTable } from './table.js';

/** Who may invite with which code, and who came through whom. */

const referrers = new SqlTable<ReferrerRow>(
  'loyalty_referrer',
  { member: 'text', code: 'text', sent: 'int' },
  ['member'],
);

const referrals = new SqlTable<ReferralRow>(
  'loyalty_referral',
  {
    friend: 'text',
    referrer: 'text',
    state: 'text',
    at: 'time',
    order: 'text',
    orderedAt: 'time',
    entries: 'json',
  },
  ['friend'],
);

const OWED = `state IN ('ordered', 'returned')`;
const FIRST_NAME = `, (SELECT m.name FROM loyalty_member m
  WHERE m.programme = loyalty_referral.programme AND m.id = friend) AS name`;

/** @param locking whether what is read is going to be changed */
export function postgresReferrals(
  query: Query,
  programme: string,
  locking: boolean,
): ReferralStore {
  const lock = locking ? ' FOR UPDATE' : '';
  const named = (rest: string, params: readonly Param[]) =>
    referrals.select<{ name: string | null }>(query, programme, rest, params, FIRST_NAME);
  return {
    of: async (member) =>
      (await referrers.select(query, programme, 'member = $2', [member]))[0] ?? null,
    byCode: async (code) =>
      (await referrers.select(query, programme, 'code = $2', [code]))[0] ?? null,
    addReferrer: async (row) =>
      (await referrers.insert(query, programme, [row], 'ON CONFLICT DO NOTHING')) === 1,
    async countSent(member) {
      await query.query(
        'UPDATE loyalty_referrer SET sent = sent + 1 WHERE programme = $1 AND member = $2',
        [programme, member],
      );
    },
    add: async (row) =>
      (await referrals.insert(query, programme, [row], 'ON CONFLICT DO NOTHING')) === 1,
    save: (row) => referrals.upsert(query, programme, [row]),
    friend: async (friend) =>
      (await referrals.select(query, programme, `friend = $2${lock}`, [friend]))[0] ?? null,
    friends: (member, limit) =>
      named('referrer = $2 ORDER BY at DESC, friend COLLATE "C" LIMIT $3::bigint', [member, limit]),
    async counts(member) {
      const rows = await query.query<{ joined: number; completed: number }>(
        `SELECT count(*) AS joined, count(*) FILTER (WHERE state = 'completed') AS completed
         FROM loyalty_referral WHERE programme = $1 AND referrer = $2`,
        [programme, member],
      );
      return rows[0] ?? { joined: 0, completed: 0 };
    },
    owed: (member) =>
      named(`referrer = $2 AND ${OWED} ORDER BY at, friend COLLATE "C"${lock}`, [member]),
    owing: async (limit) =>
      ids(
        await query.query<{ member: string }>(
          `SELECT DISTINCT r.referrer AS member FROM loyalty_referral r
           JOIN loyalty_member m ON m.programme = $1 AND m.id = r.referrer AND ${TAKES_PART}
           WHERE r.programme = $1 AND r.${OWED} ORDER BY r.referrer LIMIT $2::bigint`,
          [programme, limit],
        ),
      ),
  };
}
