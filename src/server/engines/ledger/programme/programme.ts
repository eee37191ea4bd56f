import { Program } from '../../../../contract/schema/program.js';
import type { Program as PublicProgram } from '../../../../contract/types.js';
import type { Told, VoucherRow } from '../../../stores/rows.js';
import { createCalendar, type Calendar } from '../time/calendar.js';
import { digest } from '../digest.js';
import type {
  BoardDoc,
  ProgrammeDoc,
  RewardDoc,
  RuleDoc,
  StepDoc,
  TrackDoc,
  UnitDoc,
} from './file.js';
import { mapTold, nearest } from './texts.js';

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** A programme that was read and found free of mistakes; the same in every language it speaks. */
export class Programme {
  readonly id: string;
  /** The default locale. */
  readonly locale: string;
  readonly locales: readonly string[];
  readonly calendar: Calendar;
  /** In the default language; for everything that is reckoned with. */
  readonly doc: ProgrammeDoc;
  readonly units: ReadonlyMap<string, UnitDoc>;
  readonly rules: ReadonlyMap<string, RuleDoc>;
  readonly tracks: ReadonlyMap<string, TrackDoc>;
  readonly rewards: ReadonlyMap<string, RewardDoc>;
  readonly boards: ReadonlyMap<string, BoardDoc>;
  readonly #docs: Told<ProgrammeDoc>;
  readonly #public = new Map<string, PublicProgram>();

  constructor(docs: Told<ProgrammeDoc>, locale: string) {
    const doc = docs[locale];
    if (!doc) throw new Error(`A programme without its default locale "${locale}"`);
    this.#docs = docs;
    this.doc = doc;
    this.id = doc.id;
    this.locale = locale;
    this.locales = Object.keys(docs);
    this.calendar = createCalendar(doc.timeZone);
    this.units = byId(doc.units);
    this.rules = byId(doc.rules);
    this.tracks = byId(doc.tracks);
    this.rewards = byId(doc.rewards);
    this.boards = byId(doc.boards ?? []);
  }

  /** The locale in which someone who wants `locale` is answered. */
  localeFor(locale: string | undefined): string {
    return nearest(locale, this.locales) ?? this.locale;
  }

  /** The same thing from the file in every language. */
  told<T>(read: (doc: ProgrammeDoc, locale: string) => T): Told<T> {
    return Object.fromEntries(
      Object.entries(this.#docs).map(([locale, doc]) => [locale, read(doc, locale)]),
    );
  }

  /** One thing of a list in every language; these differ in nothing but its texts. */
  toldOne<T extends { readonly id: string }>(
    list: (doc: ProgrammeDoc) => readonly T[],
    id: string,
  ): Told<T> {
    return this.told((doc) => list(doc).find((one) => one.id === id) as T);
  }

  /** Everything in such a list of it, in the default language and in all of them. */
  toldEach<T>(told: Told<readonly T[]>): (readonly [main: T, told: Told<T>])[] {
    const all = told[this.locale] as readonly T[];
    return all.map((main, place) => [main, mapTold(told, (list) => list[place] as T)]);
  }

  /** The reward that something came from; a rule or a level may have the same id. */
  rewardOf({ kind, id }: VoucherRow['source']): RewardDoc | undefined {
    return kind === 'reward' && id !== null ? this.rewards.get(id) : undefined;
  }

  /** The file in one of its languages. */
  in(locale: string): ProgrammeDoc {
    return this.#docs[locale] ?? this.doc;
  }

  /** The public definitions, without our own settings. */
  public(locale: string | undefined): PublicProgram {
    const language = this.localeFor(locale);
    const known = this.#public.get(language);
    if (known) return known;
    const draft = Program.parse({ ...this.in(language), locale: language, rev: '-' });
    const program = { ...draft, rev: digest(JSON.stringify(draft)) };
    this.#public.set(language, program);
    return program;
  }
}

/** Where a step stands in its track; -1 for none. */
export const stepIndex = (track: TrackDoc, step: string | null): number =>
  track.steps.findIndex(({ id }) => id === step);

export const isMetric = (unit: UnitDoc): boolean => unit.kind === 'metric';

/** A definition that data points at and that a changed file may no longer have. */
export type { ProgrammeDoc, RewardDoc, RuleDoc, StepDoc, TrackDoc, UnitDoc };
