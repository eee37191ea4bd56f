import type { ShopEvent } from '../../../shop/schema.js';
import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { settle } from '../passing/settle.js';
import { advance } from '../tracks/advance.js';
import type { EventHandler } from './event.js';
import { orderPaid } from './order-paid.js';
import { orderRefunded } from './order-refunded.js';
import { planCancelled, planPaid } from './plan.js';
import {
  balanceAdjusted,
  checkIn,
  memberJoined,
  reviewPublished,
  ruleCompleted,
  voucherGranted,
} from './simple.js';

/** Every event of the shop that counts. To add one: a handler, and a line here. */
const handlers: { readonly [Type in ShopEvent['type']]: EventHandler<Type> } = {
  'member.joined': memberJoined,
  'order.paid': orderPaid,
  'order.refunded': orderRefunded,
  'review.published': reviewPublished,
  'check-in': checkIn,
  'rule.completed': ruleCompleted,
  'voucher.granted': voucherGranted,
  'plan.paid': planPaid,
  'plan.cancelled': planCancelled,
  'balance.adjusted': balanceAdjusted,
};

/**
 * All that an event brings about: what has passed until then, the event, and the steps it leads to.
 * Not up to now: events that lie back are told in order, each into the world of its time.
 */
export async function happen(account: Account, event: ShopEvent, at: Millis): Promise<void> {
  await settle(account, at);
  await handle(account, event, at);
  await advance(account, Math.max(at, account.member.settledTo), event.id);
}

async function handle(account: Account, event: ShopEvent, at: Millis): Promise<void> {
  // An event and its handler belong together by the key of the table, which types cannot follow.
  const handler = handlers[event.type] as unknown as EventHandler<ShopEvent['type']>;
  await handler({ event, account, at });
}
