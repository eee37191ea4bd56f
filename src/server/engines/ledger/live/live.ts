import type { Me } from '../../../../contract/types.js';
import { Refusal, type Live, type LiveEvent, type Subject } from '../../../engine.js';
import type { Millis } from '../../../stores/rows.js';
import type { Store } from '../../../stores/store.js';
import type { Programme } from '../programme/programme.js';
import { changesBetween, whole } from '../view/changes.js';
import { Tickets, type Seat } from './tickets.js';

interface Parts {
  readonly store: Store;
  readonly programme: Programme;
  readonly now: () => Millis;
  readonly me: (subject: Subject, locale: string) => Promise<Me>;
}

/** A reader that is being told of changes. */
interface Seated {
  /** How things stood when it began to listen. */
  readonly first: Me;
  readonly look: () => Promise<Me>;
  /** Waits until something may be different; `false` at the end. */
  readonly change: () => Promise<boolean>;
  readonly leave: () => void;
}

/** A browser shares one stream among its tabs; nobody has more browsers open than this. */
const STREAMS_PER_MEMBER = 10;

/**
 * What changes for a member, as it happens. Nothing is queued: a stream remembers what its reader has
 * seen, and when the reader takes the next event it is told everything that is different by then, so
 * that a slow one misses the steps between and never the outcome.
 */
export function createLive({ store, programme, now, me }: Parts): Live {
  const tickets = new Tickets({ store, programme: programme.id, now });
  const open = new Map<string, number>();

  const count = (member: string, by: number): void => {
    const streams = (open.get(member) ?? 0) + by;
    if (streams > 0) open.set(member, streams);
    else open.delete(member);
  };

  /** Listens first and looks then, so that what happens in between is heard. */
  async function takeSeat(seat: Seat, signal: AbortSignal): Promise<Seated> {
    const { member, locale } = seat;
    let wake = (): void => undefined;
    const look = (): Promise<Me> => me({ id: member }, locale);
    const seated = { isDirty: false };
    const hear = (): void => {
      seated.isDirty = true;
      wake();
    };
    const stop = await store.feed.follow(programme.id, member, hear);
    count(member, 1);
    let isSeated = true;
    const leave = (): void => {
      if (!isSeated) return;
      isSeated = false;
      stop();
      signal.removeEventListener('abort', end);
      count(member, -1);
    };
    // A generator that nobody has begun to read would never come to its `finally`.
    const end = (): void => {
      leave();
      wake();
    };
    signal.addEventListener('abort', end);
    const change = async (): Promise<boolean> => {
      if (!seated.isDirty && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      seated.isDirty = false;
      return !signal.aborted;
    };
    try {
      return { first: await look(), look, change, leave };
    } catch (error) {
      leave();
      throw error;
    }
  }

  async function* follow(
    seat: Seat,
    { first, look, change, leave }: Seated,
    lastEvent: string | null,
  ): AsyncGenerator<LiveEvent, void> {
    try {
      const program = programme.public(seat.locale).rev;
      if (program !== seat.program) yield { type: 'program', rev: program };
      const known = lastEvent ?? seat.rev;
      if (!canGoOn(known, first.rev, lastEvent)) {
        yield { type: 'reset' };
        return;
      }
      if (first.rev !== known) yield { type: 'changes', changes: whole(first) };
      for (let before = first; await change();) {
        const after = await look();
        // Whoever has left is nobody's reader any more.
        if (after.member.state === 'guest') {
          yield { type: 'reset' };
          return;
        }
        const { rev } = before;
        if (after.rev !== rev) yield { type: 'changes', changes: changesBetween(before, after) };
        before = after;
      }
    } finally {
      leave();
    }
  }

  return {
    ticket: (subject, { rev, program }, locale) =>
      tickets.write({
        member: subject.id,
        locale: programme.localeFor(locale),
        rev,
        program,
      }),

    async open(ticket, lastEvent, signal) {
      const seat = await tickets.use(ticket, lastEvent !== null);
      if ((open.get(seat.member) ?? 0) >= STREAMS_PER_MEMBER) {
        throw new Refusal('rate-limited', 'This member has too many streams open.', { after: 60 });
      }
      const seated = await takeSeat(seat, signal);
      return follow(seat, seated, lastEvent);
    },
  };
}

/**
 * Whether a reader can be told what it has missed. Who comes back with a used ticket proves by the
 * newest revision that it has read the stream; for the ticket's first reader everything of the
 * member's is sent, unless its state is from a life before this one.
 */
function canGoOn(known: string, rev: string, lastEvent: string | null): boolean {
  // The state of a guest: whoever has left is nobody's reader any more.
  if (rev === '0') return false;
  if (lastEvent !== null) return known === rev;
  const order = (text: string): number => Number.parseInt(text, 36);
  return order(rev) >= order(known);
}
