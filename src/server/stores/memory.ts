import { emptyData, type Data } from './memory/data.js';
import {
  memoryStock,
  memoryTallies,
  memoryTracks,
  memoryUses,
  memoryVouchers,
} from './memory/holdings.js';
import { memoryLedger } from './memory/ledger.js';
import { memoryEvents, memoryKeys, memoryMembers, memoryOrders } from './memory/people.js';
import { memoryBoards, memoryGoals, memoryReferrals } from './memory/shared.js';
import { memoryPrivacy } from './memory/privacy.js';
import { memoryTickets } from './memory/tickets.js';
import type { Journal } from './memory/table.js';
import { Hearers, topicOf } from './feed.js';
import type { Store, Tx } from './store.js';

/**
 * A store that lives as long as the process or the page: for tests and for the sandbox. It needs
 * nothing of Node. Transactions run one after the other and are undone when they throw.
 */
export function memoryStore(): Store {
  const journal: Journal = [];
  const programmes = new Map<string, Tx>();
  const hearers = new Hearers();
  /** Members that the running transaction has changed. */
  const changed = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();

  const undoTo = (length: number): void => {
    while (journal.length > length) journal.pop()?.();
  };

  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = journal.length;
    try {
      return await work();
    } catch (error) {
      undoTo(before);
      throw error;
    }
  };

  const txOf = (programme: string): Tx => {
    const known = programmes.get(programme);
    if (known) return known;
    const tx = createTx(emptyData(journal), attempt);
    const heard: Tx = {
      ...tx,
      members: {
        ...tx.members,
        save(row) {
          changed.add(row.id);
          return tx.members.save(row);
        },
      },
      privacy: {
        ...tx.privacy,
        erase(member, ...how) {
          changed.add(member);
          return tx.privacy.erase(member, ...how);
        },
      },
    };
    programmes.set(programme, heard);
    return heard;
  };

  const transaction: Store['transaction'] = (programme, work) => {
    const run = last.then(async () => {
      try {
        const result = await attempt(() => work(txOf(programme)));
        for (const member of changed) hearers.tell(topicOf(programme, member));
        return result;
      } finally {
        journal.length = 0;
        changed.clear();
      }
    });
    last = run.catch(() => undefined);
    return run;
  };

  return {
    feed: {
      follow: (programme, member, heard) =>
        Promise.resolve(hearers.add(topicOf(programme, member), heard)),
    },
    transaction,
    snapshot: transaction,
    close: () => Promise.resolve(),
  };
}

const createTx = (data: Data, attempt: Tx['attempt']): Tx => ({
  attempt,
  keys: memoryKeys(data),
  events: memoryEvents(data),
  members: memoryMembers(data),
  ledger: memoryLedger(data),
  vouchers: memoryVouchers(data),
  tracks: memoryTracks(data),
  uses: memoryUses(data),
  orders: memoryOrders(data),
  stock: memoryStock(data),
  tickets: memoryTickets(data),
  privacy: memoryPrivacy(data),
  boards: memoryBoards(data),
  goals: memoryGoals(data),
  referrals: memoryReferrals(data),
  tallies: memoryTallies(data),
});
