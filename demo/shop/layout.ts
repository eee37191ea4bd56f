import { html } from 'hono/html';
import type { Html } from './art/ink.js';
import { icons } from './art/marks.js';
import { priceCart } from './cart.js';
import type { Visit } from './visit.js';

interface Page {
  title: string;
  main: Html;
  /** Classes of the main element, to give a page its own width. */
  kind?: string;
}

const styles = ['colours', 'base', 'frame', 'shop', 'product', 'home', 'cart', 'pages', 'demo'].map(
  (name) => `/assets/${name}.css`,
);

const flashNote = ({ flash, t }: Visit): Html | '' =>
  flash
    ? html`<div
        class="flash flash-${flash.tone}"
        role="${flash.tone === 'bad' ? 'alert' : 'status'}"
      >
        <p><strong>${t.common.note[flash.tone]}.</strong> ${flash.text}</p>
      </div>`
    : '';

const header = (visit: Visit): Html => {
  const { t, lang, member, session, path, shop } = visit;
  const { count } = priceCart(shop.product, session.cart);
  const other = lang === 'de' ? 'en' : 'de';
  return html`<header class="top">
    <div class="top-row wrap">
      <a class="logo" href="/">
        ${shop.look.logo}<span class="logo-name">${t.brand.name}</span>
        <span class="logo-trade">${t.brand.trade}</span>
      </a>
      <nav class="top-nav" aria-label="${t.nav.main}">${shop.nav(visit)}</nav>
      ${member ? html`<div class="top-points"><loyalty-points compact></loyalty-points></div>` : ''}
      <div class="top-tools">
        <a class="tool tool-lang" href="${path}?lang=${other}" lang="${other}" hreflang="${other}"
          >${other.toUpperCase()}<span class="unseen">, ${t.nav.otherLanguage}</span></a
        >
        <a class="tool" href="/account"
          >${icons.account}<span class="tool-text">${member?.name ?? t.nav.signIn}</span></a
        >
        <a class="tool" href="/cart"
          >${icons.cart}<span class="unseen">${t.nav.cart}: </span
          ><span class="cart-count">${count}</span></a
        >
      </div>
    </div>
  </header>`;
};

const footer = ({ t, shop, member }: Visit): Html =>
  html`<footer class="foot">
    ${member ? html`<div class="foot-goal wrap"><loyalty-goal compact></loyalty-goal></div>` : ''}
    <div class="foot-row wrap">
      <div class="foot-brand">
        ${shop.look.logo}
        <p><strong>${t.brand.name}</strong><br />${t.brand.trade}</p>
      </div>
      <nav class="foot-nav" aria-label="${t.nav.footer}">
        <a href="/imprint">${t.legal.imprint}</a>
        <a href="/terms">${t.legal.terms}</a>
        <a href="/privacy">${t.legal.privacy}</a>
        <a href="/club-terms">${t.legal.clubTerms}</a>
      </nav>
      <p class="foot-note">${t.common.taxNote}<br />${t.common.demo}</p>
    </div>
  </footer>`;

/** Who is about to pay is not to be spoken to. */
const isNearTill = (path: string): boolean => /^\/(cart|orders)/.test(path);

/** A whole page of the shop around its main content. */
export const layout = (visit: Visit, { title, main, kind = 'wrap' }: Page): Html => {
  const { lang, t, nonce, endpointPath, shop, session, member, path } = visit;
  const { colours, icon, styles: own } = shop.look;
  return html`<!doctype html>
    <html lang="${lang}" data-theme="${session.theme ?? 'auto'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="${colours.light}" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="${colours.dark}" media="(prefers-color-scheme: dark)" />
        <title>${title} · ${t.brand.name}</title>
        <meta name="description" content="${t.brand.description}" />
        <link rel="icon" href="${icon}" type="image/svg+xml" />
        ${[...styles, ...own].map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        <script
          type="module"
          nonce="${nonce}"
          src="/loyalty/loyalty.js"
          data-endpoint="${endpointPath}"
          data-token-url="/demo/token?programme=${shop.name}"
          data-sign-in-url="/account"
          data-join-url="/account"
          ${session.theme ? html`data-color-scheme="${session.theme}"` : ''}
          data-apply-url="/cart/apply?code={code}"
          ${member ? html`data-nudges="${isNearTill(path) ? 'quiet' : ''}"` : ''}
        ></script>
      </head>
      <body>
        <a class="skip" href="#main">${t.nav.skip}</a>
        ${visit.bar(visit)} ${header(visit)}
        <main id="main" tabindex="-1" class="${kind}">${flashNote(visit)} ${main}</main>
        ${footer(visit)}
      </body>
    </html>`;
};
