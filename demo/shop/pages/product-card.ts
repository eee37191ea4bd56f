import { html } from 'hono/html';
import type { Html } from '../art/ink.js';
import type { Product } from '../products.js';
import type { Visit } from '../visit.js';

/** A product in a row of others. The whole card is the link's target, its name is the link's text. */
export function productCard(product: Product, visit: Visit): Html {
  const { lang, t, money, shop } = visit;
  const text = shop.text(product.id, lang);
  const [first] = product.choices;
  const price = money(first.price);
  const varies = product.choices.some((choice) => choice.price !== first.price);
  return html`<li class="card">
    <div class="card-picture field-${product.field}">
      ${shop.picture(product.id, { name: text.name, uid: `card-${product.id}` })}
    </div>
    <h3 class="card-name"><a href="/products/${product.id}">${text.name}</a></h3>
    <p class="card-kind">${text.kind}</p>
    <p class="card-line">${text.line}</p>
    <p class="card-price">${varies ? t.common.from(price) : price}</p>
  </li>`;
}
