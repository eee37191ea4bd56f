import { inline, shop, type HostilePage } from '../support/page.js';

/** A shop with a Lit of its own, which lists both names as docs/embedding.md tells it to. */
export default {
  title: 'Trusted Types are enforced, and the shop runs its own Lit',
  headers: ({ nonce }) => ({
    'Content-Security-Policy': `script-src 'nonce-${nonce}' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types lit-html loyalty-widget`,
  }),
  html: (place) =>
    shop(place, {
      body: '<div id="lit"></div>',
      script: `<script type="module" nonce="${place.nonce}">
        import { html, render } from '/lit.js';
        render(html\`<b>\${'their Lit works'}</b>\`, document.getElementById('lit'));
      </script>${place.tag()}${inline(place, '')}`,
    }),
  afterwards: `document.getElementById('lit').textContent === 'their Lit works' ? 'yes' : 'no'`,
} satisfies HostilePage;
