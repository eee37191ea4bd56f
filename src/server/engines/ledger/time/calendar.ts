import { Temporal } from 'temporal-polyfill';
import type { Millis } from '../../../stores/rows.js';

/** Days, weeks and durations as people of one time zone count them, daylight saving included. */

export type CalendarUnit = 'day' | 'week' | 'month' | 'year';

/** Half-open: `from` belongs to it, `to` does not. */
export interface Span {
  readonly from: Millis;
  readonly to: Millis;
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Calendar {
  readonly timeZone: string;
  /** Adds an ISO 8601 duration; a month later on the same day of the month, or its last. */
  plus(at: Millis, duration: string): Millis;
  minus(at: Millis, duration: string): Millis;
  /** The day, week (from Monday), month or year around a moment. */
  span(unit: CalendarUnit, at: Millis): Span;
  /** The stretch around a moment when stretches of `length` follow each other from `anchor` on. */
  stretch(anchor: Millis, length: string, at: Millis): Span;
  /** The last second of a moment's day, in which something "valid until that day" still is valid. */
  endOfDay(at: Millis): Millis;
  /** Days or weeks since 1970, so that neighbours differ by one. */
  index(unit: 'day' | 'week', at: Millis): number;
  /** The day or week of an index. */
  spanOfIndex(unit: 'day' | 'week', index: number): Span;
  /** The date of an index, `2026-11-22`; of a week, its Monday. */
  dateOfIndex(unit: 'day' | 'week', index: number): string;
  /** The date of a moment, `2026-11-22`. */
  dateOf(at: Millis): string;
  /** A calendar day from midnight to midnight: 23 to 25 hours. */
  dayOf(date: CalendarDate): Span;
  /** An hour as the clock on the wall shows it: nothing in spring, two hours in autumn, once a year. */
  hourOf(date: CalendarDate, hour: number): Span;
  /** The next time after `at` that a day of the year begins; 29 February is the 28th in other years. */
  nextYearly(date: { readonly month: number; readonly day: number }, at: Millis): Millis;
}

/** 5 January 1970 was the first Monday. */
const FIRST_MONDAY = Temporal.PlainDate.from('1970-01-05');
const FIRST_DAY = Temporal.PlainDate.from('1970-01-01');
const DAY_MS = 86_400_000;

/** @param timeZone IANA name */
export function createCalendar(timeZone: string): Calendar {
  const zoned = (at: Millis): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const startOf = (date: Temporal.PlainDate): Millis =>
    date.toZonedDateTime(timeZone).epochMilliseconds;
  const dateOfIndex = (unit: 'day' | 'week', index: number): Temporal.PlainDate =>
    unit === 'day' ? FIRST_DAY.add({ days: index }) : FIRST_MONDAY.add({ weeks: index });
  const stretch = (anchor: Millis, length: string, at: Millis): Span => {
    const duration = Temporal.Duration.from(length);
    const first = zoned(anchor);
    const start = (count: number): Millis => first.add(repeat(duration, count)).epochMilliseconds;
    // A guess that is off by a few at most, because months and years are not equally long.
    let count = Math.floor((at - anchor) / Math.max(DAY_MS, start(1) - anchor));
    while (start(count) > at) count -= 1;
    while (start(count + 1) <= at) count += 1;
    return { from: start(count), to: start(count + 1) };
  };

  return {
    timeZone,
    stretch,
    plus: (at, duration) => zoned(at).add(duration).epochMilliseconds,
    minus: (at, duration) => zoned(at).subtract(duration).epochMilliseconds,
    span(unit, at) {
      const date = zoned(at).toPlainDate();
      const first = {
        day: date,
        week: date.subtract({ days: date.dayOfWeek - 1 }),
        month: date.with({ day: 1 }),
        year: date.with({ month: 1, day: 1 }),
      }[unit];
      return { from: startOf(first), to: startOf(first.add({ [`${unit}s`]: 1 })) };
    },
    endOfDay: (at) => startOf(zoned(at).toPlainDate().add({ days: 1 })) - 1000,
    index(unit, at) {
      const days = FIRST_DAY.until(zoned(at).toPlainDate()).days;
      // The first Monday was day 4.
      return unit === 'day' ? days : Math.floor((days - 4) / 7);
    },
    spanOfIndex(unit, index) {
      return { from: startOf(dateOfIndex(unit, index)), to: startOf(dateOfIndex(unit, index + 1)) };
    },
    dateOfIndex: (unit, index) => dateOfIndex(unit, index).toString(),
    dateOf: (at) => zoned(at).toPlainDate().toString(),
    dayOf(date) {
      const day = Temporal.PlainDate.from(date);
      return { from: startOf(day), to: startOf(day.add({ days: 1 })) };
    },
    hourOf(date, hour) {
      const time = Temporal.PlainDateTime.from({ ...date, hour });
      const moment = (at: Temporal.PlainDateTime): Millis =>
        at.toZonedDateTime(timeZone).epochMilliseconds;
      return { from: moment(time), to: moment(time.add({ hours: 1 })) };
    },
    nextYearly({ month, day }, at) {
      const { year } = zoned(at);
      for (const candidate of [year, year + 1, year + 2]) {
        // Out-of-range days are moved to the month's last, which makes 29 February the 28th.
        const start = startOf(
          Temporal.PlainDate.from({ year: candidate, month, day }, { overflow: 'constrain' }),
        );
        if (start > at) return start;
      }
      throw new RangeError(`No ${month}-${day} after ${new Date(at).toISOString()}`);
    },
  };
}

const repeat = (duration: Temporal.Duration, count: number): Temporal.DurationLike => ({
  years: duration.years * count,
  months: duration.months * count,
  weeks: duration.weeks * count,
  days: duration.days * count,
  hours: duration.hours * count,
  minutes: duration.minutes * count,
});

/** Whether a text is an ISO 8601 duration longer than nothing, such as `P12M` or `P14D`. */
export function isDuration(text: string): boolean {
  try {
    return Temporal.Duration.from(text).sign > 0;
  } catch {
    return false;
  }
}

/** Whether a text names a time zone that this machine knows. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** A moment as the contract writes it: RFC 3339, in UTC. */
export const instant = (at: Millis): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** The same for what may be without a time. */
export const instantOrNull = (at: Millis | null): string | null =>
  at === null ? null : instant(at);

/** A moment of the contract in milliseconds. */
export const millis = (text: string): Millis => Date.parse(text);
