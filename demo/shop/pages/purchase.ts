import { html } from 'hono/html';
import type { Html } from '../art/ink.js';
import { formatDate } from '../i18n.js';
import { layout } from '../layout.js';
import { purchaseWords } from '../purchase-words.js';
import type { Purchase } from '../purchases.js';
import type { Visit } from '../visit.js';

/** The pages on which something of the programme is paid for, and ended. */

const row = (label: string, value: Html | string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

const path = ({ voucher }: Purchase): string => `/membership/${encodeURIComponent(voucher)}`;

const dateOf = (moment: string | null, { lang }: Visit): string =>
  moment === null ? '' : formatDate(new Date(moment), lang);

function priceOf({ price, every }: Purchase, { money, lang }: Visit): string {
  const words = purchaseWords[lang];
  const interval = every === undefined ? words.once : (words.intervals[every] ?? every);
  return words.every(money(price.value), interval);
}

const safePath = (url: string | undefined): string | undefined =>
  url !== undefined && /^\/(?!\/)/.test(url) ? url : undefined;

function summary(purchase: Purchase, visit: Visit): Html {
  const words = purchaseWords[visit.lang];
  const { every, payUntil, renewsAt, endsAt } = purchase;
  const terms = safePath(purchase.termsUrl);
  const time = new Intl.DateTimeFormat(visit.lang === 'de' ? 'de-AT' : 'en-GB', {
    timeStyle: 'short',
    timeZone: 'Europe/Vienna',
  });
  return html`<dl class="facts">
    ${row(words.price, html`<strong>${priceOf(purchase, visit)}</strong>`)}
    ${every === undefined ? '' : row(words.renewal, words.renews(words.intervals[every] ?? every))}
    ${payUntil === null ? '' : row(words.payUntil, time.format(new Date(payUntil)))}
    ${renewsAt === null ? '' : row(words.nextPayment, dateOf(renewsAt, visit))}
    ${endsAt === null ? '' : row(words.endsOn, dateOf(endsAt, visit))}
    ${terms === undefined ? '' : row(words.terms, html`<a href="${terms}">${terms}</a>`)}
  </dl>`;
}

const back = ({ lang }: Visit): Html =>
  html`<p>
    <a class="button button-quiet button-wide" href="/account">${purchaseWords[lang].back}</a>
  </p>`;

function toPay(purchase: Purchase, visit: Visit): Html {
  const words = purchaseWords[visit.lang];
  return html`${summary(purchase, visit)}
    <form method="post" action="${path(purchase)}/pay">
      <button class="button button-wide">${words.order}</button>
      <p class="small">${words.orderNote}</p>
    </form>`;
}

function running(purchase: Purchase, visit: Visit): Html {
  const words = purchaseWords[visit.lang];
  const isEnding = purchase.renewsAt === null;
  if (isEnding) {
    return html`${summary(purchase, visit)}
      <p>${words.cancelledLead(dateOf(purchase.endsAt, visit))}</p>
      ${back(visit)}`;
  }
  return html`${summary(purchase, visit)}
    <h2>${words.cancelTitle}</h2>
    <form method="post" action="${path(purchase)}/cancel">
      <p>${words.cancelLead(dateOf(purchase.renewsAt, visit))}</p>
      <button class="button button-wide">${words.cancel}</button>
    </form>
    <form method="post" action="${path(purchase)}/pay">
      <button class="button button-quiet button-wide">${words.demoRenew}</button>
      <p class="small">${words.demoRenewLead}</p>
    </form>`;
}

/** Checkout, receipt and cancellation of one purchase, by how it stands. */
export function purchasePage(purchase: Purchase, visit: Visit): Html {
  const words = purchaseWords[visit.lang];
  const { status, title, detail } = purchase;
  const page = (heading: string, lead: string, main: Html): Html =>
    layout(visit, {
      title: heading,
      main: html`<div class="page-head">
          <h1>${heading}</h1>
          <p class="lead">${lead}</p>
        </div>
        <section class="panel purchase" aria-labelledby="purchase-title">
          <h2 id="purchase-title">${title}</h2>
          ${detail ? html`<p>${detail}</p>` : ''} ${main}
        </section>`,
    });
  if (status === 'pending') return page(words.title, words.lead, toPay(purchase, visit));
  if (status === 'failed') return page(words.late, words.lateLead, back(visit));
  if (status === 'cancelled' || status === 'expired') return page(title, words.over, back(visit));
  if (purchase.every !== undefined) {
    const isEnding = purchase.renewsAt === null;
    return page(title, isEnding ? words.cancelled : words.running, running(purchase, visit));
  }
  return page(words.paidTitle(title), words.paidLead, back(visit));
}

/** Everything that a member pays for: the page behind "cancel contracts here". */
export function purchasesPage(purchases: readonly Purchase[], visit: Visit): Html {
  const words = purchaseWords[visit.lang];
  const link = (one: Purchase): string =>
    one.status === 'pending' ? words.pay : one.renewsAt === null ? one.title : words.cancelHere;
  return layout(visit, {
    title: words.listTitle,
    main: html`<div class="page-head">
        <h1>${words.listTitle}</h1>
        <p class="lead">${purchases.length === 0 ? words.listEmpty : words.listLead}</p>
      </div>
      ${purchases.map(
        (one) =>
          html`<section class="panel purchase">
            <h2>${one.title}</h2>
            ${summary(one, visit)}
            <p><a class="button button-quiet button-wide" href="${path(one)}">${link(one)}</a></p>
          </section>`,
      )}
      ${back(visit)}`,
  });
}
