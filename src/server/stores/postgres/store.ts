import { StoreBusy, type Store, type Tx } from '../store.js';
import {
  postgresStock,
  postgresTallies,
  postgresTracks,
  postgresUses,
  postgresVouchers,
} from './holdings.js';
import { postgresLedger } from './ledger.js';
import { PostgresFeed } from './feed.js';
import { migrate } from './migrate.js';
import { postgresEvents, postgresKeys, postgresMembers, postgresOrders } from './people.js';
import { postgresReferrals } from './referrals.js';
import { postgresBoards, postgresGoals } from './shared.js';
import { postgresTickets } from './tickets.js';
import { postgresPrivacy } from './privacy.js';
import { sqlState, type Database, type Query } from './query.js';

/** Conflicts that PostgreSQL asks to have tried again: serialisation failure, deadlock. */
const CONFLICTS = new Set(['40001', '40P01']);
const LOCK_TIMEOUT = '55P03';
/**
 * Shutting down or starting up, too many connections, a connection that failed; also as Node says it.
 * A commit may have got through all the same: the key of the request tells when it comes again.
 */
const isAway = (state: string): boolean =>
  /^(08...|57P0[123]|53300|25P03|ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(
    state,
  );
/** After so many conflicts in a row the database is overloaded, and more tries would add to it. */
const TRIES = 5;
/** Between tries, times a random factor so that two rivals do not meet again. */
const PAUSE_MS = 20;

/** The store on PostgreSQL, embedded or served. Brings the schema up to date first. */
export async function postgresStore(database: Database): Promise<Store> {
  await migrate(database);
  const feed = await PostgresFeed.open(database);

  const run = async <T>(
    programme: string,
    work: (tx: Tx) => Promise<T>,
    mode: 'write' | 'snapshot',
  ): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const changed = new Set<string>();
        const result = await database.transaction((query) => {
          changed.clear();
          const tx = createTx(query, programme, mode === 'write');
          const members: Tx['members'] = {
            ...tx.members,
            async save(row) {
              await tx.members.save(row);
              changed.add(row.id);
              await feed.note(query, programme, row.id);
            },
          };
          const privacy: Tx['privacy'] = {
            ...tx.privacy,
            async erase(member, ...how) {
              await tx.privacy.erase(member, ...how);
              changed.add(member);
              await feed.note(query, programme, member);
            },
          };
          return work({ ...tx, members, privacy });
        }, mode);
        feed.committed(programme, changed);
        return result;
      } catch (error) {
        const state = sqlState(error) ?? '';
        const cause = { cause: error };
        if (state === LOCK_TIMEOUT) {
          throw new StoreBusy('lock', 'A lock in the database was not free in time', cause);
        }
        if (isAway(state)) throw new StoreBusy('away', 'The database cannot be reached', cause);
        if (!CONFLICTS.has(state)) throw error;
        if (attempt === TRIES) {
          throw new StoreBusy('conflict', `The database refused ${TRIES} times`, cause);
        }
        await new Promise((resolve) =>
          setTimeout(resolve, PAUSE_MS * attempt * (1 + Math.random())),
        );
      }
    }
  };

  return {
    feed,
    transaction: (programme, work) => run(programme, work, 'write'),
    snapshot: (programme, work) => run(programme, work, 'snapshot'),
    async close() {
      await feed.close();
      await database.close();
    },
  };
}

const createTx = (query: Query, programme: string, locking: boolean): Tx => ({
  async attempt(work) {
    await query.query('SAVEPOINT attempt');
    try {
      const result = await work();
      await query.query('RELEASE SAVEPOINT attempt');
      return result;
    } catch (error) {
      await query.query('ROLLBACK TO SAVEPOINT attempt');
      throw error;
    }
  },
  keys: postgresKeys(query, programme),
  events: postgresEvents(query, programme),
  members: postgresMembers(query, programme),
  ledger: postgresLedger(query, programme, locking),
  vouchers: postgresVouchers(query, programme),
  tracks: postgresTracks(query, programme),
  uses: postgresUses(query, programme),
  orders: postgresOrders(query, programme),
  stock: postgresStock(query, programme),
  tickets: postgresTickets(query, programme),
  privacy: postgresPrivacy(query, programme),
  boards: postgresBoards(query, programme, locking),
  goals: postgresGoals(query, programme),
  referrals: postgresReferrals(query, programme, locking),
  tallies: postgresTallies(query, programme),
});
