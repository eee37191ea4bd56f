import { ledger } from './migrations/001-ledger.js';
import { boards } from './migrations/002-boards.js';
import { members } from './migrations/003-members.js';
import { plansAndTallies } from './migrations/004-plans-and-tallies.js';
import { left } from './migrations/005-left.js';
import type { Database } from './query.js';

/** All migrations in order. Never change one that was released; add the next. */
export const migrations: readonly { readonly id: number; readonly sql: string }[] = [
  { id: 1, sql: ledger },
  { id: 2, sql: boards },
  { id: 3, sql: members },
  { id: 4, sql: plansAndTallies },
  { id: 5, sql: left },
];

/** Any number that nothing else in the shop's database is likely to lock: "loyal" in letters' numbers. */
const MIGRATION_LOCK = 12_15_25_01_12;

/**
 * Brings the database to the newest schema. Safe to call on every start and by several processes at
 * once: the second waits for the first and then finds nothing to do.
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1::bigint)', [MIGRATION_LOCK]);
    await tx.query(
      'CREATE TABLE IF NOT EXISTS loyalty_migration (id bigint PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    );
    const done = await tx.query<{ id: number }>('SELECT id FROM loyalty_migration');
    for (const { id, sql } of migrations) {
      if (done.some((row) => row.id === id)) continue;
      for (const statement of sql.split(';').map((part) => part.trim())) {
        if (statement !== '') await tx.query(statement);
      }
      await tx.query('INSERT INTO loyalty_migration (id) VALUES ($1)', [id]);
    }
  });
}
