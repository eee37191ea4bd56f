import { openBasket } from './basket.js';
import type { PricedCart } from './cart.js';
import type { Deps } from './deps.js';
import { type Order, effectiveCodes, paidEvent } from './orders.js';
import { type Taking, releaseCodes, takeCodes } from './take-codes.js';
import { type Visit, leaveFlash } from './visit.js';

/** Says which code stood in the way; one that was refused leaves the cart. */
function refuse(visit: Visit, { code, refusal }: Extract<Taking, { ok: false }>): void {
  const { session, t } = visit;
  const why = t.cart.refusals[refusal];
  if (refusal === 'unreachable') return leaveFlash(visit, 'bad', why);
  session.codes = session.codes.filter((kept) => kept !== code);
  leaveFlash(visit, 'bad', t.cart.codeLost(code, why));
}

/** Takes the codes of a cart and makes an order of it: both, or neither. */
async function orderCart(visit: Visit, cart: PricedCart, deps: Deps): Promise<Order | null> {
  const { session, member } = visit;
  const claim = { codes: effectiveCodes(cart), member, order: deps.orders.nextId() };
  const taking = await takeCodes(deps.client, claim);
  if (!taking.ok) {
    refuse(visit, taking);
    return null;
  }
  try {
    const order = deps.orders.place(claim.order, cart, member, deps.now());
    session.cart = [];
    session.codes = [];
    session.orders = [...session.orders, order.id];
    return order;
  } catch (error) {
    await releaseCodes(deps.client, claim);
    throw error;
  }
}

/** Makes an order of the visitor's cart; null when there is something to look at first. */
export async function placeOrder(
  visit: Visit,
  seenTotal: string,
  deps: Deps,
): Promise<Order | null> {
  const { cart } = await openBasket(visit, deps);
  if (cart.lines.length === 0) return null;
  if (String(cart.total) !== seenTotal) {
    // Nobody pays a sum they have not seen.
    leaveFlash(visit, 'info', visit.t.cart.checkoutChanged);
    return null;
  }
  const order = await orderCart(visit, cart, deps);
  if (order?.member) order.loyalty = await deps.outbox.send(paidEvent(order, order.member));
  return order;
}
