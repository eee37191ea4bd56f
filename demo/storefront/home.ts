import { html, raw } from 'hono/html';
import type { Html } from '../shop/art/ink.js';
import { icons } from '../shop/art/marks.js';
import { layout } from '../shop/layout.js';
import { productCard } from '../shop/pages/product-card.js';
import type { Visit } from '../shop/visit.js';
import { drawnPicture } from './art/picture.js';
import type { Skin } from './skin.js';

type Block = Skin['spotlight'][number];

/** A block of the widget as a merchant would write it; tags and ids are checked when the file is read. */
const block = ({ tag, ...attributes }: Block): Html => {
  const written = Object.entries(attributes)
    .map(([name, value]) => html` ${raw(name)}="${value}"`)
    .reduce((all, one) => html`${all}${one}`, html``);
  return html`${raw(`<${tag}`)}${written}${raw(`></${tag}>`)}`;
};

const start = (skin: Skin, { lang }: Visit): Html =>
  html`<section class="start start-${skin.hero}">
    <div class="start-inner wrap">
      <div class="start-text">
        <h1>${skin.headline[lang]}</h1>
        <p class="lead">${skin.lead[lang]}</p>
        <p class="actions">
          <a class="button" href="#shelf">${skin.shelf[lang]}</a>
          <a class="more" href="/club">${skin.club[lang]} ${icons.arrow}</a>
        </p>
      </div>
      <div class="start-art">
        ${[1, 0, 2].map((place) => {
          const product = skin.products[place];
          return (
            product && drawnPicture(product, { name: product.name[lang], uid: `start-${place}` })
          );
        })}
      </div>
    </div>
  </section>`;

const spot = (skin: Skin, { lang, member, t }: Visit): Html =>
  html`<section class="wrap spot" aria-labelledby="spot-title">
    <div class="spot-text">
      <h2 id="spot-title">${skin.clubTitle[lang]}</h2>
      <p class="lead">${skin.clubText[lang]}</p>
      <p>
        <a class="button button-quiet" href="/club">${member ? skin.club[lang] : t.nav.signIn}</a>
      </p>
    </div>
    <div class="spot-blocks">${skin.spotlight.map(block)}</div>
  </section>`;

/** The front page of a shop that is told by its skin. */
export function startPage(skin: Skin, visit: Visit): Html {
  const { lang, shop } = visit;
  return layout(visit, {
    title: skin.trade[lang],
    kind: 'home',
    main: html`${start(skin, visit)}
      <section class="shelf shelf-first wrap" id="shelf" aria-labelledby="shelf-title">
        <div class="shelf-head"><h2 id="shelf-title">${skin.shelf[lang]}</h2></div>
        <ul class="cards">
          ${shop.products.map((product) => productCard(product, visit))}
        </ul>
      </section>
      ${spot(skin, visit)}`,
  });
}
