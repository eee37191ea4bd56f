import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Program, Unit } from '../../../src/contract/types.js';
import { decimal } from '../../../src/widget/i18n/formats.js';
import { loadCatalogue, negotiate, wantedLocales } from '../../../src/widget/i18n/load.js';
import { createLocalizer, type Localizer } from '../../../src/widget/i18n/localizer.js';
import { program } from '../support/documents.js';
import { JUNK } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const unit = (id: string, scale: number, currency?: string): Unit => ({
  ...{ id, scale, kind: 'money', spendable: true },
  label: { one: id, other: `${id}s` },
  ...(currency && { currency }),
});
const shop = (): Program => {
  const definition = program();
  definition.units.push(
    ...[unit('jpy', 0, 'JPY'), unit('kwd', 3, 'KWD'), unit('huf', 0, 'HUF')],
    ...[unit('huf2', 2, 'HUF'), unit('odd', 2, 'not a currency'), unit('half', 1)],
  );
  return definition;
};
/** Engines differ in their spaces; a reader does not. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers and money', () => {
  let en: Localizer;
  let de: Localizer;
  before(async () => {
    en = await wordsIn('en', shop());
    de = await wordsIn('de', shop());
  });

  const amounts: [unit: string, value: number, english: string, german: string][] = [
    ['eur', 500, '€5', '5 €'],
    ['eur', 550, '€5.50', '5,50 €'],
    ['eur', -1_050, '-€10.50', '-10,50 €'],
    ['eur', 0, '€0', '0 €'],
    ['jpy', 500, '¥500', '500 ¥'],
    ['kwd', 1_234, 'KWD 1.234', '1,234 KWD'],
    ['kwd', 1_000, 'KWD 1', '1 KWD'],
    ['huf', 500, 'HUF 500', '500 HUF'],
    ['huf2', 55_050, 'HUF 550.50', '550,50 HUF'],
    ['pts', 1, '1 leaf', '1 leaf'],
    ['pts', 0, '0 leaves', '0 leaves'],
    ['pts', -2, '-2 leaves', '-2 leaves'],
    ['pts', 1_234_567, '1,234,567 leaves', '1.234.567 leaves'],
    ['half', 15, '1.5 halfs', '1,5 halfs'],
    ['pts', 2 ** 53 - 1, '9,007,199,254,740,991 leaves', '9.007.199.254.740.991 leaves'],
    ['eur', 2 ** 53 - 1, '€90,071,992,547,409.91', '90.071.992.547.409,91 €'],
    ['ghost', 12, '12 ghost', '12 ghost'],
  ];
  for (const [id, value, english, german] of amounts) {
    it(`${value} of ${id} reads “${english}” and “${german}”`, () => {
      expect(plain(en.amount({ unit: id, value }))).to.equal(english);
      expect(plain(de.amount({ unit: id, value }))).to.equal(german);
    });
  }

  it('of a currency that does not exist is still a number, not a blank page', () => {
    expect(plain(en.amount({ unit: 'odd', value: 1_250 }))).to.contain('12.50');
  });

  it('writes a plus where something grew', () => {
    expect(en.signed({ unit: 'pts', value: 120 })).to.equal('+120');
    expect(en.signed({ unit: 'pts', value: -120 })).to.equal('-120');
    expect(en.signed({ unit: 'pts', value: 0 })).to.equal('0');
    expect(en.signed({ unit: 'ghost', value: 12 })).to.equal('12');
  });

  it('shifts the point digit by digit, never by division', () => {
    const scale = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.maxSafeInteger(), scale, (value, places) => {
        const text = decimal(value, places);
        expect(text).to.match(/^-?\d+(\.\d+)?$/);
        expect(BigInt(text.replace('.', ''))).to.equal(BigInt(value));
        expect(text.split('.')[1]?.length ?? 0).to.equal(places);
      }),
    );
  });

  const worths: [value: number, money: string | undefined][] = [
    [620, '€6.20'],
    [100, '€1'],
    [99, undefined],
    [0, undefined],
    [-500, undefined],
    [2 ** 53 - 1, '€90,071,992,547,409.91'],
  ];
  for (const [value, money] of worths) {
    it(`${value} leaves are worth ${money ?? 'nothing to speak of'}`, () => {
      expect(en.worth({ unit: 'pts', value })).to.equal(money);
    });
  }

  it('is worth exactly what the programme says, also beyond 2^53', async () => {
    const definition = shop();
    definition.units[0]!.worth = { per: 1_000_000, is: { unit: 'eur', value: 999_999 } };
    const loc = await wordsIn('en', definition);
    expect(loc.worth({ unit: 'pts', value: 2 ** 53 - 1 })).to.equal('€90,071,902,475,417.36');
  });

  it('is worth a whole cent less rather than a part of one more, digit by digit', async () => {
    const most = fc.integer({ min: 1_000_000, max: 2 ** 53 - 1 });
    const definition = shop();
    const worth = { per: 1_000, is: { unit: 'jpy', value: 999 } };
    definition.units[0]!.worth = worth;
    const loc = await wordsIn('en', definition);
    fc.assert(
      fc.property(most, (value) => {
        const exact = (BigInt(value) * 999n) / 1_000n;
        expect(loc.worth({ unit: 'pts', value })?.replace(/\D/g, '')).to.equal(String(exact));
      }),
    );
  });

  it('joins several as a person would', () => {
    const list = [
      { unit: 'pts', value: 100 },
      { unit: 'stamp', value: 1 },
      { unit: 'eur', value: 500 },
    ];
    expect(en.amounts(list)).to.equal('100 leaves, 1 stamp and €5');
    expect(en.amounts(list.slice(0, 1))).to.equal('100 leaves');
    expect(en.amounts([])).to.equal('');
  });
});

describe('words', () => {
  const plurals: [locale: string, n: number, words: string][] = [
    ['en', 0, '0 days off in reserve'],
    ['en', 1, '1 day off in reserve'],
    ['en', 2, '2 days off in reserve'],
    ['en', 5, '5 days off in reserve'],
    ['de', 0, '0 freie Tage in Reserve'],
    ['de', 1, '1 freier Tag in Reserve'],
    ['de', 2, '2 freie Tage in Reserve'],
    ['de', 5_000, '5.000 freie Tage in Reserve'],
  ];
  for (const [locale, n, words] of plurals) {
    it(`${n} in ${locale} is “${words}”`, async () => {
      expect((await wordsIn(locale)).term('streak.freezes', { n })).to.equal(words);
    });
  }

  it('take what fills their slots as it is', async () => {
    const loc = await wordsIn('en');
    const program = '{money} $& <b>';
    expect(loc.term('guest.title', { program })).to.equal(`Welcome to ${program}`);
  });

  it('leave out a slot that nobody fills', async () => {
    expect((await wordsIn('en')).term('guest.title')).not.to.match(JUNK);
  });

  it('that count something count nothing where no number is given', async () => {
    expect((await wordsIn('en')).term('streak.freezes')).to.contain('days off');
  });

  it('of two languages stand beside each other', async () => {
    const [en, de] = await Promise.all([wordsIn('en-GB'), wordsIn('de-AT')]);
    expect([en.term('panel.close'), de.term('panel.close')]).to.deep.equal(['Close', 'Schließen']);
    expect([en.locale, de.locale]).to.deep.equal(['en-GB', 'de-AT']);
  });
});

describe('days and times', () => {
  it('go by the programme’s calendar: half past eleven in Vienna is not tomorrow', async () => {
    const loc = await wordsIn('en');
    expect(loc.day('2026-11-22T22:30:00Z')).to.match(/22/);
    expect(loc.day('2026-11-22T23:30:00Z')).to.match(/23/);
    expect(loc.isToday('2026-11-22T22:30:00Z')).to.be.true;
    expect(loc.isToday('2026-11-22T23:30:00Z')).to.be.false;
  });

  it('name the year where it is another one', async () => {
    const loc = await wordsIn('en');
    expect(loc.day('2027-01-31T12:00:00Z')).to.contain('2027');
    expect(loc.day('2026-12-31T12:00:00Z')).not.to.contain('2026');
    // New Year in Vienna comes an hour before New Year in UTC.
    expect(loc.day('2026-12-31T23:30:00Z')).to.contain('2027');
  });

  it('of a time zone that does not exist are days of UTC, not a blank page', async () => {
    const loc = await wordsIn('en', { ...program(), timeZone: 'Mars/Olympus' });
    expect(loc.day('2026-11-22T22:30:00Z')).to.match(/22/);
    expect(loc.isToday('2026-11-22T22:30:00Z')).to.be.true;
  });
});

describe('the language', () => {
  const table: [wanted: (string | null | undefined)[], locale: string][] = [
    [['de-AT'], 'de-AT'],
    [['de_AT'], 'de-AT'],
    [['DE'], 'de'],
    [['de-x'], 'de'],
    [['de-AT-u-nu-latn'], 'de-AT-u-nu-latn'],
    [['xx', 'de'], 'de'],
    [['xx'], 'en'],
    [['*'], 'en'],
    [[''], 'en'],
    [[null, undefined], 'en'],
    [[], 'en'],
    [['constructor', '__proto__'], 'en'],
    [[null, 'fr', 'de-CH', 'en'], 'de-CH'],
    [['en-GB'], 'en-GB'],
    [['deutsch', 'en'], 'en'],
  ];
  for (const [wanted, locale] of table) {
    it(`${JSON.stringify(wanted)} is ${locale}`, () => {
      expect(negotiate(wanted)).to.equal(locale);
    });
  }

  it('is looked for in what is set, in what encloses the place, then on the page', () => {
    const place = document.createElement('p');
    const section = document.createElement('section');
    section.lang = 'de-CH';
    const wanted = () => wantedLocales(place, 'fr');
    const page = [document.documentElement.lang, ...navigator.languages];
    expect(wanted()).to.deep.equal(['fr', undefined, ...page]);
    section.append(place);
    expect(wanted()).to.deep.equal(['fr', 'de-CH', ...page]);
  });

  it('that nobody has translated has the words of English', async () => {
    const words = createLocalizer({ locale: 'xx', catalogue: await loadCatalogue('xx') });
    expect(words.term('panel.close')).to.equal('Close');
  });

  it('is negotiated from anything without a throw', () => {
    fc.assert(fc.property(fc.array(fc.option(fc.string())), (wanted) => void negotiate(wanted)));
  });
});
