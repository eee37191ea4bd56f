import type { Hono } from 'hono';
import type { EndpointClient } from './endpoint-client.js';
import type { Outbox } from './loyalty-events.js';
import type { OrderStore } from './orders.js';
import type { ReviewStore } from './reviews.js';
import type { Shop } from './shop.js';
import type { Visit } from './visit.js';

/** What the shop's routes work with. */
export interface Deps {
  shop: Shop;
  client: EndpointClient;
  outbox: Outbox;
  orders: OrderStore;
  reviews: ReviewStore;
  now: () => Date;
}

/** The shop's Hono: every request carries its visit. */
export type ShopEnv = { Variables: { visit: Visit } };
export type ShopApp = Hono<ShopEnv>;
