import pg from 'pg';
import { listenOn } from './pg-listen.js';
import { StoreBusy } from '../store.js';
import {
  INT8,
  SNAPSHOT,
  TIMESTAMPTZ,
  parseInt8,
  parseTimestamp,
  type Database,
  type Query,
} from './query.js';

/** Longer than any honest wait for a member's lock, shorter than a shopper's patience. */
const LOCK_TIMEOUT_MS = 5_000;
/** A transaction that stands still so long has lost its process. */
const IDLE_IN_TRANSACTION_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;
/** Fits several processes of a shop into PostgreSQL's usual 100 connections. */
const CONNECTIONS = 10;

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  [TIMESTAMPTZ, parseTimestamp],
]);

function away(cause: unknown): never {
  throw new StoreBusy('away', 'The database cannot be reached', { cause });
}

/**
 * A served PostgreSQL, or a cluster that speaks like one.
 * @param url as in DATABASE_URL, `postgres://user:password@host:5432/name`
 */
export function openPg(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        parsers.get(oid) ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
    },
  });
  // An idle connection that breaks is replaced on next use; without a listener it would end the process.
  pool.on('error', (error) =>
    console.warn(`loyalty: a database connection broke: ${error.message}`),
  );

  const layer = (target: pg.Pool | pg.PoolClient): Query => ({
    async query<Row>(text: string, params: readonly unknown[] = []) {
      return (await target.query(text, [...params])).rows as Row[];
    },
  });

  const transaction: Database['transaction'] = async (work, mode = 'write') => {
    const client = await pool.connect().catch(away);
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      if (mode === 'snapshot') await client.query(SNAPSHOT);
      const result = await work(layer(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      // The driver gives no code to a connection that ends in the middle of a statement.
      if (error instanceof Error && /^Connection terminated/.test(error.message)) away(error);
      await client.query('ROLLBACK').catch((failure: unknown) => {
        // A connection that cannot even roll back must not be used again.
        broken = failure instanceof Error ? failure : new Error(String(failure));
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  let closing: Promise<void> | undefined;
  return Promise.resolve({
    ...layer(pool),
    transaction,
    listen: (...how) => listenOn(url, ...how),
    close() {
      closing ??= pool.end();
      return closing;
    },
  });
}
