import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';

/** The port of something that happens by itself when time passes. */
export interface Passing {
  /** When the next of it is due; `null` for never. */
  due(account: Account): Millis | null;
  /** Does all of it that is due at a moment; afterwards `due` lies later. */
  pass(account: Account, at: Millis): Promise<void>;
}

/** The earliest of several moments, without those that never come. */
export function earliest(moments: Iterable<Millis | null>): Millis | null {
  let first: Millis | null = null;
  for (const moment of moments) {
    if (moment !== null && (first === null || moment < first)) first = moment;
  }
  return first;
}
