import { HttpRefusal } from './refusal.js';

/** Which pages may call, by their `Origin`, and the CORS headers that tell the browser so. */

/** Request headers that the widget sends beyond the safelisted ones. */
const ALLOW_HEADERS = 'authorization, content-type, idempotency-key, if-none-match';
/** Response headers that the widget reads. */
const EXPOSE_HEADERS = 'etag, retry-after, date, deprecation, sunset, idempotency-replayed';
/** How long a browser may remember a preflight, in seconds: the most that Chromium honours. */
const PREFLIGHT_SECONDS = 7200;

/** The CORS headers of one response; empty where the caller is no foreign page. */
export type CorsHeaders = Readonly<Record<string, string>>;

/**
 * Whether the browser says that page and endpoint are one origin. `Sec-Fetch-Site` cannot be set by a
 * page and holds behind a proxy that ends TLS, where the handler sees `http:` for `https:`.
 */
const isSameOrigin = (request: Request, url: URL, origin: string): boolean =>
  origin === url.origin || request.headers.get('Sec-Fetch-Site') === 'same-origin';

/**
 * @param allowed exact origins; `*` lets every page in
 * @throws HttpRefusal `origin-not-allowed`; it goes out without CORS headers, so that a page that may
 * not read cannot read the refusal either
 */
export function corsFor(request: Request, url: URL, allowed: ReadonlySet<string>): CorsHeaders {
  const origin = request.headers.get('Origin');
  if (origin === null) return {};
  if (allowed.has(origin) || allowed.has('*')) {
    return {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': EXPOSE_HEADERS,
    };
  }
  if (isSameOrigin(request, url, origin)) return {};
  throw new HttpRefusal(
    'origin-not-allowed',
    'This page’s origin is not on the programme’s allow-list. Add it to `origins` of this ' +
      'programme, as scheme and host (and port) without a path.',
  );
}

/** What a preflight hears besides the origin. */
export const preflightHeaders = (allow: string): CorsHeaders => ({
  'Access-Control-Allow-Methods': allow,
  'Access-Control-Allow-Headers': ALLOW_HEADERS,
  'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
});

/**
 * The shop's own API carries its secret, which must never be in a page: whatever a browser's page
 * sends is refused, also from the same origin.
 * @throws HttpRefusal `origin-not-allowed`
 */
export function refusePages(request: Request): void {
  const site = request.headers.get('Sec-Fetch-Site');
  if (request.headers.get('Origin') === null && (site === null || site === 'none')) return;
  throw new HttpRefusal(
    'origin-not-allowed',
    'The shop API is for the shop’s server only. Call it from there, and replace the secret if it ' +
      'has ever been in a page.',
  );
}
