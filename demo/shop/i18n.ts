import { de } from './messages.de.js';
import { en } from './messages.en.js';
import { de as deProducts } from './product-texts.de.js';
import { en as enProducts } from './product-texts.en.js';
import type { ProductId } from './products.js';

/** The languages of the shop; the first is the one spoken at the counter. */
export const langs = ['de', 'en'] as const;
export type Lang = (typeof langs)[number];

/** Every sentence of the shop; English sets the shape, German has to fill it. */
export type Messages = typeof en;

/** The words of one product. */
export interface ProductText {
  name: string;
  kind: string;
  line: string;
  story: string;
  facts: [string, string][];
  /** What the picture shows, for those who do not see it. */
  picture: string;
}

/** Oak & Ember's sentences. */
export const oakMessages: Record<Lang, Messages> = { de, en };
const productTexts: Record<Lang, Record<ProductId, ProductText>> = {
  de: deProducts,
  en: enProducts,
};

/** Whether a string names a language of the shop. */
export const isLang = (value: string | undefined): value is Lang =>
  langs.some((lang) => lang === value);

/** The words of one of Oak & Ember's products in a language. */
export const oakText = (id: string, lang: Lang): ProductText => productTexts[lang][id as ProductId];

/** A date as people write it, in the shop's own time zone. */
export const formatDate = (date: Date, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'de' ? 'de-AT' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Vienna',
  }).format(date);
