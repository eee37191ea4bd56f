import type { CorsHeaders } from './origin.js';
import type { Reply } from './reply.js';

/** Puts on every response what every response carries. */

const ALWAYS = {
  /** JSON is never to be taken for a page or a script. */
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  /** Pages that isolate themselves (COEP) may still load from here; CORS decides who reads. */
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * @param cors what the page's origin is told; a cache keeps the answers to two origins apart
 * @param now for `Date`, by which the widget measures how wrong the device's clock is
 */
export function toResponse(
  { status, headers, text, stream }: Reply,
  { isHead, cors, now }: { isHead: boolean; cors: CorsHeaders; now: number },
): Response {
  const all = new Headers({ ...ALWAYS, ...cors, ...headers, Date: new Date(now).toUTCString() });
  all.set('Vary', ['Origin', headers['Vary']].filter(Boolean).join(', '));
  return new Response(isHead ? null : (stream ?? text), { status, headers: all });
}
