import type { Client } from 'pg';
import { COST, UNIT } from './programme.js';

/** Lines of the ledger that each member has, on the average of a shop of years. */
export const LINES_EACH = 100;
/** Every tenth line is a redemption with its voucher and its key. */
const SPENDS = 10;

/**
 * Fills the tables with members as years would leave them: purchases of three points a day apart, and
 * a redemption after every tenth. Their sums are right, so that the endpoint can work on it.
 */
export async function fill(client: Client, programme: string, members: number): Promise<void> {
  const earned = 3 * COST;
  const lines = LINES_EACH;
  const at = `TIMESTAMPTZ '2024-01-01' + line * INTERVAL '1 day' + member * INTERVAL '1 second'`;
  const isSpend = `line % ${SPENDS} = 0`;
  const value = `CASE WHEN ${isSpend} THEN -${COST} ELSE ${earned} END`;
  const spends = Math.floor(lines / SPENDS);
  const available = (lines - spends) * earned - spends * COST;
  const all = `generate_series(0, ${members - 1}) AS member, generate_series(1, ${lines}) AS line`;
  const p = `'${programme}'`;
  await client.query(`
    INSERT INTO loyalty_member (programme, id, state, joined_at, rev, settled_to)
    SELECT ${p}, 'm' || member, 'member', TIMESTAMPTZ '2024-01-01', ${lines}, now()
    FROM generate_series(0, ${members - 1}) AS member`);
  await client.query(`
    INSERT INTO loyalty_balance (programme, member, unit, available, pending, held, lifetime, spent)
    SELECT ${p}, 'm' || member, '${UNIT}', ${available}, 0, 0, ${(lines - spends) * earned}, ${spends * COST}
    FROM generate_series(0, ${members - 1}) AS member`);
  await client.query(`
    INSERT INTO loyalty_entry (programme, id, member, at, kind, title, amounts, state, because)
    SELECT ${p}, 'e' || member || '-' || line, 'm' || member, ${at},
      CASE WHEN ${isSpend} THEN 'spend' ELSE 'earn' END, '{"en":"A line of the ledger"}',
      jsonb_build_array(jsonb_build_object('unit', '${UNIT}', 'value', ${value})), 'final', '[]'
    FROM ${all}`);
  await client.query(`
    INSERT INTO loyalty_posting (programme, entry, member, unit, value, bucket, at, counts)
    SELECT ${p}, 'e' || member || '-' || line, 'm' || member, '${UNIT}', ${value}, 'available', ${at},
      NOT (${isSpend})
    FROM ${all}`);
  await client.query(`
    INSERT INTO loyalty_voucher (programme, id, member, title, status, source, "grant", code,
      issued_at, used_at, seen_at, entry)
    SELECT ${p}, 'v' || member || '-' || line, 'm' || member, '{"en":"A coupon"}', 'used',
      '{"kind":"reward","id":"off"}', '{"kind":"custom","label":"A coupon"}',
      'C' || member || '-' || line, ${at}, ${at}, ${at}, 'e' || member || '-' || line
    FROM ${all} WHERE ${isSpend}`);
  await client.query(`
    INSERT INTO loyalty_lot (programme, id, member, unit, entry, value, remaining, expired, pending,
      usable_at, at)
    SELECT ${p}, 'l' || member, 'm' || member, '${UNIT}', 'e' || member || '-1', ${available},
      ${available}, 0, false, TIMESTAMPTZ '2024-01-02', TIMESTAMPTZ '2024-01-02'
    FROM generate_series(0, ${members - 1}) AS member`);
  await client.query(`
    INSERT INTO loyalty_order (programme, id, member, at, total, refunded, entry)
    SELECT ${p}, 'o' || member || '-' || line, 'm' || member, ${at}, 30000, 0, 'e' || member || '-' || line
    FROM ${all} WHERE NOT (${isSpend})`);
  await client.query(`
    INSERT INTO loyalty_use (programme, id, member, scope, "of", at, entry)
    SELECT ${p}, 'u' || member || '-' || line, 'm' || member, 'reward', 'off', ${at}, 'e' || member || '-' || line
    FROM ${all} WHERE ${isSpend}`);
  await client.query(`
    INSERT INTO loyalty_track (programme, member, track, cycle, done_count)
    SELECT ${p}, 'm' || member, 'tier', 0, 0 FROM generate_series(0, ${members - 1}) AS member`);
  // Keys live for a day: as many as one member in ten uses.
  await client.query(`
    INSERT INTO loyalty_key (programme, subject, key, method, path, body_hash, at, status, body)
    SELECT ${p}, 'm' || member, 'k' || member, 'POST', '/rewards/off/redeem', repeat('0', 64), now(),
      200, ('{"voucher":"' || repeat('x', 900) || '"}')::json
    FROM generate_series(0, ${members - 1}, 10) AS member`);
  await client.query('VACUUM (ANALYZE)');
}
