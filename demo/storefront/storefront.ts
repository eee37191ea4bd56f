import { html } from 'hono/html';
import { memberId } from '../../src/sandbox/pasts.js';
import { portraits } from '../shop/art/people.js';
import { drawFallenMug } from '../shop/art/gear.js';
import type { Lang, ProductText } from '../shop/i18n.js';
import { langs } from '../shop/i18n.js';
import { de } from '../shop/legal.de.js';
import { en } from '../shop/legal.en.js';
import type { Member, MemberKey } from '../shop/members.js';
import type { Choice, Product } from '../shop/products.js';
import type { Shop } from '../shop/shop.js';
import type { Preset } from '../presets.js';
import { drawnPicture } from './art/picture.js';
import { clubPage } from './club.js';
import { startPage } from './home.js';
import { logoOf } from './logo.js';
import type { Skin } from './skin.js';
import { german } from './words.de.js';
import { english } from './words.en.js';

/** Who stands for a state of the programme, by face. */
const faceOf: Record<string, MemberKey> = {
  new: 'new',
  middle: 'near',
  top: 'top',
  empty: 'empty',
};

/** A shop that is told by its skin, and sells what its members bought. */
export function storefront({ name, past }: Preset, skin: Skin): Shop {
  const products = skin.products.map((product): Product => {
    const { price, collections = [] } = past.goods[product.id] ?? { price: 0 };
    const only: Choice = { id: 'one', price };
    return {
      id: product.id,
      collections,
      field: product.field,
      choose: null,
      choices: [only],
      ground: false,
    };
  });
  const drawn = new Map(skin.products.map((product) => [product.id, product]));
  const members = past.members.map((member): Member => ({
    key: member.key,
    ...(member.state === undefined ? {} : { state: member.state }),
    id: memberId(member),
    name: member.name,
  }));
  const wordsIn = (lang: Lang) =>
    ({ de: german, en: english })[lang]({
      name: skin.name,
      trade: skin.trade[lang],
      about: skin.about[lang],
      club: skin.club[lang],
    });
  const words = Object.fromEntries(langs.map((lang) => [lang, wordsIn(lang)])) as Shop['words'];

  return {
    name,
    products,
    product: (id) => products.find((product) => product.id === id),
    text(id, lang): ProductText {
      const { name: title, kind, line } = drawn.get(id) ?? missing(id);
      const texts = { name: title[lang], kind: kind[lang], line: line[lang] };
      return { ...texts, story: '', facts: [], picture: `${title[lang]}, ${kind[lang]}` };
    },
    picture: (id, picture) => drawnPicture(drawn.get(id) ?? missing(id), picture),
    members,
    member: (wanted) =>
      members.find(({ key, state }) => key === wanted || state === wanted) ?? null,
    portrait: ({ key, state }) => portraits[faceOf[state ?? key] ?? 'rich'],
    words,
    legal: { de, en },
    reviews: [],
    look: {
      logo: logoOf(skin),
      lost: drawFallenMug(),
      icon: `/skins/${name}.svg`,
      colours: { light: '#ffffff', dark: '#121212' },
      styles: ['/assets/storefront.css', `/skins/${name}.css`],
    },
    nav: ({ t, lang }) =>
      html`<a href="/#shelf">${skin.shelf[lang]}</a> <a href="/club">${t.nav.club}</a>`,
    home: (visit) => startPage(skin, visit),
    pages: { '/club': (visit) => clubPage(skin, visit) },
  };
}

function missing(id: string): never {
  throw new Error(`This shop does not sell "${id}".`);
}
