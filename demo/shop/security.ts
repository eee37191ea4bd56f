import type { Context } from 'hono';

/**
 * Nothing may run or load that the shop did not write into the page itself. The nonce lets the
 * widget's script in, `strict-dynamic` lets that script load its own chunks.
 */
export function secure(c: Context, nonce: string): void {
  c.header(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  );
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
  // Pages name the member and the cart: no shared cache may keep them.
  c.header('Cache-Control', 'private, no-cache');
}
