import type { PluralLabel } from '../../../src/contract/types.js';
import type { Language, WordPart } from '../../../src/widget/i18n/catalogue.js';
import { language as de } from '../../../src/widget/i18n/de/language.js';
import { language as en } from '../../../src/widget/i18n/en/language.js';

type Words = Readonly<Record<string, string | PluralLabel>>;

async function partsOf({ first, rest }: Language): Promise<Readonly<Record<WordPart, Words>>> {
  const loaded = Object.entries(rest).map(async ([part, load]) => [part, (await load()).words]);
  return { first, ...Object.fromEntries(await Promise.all(loaded)) } as Record<WordPart, Words>;
}

/** Language → part → its words. */
export const everyWord = { en: await partsOf(en), de: await partsOf(de) };

/** The English words of all parts as one. */
export const englishWords: Words = Object.fromEntries(
  Object.values(everyWord.en).flatMap((words) => Object.entries(words)),
);
