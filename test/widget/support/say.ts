import type { TermKey } from '../../../src/widget/i18n/catalogue.js';
import { createLocalizer, type Slots } from '../../../src/widget/i18n/localizer.js';
import { program } from './documents.js';
import { englishWords } from './every-word.js';

const english = createLocalizer({
  locale: 'en',
  catalogue: { words: englishWords, has: () => true, load: () => Promise.resolve() },
  program: program(),
});

/** What is said in English, at once: tests name a sentence by its key, so that its words may change. */
export const say = (key: TermKey, slots: Slots = {}): string =>
  english.term(key, slots).replace(/\s+/g, ' ').trim();
