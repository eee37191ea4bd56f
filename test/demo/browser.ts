import type { ShopEvent } from '../../demo/shop/loyalty-events.js';
import { createShop } from '../../demo/shop/app.js';
import type { ShopVoucher } from '../../demo/shop/vouchers.js';

/** Just enough of a browser: it keeps the cookie and follows no redirect by itself. */
export interface Browser {
  get(path: string): Promise<Response>;
  post(path: string, form?: Record<string, string>): Promise<Response>;
  text(path: string): Promise<string>;
  /** What the endpoint was told. */
  events: ShopEvent[];
  /** The vouchers the endpoint knows; change it at will. */
  vouchers: ShopVoucher[];
}

export const now = new Date('2026-11-22T09:30:00Z');
export const tokenKey = { kid: 'k1', secret: 'a-secret-of-at-least-thirty-two-bytes' };

/** Opens a shop with an endpoint of its own, and a browser in front of it. */
export function openShop(): Browser {
  const events: ShopEvent[] = [];
  const vouchers: ShopVoucher[] = [];
  const shop = createShop({
    endpoint: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith('/shop/events')) {
        events.push((await request.json()) as ShopEvent);
        return Response.json({});
      }
      const found = vouchers.find(({ code }) => pathname.endsWith(`/shop/vouchers/${code}`));
      return found ? Response.json(found) : new Response(null, { status: 404 });
    },
    endpointUrl: 'http://shop.test/loyalty/v1/pk_oak',
    secretKey: 'sk_test',
    tokenKey,
    now: () => now,
  });

  let cookie = '';
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers: Record<string, string> = cookie ? { cookie } : {};
    const response = await shop.fetch(new Request(`http://shop.test${path}`, { ...init, headers }));
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const get = (path: string): Promise<Response> => send(path, {});
  return {
    get,
    post: (path, form = {}) => send(path, { method: 'POST', body: new URLSearchParams(form) }),
    text: async (path) => (await get(path)).text(),
    events,
    vouchers,
  };
}
