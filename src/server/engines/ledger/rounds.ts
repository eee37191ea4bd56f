import type { Millis } from '../../stores/rows.js';
import { StoreBusy, type Store } from '../../stores/store.js';
import type { Members } from './members.js';
import { owing } from './owed/index.js';
import type { Programme } from './programme/programme.js';

/** Keys are kept a day at least; two, so that a phone that was off overnight still gets its answer. */
const KEY_KEPT_MS = 2 * 86_400_000;
/** Members that one round catches up with, each in a transaction of its own. */
const ROUND_MEMBERS = 200;

interface Parts {
  readonly store: Store;
  readonly programme: Programme;
  readonly members: Members;
}

/** Going round to members who have not come by themselves. */
export function createRounds({ store, programme, members }: Parts) {
  const { id } = programme;

  /** @param notice whether something of theirs looks different, though nothing is to be booked */
  const visit = (member: string, now: Millis, notice: boolean): Promise<void> =>
    store.transaction(id, async (tx) => {
      // Never somebody who has left: looking for them must not make them a member again.
      if (!(await tx.members.find(member))) return;
      const account = await members.open(tx, { id: member }, now, false);
      if (!account || account.member.state === 'blocked') return;
      if (notice) account.touch();
      await members.catchUp(account, now);
    });

  return {
    /** Whom something concerned that another member did. What cannot be done now, the clock does. */
    async tell(others: Iterable<string>, now: Millis): Promise<void> {
      for (const member of others) {
        await visit(member, now, true).catch((error: unknown) => {
          if (!(error instanceof StoreBusy)) throw error;
        });
      }
    },

    /** Everyone for whom something has come due. @throws AggregateError after all were visited */
    async all(now: Millis): Promise<void> {
      const due = await store.transaction(id, async (tx) => {
        await tx.keys.forget(now - KEY_KEPT_MS);
        await tx.tickets.forget(now);
        const late = await tx.members.due(now, ROUND_MEMBERS);
        return new Set([...late, ...(await owing(tx, programme, now, ROUND_MEMBERS))]);
      });
      const failures: unknown[] = [];
      for (const member of due) {
        // One member who cannot be caught up with must not hold up all others.
        await visit(member, now, false).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) {
        throw new AggregateError(failures, `${failures.length} of ${due.size} members failed`);
      }
    },
  };
}
