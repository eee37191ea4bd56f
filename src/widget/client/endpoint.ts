import { LoyaltyError } from './errors.js';

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The base of all requests, from what the merchant wrote. Resolved against the page's address and
 * never against `<base href>`, which other code on the page may set.
 * @throws LoyaltyError `bad-config` with a sentence that names the value and what to write instead
 */
export function endpointUrl(endpoint: string | null | undefined, page: string): string {
  const refuse = (why: string): never => {
    const hint = 'Set endpoint="https://your-shop.example/loyalty/v1/pk_…".';
    throw new LoyaltyError('bad-config', `${why}. ${hint}`);
  };
  if (!endpoint?.trim()) return refuse('No endpoint is set');
  const named = `endpoint="${endpoint}"`;
  let url: URL;
  try {
    url = new URL(endpoint, page);
  } catch {
    return refuse(`${named} is not an address`);
  }
  const { protocol, hostname, origin } = url;
  const isSafe =
    protocol === 'https:' ||
    (protocol === 'http:' && (LOCAL.test(hostname) || origin === new URL(page).origin));
  if (!isSafe) return refuse(`${named} is not an https address`);
  if (url.username || url.password || url.search || url.hash) {
    return refuse(`${named} may hold no password, query or fragment`);
  }
  return origin + url.pathname.replace(/\/+$/, '');
}
