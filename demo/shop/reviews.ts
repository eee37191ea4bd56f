import type { Lang } from './i18n.js';

/** What somebody wrote about a product. */
export interface Review {
  product: string;
  author: string;
  lang: Lang;
  stars: number;
  text: string;
}

/** Reviews by product; a second one of the same author replaces the first. */
export interface ReviewStore {
  add(review: Review): void;
  of(product: string): Review[];
}

/** What is written about Oak & Ember's products when the shop opens. */
export const oakReviews: readonly Review[] = [
  {
    product: 'ember',
    author: 'Marlene',
    lang: 'de',
    stars: 5,
    text: 'Seit zwei Jahren unser Büro-Espresso. Verzeiht jeden Handgriff und schmeckt auch mit Hafermilch noch nach Kaffee.',
  },
  {
    product: 'guji',
    author: 'Valentina',
    lang: 'en',
    stars: 5,
    text: 'Like opening a bag of dried apricots. I brew it at 92 degrees and never add a thing.',
  },
  {
    product: 'grinder',
    author: 'Jonas',
    lang: 'de',
    stars: 4,
    text: 'Mahlt ruhig und gleichmäßig, 18 Gramm in einer guten Minute. Der Stellring dürfte größere Ziffern haben.',
  },
];

/** A review store that lives as long as the process. */
export function createReviewStore(initial: readonly Review[]): ReviewStore {
  let all = [...initial];
  return {
    add(review) {
      const isOther = (old: Review): boolean =>
        old.product !== review.product || old.author !== review.author;
      all = [review, ...all.filter(isOther)];
    },
    of: (product) => all.filter((review) => review.product === product),
  };
}
