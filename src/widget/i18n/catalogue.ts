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

/** A language on the page: its first words, and the way to fetch the others. */
export interface Catalogue {
  readonly first: First;
  readonly loadMore: () => Promise<More>;
}
