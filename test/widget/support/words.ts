import type { Program } from '../../../src/contract/types.js';
import { language } from '../../../src/widget/i18n/en/language.js';
import type { WordPart } from '../../../src/widget/i18n/catalogue.js';
import { loadCatalogue } from '../../../src/widget/i18n/load.js';
import { createLocalizer, type Localizer } from '../../../src/widget/i18n/localizer.js';
import { NOW, program } from './documents.js';

const PARTS = Object.keys(language.rest) as WordPart[];

/** All words of a language at the moment of the examples. */
export async function wordsIn(
  locale: string,
  of: Program = program(),
  now = NOW,
): Promise<Localizer> {
  const catalogue = await loadCatalogue(locale);
  const loc = createLocalizer({ locale, catalogue, program: of, skew: now - Date.now() });
  await loc.load(...PARTS);
  return loc;
}
