import type { PluralLabel } from '../../contract/types.js';
import type { words as first } from './en/first.js';
import type { words as games } from './en/games.js';
import type { words as hints } from './en/hints.js';
import type { words as more } from './en/more.js';
import type { words as people } from './en/people.js';
import type { words as shopping } from './en/shopping.js';
import type { words as tracks } from './en/tracks.js';

/**
 * Every word that a shopper reads and that the programme does not bring itself, in parts: what the
 * open panel says first, and others that are fetched with what says them. English names the keys; a
 * language that lacks one does not compile.
 */
interface English {
  first: typeof first;
  more: typeof more;
  tracks: typeof tracks;
  games: typeof games;
  hints: typeof hints;
  people: typeof people;
  shopping: typeof shopping;
}

export type Entries = Readonly<Record<string, string | PluralLabel>>;
export type WordPart = keyof English;
/** The words of one part in any language. */
export type Words<Part extends WordPart> = Readonly<
  Record<keyof English[Part], string | PluralLabel>
>;
export type TermKey = { [Part in WordPart]: keyof English[Part] }[WordPart];

/** A language: its first words, and where the others are. */
export interface Language {
  readonly first: Words<'first'>;
  readonly rest: {
    readonly [Part in Exclude<WordPart, 'first'>]: () => Promise<{ words: Words<Part> }>;
  };
}

/** A language on the page: its words, which grow by parts. */
export interface Catalogue {
  readonly words: Partial<Record<TermKey, string | PluralLabel>>;
  /** Whether the words of these parts are there; the first ones always are. */
  has(...parts: readonly WordPart[]): boolean;
  /** Fetches the words of these parts; a failure is tried again by the next call. */
  load(...parts: readonly WordPart[]): Promise<void>;
}

/**
 * Tries twice, because networks stumble; then takes what stands in. A failure is final only where
 * nothing does.
 */
export const insist = <T>(load: () => Promise<T>, standIn?: () => Promise<T>): Promise<T> =>
  load().catch(load).catch(standIn);

/** @param standIn whose words are said where those of the language cannot be fetched */
export function catalogueOf(
  { first, rest }: Language,
  standIn?: () => Promise<Language>,
): Catalogue {
  let words: Catalogue['words'] = first;
  const there = new Set<WordPart>(['first']);
  const coming = new Map<WordPart, Promise<void>>();

  const fetchPart = async (part: Exclude<WordPart, 'first'>): Promise<void> => {
    try {
      const { words: more } = await insist<{ words: Catalogue['words'] }>(
        rest[part],
        standIn && (async () => (await standIn()).rest[part]()),
      );
      // Another part may have come meanwhile.
      words = { ...words, ...more };
      there.add(part);
    } finally {
      coming.delete(part);
    }
  };
  const load = (part: WordPart): Promise<void> => {
    if (part === 'first' || there.has(part)) return Promise.resolve();
    const known = coming.get(part) ?? fetchPart(part);
    coming.set(part, known);
    return known;
  };

  return {
    get words() {
      return words;
    },
    has: (...parts) => parts.every((part) => there.has(part)),
    load: async (...parts) => {
      await Promise.all(parts.map(load));
    },
  };
}
