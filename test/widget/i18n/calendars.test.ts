import { expect } from '@open-wc/testing';
import {
  birthdayText,
  dayAndMonth,
  daysIn,
  monthNames,
} from '../../../src/widget/i18n/birthday.js';
import {
  dayLetter,
  dayName,
  datesOfWeek,
  shortDate,
  today,
} from '../../../src/widget/i18n/week.js';
import { program } from '../support/documents.js';
import { wordsIn } from '../support/words.js';

describe('a week', () => {
  // 22 November 2026 is a Sunday: the first day of one week and the last of another.
  const weeks: [locale: string, from: string, to: string][] = [
    ['de', '2026-11-16', '2026-11-22'],
    ['en-GB', '2026-11-16', '2026-11-22'],
    ['en-US', '2026-11-22', '2026-11-28'],
    ['ja-JP', '2026-11-22', '2026-11-28'],
  ];
  for (const [locale, from, to] of weeks) {
    it(`in ${locale} goes from ${from} to ${to}`, () => {
      const dates = datesOfWeek(locale, '2026-11-22');
      expect(dates).to.have.length(7);
      expect([dates[0], dates[6]]).to.deep.equal([from, to]);
      expect(datesOfWeek(locale, to), 'whichever of its days is asked for').to.deep.equal(dates);
    });
  }

  describe('where the browser does not know when it begins', () => {
    const prototype = Intl.Locale.prototype as object;
    const known = ['getWeekInfo', 'weekInfo'].flatMap((name) => {
      const own = Object.getOwnPropertyDescriptor(prototype, name);
      return own ? [{ name, own }] : [];
    });
    beforeEach(() => {
      for (const { name } of known) Reflect.deleteProperty(prototype, name);
    });
    afterEach(() => {
      for (const { name, own } of known) Object.defineProperty(prototype, name, own);
    });

    for (const [locale, from, to] of [...weeks, ['en', '2026-11-22', '2026-11-28'] as const]) {
      it(`in ${locale} goes from ${from} to ${to}, too`, () => {
        const dates = datesOfWeek(locale, '2026-11-22');
        expect([dates[0], dates[6]]).to.deep.equal([from, to]);
      });
    }
  });

  it('of the change of the clock has seven days all the same', () => {
    expect(datesOfWeek('de', '2026-10-25').at(-1)).to.equal('2026-10-25');
    expect(new Set(datesOfWeek('de', '2026-03-29'))).to.have.property('size', 7);
  });

  it('names its days in short and in full', () => {
    expect(dayLetter('en', '2026-11-16')).to.equal('M');
    expect(dayName('de', '2026-11-16')).to.equal('Montag');
    expect(shortDate('en-GB', '2026-11-16')).to.equal('16 Nov');
  });

  it('stands at the programme’s own today', async () => {
    const at = Date.parse('2026-11-22T23:30:00Z');
    expect(today(await wordsIn('en', program(), at))).to.equal('2026-11-23');
  });
});

describe('a birthday', () => {
  it('has a day and a month, in the order of the language', () => {
    expect(dayAndMonth('en-US')).to.deep.equal(['month', 'day']);
    expect(dayAndMonth('de')).to.deep.equal(['day', 'month']);
    expect(birthdayText('en-GB', 3, 24)).to.equal('24 March');
  });

  it('may be on 29 February', () => {
    expect([2, 4, 12].map(daysIn)).to.deep.equal([29, 30, 31]);
    expect(birthdayText('en-GB', 2, 29)).to.equal('29 February');
  });

  it('has twelve months to choose from', () => {
    const names = monthNames('de');
    expect([names.length, names[0], names[11]]).to.deep.equal([12, 'Januar', 'Dezember']);
  });
});
