import type { Context } from 'hono';
import type { Deps, ShopApp, ShopEnv } from '../deps.js';
import type { ShopEvent } from '../loyalty-events.js';
import { purchasePage, purchasesPage } from '../pages/purchase.js';
import { purchaseWords } from '../purchase-words.js';
import {
  cancelledEvent,
  findPurchase,
  paidEvent,
  purchasesOf,
  type Purchase,
} from '../purchases.js';
import { leaveFlash, takeFlash } from '../visit.js';

/** Where the programme sends people who buy something for money, and where they cancel it. */
export function purchaseRoutes(app: ShopApp, { client, outbox, now }: Deps): void {
  /** Only the member who is signed in may see and pay what is theirs. */
  const own = async (c: Context<ShopEnv>): Promise<Purchase | null> => {
    const { member, lang } = c.get('visit');
    const found = await findPurchase(client, c.req.param('voucher') ?? '', lang);
    return found && member && found.member === member.id ? found : null;
  };

  app.get('/membership', async (c) => {
    const visit = c.get('visit');
    if (!visit.member) return c.redirect('/account', 303);
    takeFlash(visit);
    return c.html(purchasesPage(await purchasesOf(client, visit.member.id, visit.lang), visit));
  });

  app.get('/membership/:voucher', async (c) => {
    const visit = c.get('visit');
    if (!visit.member) return c.redirect('/account', 303);
    const purchase = await own(c);
    if (!purchase) return c.notFound();
    takeFlash(visit);
    return c.html(purchasePage(purchase, visit));
  });

  const act =
    (
      may: (purchase: Purchase) => boolean,
      event: (purchase: Purchase, at: Date) => ShopEvent,
      done: 'thanks' | 'cancelled',
    ) =>
    async (c: Context<ShopEnv>) => {
      const visit = c.get('visit');
      const purchase = await own(c);
      if (!purchase) return c.notFound();
      if (may(purchase)) {
        const words = purchaseWords[visit.lang];
        const delivery = await outbox.send(event(purchase, now()));
        if (delivery === 'rejected') leaveFlash(visit, 'bad', words.wrong);
        else if (delivery === 'waiting') leaveFlash(visit, 'info', words.soon);
        else leaveFlash(visit, 'good', words[done]);
      }
      return c.redirect(`/membership/${encodeURIComponent(purchase.voucher)}`, 303);
    };

  const isRunning = ({ status, renewsAt }: Purchase): boolean =>
    status === 'ready' && renewsAt !== null;
  app.post(
    '/membership/:voucher/pay',
    act((one) => one.status === 'pending' || isRunning(one), paidEvent, 'thanks'),
  );
  app.post('/membership/:voucher/cancel', act(isRunning, cancelledEvent, 'cancelled'));
}
