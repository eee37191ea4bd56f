import { shop, type HostilePage } from '../support/page.js';

export default {
  title: 'two versions of the bundle, from two folders, where Trusted Types are enforced',
  headers: ({ nonce }) => ({
    'Content-Security-Policy': `script-src 'nonce-${nonce}' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types loyalty-widget`,
  }),
  html: (place) => shop(place, { script: place.tag() + place.tag('/other/') }),
  reports: [/^warn: <loyalty-widget> .*twice.*99\.0\.0/],
  afterwards: `document.querySelectorAll('loyalty-launcher').length === 1 ? 'yes' : 'no'`,
} satisfies HostilePage;
