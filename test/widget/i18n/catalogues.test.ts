import { expect } from '@open-wc/testing';
import { problems } from '../../../src/contract/problems.js';
import type { Grant, PluralLabel } from '../../../src/contract/types.js';
import { describeGrant, describeGrants, describeLimit } from '../../../src/widget/i18n/describe.js';
import { failureTerm } from '../../../src/widget/i18n/failures.js';
import { firstWord } from '../../../src/widget/i18n/first-words.js';
import { loadFailureTerm } from '../../../src/widget/i18n/load-failure.js';
import { everyWord } from '../support/every-word.js';
import { JUNK } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const formsOf = (entry: string | PluralLabel): string[] =>
  typeof entry === 'string' ? [entry] : Object.values(entry).filter((text) => text !== undefined);
const slotsOf = (entry: string | PluralLabel): string[] =>
  [...new Set(formsOf(entry).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

for (const [name, en] of Object.entries(everyWord.en)) {
  const de = everyWord.de[name as keyof typeof everyWord.de];
  describe(`the ${name} words`, () => {
    it('have the same keys in every language', () => {
      expect(Object.keys(de).sort()).to.deep.equal(Object.keys(en).sort());
    });

    for (const key of Object.keys(en)) {
      it(`“${key}” has the same slots in every language, and is plain text`, () => {
        expect(slotsOf(de[key]!)).to.deep.equal(slotsOf(en[key]!));
        for (const text of [...formsOf(en[key]!), ...formsOf(de[key]!)]) {
          expect(text.trim(), 'has something to say').not.to.equal('');
          expect(text).not.to.match(/<|&\w+;/);
        }
        for (const [locale, entry] of [
          ['en', en[key]!],
          ['de', de[key]!],
        ] as const) {
          if (typeof entry === 'string') continue;
          const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
          expect(Object.keys(entry).sort(), locale).to.deep.equal([...needed].sort());
        }
      });
    }
  });
}

it('a word is in one part, never in two', () => {
  const keys = Object.values(everyWord.en).flatMap((words) => Object.keys(words));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).to.be.empty;
});

describe('the launcher’s word', () => {
  it('is the one that the catalogues have', () => {
    expect(firstWord('en')).to.equal(everyWord.en.first['panel.name']);
    expect(firstWord('de-AT')).to.equal(everyWord.de.first['panel.name']);
    expect(firstWord('xx')).to.equal(everyWord.en.first['panel.name']);
    expect(firstWord('')).to.equal(everyWord.en.first['panel.name']);
  });
});

describe('what went wrong', () => {
  const own = [
    'offline',
    'network',
    'timeout',
    'bad-answer',
    'bad-config',
    'unknown',
    'constructor',
  ];
  for (const code of [...Object.keys(problems), ...own]) {
    it(`“${code}” is a sentence in every language`, async () => {
      for (const locale of ['en', 'de']) {
        const loc = await wordsIn(locale);
        for (const term of [failureTerm({ code }), loadFailureTerm(code)]) {
          expect(loc.term(term)).to.match(/\S/);
          expect(loc.term(term)).not.to.match(JUNK);
        }
      }
    });
  }

  it('without a code is a sentence, too', () => {
    for (const error of [null, undefined, 'x', 7, {}, { code: 7 }]) {
      expect(failureTerm(error), 'nobody knows what came of it').to.equal('error.unsure');
    }
  });

  it('never promises what nobody knows: an answer that was lost is not “nothing was taken”', () => {
    for (const code of ['timeout', 'network', 'upstream-down', 'bad-answer']) {
      expect(failureTerm({ code })).to.equal('error.unsure');
    }
  });
});

describe('what is given, in words', () => {
  const eur = { unit: 'eur', value: 500 };
  const table: [grant: Grant, words: string][] = [
    [{ kind: 'unit', amount: { unit: 'pts', value: 1 } }, '1 leaf'],
    [{ kind: 'unit', rate: { per: eur, give: { unit: 'pts', value: 2 } } }, '2 leaves per €5'],
    [{ kind: 'unit', times: 2 }, '2 times the points'],
    [{ kind: 'unit' }, '1 times the points'],
    [{ kind: 'coupon', discount: { type: 'percent', percent: 15 } }, '15% off'],
    [{ kind: 'coupon', discount: { type: 'amount', amount: eur } }, '€5 off'],
    [{ kind: 'coupon', discount: { type: 'shipping' } }, 'free shipping'],
    [{ kind: 'coupon', discount: { type: 'unknown', label: 'A surprise' } }, 'A surprise'],
    [{ kind: 'coupon', discount: { type: 'unknown' } }, ''],
    [{ kind: 'giftCard', amount: eur }, 'a gift card of €5'],
    [{ kind: 'product', product: 'x', title: 'A bag' }, 'A bag'],
    [{ kind: 'access', label: 'The sale, early' }, 'The sale, early'],
    [{ kind: 'custom', label: 'A hug' }, 'A hug'],
    [{ kind: 'pool', segments: [] }, 'a surprise'],
    [{ kind: 'status', track: 'vip', step: 'oak' }, ''],
    [{ kind: 'unknown', label: 'A hologram' }, 'A hologram'],
    [{ kind: 'unknown' }, ''],
  ];
  for (const [grant, words] of table) {
    it(`${JSON.stringify(grant)} is “${words}”`, async () => {
      expect(describeGrant(await wordsIn('en'), grant)).to.equal(words);
    });
  }

  it('leaves out what cannot be said', async () => {
    const loc = await wordsIn('en');
    const grants = table.slice(0, 1).map(([grant]) => grant);
    expect(describeGrants(loc, [...grants, { kind: 'unknown' }, ...grants])).to.equal(
      '1 leaf + 1 leaf',
    );
    expect(describeGrants(loc, undefined)).to.equal('');
  });

  for (const per of ['once', 'order', 'day', 'week', 'month', 'year', 'fortnight', 'constructor']) {
    it(`a limit per ${per} is said, or left out`, async () => {
      const loc = await wordsIn('de');
      for (const count of [1, 2]) {
        const words = describeLimit(loc, { count, per });
        expect(words === '').to.equal(['fortnight', 'constructor'].includes(per));
        expect(words).not.to.match(JUNK);
      }
    });
  }
});
