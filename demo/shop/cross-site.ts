/** Methods that only look; everything else changes something for the visitor. */
const looking = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether another site's page sends a change in the visitor's name. Hosts are compared and not
 * origins, because behind a proxy the shop itself is spoken to without TLS.
 */
export function isCrossSite({ method, url, headers }: Request): boolean {
  if (looking.has(method)) return false;
  if (headers.get('sec-fetch-site') === 'cross-site') return true;
  const origin = headers.get('origin');
  if (origin === null) return false;
  // A page without an origin of its own says "null".
  return !URL.canParse(origin) || new URL(origin).host !== new URL(url).host;
}
