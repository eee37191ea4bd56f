import type { PluralLabel } from '../../contract/types.js';
import type { first } from './en/first.js';
import type { more } from './en/more.js';

/**
 * Every word that a shopper reads and that the programme does not bring itself, in two parts: what
 * the open panel says first, and the rest. English names the keys; a language that lacks one does
 * not compile.
 */
export type Entries = Readonly<Record<string, string | PluralLabel>>;
export type First = Readonly<Record<keyof typeof first, string | PluralLabel>>;
export type More = Readonly<Record<keyof typeof more, string | PluralLabel>>;
export type TermKey = keyof First | keyof More;

/** A language on the page: its words, which grow once by those that are not among the first. */
export interface Catalogue {
  readonly words: Partial<First & More>;
  /** Whether all words are there; the first ones always are. */
  readonly isComplete: boolean;
  complete(): Promise<void>;
}

/** @param loadMore fetches the other words; a failure is tried again by the next call */
export function catalogueOf(first: First, loadMore: () => Promise<More>): Catalogue {
  let words: Catalogue['words'] = first;
  let isComplete = false;
  let completing: Promise<void> | undefined;
  return {
    get words() {
      return words;
    },
    get isComplete() {
      return isComplete;
    },
    complete() {
      completing ??= loadMore().then(
        (more) => {
          words = { ...first, ...more };
          isComplete = true;
        },
        (error: unknown) => {
          completing = undefined;
          throw error;
        },
      );
      return completing;
    },
  };
}
