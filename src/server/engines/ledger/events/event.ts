import type { ShopEvent } from '../../../shop/schema.js';
import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';

/** The port of a shop event: what the ledger makes of it, inside a transaction. */
export interface Happening<Type extends ShopEvent['type']> {
  readonly event: Extract<ShopEvent, { type: Type }>;
  readonly account: Account;
  /** When it happened. */
  readonly at: Millis;
}

/** @throws Refusal when the event cannot be right; nothing of it is kept then */
export type EventHandler<Type extends ShopEvent['type']> = (
  happening: Happening<Type>,
) => Promise<void>;
