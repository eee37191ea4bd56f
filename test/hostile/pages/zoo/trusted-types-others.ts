import { inline, shop, type HostilePage } from '../support/page.js';
import none from './trusted-types-none.js';

export default {
  ...none,
  title: 'Trusted Types are enforced, and the shop lists its own policies alone',
  headers: ({ nonce }) => ({
    'Content-Security-Policy': `script-src 'nonce-${nonce}' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types theirs`,
  }),
  html: (place) =>
    shop(place, {
      body:
        '<loyalty-points>Points: see your account</loyalty-points><p id="theirs"></p>' +
        inline(
          place,
          `var theirs = trustedTypes.createPolicy('theirs', { createHTML: function (text) { return text; } });
          document.getElementById('theirs').innerHTML = theirs.createHTML('<b>theirs</b>');`,
        ),
    }),
  afterwards: `document.querySelector('loyalty-points').textContent === 'Points: see your account'
    && document.getElementById('theirs').textContent === 'theirs' ? 'yes' : 'no'`,
} satisfies HostilePage;
