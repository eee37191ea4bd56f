import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';

/** Chunks carry a hash in their name (`tier-Bx3k9_a.js`), so their content never changes. */
const isHashed = (path: string): boolean =>
  // A plain word of seven letters (`loyalty-rewards.js`) is no hash: at least one sign is not small.
  /-(?=[\w-]*[A-Z0-9])[\w-]{7}\.\w+(\.map)?$/.test(path);

/**
 * Serves a directory below a prefix. The headers go onto the answer itself: `serveStatic` calls
 * its own `onFound` when the answer is already made, and what is set there can be lost.
 */
function serveFolder(
  prefix: string,
  directory: string,
  headersFor: (path: string) => Record<string, string>,
): MiddlewareHandler {
  const serve = serveStatic({
    root: directory,
    rewriteRequestPath: (path) => path.slice(prefix.length),
  });
  return async (c, next) => {
    const response = await serve(c, next);
    if (!(response instanceof Response)) return response;
    const headers = { 'X-Content-Type-Options': 'nosniff', ...headersFor(c.req.path) };
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  };
}

/** Serves the built widget below `/loyalty/`, as a CDN would: for pages of any origin. */
export const widgetFiles = (directory: string): MiddlewareHandler =>
  serveFolder('/loyalty', directory, (path) => ({
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  }));

/** Serves the shop's style sheets and icon below `/assets/`. */
export const shopFiles = (directory: string): MiddlewareHandler =>
  serveFolder('/assets', directory, () => ({ 'Cache-Control': 'public, no-cache' }));
