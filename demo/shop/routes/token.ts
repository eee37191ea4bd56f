import type { ShopApp } from '../deps.js';
import type { ShopOptions } from '../options.js';
import { signToken } from '../token.js';

/** Where the widget asks who is shopping. `?member=` has already been heeded by the visit. */
export function tokenRoutes(app: ShopApp, { shop, tokenKey, now }: ShopOptions): void {
  app.get('/demo/token', async (c) => {
    const wanted = c.req.query('member');
    const member = wanted === undefined ? c.get('visit').member : shop.member(wanted);
    c.header('Cache-Control', 'no-store');
    return c.json({ token: member ? await signToken(shop.name, member, tokenKey, now()) : null });
  });
}
