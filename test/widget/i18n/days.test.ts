import { expect } from '@open-wc/testing';
import { birthdayText } from '../../../src/widget/i18n/birthday.js';
import { dayIn, formatDay } from '../../../src/widget/i18n/formats.js';
import { shortDate } from '../../../src/widget/i18n/week.js';
import { program } from '../support/documents.js';
import { wordsIn } from '../support/words.js';

/** Moments around midnight, around both changes of the clock, and at the ends of the world. */
const days: [zone: string, moment: string, day: string][] = [
  ['Europe/Berlin', '2026-11-22T22:59:59Z', '2026-11-22'],
  ['Europe/Berlin', '2026-11-22T23:00:00Z', '2026-11-23'],
  // The clock goes forward at one and back at one, by UTC: that day has 23 hours, this one 25.
  ['Europe/Berlin', '2026-03-28T22:59:59Z', '2026-03-28'],
  ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T21:59:59Z', '2026-03-29'],
  ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
  ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
  ['America/Los_Angeles', '2026-03-08T07:59:59Z', '2026-03-07'],
  ['America/Los_Angeles', '2026-03-09T06:59:59Z', '2026-03-08'],
  ['America/Los_Angeles', '2026-03-09T07:00:00Z', '2026-03-09'],
  ['America/Los_Angeles', '2026-11-02T07:59:59Z', '2026-11-01'],
  ['Pacific/Kiritimati', '2026-12-31T09:59:59Z', '2026-12-31'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
  ['Pacific/Pago_Pago', '2027-01-01T10:59:59Z', '2026-12-31'],
  ['Pacific/Pago_Pago', '2027-01-01T11:00:00Z', '2027-01-01'],
  ['Asia/Kathmandu', '2026-06-01T18:14:59Z', '2026-06-01'],
  ['Asia/Kathmandu', '2026-06-01T18:15:00Z', '2026-06-02'],
  ['UTC', '2028-02-29T23:59:59Z', '2028-02-29'],
];

describe('a day', () => {
  for (const [timeZone, moment, day] of days) {
    it(`is ${day} in ${timeZone} at ${moment}, wherever the shopper is`, async () => {
      const loc = await wordsIn('en', { ...program(), timeZone }, Date.parse(moment));
      const [year, month, number] = day.split('-').map(Number) as [number, number, number];
      expect(dayIn(timeZone, new Date(moment))).to.equal(day);
      expect(loc.date(moment)).to.equal(day);
      expect(loc.isToday(moment)).to.be.true;
      const read = loc.day(moment);
      expect(read).to.match(new RegExp(`\\b${number}\\b`));
      expect(read).to.contain(birthdayText('en', month, number).slice(0, 3));
      expect(formatDay('en', new Date(moment), timeZone, true)).to.contain(String(year));
    });
  }

  /** Whose own calendars count other years, or other months. */
  const calendars = [
    ...['ar-SA', 'th-TH', 'fa-IR', 'am-ET', 'he-IL', 'ja-JP', 'de-AT', 'en-US'],
    ...['en-u-ca-buddhist', 'de-u-ca-islamic', 'th-TH-u-ca-buddhist', 'fa-IR-u-ca-persian'],
  ];
  for (const tag of calendars) {
    it(`is Gregorian in ${tag}, whatever calendar that language counts by`, () => {
      // In Latin digits, so that one reader can read all of them.
      const locale = new Intl.Locale(tag, { numberingSystem: 'latn' }).toString();
      const texts = [
        formatDay(locale, new Date('2026-11-22T12:00:00Z'), 'UTC', true),
        formatDay(locale, new Date('2026-11-22T12:00:00Z'), 'UTC', false),
        shortDate(locale, '2026-11-22'),
        birthdayText(locale, 11, 22),
      ];
      for (const text of texts) expect(text).to.match(/(?<!\d)22(?!\d)/);
      expect(texts[0]).to.contain('2026');
    });
  }

  it('of a shopper whose device counts by another calendar has the year of the programme', async () => {
    for (const locale of ['en-u-ca-buddhist', 'de-u-ca-persian']) {
      const loc = await wordsIn(locale);
      expect(loc.day('2027-01-31T12:00:00Z')).to.contain('2027');
      expect(loc.date('2027-01-31T12:00:00Z')).to.equal('2027-01-31');
    }
  });
});
