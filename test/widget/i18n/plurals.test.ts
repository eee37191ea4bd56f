import { expect } from '@open-wc/testing';
import type { PluralLabel } from '../../../src/contract/types.js';
import type { Catalogue, TermKey } from '../../../src/widget/i18n/catalogue.js';
import { createLocalizer } from '../../../src/widget/i18n/localizer.js';
import { everyWord } from '../support/every-word.js';
import { program } from '../support/documents.js';
import { wordsIn } from '../support/words.js';

const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000, 1.5, -1];

/** Every form says its own name, so that a sentence tells which one was chosen. */
const forms: PluralLabel = {
  ...{ zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' },
};

/** A language that has a sentence in every form. */
const catalogue: Catalogue = {
  words: { 'streak.freezes': forms },
  has: () => true,
  load: () => Promise.resolve(),
};

describe('the form of a word for so many', () => {
  // Those that the widget speaks, and others that a shop’s own catalogue or programme may be in.
  for (const locale of [
    'en',
    'de',
    'de-AT',
    'fr',
    'pl',
    'ru',
    'cs',
    'ar',
    'lv',
    'cy',
    'ja',
    'he',
  ]) {
    const rules = new Intl.PluralRules(locale);
    const definition = program();
    for (const unit of definition.units) unit.label = forms;
    const loc = createLocalizer({ locale, catalogue, program: definition });

    it(`is that of the language in sentences in ${locale}`, () => {
      for (const n of COUNTS) {
        expect(loc.term('streak.freezes', { n }), String(n)).to.equal(rules.select(n));
      }
    });

    it(`is that of the number as it is read beside an amount in ${locale}`, () => {
      for (const { id, scale } of definition.units) {
        for (const n of COUNTS) {
          const value = Math.round(n * 10 ** scale);
          const read = value / 10 ** scale;
          expect(loc.label(id, value), `${read} ${id}`).to.equal(rules.select(read));
        }
      }
    });
  }

  it('is the general one where the programme brings no other', () => {
    const definition = program();
    for (const unit of definition.units) unit.label = { other: 'leaves' };
    const loc = createLocalizer({ locale: 'ar', catalogue, program: definition });
    for (const n of COUNTS) expect(loc.label('pts', n)).to.equal('leaves');
  });

  for (const [locale, parts] of Object.entries(everyWord)) {
    const rules = new Intl.PluralRules(locale);
    const counted = Object.values(parts).flatMap((words) =>
      (Object.entries(words) as [TermKey, string | PluralLabel][]).filter(
        (entry): entry is [TermKey, PluralLabel] => typeof entry[1] !== 'string',
      ),
    );

    for (const [key, entry] of counted) {
      it(`is the right one of “${key}” in ${locale}`, async () => {
        const loc = await wordsIn(locale);
        for (const n of COUNTS) {
          const form = entry[rules.select(n)]!;
          const read = form.replace('{n}', loc.number(n)).replace(/\{\w+\}/g, '');
          expect(loc.term(key, { n }), String(n)).to.equal(read);
        }
      });
    }
  }
});
