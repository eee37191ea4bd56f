import { LoyaltyError } from './errors.js';

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The base of all requests, from what the merchant wrote. Resolved against the page's address and
 * never against `<base href>`, which other code on the page may set.
 * @throws LoyaltyError `bad-config` with a sentence that names the value and what to write instead
 */
export function endpointUrl(endpoint: string | null | undefined, page: string): string {
  const hint = 'Set endpoint="https://your-shop.example/loyalty/v1/pk_…".';
  if (!endpoint?.trim()) throw new LoyaltyError('bad-config', `No endpoint is set. ${hint}`);
  let url: URL;
  try {
    url = new URL(endpoint, page);
  } catch {
    throw new LoyaltyError('bad-config', `endpoint="${endpoint}" is not an address. ${hint}`);
  }
  const isSafe =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && (LOCAL.test(url.hostname) || url.origin === new URL(page).origin));
  if (!isSafe) {
    throw new LoyaltyError('bad-config', `endpoint="${endpoint}" is not an https address. ${hint}`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new LoyaltyError(
      'bad-config',
      `endpoint="${endpoint}" may hold no password, query or fragment. ${hint}`,
    );
  }
  // Not `href`: that keeps a bare "?" or "#" at the end.
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
