import { isolated } from '../../contract/isolated.js';
import type { Amount, PluralLabel, Program, Unit } from '../../contract/types.js';
import type { Catalogue, TermKey, WordPart } from './catalogue.js';
import {
  dayIn,
  formatAmount,
  formatDay,
  formatNumber,
  formatTime,
  pluralRules,
} from './formats.js';

export type Slots = Readonly<Record<string, string | number>>;

/**
 * Words and numbers for one language and one programme. Immutable: a new language or programme is a
 * new localizer.
 */
export interface Localizer {
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /**
   * A sentence of the catalogue with its `{slots}` filled. A slot `n` picks the plural form and is
   * written in the digits of the language. A name in another script moves nothing of the sentence.
   */
  term(key: TermKey, slots?: Slots): string;
  /** Whether the words of these parts are there; the first ones always are. */
  has(...parts: readonly WordPart[]): boolean;
  /** Fetches the words of these parts; without them `term` gives an empty text for their keys. */
  load(...parts: readonly WordPart[]): Promise<void>;
  number(value: number): string;
  /** Number and unit: "620 leaves", "€5". */
  amount(amount: Amount): string;
  /** The number alone, with a sign where it grows: "+120". */
  signed(amount: Amount): string;
  /** The number alone. */
  quantity(amount: Amount): string;
  /** The unit's word for so many. */
  label(unit: string, value: number): string;
  /** Several amounts as one text: "100 leaves and 1 stamp". */
  amounts(amounts: readonly Amount[]): string;
  unit(id: string): Unit | undefined;
  /** What an amount is worth in money, as the programme displays it; undefined where it has no worth. */
  worth(amount: Amount): string | undefined;
  /** A day of the programme's calendar: "31 Dec". */
  day(instant: string): string;
  /** A time of day: "14:30". */
  time(instant: string | number): string;
  /** The day of a moment in the programme's calendar, as `2026-11-22`. */
  date(instant: string): string;
  /** Whether a moment falls on the programme's present day. */
  isToday(instant: string): boolean;
  /** The present moment by the server's clock. */
  now(): number;
}

const plural = (rules: Intl.PluralRules, forms: PluralLabel, n: number): string =>
  forms[rules.select(n)] ?? forms.other;

/** A zone that this engine does not know must not break a page; its days are then drawn in UTC. */
function knownZone(timeZone = 'UTC'): string {
  try {
    dayIn(timeZone, new Date());
    return timeZone;
  } catch {
    return 'UTC';
  }
}

const RTL = /^(ar|fa|he|ur)\b/;

export interface LocalizerOptions {
  locale: string;
  catalogue: Catalogue;
  program?: Program | undefined;
  /** Server's clock beyond the device's, in milliseconds. */
  skew?: number;
  /** In place of the language's own direction. */
  dir?: 'ltr' | 'rtl' | undefined;
}

export function createLocalizer(options: LocalizerOptions): Localizer {
  const { locale, catalogue, program, skew = 0 } = options;
  const units = new Map(program?.units.map((unit) => [unit.id, unit]));
  const timeZone = knownZone(program?.timeZone);
  const now = () => Date.now() + skew;

  const label = (id: string, value: number): string => {
    const unit = units.get(id);
    // Plural rules want the number as it is read: 1.5 euro is not "one".
    return unit ? plural(pluralRules(locale), unit.label, value / 10 ** unit.scale) : id;
  };
  const quantity = (amount: Amount): string => {
    const unit = units.get(amount.unit);
    return unit ? formatAmount(locale, amount, unit) : formatNumber(locale, amount.value);
  };
  const amount = (one: Amount): string =>
    units.get(one.unit)?.currency
      ? quantity(one)
      : `${quantity(one)} ${label(one.unit, one.value)}`;

  const term = (key: TermKey, slots: Slots = {}): string => {
    const entry: string | PluralLabel = catalogue.words[key] ?? '';
    const { n } = slots;
    const text =
      typeof entry === 'string'
        ? entry
        : plural(pluralRules(locale), entry, typeof n === 'number' ? n : 0);
    return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
      const value = slots[slot];
      return typeof value === 'number' ? formatNumber(locale, value) : isolated(value ?? '');
    });
  };

  const date = (moment: string | number): string => dayIn(timeZone, new Date(moment));

  const day = (instant: string): string => {
    const isThisYear = date(instant).slice(0, 4) === date(now()).slice(0, 4);
    return formatDay(locale, new Date(instant), timeZone, !isThisYear);
  };

  return {
    locale,
    dir: options.dir ?? (RTL.test(locale) ? 'rtl' : 'ltr'),
    term,
    has: (...parts) => catalogue.has(...parts),
    load: (...parts) => catalogue.load(...parts),
    number: (value) => formatNumber(locale, value),
    amount,
    signed(one) {
      const unit = units.get(one.unit);
      return unit ? formatAmount(locale, one, unit, true) : String(one.value);
    },
    quantity,
    label,
    amounts: (list) => joined(list.map(amount), term('list.and')),
    unit: (id) => units.get(id),
    worth(one) {
      const worth = units.get(one.unit)?.worth;
      if (!worth || worth.per <= 0 || one.value < worth.per) return undefined;
      // The product may pass what a number holds exactly.
      const value = Number((BigInt(one.value) * BigInt(worth.is.value)) / BigInt(worth.per));
      return value < 2 ** 53 ? quantity({ unit: worth.is.unit, value }) : undefined;
    },
    day,
    time: (instant) => formatTime(locale, new Date(instant)),
    date,
    isToday: (instant) => date(instant) === date(now()),
    now,
  };
}

/** "a, b and c": `Intl.ListFormat` is one more thing to load for what a comma does. */
const joined = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
