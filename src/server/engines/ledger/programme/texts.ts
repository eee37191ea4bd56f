import type { Told } from '../../../stores/rows.js';

/** Texts in several languages: choosing one, and reading a programme file in one. */

/** The nearest of `locales`: itself, its language (`de-AT` → `de`), a sibling (`de` → `de-DE`). */
export function nearest(
  wanted: string | undefined,
  locales: readonly string[],
): string | undefined {
  if (wanted === undefined) return undefined;
  const language = (locale: string): string => (locale.split('-')[0] ?? '').toLowerCase();
  const same = (locale: string): boolean => locale.toLowerCase() === wanted.toLowerCase();
  return (
    locales.find(same) ??
    locales.find((locale) => locale.toLowerCase() === language(wanted)) ??
    locales.find((locale) => language(locale) === language(wanted))
  );
}

/**
 * One language of a thing that is told in several.
 * @param fallback the programme's default locale
 */
export function pick<T>(told: Told<T>, locale: string | undefined, fallback: string): T {
  const known = nearest(locale, Object.keys(told)) ?? nearest(fallback, Object.keys(told));
  const chosen = known === undefined ? Object.values(told)[0] : told[known];
  if (chosen === undefined) throw new Error('A thing is told in no language at all');
  return chosen;
}

/** Does the same in every language. */
export const mapTold = <T, U>(told: Told<T>, change: (value: T, locale: string) => U): Told<U> =>
  Object.fromEntries(
    Object.entries(told).map(([locale, value]) => [locale, change(value, locale)]),
  );

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A file in one language. An object whose keys are all among the file's `locales`, the default one
 * included, is one text told several times; it is replaced by the language wanted or the default.
 */
export function readIn(
  locale: string,
  file: Json,
  locales: readonly string[],
  fallback: string,
): Json {
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => walk(item));
    if (!isObject(value)) return value;
    const keys = Object.keys(value);
    const isTold = Object.hasOwn(value, fallback) && keys.every((key) => locales.includes(key));
    if (isTold) return walk(value[locale] ?? value[fallback] ?? null);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
  };
  return walk(file);
}

export type { Json };
