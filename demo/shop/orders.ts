import type { PricedCart } from './cart.js';
import type { Delivery, PaidOrder, ShopEvent } from './loyalty-events.js';
import type { Member } from './members.js';

/** An order that was placed. */
export interface Order {
  id: string;
  placedAt: Date;
  member: Member | null;
  cart: PricedCart;
  /** Codes that really did something; the others stay with their owner. */
  codes: string[];
  state: 'paid' | 'returned';
  /** Whether the programme knows; `guest` when there is nobody to give points to. */
  loyalty: Delivery | 'guest';
}

/** Keeps orders and counts them. */
export interface OrderStore {
  /** A number for an order that is about to be placed; never given twice, even when it is not. */
  nextId(): string;
  place(id: string, cart: PricedCart, member: Member | null, at: Date): Order;
  find(id: string): Order | undefined;
  ofMember(memberId: string): Order[];
}

/** The codes that take something off a cart. */
export const effectiveCodes = (cart: PricedCart): string[] =>
  cart.codes
    .filter(({ outcome }) => outcome.kind === 'off' || outcome.kind === 'shipping')
    .map(({ code }) => code);

/** An order book that lives as long as the process. */
export function createOrderStore(first = 1043): OrderStore {
  const orders = new Map<string, Order>();
  let next = first;
  return {
    nextId() {
      const id = String(next);
      next += 1;
      return id;
    },
    place(id, cart, member, at) {
      const codes = effectiveCodes(cart);
      const loyalty = member ? 'waiting' : 'guest';
      const order: Order = { id, placedAt: at, member, cart, codes, state: 'paid', loyalty };
      orders.set(id, order);
      return order;
    },
    find: (id) => orders.get(id),
    ofMember: (memberId) =>
      [...orders.values()].filter(({ member }) => member?.id === memberId).reverse(),
  };
}

/** A cart in the words of the programme: what would be paid for the goods, line by line. */
export const toCartRequest = (cart: PricedCart) => ({
  currency: 'EUR' as const,
  subtotal: cart.goods,
  lines: cart.lines.map(({ product, variantId, qty, payable }) => ({
    product: product.id,
    variant: variantId,
    collections: product.collections,
    qty,
    total: payable,
  })),
  codes: effectiveCodes(cart),
  channel: 'web' as const,
});

/** The order in the words of the programme. */
export function toPaidOrder({ id, cart, codes }: Order): PaidOrder {
  const { subtotal, ...rest } = toCartRequest(cart);
  return { id, ...rest, total: subtotal, codes };
}

/** The event that gives points for an order. */
export const paidEvent = (order: Order, member: Member): ShopEvent => ({
  id: `order-${order.id}-paid`,
  type: 'order.paid',
  at: order.placedAt.toISOString(),
  member: member.id,
  order: toPaidOrder(order),
});

/** The event that takes them back. */
export const refundedEvent = (order: Order, member: Member, at: Date): ShopEvent => ({
  id: `order-${order.id}-refunded`,
  type: 'order.refunded',
  at: at.toISOString(),
  member: member.id,
  order: { id: order.id },
});
