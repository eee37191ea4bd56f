import type { TermKey } from '../../../src/widget/i18n/catalogue.js';
import { first } from '../../../src/widget/i18n/en/first.js';
import { more } from '../../../src/widget/i18n/en/more.js';
import { createLocalizer, type Slots } from '../../../src/widget/i18n/localizer.js';
import { program } from './documents.js';

const english = createLocalizer({
  locale: 'en',
  catalogue: { words: { ...first, ...more }, isComplete: true, complete: () => Promise.resolve() },
  program: program(),
});

/** What is said in English, at once: tests name a sentence by its key, so that its words may change. */
export const say = (key: TermKey, slots: Slots = {}): string =>
  english.term(key, slots).replace(/\s+/g, ' ').trim();
