import type { Amount, Unit } from '../../contract/types.js';

/**
 * `Intl` by locale and style, made once: the first `NumberFormat` of a page costs 40 ms, the second
 * nothing. Currency decimals come from the unit, never from the engine, which disagree (HUF).
 */

const cache = new Map<string, unknown>();

function once<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = `${kind}|${locale}|${JSON.stringify(options)}`;
  let format = cache.get(key) as T | undefined;
  if (!format) cache.set(key, (format = make()));
  return format;
}

const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}) =>
  once('n', locale, options, () => new Intl.NumberFormat(locale, options));

export const dateFormat = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat =>
  once('d', locale, options, () => new Intl.DateTimeFormat(locale, options));

export const pluralRules = (locale: string): Intl.PluralRules =>
  once('p', locale, {}, () => new Intl.PluralRules(locale));

/**
 * An integer in 10^-scale as a decimal text, digit by digit: `(1234, 2)` is `"12.34"`.
 * `Intl` formats such texts exactly, where a float could not.
 */
export function decimal(value: number, scale: number): string {
  const digits = String(Math.abs(value)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale ? `.${digits.slice(-scale)}` : '';
  return `${value < 0 ? '-' : ''}${whole}${fraction}`;
}

/** A bare number in the digits of the locale. */
export const formatNumber = (locale: string, value: number): string =>
  numberFormat(locale).format(value);

/**
 * The number of an amount, with the currency where it has one; €5 rather than €5.00.
 * @param signed writes a plus where it grows
 */
export function formatAmount(
  locale: string,
  { value }: Amount,
  unit: Unit,
  signed = false,
): string {
  const isWhole = value % 10 ** unit.scale === 0;
  const digits = isWhole ? 0 : unit.scale;
  const format = numberFormat(locale, {
    // Anything but a code of three letters would throw.
    ...(/^[a-z]{3}$/i.test(unit.currency ?? '') && { style: 'currency', currency: unit.currency }),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...(signed && { signDisplay: 'exceptZero' }),
  });
  return format.format(decimal(value, unit.scale) as unknown as number);
}

/** A calendar day as the programme's time zone draws it. */
export const formatDay = (locale: string, at: Date, timeZone: string, withYear: boolean): string =>
  dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(withYear && { year: 'numeric' }),
    timeZone,
    calendar: 'gregory',
  }).format(at);

/** A time of day, with the shopper's own zone. */
export const formatTime = (locale: string, at: Date): string =>
  dateFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);

/** The day of a moment in a zone, as `2026-11-22`. */
export const dayIn = (timeZone: string, at: Date): string => {
  const form = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const;
  const [month, day, year] = dateFormat('en-US', form).format(at).split('/');
  return `${year}-${month}-${day}`;
};

/** The last moment before an end: what ends at midnight has its last day the day before. */
export const lastOf = (end: string): string => new Date(Date.parse(end) - 1).toISOString();
