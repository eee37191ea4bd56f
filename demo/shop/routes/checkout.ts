import type { Deps, ShopApp } from '../deps.js';
import { readForm } from '../form.js';
import { type Order, refundedEvent } from '../orders.js';
import { orderPage } from '../pages/order.js';
import { placeOrder } from '../place-order.js';
import type { Session } from '../session.js';
import { type Visit, leaveFlash, takeFlash } from '../visit.js';

const mayRead = (order: Order, { session, member }: Visit): boolean =>
  session.orders.includes(order.id) || (member !== null && order.member?.id === member.id);

/** Checkout, the thank-you page, and giving an order back. */
export function checkoutRoutes(app: ShopApp, deps: Deps): void {
  /** A second click on "Order" joins the first one. */
  const placing = new WeakMap<Session, Promise<Order | null>>();

  app.post('/checkout', async (c) => {
    const visit = c.get('visit');
    const { session } = visit;
    const field = await readForm(c);
    const placed = placing.get(session) ?? placeOrder(visit, field('total'), deps);
    placing.set(session, placed);
    const order = await placed.finally(() => placing.delete(session));
    return c.redirect(order ? `/orders/${order.id}` : '/cart', 303);
  });

  const findOrder = (id: string, visit: Visit): Order | null => {
    const order = deps.orders.find(id);
    return order && mayRead(order, visit) ? order : null;
  };

  app.get('/orders/:id', (c) => {
    const visit = c.get('visit');
    const order = findOrder(c.req.param('id'), visit);
    if (!order) return c.notFound();
    // The outbox may have delivered since.
    if (order.loyalty === 'waiting') {
      const id = `order-${order.id}-paid`;
      if (!deps.outbox.waiting.some((event) => event.id === id)) order.loyalty = 'delivered';
      if (deps.outbox.rejected.some((event) => event.id === id)) order.loyalty = 'rejected';
    }
    takeFlash(visit);
    return c.html(orderPage(order, visit));
  });

  app.post('/orders/:id/return', async (c) => {
    const visit = c.get('visit');
    const order = findOrder(c.req.param('id'), visit);
    if (!order) return c.notFound();
    if (order.state === 'paid') {
      order.state = 'returned';
      if (order.member) await deps.outbox.send(refundedEvent(order, order.member, deps.now()));
      leaveFlash(visit, 'good', visit.t.order.returned);
    }
    return c.redirect(`/orders/${order.id}`, 303);
  });
}
