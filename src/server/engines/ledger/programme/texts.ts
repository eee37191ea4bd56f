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

/** An object whose keys are all among the file's `locales`, the default one included. */
const isTold = (
  value: { readonly [key: string]: Json },
  locales: readonly string[],
  fallback: string,
): boolean =>
  Object.hasOwn(value, fallback) && Object.keys(value).every((key) => locales.includes(key));

/** A file in one language: where a text is told in several, the one wanted or the default stays. */
export function readIn(
  locale: string,
  file: Json,
  locales: readonly string[],
  fallback: string,
): Json {
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => walk(item));
    if (!isObject(value)) return value;
    if (isTold(value, locales, fallback)) return walk((value[locale] ?? value[fallback]) as Json);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
  };
  return walk(file);
}

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];

const isText = (value: Json): boolean =>
  typeof value === 'string' ||
  (isObject(value) &&
    Object.entries(value).every(
      ([key, word]) => PLURALS.includes(key) && typeof word === 'string',
    ));

/**
 * Where a file tells in several languages what must be one thing in all of them: a number, a list,
 * an id. Members who read different languages would be given different things.
 * @returns the places, such as `rewards[2].cost.amount.value`
 */
export function toldAmiss(file: Json, locales: readonly string[], fallback: string): string[] {
  const walk = (value: Json, path: string, key: string): string[] => {
    if (Array.isArray(value)) {
      return value.flatMap((item: Json, index) => walk(item, `${path}[${index}]`, ''));
    }
    if (!isObject(value)) return [];
    if (isTold(value, locales, fallback)) {
      return key !== 'id' && Object.values(value).every(isText) ? [] : [path];
    }
    return Object.entries(value).flatMap(([name, item]) =>
      walk(item, path === '' ? name : `${path}.${name}`, name),
    );
  };
  return walk(file, '', '');
}

export type { Json };
