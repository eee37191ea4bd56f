import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/** What the tables say afterwards, by SQL that shares nothing with the engine. */
export interface Books {
  /** Wallets whose numbers are not the sums of their lines. */
  readonly wrong: number;
  /** Wallets below zero. */
  readonly negative: number;
  readonly vouchers: number;
  /** Codes that stand on more than one voucher. */
  readonly doubleCodes: number;
  /** Lines of the ledger that spend. */
  readonly spends: number;
  /** Keys with a good answer. */
  readonly keys: number;
  /** All that the members have, in points. */
  readonly available: number;
}

const BOOKS = `
SELECT
  (SELECT count(*) FROM (
    SELECT b.available, b.pending, b.held,
      COALESCE(SUM(p.value) FILTER (WHERE p.bucket = 'available'), 0) AS available_lines,
      COALESCE(SUM(p.value) FILTER (WHERE p.bucket = 'pending'), 0) AS pending_lines,
      COALESCE(SUM(p.value) FILTER (WHERE p.bucket = 'held'), 0) AS held_lines
    FROM loyalty_balance b
    LEFT JOIN loyalty_posting p USING (programme, member, unit)
    GROUP BY b.programme, b.member, b.unit, b.available, b.pending, b.held
  ) sums WHERE available <> available_lines OR pending <> pending_lines OR held <> held_lines
  )::int AS wrong,
  (SELECT count(*) FROM loyalty_balance WHERE available < 0)::int AS negative,
  (SELECT count(*) FROM loyalty_voucher)::int AS vouchers,
  (SELECT count(code) - count(DISTINCT code) FROM loyalty_voucher)::int AS "doubleCodes",
  (SELECT count(*) FROM loyalty_entry WHERE kind = 'spend')::int AS spends,
  (SELECT count(*) FROM loyalty_key WHERE status = 200)::int AS keys,
  (SELECT COALESCE(SUM(available), 0) FROM loyalty_balance)::int AS available`;

/** @param where as the server's process was told; a folder must be free */
export async function readBooks(where: string): Promise<Books> {
  if (!/^postgres/.test(where)) {
    const db = await PGlite.create(join(where, 'db'));
    try {
      return (await db.query<Books>(BOOKS)).rows[0]!;
    } finally {
      await db.close();
    }
  }
  const client = new pg.Client({ connectionString: where });
  await client.connect();
  try {
    return (await client.query<Books>(BOOKS)).rows[0]!;
  } finally {
    await client.end();
  }
}
