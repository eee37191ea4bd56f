import type { ShopEvent } from '../../demo/shop/loyalty-events.js';
import { createShop } from '../../demo/shop/app.js';
import { oak } from '../../demo/shop/oak.js';
import type { ShopVoucher } from '../../demo/shop/vouchers.js';

/** Just enough of a browser: it keeps the cookie and follows no redirect by itself. */
export interface Browser {
  get(path: string): Promise<Response>;
  post(
    path: string,
    form?: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  text(path: string): Promise<string>;
  /** What the endpoint was told. */
  events: ShopEvent[];
  /** The vouchers the endpoint knows; change it at will. */
  vouchers: ShopVoucher[];
  /** Code → the order that holds it. */
  holders: Map<string, string>;
  /** Another browser at the same shop. */
  another(): Browser;
}

/** What the shop gets from outside, where a test wants something of its own. */
interface Surroundings {
  now?: () => Date;
  /** Status of an answer that fails whatever is asked; null to let it through. */
  fault?: (path: string) => number | null;
}

export const now = new Date('2026-11-22T09:30:00Z');
export const tokenKey = { kid: 'k1', secret: 'a-secret-of-at-least-thirty-two-bytes' };

/** Opens a shop with an endpoint of its own, and a browser in front of it. */
export function openShop(surroundings: Surroundings = {}): Browser {
  const events: ShopEvent[] = [];
  const vouchers: ShopVoucher[] = [];
  const holders = new Map<string, string>();
  const shop = createShop({
    shop: oak,
    endpoint: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith('/shop/events')) {
        events.push((await request.json()) as ShopEvent);
        return Response.json({});
      }
      const status = surroundings.fault?.(pathname) ?? null;
      if (status !== null) return new Response(null, { status });
      const [, wanted, act] = /\/shop\/vouchers\/([^/]+)(?:\/(\w+))?$/.exec(pathname) ?? [];
      const found = vouchers.find(({ code }) => code === wanted);
      if (!found) return new Response(null, { status: 404 });
      if (act === undefined) return Response.json(found);
      const { member, order } = (await request.json()) as { member: string; order: string };
      const isFree = (holders.get(found.code) ?? order) === order;
      if (!isFree || found.member !== member) return new Response(null, { status: 409 });
      if (act === 'use') holders.set(found.code, order);
      else holders.delete(found.code);
      found.status = act === 'use' ? 'used' : 'ready';
      return Response.json(found);
    },
    endpointUrl: 'http://shop.test/loyalty/v1/pk_oak',
    secretKey: 'sk_test',
    tokenKey,
    now: surroundings.now ?? (() => now),
  });

  const open = (): Browser => {
    let cookie = '';
    const send = async (
      path: string,
      init: RequestInit,
      more: Record<string, string> = {},
    ): Promise<Response> => {
      const headers: Record<string, string> = cookie ? { ...more, cookie } : more;
      const request = new Request(`http://shop.test${path}`, { ...init, headers });
      const response = await shop.fetch(request);
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return response;
    };
    const get = (path: string): Promise<Response> => send(path, {});
    return {
      get,
      post: (path, form = {}, headers) =>
        send(path, { method: 'POST', body: new URLSearchParams(form) }, headers),
      text: async (path) => (await get(path)).text(),
      events,
      vouchers,
      holders,
      another: open,
    };
  };
  return open();
}
