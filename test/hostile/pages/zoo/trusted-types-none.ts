import { inline, shop, type HostilePage } from '../support/page.js';

export default {
  title: 'Trusted Types are enforced, and no policy may be made',
  comes: 'refusal',
  headers: ({ nonce }) => ({
    'Content-Security-Policy': `script-src 'nonce-${nonce}' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types 'none'`,
  }),
  html: (place) =>
    shop(place, { body: inline(place, 'setTimeout(function () { window.theirs = "yes" }, 50)') }),
  // The browser reports the refusal; we say once what to do about it.
  reports: [
    /^policy: trusted-types /,
    /^warn: <loyalty-widget> .*trusted-types.* loyalty-widget/,
    /^loyalty-error: trusted_types_blocked$/,
  ],
  afterwards: 'window.theirs',
} satisfies HostilePage;
