import type { Lang } from './i18n.js';

const locales: Record<Lang, string> = { de: 'de-AT', en: 'en-IE' };

const formats = Object.fromEntries(
  Object.entries(locales).map(([lang, locale]) => [
    lang,
    new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }),
  ]),
) as Record<Lang, Intl.NumberFormat>;

/** Writes integer cents as euro, in the way of the language. */
export const formatMoney = (cents: number, lang: Lang): string => formats[lang].format(cents / 100);

/** A percentage of an amount, rounded to the cent, half up. */
export const percentOf = (cents: number, percent: number): number =>
  Math.round((cents * percent) / 100);

/**
 * Splits `amount` in proportion to `weights` so that the parts add up to it exactly.
 * The cents left over by rounding down go to the largest fractions first.
 */
export function share(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (amount * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = amount - parts.reduce((a, b) => a + b, 0);
  const byFraction = exact
    .map((value, index) => ({ index, fraction: value - Math.floor(value) }))
    .sort((a, b) => b.fraction - a.fraction);
  const lucky = new Set(byFraction.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => (lucky.has(index) ? part + 1 : part));
}

/** Price per kilogram, which food law wants next to the price. */
export const perKilo = (cents: number, grams: number): number => Math.round((cents * 1000) / grams);
