import { html } from 'hono/html';
import { drawFallenMug } from './art/gear.js';
import { logoMark } from './art/marks.js';
import { portraits } from './art/people.js';
import { productPicture } from './art/product.js';
import { oakMessages, oakText } from './i18n.js';
import { de } from './legal.de.js';
import { en } from './legal.en.js';
import { type MemberKey, memberByKey, members } from './members.js';
import { homePage } from './pages/home.js';
import { productById, products, type ProductId } from './products.js';
import { oakReviews } from './reviews.js';
import type { Shop } from './shop.js';

/** Oak & Ember, coffee roasters: the shop that the demo opens with. */
export const oak: Shop = {
  name: 'oak',
  products,
  product: productById,
  text: oakText,
  picture: (id, picture) => productPicture(id as ProductId, picture),
  members,
  member: memberByKey,
  portrait: ({ key }) => portraits[key as MemberKey],
  words: oakMessages,
  legal: { de, en },
  reviews: oakReviews,
  look: {
    logo: logoMark,
    lost: drawFallenMug(),
    icon: '/assets/icon.svg',
    colours: { light: '#fffaf1', dark: '#1a120d' },
    styles: [],
  },
  nav: ({ t }) =>
    html`<a href="/#coffee">${t.nav.coffee}</a> <a href="/#gear">${t.nav.gear}</a>
      <a class="nav-wide" href="/#story">${t.nav.story}</a> <a href="/#club">${t.nav.club}</a>`,
  home: homePage,
  pages: {},
};
