import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import type { Refusal } from '../../../engine.js';
import { refuse } from '../availability.js';
import type { Availability } from '../../../../contract/types.js';
import { say, type WordKey } from '../words.js';

/** One member doing something now, in one language. */
export interface Session {
  readonly account: Account;
  readonly now: Millis;
  readonly locale: string;
}

/** A sentence of ours in the member's language. */
export const sentence = (
  { account, locale }: Session,
  key: WordKey,
  slots?: Parameters<typeof say>[3],
): string => say(account.programme, locale, key, slots);

/** @throws Refusal that says why, unless it is available */
export function demand(session: Session, availability: Availability): void {
  if (availability.state !== 'available') throw refusal(session, availability);
}

const refusal = ({ account, now, locale }: Session, availability: Availability): Refusal =>
  refuse(account.programme, availability, now, locale);
