import { shop, type HostilePage } from '../support/page.js';

/** As strict as a shop's policy gets: one nonce, what it loads, and no style but from files. */
export default {
  title: 'a policy with nonce and strict-dynamic, and without inline styles',
  headers: ({ nonce }) => ({
    'Content-Security-Policy': [
      `default-src 'none'`,
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      `style-src 'self'`,
      `img-src 'self' https:`,
      `connect-src 'self'`,
      `base-uri 'none'`,
      `form-action 'none'`,
    ].join('; '),
  }),
  html: (place) => shop(place),
} satisfies HostilePage;
