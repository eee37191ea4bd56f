import { html, raw } from 'hono/html';
import type { Html } from '../art/ink.js';
import { type CartLine, type PricedCart, type PricedCode, maxQuantity } from '../cart.js';
import type { Messages } from '../i18n.js';
import { layout } from '../layout.js';
import { toCartRequest } from '../orders.js';
import type { Visit } from '../visit.js';

/** A variant in words: "500 g, filter". */
export const variantWords = ({ variant }: CartLine, t: Messages): string =>
  [t.product.choice(variant.choice.id), variant.grind && t.product.grind[variant.grind]]
    .filter(Boolean)
    .join(', ');

/** What a code does to the cart, in words. */
export function outcomeWords({ outcome }: PricedCode, { t, money }: Visit): string {
  switch (outcome.kind) {
    case 'off':
      return t.cart.codeOff(money(outcome.amount));
    case 'shipping':
      return t.cart.codeShipping;
    case 'min-spend':
      return t.cart.codeMinSpend(money(outcome.missing));
    case 'no-item':
      return outcome.product === 'bag-250' ? t.cart.codeNoBag : t.cart.codeNoItem;
    case 'no-effect':
      return t.cart.codeNoEffect;
    case 'not-here':
      return t.cart.refusals['not-here'];
  }
}

const lineItem = (line: CartLine, index: number, visit: Visit): Html => {
  const { t, lang, money, shop } = visit;
  const { product, variantId, qty, unit, total } = line;
  const { name } = shop.text(product.id, lang);
  const label = `${name}, ${variantWords(line, t)}`;
  const hidden = html`<input type="hidden" name="product" value="${product.id}" />
    <input type="hidden" name="variant" value="${variantId}" />`;
  return html`<li class="line">
    <a
      class="line-picture field-${product.field}"
      href="/products/${product.id}"
      tabindex="-1"
      aria-hidden="true"
      >${shop.picture(product.id, { name, uid: `line-${index}` })}</a
    >
    <div class="line-text">
      <h3><a href="/products/${product.id}">${name}</a></h3>
      <p class="small">
        ${variantWords(line, t)}${qty > 1 ? html` · ${t.cart.each(money(unit))}` : ''}
      </p>
    </div>
    <p class="line-total">${money(total)}</p>
    <div class="line-forms">
      <form method="post" action="/cart/quantity" class="quantity">
        ${hidden}
        <input
          name="qty"
          type="number"
          min="0"
          max="${maxQuantity}"
          value="${qty}"
          required
          inputmode="numeric"
          aria-label="${t.cart.quantityOf(label)}"
        />
        <button class="link" aria-label="${t.cart.updateFor(label)}">${t.cart.update}</button>
      </form>
      <form method="post" action="/cart/remove">
        ${hidden}
        <button class="link" aria-label="${t.cart.removeFor(label)}">${t.cart.remove}</button>
      </form>
    </div>
  </li>`;
};

/** Subtotal, vouchers, shipping and total; used by the cart and by the finished order. */
export const sums = (cart: PricedCart, { t, money }: Visit): Html =>
  html`<dl class="sums">
    <div>
      <dt>${t.cart.subtotal}</dt>
      <dd>${money(cart.subtotal)}</dd>
    </div>
    ${
      cart.discount > 0
        ? html`<div class="sum-off">
            <dt>${t.cart.discount}</dt>
            <dd>−${money(cart.discount)}</dd>
          </div>`
        : ''
    }
    <div>
      <dt>${t.cart.shipping}</dt>
      <dd>${cart.shipping === 0 ? t.cart.free : money(cart.shipping)}</dd>
    </div>
    <div class="sum-total">
      <dt>${t.cart.total} <span class="small">${t.cart.tax}</span></dt>
      <dd>${money(cart.total)}</dd>
    </div>
  </dl>`;

const codes = (cart: PricedCart, visit: Visit): Html => {
  const { t } = visit;
  return html`<form class="code-form" method="post" action="/cart/code">
      <label for="code">${t.cart.codeLabel}</label>
      <div class="code-row">
        <input
          id="code"
          name="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="80"
          required
        />
        <button class="button button-quiet">${t.cart.codeApply}</button>
      </div>
    </form>
    ${
      cart.codes.length === 0
        ? ''
        : html`<ul class="codes">
            ${cart.codes.map(
              (priced) =>
                html`<li>
                  <p>
                    <b>${priced.code}</b><span class="small">${outcomeWords(priced, visit)}</span>
                  </p>
                  <form method="post" action="/cart/code/remove">
                    <input type="hidden" name="code" value="${priced.code}" />
                    <button class="link" aria-label="${t.cart.codeRemoveFor(priced.code)}">
                      ${t.cart.codeRemove}
                    </button>
                  </form>
                </li>`,
            )}
          </ul>`
    }`;
};

const emptyCart = ({ t, lang, shop }: Visit): Html => {
  const [first] = shop.products;
  return html`<div class="blank">
    <div class="blank-picture field-butter">
      ${first && shop.picture(first.id, { name: shop.text(first.id, lang).name, uid: 'blank' })}
    </div>
    <h1>${t.cart.empty}</h1>
    <p class="lead">${t.cart.emptyLead}</p>
    <p><a class="button" href="/">${t.cart.emptyCta}</a></p>
  </div>`;
};

/** The club's part: the page prints the cart, the block asks what it would bring. */
const club = (cart: PricedCart): Html =>
  html`<section class="cart-club">
    <loyalty-cart
      ><script type="application/json">
        ${raw(JSON.stringify(toCartRequest(cart)).replaceAll('<', '\\u003c'))}
      </script></loyalty-cart
    >
  </section>`;

/** The cart. */
export function cartPage(cart: PricedCart, visit: Visit): Html {
  const { t, money, member } = visit;
  if (cart.lines.length === 0)
    return layout(visit, { title: t.cart.title, main: emptyCart(visit) });
  return layout(visit, {
    title: t.cart.title,
    main: html`<h1>${t.cart.title}</h1>
      <div class="cart">
        <section aria-labelledby="items-title">
          <h2 id="items-title" class="unseen">${t.cart.itemsTitle}</h2>
          <ul class="lines">
            ${cart.lines.map((line, index) => lineItem(line, index, visit))}
          </ul>
          ${club(cart)}
        </section>
        <section class="panel summary" aria-labelledby="summary-title">
          <h2 id="summary-title">${t.cart.summary}</h2>
          ${sums(cart, visit)}
          ${
            cart.toFreeShipping > 0
              ? html`<p class="hint">${t.cart.toFreeShipping(money(cart.toFreeShipping))}</p>`
              : ''
          }
          ${codes(cart, visit)}
          <form method="post" action="/checkout">
            <input type="hidden" name="total" value="${cart.total}" />
            <button class="button button-wide">${t.cart.checkout}</button>
          </form>
          ${member ? '' : html`<p class="small">${t.cart.checkoutGuest}</p>`}
          <p class="small">${t.common.demo}</p>
        </section>
      </div>`,
  });
}
