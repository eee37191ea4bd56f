import { html } from 'hono/html';
import type { Html } from '../art/ink.js';
import { formatDate } from '../i18n.js';
import { layout } from '../layout.js';
import type { Order } from '../orders.js';
import type { Visit } from '../visit.js';
import { sums, variantWords } from './cart.js';

const orderedItems = ({ cart }: Order, { t, lang, money, shop }: Visit): Html =>
  html`<ul class="lines">
    ${cart.lines.map((line, index) => {
      const { name } = shop.text(line.product.id, lang);
      return html`<li class="line">
        <div class="line-picture field-${line.product.field}">
          ${shop.picture(line.product.id, { name, uid: `line-${index}` })}
        </div>
        <div class="line-text">
          <h3>${line.qty} × ${name}</h3>
          <p class="small">${variantWords(line, t)}</p>
        </div>
        <p class="line-total">${money(line.total)}</p>
      </li>`;
    })}
  </ul>`;

/** The thank-you page of an order. */
export function orderPage(order: Order, visit: Visit): Html {
  const { t, lang } = visit;
  const isReturned = order.state === 'returned';
  const name = order.member?.name;
  const thanks = name ? t.order.titleNamed(name) : t.order.title;
  return layout(visit, {
    title: t.order.number(order.id),
    main: html`<div class="page-head">
        <h1>${isReturned ? t.order.returnedTitle : thanks}</h1>
        <p class="lead">${isReturned ? t.order.returnedLead(order.id) : t.order.lead(order.id)}</p>
        ${isReturned ? '' : html`<p class="hint">${t.order.loyalty[order.loyalty]}</p>`}
      </div>
      <div class="cart">
        <section aria-labelledby="items-title">
          <h2 id="items-title" class="quiet-title">${t.order.items}</h2>
          ${orderedItems(order, visit)}
        </section>
        <section class="panel summary" aria-labelledby="order-title">
          <h2 id="order-title">${t.order.number(order.id)}</h2>
          <p class="small">${t.order.placed(formatDate(order.placedAt, lang))}</p>
          ${sums(order.cart, visit)}
          <p><a class="button button-wide" href="/">${t.order.again}</a></p>
          ${
            isReturned
              ? ''
              : html`<form method="post" action="/orders/${order.id}/return">
                  <button class="button button-quiet button-wide">${t.order.return}</button>
                  <p class="small">${t.order.returnLead}</p>
                </form>`
          }
        </section>
      </div>`,
  });
}
