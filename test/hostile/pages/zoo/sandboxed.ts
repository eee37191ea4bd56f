import { shop, type HostilePage } from '../support/page.js';

/** What a sandboxed frame without `allow-same-origin` is: an origin of its own, and nothing stored. */
export default {
  title: 'a sandbox: no origin, no storage',
  headers: () => ({ 'Content-Security-Policy': 'sandbox allow-scripts' }),
  html: (place) => shop(place),
  afterwards: `window.origin === 'null' ? 'yes' : 'no'`,
} satisfies HostilePage;
