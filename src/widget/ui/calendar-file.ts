/** A file for the shopper's calendar (RFC 5545), made in the page: no network, no account. */

export interface CalendarEvent {
  /** Stable: the same event imported twice is one event. */
  readonly uid: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly url?: string | undefined;
  /** A day of the calendar, `2026-12-20`; or a moment, RFC 3339. */
  readonly from: string;
  /** The last day, or the moment of the end; absent: the day itself, or an hour. */
  readonly to?: string | undefined;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Octets of a line, its break not counted. */
const LINE = 75;

const encoder = new TextEncoder();

/** Continues a long line in the next one, never in the middle of a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const char of line) {
    const length = encoder.encode(char).length;
    if (size + length > LINE) {
      lines.push(current);
      current = ' ';
      size = 1;
    }
    current += char;
    size += length;
  }
  return [...lines, current].join('\r\n');
}

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    // What is left of control characters has no place in a calendar.
    .replace(/\p{Cc}/gu, '');

/** `20261220T180000Z` */
const stamp = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const isDay = (time: string): boolean => time.length === 10;
/** `20261220` */
const dayOf = (day: string, plus = 0): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + plus * DAY_MS)
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');

function times({ from, to }: CalendarEvent): string[] {
  // The end of whole days is the day after the last one.
  if (isDay(from)) {
    return [`DTSTART;VALUE=DATE:${dayOf(from)}`, `DTEND;VALUE=DATE:${dayOf(to ?? from, 1)}`];
  }
  const start = Date.parse(from);
  const end = to ? Date.parse(to) : start + HOUR_MS;
  return [`DTSTART:${stamp(start)}`, `DTEND:${stamp(Math.max(start, end))}`];
}

/** @param now the moment at which the file is made */
export function calendarFile(event: CalendarEvent, now = Date.now()): string {
  const { uid, title, detail, url, from } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//loyalty-widget//1//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp(now)}`,
    ...times(event),
    `SUMMARY:${escaped(title)}`,
    ...(detail ? [`DESCRIPTION:${escaped(detail)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    // A whole day is something to think of, not an hour that is taken.
    ...(isDay(from) ? ['TRANSP:TRANSPARENT'] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:${isDay(from) ? '-PT15H' : '-PT1H'}`,
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Hands the file to the browser, which asks the shopper's calendar. */
export function saveCalendarFile(event: CalendarEvent): void {
  const file = new Blob([calendarFile(event)], { type: 'text/calendar;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${event.title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'event'}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DAY_MS / 24);
}
