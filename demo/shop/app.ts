import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { isCrossSite } from './cross-site.js';
import type { Deps, ShopApp, ShopEnv } from './deps.js';
import { createEndpointClient } from './endpoint-client.js';
import { createOutbox } from './loyalty-events.js';
import type { ShopOptions } from './options.js';
import { createOrderStore } from './orders.js';
import { notFoundPage } from './pages/not-found.js';
import { createReviewStore } from './reviews.js';
import { accountRoutes } from './routes/account.js';
import { browseRoutes } from './routes/browse.js';
import { cartRoutes } from './routes/cart.js';
import { checkoutRoutes } from './routes/checkout.js';
import { purchaseRoutes } from './routes/purchases.js';
import { tokenRoutes } from './routes/token.js';
import { secure } from './security.js';
import { createSessionStore } from './session.js';
import { openVisit } from './visit.js';

/** Builds the shop. It keeps its data in memory and speaks to the world through its options. */
export function createShop(options: ShopOptions): ShopApp {
  const { shop, bar = () => '' } = options;
  const client = createEndpointClient(options);
  const sessions = createSessionStore(`${shop.name}_session`);
  const deps: Deps = {
    shop,
    client,
    outbox: createOutbox({ client }),
    orders: createOrderStore(options.firstOrder),
    reviews: createReviewStore(shop.reviews),
    now: options.now,
  };
  const endpointPath = new URL(options.endpointUrl).pathname;
  const app = new Hono<ShopEnv>();

  app.use(async (c, next) => {
    const nonce = randomBytes(16).toString('base64');
    secure(c, nonce);
    if (isCrossSite(c.req.raw)) return c.text('This request came from another site.', 403);
    await sessions.within(c, async (session) => {
      c.set('visit', openVisit(session, new URL(c.req.url), { shop, nonce, bar, endpointPath }));
      await next();
    });
    return undefined;
  });

  browseRoutes(app, deps);
  cartRoutes(app, deps);
  checkoutRoutes(app, deps);
  purchaseRoutes(app, deps);
  accountRoutes(app, deps);
  tokenRoutes(app, options);
  app.notFound((c) => c.html(notFoundPage(c.get('visit')), 404));
  return app;
}
