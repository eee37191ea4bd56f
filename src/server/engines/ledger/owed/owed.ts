import type { Millis } from '../../../stores/rows.js';
import type { Tx } from '../../../stores/store.js';
import type { Account } from '../account.js';
import type { Programme } from '../programme/programme.js';

/**
 * The port of what somebody else's doing brings a member: a friend's order, a draw, a goal of all. A
 * transaction changes one member only, so it is noted where it happens and booked here, when the
 * member is next seen or by the clock.
 */
export interface Owed {
  /** Whether something waits for a member who is only looked at. */
  waits(account: Account, at: Millis): Promise<boolean>;
  /** Books all of it; afterwards nothing waits. */
  give(account: Account, at: Millis): Promise<void>;
  /** Members for whom something waits. May note for all what has come about meanwhile. */
  members(tx: Tx, programme: Programme, at: Millis, limit: number): Promise<string[]>;
}
