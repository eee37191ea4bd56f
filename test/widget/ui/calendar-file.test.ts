import { expect } from '@open-wc/testing';
import { calendarFile, type CalendarEvent } from '../../../src/widget/ui/calendar-file.js';
import ICAL from 'ical.js';

const NOW = Date.parse('2026-11-22T09:30:00Z');
const file = (event: Partial<CalendarEvent>): string =>
  calendarFile({ uid: 'voucher-v1@loyalty', title: 'T', from: '2026-12-20', ...event }, NOW);
const read = (text: string): ICAL.Event => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
};

describe('a calendar’s file', () => {
  it('of a last day is a whole day, ending on the next', () => {
    const event = read(file({ title: 'Last day: €5 off' }));
    expect(event.startDate.isDate).to.be.true;
    expect(event.startDate.toString()).to.equal('2026-12-20');
    expect(event.endDate.toString()).to.equal('2026-12-21');
    expect(event.summary).to.equal('Last day: €5 off');
    expect(event.uid, 'the same each time, so that it is one event').to.equal('voucher-v1@loyalty');
  });

  it('of an evening keeps its hours, whatever the zone they were told in', () => {
    const event = read(
      file({
        from: '2027-01-29T18:00:00+01:00',
        to: '2027-01-29T21:00:00+01:00',
        url: 'https://x.example/a,b',
      }),
    );
    expect(event.startDate.toJSDate().toISOString()).to.equal('2027-01-29T17:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).to.equal('2027-01-29T20:00:00.000Z');
    expect(event.component.getFirstPropertyValue('url')).to.equal('https://x.example/a,b');
  });

  it('never ends before it begins', () => {
    const event = read(file({ from: '2027-01-29T18:00:00Z', to: '2027-01-29T17:00:00Z' }));
    expect(event.endDate.compare(event.startDate)).to.equal(0);
  });

  for (const text of [
    'a,b;c\\d',
    'two\nlines\r\nand more',
    'Größe: ein sehr langer Satz über Kaffee, der niemals in eine einzige Zeile passt — ☕️🫘 und weiter',
    '👩‍👩‍👧'.repeat(40),
    'x'.repeat(300),
    'END:VEVENT\r\nBEGIN:VEVENT',
  ]) {
    it(`carries ${JSON.stringify(text.slice(0, 24))} unharmed, in lines of 75 octets`, () => {
      const written = file({ title: text, detail: text });
      const event = read(written);
      expect(event.summary).to.equal(text.replace(/\r\n/g, '\n'));
      expect(event.description).to.equal(text.replace(/\r\n/g, '\n'));
      for (const line of written.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).to.be.at.most(75);
        expect(() => encodeURIComponent(line), 'no character is cut in two').not.to.throw();
      }
      expect(written.replaceAll('\r\n', ''), 'no line break but CRLF').not.to.match(/[\r\n]/);
      expect(written.match(/^BEGIN:VEVENT\r$/gm)).to.have.length(1);
    });
  }
});
