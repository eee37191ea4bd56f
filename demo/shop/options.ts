import type { Shop } from './shop.js';
import type { Visit } from './visit.js';

/** Answers a request to the loyalty endpoint: in this process, or through `fetch` somewhere else. */
export type EndpointHandler = (request: Request) => Promise<Response>;

/** The key that signs shopper tokens; `kid` lets the endpoint tell the old from the new one. */
export interface TokenKey {
  kid: string;
  secret: string;
}

/** Everything the shop needs from outside. */
export interface ShopOptions {
  shop: Shop;
  /** Shown above every page. */
  bar?: Visit['bar'];
  endpoint: EndpointHandler;
  /** Absolute base of the endpoint, with the publishable key: `http://…/loyalty/v1/pk_oak`. */
  endpointUrl: string;
  /** Authorises the shop itself (events, voucher look-ups). Never reaches a page. */
  secretKey: string;
  tokenKey: TokenKey;
  now: () => Date;
  /** Number of the first order. Raise it when the endpoint remembers more orders than the shop. */
  firstOrder?: number;
}
