import type { Html } from './art/ink.js';
import type { Picture } from './art/product.js';
import type { Lang, Messages, ProductText } from './i18n.js';
import type { Member } from './members.js';
import type { LegalTexts } from './pages/legal.js';
import type { FindProduct, Product } from './products.js';
import type { Review } from './reviews.js';
import type { Visit } from './visit.js';

/**
 * What makes one shop of the demo different from the next: what it sells, to whom, its words and its
 * looks. Everything else (cart, codes, orders, accounts) is the same for all of them.
 */
export interface Shop {
  /** The name of its programme's file; also in its endpoint's path. */
  readonly name: string;
  readonly products: readonly Product[];
  readonly product: FindProduct;
  /** The words of one of its products. */
  readonly text: (id: string, lang: Lang) => ProductText;
  readonly picture: (id: string, picture: Picture) => Html;
  readonly members: readonly Member[];
  /** By key, or by the state that a member shows. */
  readonly member: (wanted: string | null | undefined) => Member | null;
  readonly portrait: (member: Member) => Html;
  readonly words: Readonly<Record<Lang, Messages>>;
  readonly legal: Readonly<Record<Lang, LegalTexts>>;
  /** What was written about the products when the shop opened. */
  readonly reviews: readonly Review[];
  readonly look: Look;
  /** The links of the header. */
  readonly nav: (visit: Visit) => Html;
  readonly home: (visit: Visit) => Html;
  /** Pages that only this shop has, by path. */
  readonly pages: Readonly<Record<string, (visit: Visit) => Html>>;
}

/** How a shop looks, where a style sheet alone cannot say it. */
export interface Look {
  readonly logo: Html;
  /** Drawn where a page is not there. */
  readonly lost: Html;
  /** Address of the icon in the browser's tab. */
  readonly icon: string;
  /** The browser's own colour around the page. */
  readonly colours: { readonly light: string; readonly dark: string };
  /** Style sheets after those of all shops. */
  readonly styles: readonly string[];
}
