import { PGlite, type Transaction } from '@electric-sql/pglite';
import { mkdir } from 'node:fs/promises';
import { lockFolder } from './folder-lock.js';
import {
  INT8,
  SNAPSHOT,
  TIMESTAMPTZ,
  parseInt8,
  parseTimestamp,
  type Database,
  type Query,
} from './query.js';

const parsers = { [INT8]: parseInt8, [TIMESTAMPTZ]: parseTimestamp };

/**
 * PostgreSQL inside this process, kept in a folder: nothing to install for a first start. One
 * process per folder, which a lock file sees to.
 * @param dir the folder; made when missing
 * @throws FolderLocked when another process has the folder open
 */
export async function openPglite(dir: string): Promise<Database> {
  await mkdir(dir, { recursive: true });
  const unlock = await lockFolder(dir);
  let db: PGlite;
  try {
    db = await PGlite.create(dir, { parsers });
  } catch (error) {
    await unlock();
    throw new Error(
      `The embedded database in ${dir} does not open. If nothing of it is needed, remove the folder and start again.`,
      { cause: error },
    );
  }

  const layer = (target: PGlite | Transaction): Query => ({
    async query<Row>(text: string, params: readonly unknown[] = []) {
      return (await target.query<Row>(text, [...params])).rows;
    },
  });

  let closing: Promise<void> | undefined;
  return {
    ...layer(db),
    transaction: (work, mode = 'write') =>
      db.transaction(async (tx) => {
        if (mode === 'snapshot') await tx.query(SNAPSHOT);
        return work(layer(tx));
      }),
    close() {
      closing ??= db.close().finally(unlock);
      return closing;
    },
  };
}
