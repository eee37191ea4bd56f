import { shop, type HostilePage } from '../support/page.js';

export default {
  title: 'the script is blocked by the page itself',
  comes: 'nothing',
  headers: ({ nonce }) => ({ 'Content-Security-Policy': `script-src 'nonce-${nonce}'` }),
  html: (place) =>
    shop(place, {
      body: '<loyalty-rewards><a href="/account">Your rewards</a></loyalty-rewards>',
      script: place.tag().replace(`nonce="${place.nonce}"`, ''),
    }),
  reports: [/^policy: script-src/],
  afterwards: `document.querySelector('loyalty-rewards a').getBoundingClientRect().height > 0 ? 'yes' : 'no'`,
} satisfies HostilePage;
