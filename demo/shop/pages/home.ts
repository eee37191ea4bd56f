import { html } from 'hono/html';
import type { Html } from '../art/ink.js';
import { icons } from '../art/marks.js';
import { cardScene, heroScene, roasterScene } from '../art/scenes.js';
import { oakText } from '../i18n.js';
import { layout } from '../layout.js';
import { type Product, type ProductId, products } from '../products.js';
import type { Visit } from '../visit.js';
import { productCard } from './product-card.js';

const inCollection = (collection: string): (Product & { id: ProductId })[] =>
  products.filter((product) => (product.collections as readonly string[]).includes(collection));

const hero = ({ t, lang }: Visit): Html =>
  html`<section class="hero">
    <div class="hero-inner wrap">
      <div class="hero-text">
        <h1>${t.home.headline}</h1>
        <p class="lead">${t.home.lead}</p>
        <p class="actions">
          <a class="button" href="#coffee">${t.home.heroCta}</a>
          <a class="more" href="/products/tasting">${t.home.heroSecond} ${icons.arrow}</a>
        </p>
      </div>
      ${heroScene(oakText('ember', lang).name, t.home.heroAlt)}
    </div>
  </section>`;

const shelf = (id: string, title: string, lead: string, cards: Html[], kind: string): Html =>
  html`<section class="shelf wrap" id="${id}" aria-labelledby="${id}-title">
    <div class="shelf-head">
      <h2 id="${id}-title">${title}</h2>
      <p class="lead">${lead}</p>
    </div>
    <ul class="cards ${kind}">
      ${cards}
    </ul>
  </section>`;

const story = ({ t }: Visit): Html =>
  html`<section class="story" id="story" aria-labelledby="story-title">
    <div class="story-inner wrap">
      ${roasterScene()}
      <div>
        <h2 id="story-title">${t.home.storyTitle}</h2>
        <p class="lead">${t.home.story}</p>
        <dl class="figures">
          ${t.home.facts.map(
            ([figure, meaning]) =>
              html`<div>
                <dt>${figure}</dt>
                <dd>${meaning}</dd>
              </div>`,
          )}
        </dl>
      </div>
    </div>
  </section>`;

const club = ({ t, member }: Visit): Html =>
  html`<section class="club" id="club" aria-labelledby="club-title">
    <div class="club-inner wrap">
      <div class="club-text">
        <p class="kicker">${t.home.clubKicker}</p>
        <h2 id="club-title">${t.home.clubTitle}</h2>
        <p class="lead">${t.home.club}</p>
        <p class="actions">
          <a class="button" href="/account">${member ? t.home.clubSeen : t.home.clubJoin}</a>
          <a class="more" href="/club-terms">${t.home.clubTerms} ${icons.arrow}</a>
        </p>
      </div>
      ${cardScene()}
    </div>
  </section>`;

/** The front page. */
export function homePage(visit: Visit): Html {
  const { t } = visit;
  const cards = (collection: string): Html[] =>
    inCollection(collection).map((product) => productCard(product, visit));
  return layout(visit, {
    title: t.home.title,
    kind: 'home',
    main: html`${hero(visit)}
    ${shelf('coffee', t.home.coffeeTitle, t.home.coffeeLead, cards('coffee'), '')} ${story(visit)}
    ${shelf('gear', t.home.gearTitle, t.home.gearLead, cards('gear'), '')} ${club(visit)}`,
  });
}
