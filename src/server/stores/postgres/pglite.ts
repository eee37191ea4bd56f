import { PGlite, type Transaction } from '@electric-sql/pglite';
import { access, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Where the database lies in its folder: beside the lock; before there was one, directly in it. */
async function placeIn(folder: string): Promise<string> {
  const isOld = await access(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  return isOld ? folder : join(folder, 'db');
}

/**
 * PostgreSQL inside this process, kept in a folder: nothing to install for a first start. One
 * process per folder, which a lock file in it sees to.
 * @param dir the folder; made when missing
 * @throws FolderLocked when another process has the folder open
 */
export async function openPglite(dir: string): Promise<Database> {
  await mkdir(dir, { recursive: true });
  // The driver does not follow links, and two names of one folder must meet in one lock.
  const folder = await realpath(dir);
  const lock = await lockFolder(folder);
  let db: PGlite;
  try {
    const place = await placeIn(folder);
    await mkdir(place, { recursive: true });
    db = await PGlite.create(place, { parsers });
  } catch (error) {
    await lock.release();
    throw new Error(
      `The embedded database in ${dir} does not open. If nothing of it is needed, remove the folder and start again.`,
      { cause: error },
    );
  }

  const layer = (target: PGlite | Transaction): Query => ({
    async query<Row>(text: string, params: readonly unknown[] = []) {
      lock.demand();
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
    async listen(channel, heard) {
      const stop = await db.listen(channel, heard);
      return () => stop();
    },
    close() {
      // Closing writes; what belongs to another process by now is left as it is.
      closing ??= lock.isLost ? lock.release() : db.close().finally(() => lock.release());
      return closing;
    },
  };
}
