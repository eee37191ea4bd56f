import { html } from 'hono/html';
import type { Html } from '../art/ink.js';
import { starRow } from '../art/marks.js';
import { maxQuantity } from '../cart.js';
import type { ProductText } from '../i18n.js';
import { layout } from '../layout.js';
import { perKilo } from '../money.js';
import { type Product, grinds } from '../products.js';
import type { Review } from '../reviews.js';
import type { Visit } from '../visit.js';
import { productCard } from './product-card.js';

const choicePicker = (product: Product, { t, money }: Visit): Html => {
  if (product.choose === null) {
    return html`<input type="hidden" name="choice" value="${product.choices[0].id}" />`;
  }
  const isPriced = product.choices.some(({ grams }) => grams !== undefined);
  return html`<fieldset class="choices">
    <legend>${t.product.choose(product.choose)}</legend>
    <div class="choice-row">
      ${product.choices.map(
        ({ id, price, grams }, index) =>
          html`<label class="choice">
            <input
              type="radio"
              name="choice"
              value="${id}"
              data-amount="${price}"
              ${index === 0 ? 'checked' : ''}
            />
            <span class="choice-name">${t.product.choice(id)}</span>
            ${
              isPriced
                ? html`<span class="choice-price">${money(price)}</span>
                    <span class="choice-unit"
                      >${t.common.perKilo(money(perKilo(price, grams ?? 1000)))}</span
                    >`
                : ''
            }
          </label>`,
      )}
    </div>
  </fieldset>`;
};

const grindPicker = ({ t }: Visit): Html =>
  html`<p class="field">
    <label for="grind">${t.product.grindLabel}</label>
    <select id="grind" name="grind">
      ${grinds.map((grind) => html`<option value="${grind}">${t.product.grind[grind]}</option>`)}
    </select>
  </p>`;

const buyForm = (product: Product, visit: Visit): Html => {
  const { t } = visit;
  return html`<form class="buy" id="buy" method="post" action="/cart/add">
    <input type="hidden" name="product" value="${product.id}" />
    ${choicePicker(product, visit)}
    <div class="buy-row">
      ${product.ground ? grindPicker(visit) : ''}
      <p class="field field-small">
        <label for="qty">${t.product.quantity}</label>
        <input
          id="qty"
          name="qty"
          type="number"
          min="1"
          max="${maxQuantity}"
          value="1"
          required
          inputmode="numeric"
        />
      </p>
    </div>
    <loyalty-estimate
      product="${product.id}"
      collections="${product.collections.join(' ')}"
      amount="${product.choices[0].price}"
      for="buy"
      variant-field="choice"
      quantity-field="qty"
    ></loyalty-estimate>
    <button class="button button-wide">${t.product.add}</button>
    <p class="small">${t.common.taxNote}</p>
  </form>`;
};

const reviewForm = (product: Product, { t }: Visit): Html =>
  html`<form class="panel review-form" method="post" action="/products/${product.id}/review">
    <h3>${t.product.writeTitle}</h3>
    <p>${t.product.writeLead}</p>
    <fieldset class="rating">
      <legend>${t.product.writeStars}</legend>
      ${[1, 2, 3, 4, 5].map(
        (stars) =>
          html`<label class="rate"
            ><input
              type="radio"
              name="stars"
              value="${stars}"
              ${stars === 5 ? 'checked' : ''}
            /><span aria-hidden="true">${stars}</span
            ><span class="unseen">${t.product.stars(stars)}</span></label
          >`,
      )}
    </fieldset>
    <p class="field">
      <label for="review-text">${t.product.writeText}</label>
      <textarea
        id="review-text"
        name="text"
        rows="3"
        minlength="10"
        maxlength="600"
        required
      ></textarea>
    </p>
    <button class="button button-quiet">${t.product.writeSend}</button>
  </form>`;

const reviewList = (reviews: readonly Review[], { t }: Visit): Html =>
  reviews.length === 0
    ? html`<p>${t.product.noReviews}</p>`
    : html`<ul class="reviews">
        ${reviews.map(
          ({ author, stars, text, lang }) =>
            html`<li>
              ${starRow(stars, t.product.stars(stars))}
              <blockquote lang="${lang}"><p>${text}</p></blockquote>
              <p class="small">${author}</p>
            </li>`,
        )}
      </ul>`;

const facts = ({ facts }: ProductText, title: string): Html =>
  html`<h2 class="quiet-title">${title}</h2>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`;

/** Three neighbours in the catalogue, other kinds first: a coffee wants a tool. */
const companions = (product: Product, { shop }: Visit): Product[] => {
  const others = shop.products.filter(({ id }) => id !== product.id);
  const isOtherKind = (other: Product): boolean => other.ground !== product.ground;
  return [...others.filter(isOtherKind), ...others.filter((o) => !isOtherKind(o))].slice(0, 3);
};

/** One product, with everything needed to choose it. */
export function productPage(product: Product, reviews: readonly Review[], visit: Visit): Html {
  const { lang, t, money, member, shop } = visit;
  const text = shop.text(product.id, lang);
  const [first] = product.choices;
  return layout(visit, {
    title: text.name,
    main: html`<article class="product">
        <div class="product-picture field-${product.field}">
          ${shop.picture(product.id, { name: text.name, uid: 'main', alt: text.picture })}
        </div>
        <div class="product-text">
          <p class="kicker">${text.kind}</p>
          <h1>${text.name}</h1>
          <p class="lead">${text.line}</p>
          ${first.grams === undefined ? html`<p class="price">${money(first.price)}</p>` : ''}
          ${buyForm(product, visit)} ${text.story && html`<p>${text.story}</p>`}
          ${text.facts.length > 0 ? facts(text, t.product.factsTitle) : ''}
        </div>
      </article>
      <section class="opinions" aria-labelledby="opinions-title">
        <h2 id="opinions-title">${t.product.reviewsTitle}</h2>
        <div class="opinions-grid">
          ${reviewList(reviews, visit)}
          ${
            member
              ? reviewForm(product, visit)
              : html`<p><a href="/account">${t.product.reviewSignIn}</a></p>`
          }
        </div>
      </section>
      <section class="shelf" aria-labelledby="more-title">
        <h2 id="more-title">${t.product.more}</h2>
        <ul class="cards">
          ${companions(product, visit).map((other) => productCard(other, visit))}
        </ul>
      </section>`,
  });
}
