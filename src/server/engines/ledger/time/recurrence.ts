import ICAL from 'ical.js';
import type { Millis } from '../../../stores/rows.js';
import type { Calendar, Span } from './calendar.js';

/**
 * Repeating stretches of time: an iCalendar rule (RFC 5545) read as people mean it in a programme.
 * Every occurrence is a whole day of the programme's time zone; with BYHOUR it is a whole hour.
 * Occurrences that touch are one stretch: Saturday and Sunday are a weekend, not two days.
 */

/** Whole days or hours, which is what a programme is open on; nothing faster. */
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

/** How far ahead a next time is looked for: 29 February comes every eighth year at the latest. */
const HORIZON_MS = 10 * 366 * 86_400_000;
/** A stretch that goes on for longer is cut here; nobody waits for its end. */
const LONGEST_MS = 400 * 86_400_000;

interface Occurrences {
  next(): Span | null;
}

/**
 * What is wrong with a rule, as a sentence; `null` when nothing is.
 * @param hasStart whether the window says when it begins
 */
export function recurrenceFault(rule: string, hasStart: boolean): string | null {
  let recur: ICAL.Recur;
  const none = `"${rule}" is no iCalendar rule such as FREQ=WEEKLY;BYDAY=SA,SU`;
  if (!rule.includes('FREQ=')) return none;
  try {
    recur = ICAL.Recur.fromString(rule);
  } catch {
    return none;
  }
  if (!FREQUENCIES.includes(recur.freq)) {
    return `"FREQ" is ${FREQUENCIES.join(', ')}; hours of a day are BYHOUR=17,18`;
  }
  const parts = recur.parts as Readonly<Record<string, unknown>>;
  if (parts['BYMINUTE'] ?? parts['BYSECOND']) return 'windows open for whole days or whole hours';
  if (recur.until) return 'leave "UNTIL" out and say "to"';
  const isAnchored = Object.keys(parts).some((part) => /^BY(DAY|MONTHDAY|YEARDAY)$/.test(part));
  if (hasStart) return null;
  if (recur.count !== null || recur.interval > 1) return 'what counts or skips needs a "from"';
  const isLoose = recur.freq !== 'DAILY' && !isAnchored;
  return isLoose ? 'say on which days (BYDAY, BYMONTHDAY), or from when ("from")' : null;
}

/** The stretches of one rule, found as they are asked for and kept. */
export interface Recurrence {
  /** The stretch around a moment, or the next one after it; `null` when no more comes. */
  around(at: Millis): Span | null;
  /** The last stretch that ended before a moment; `null` for none. */
  before(at: Millis): Span | null;
}

/**
 * @param rule one that has no fault
 * @param start when counting begins
 */
export function createRecurrence(rule: string, start: Millis, calendar: Calendar): Recurrence {
  const days = occurrences(rule, start, calendar);
  const stretches: Span[] = [];
  let open: Span | null = days.next();

  /** Puts the stretch that is being drawn up among the finished ones, and begins the next. */
  const finish = (): void => {
    if (!open) return;
    let stretch: Span = open;
    open = days.next();
    while (open && open.from <= stretch.to && open.to - stretch.from <= LONGEST_MS) {
      stretch = { from: stretch.from, to: Math.max(stretch.to, open.to) };
      open = days.next();
    }
    stretches.push(stretch);
  };

  const reach = (at: Millis): void => {
    while (open && open.from <= at + HORIZON_MS && (stretches.at(-1)?.to ?? -Infinity) <= at) {
      finish();
    }
  };

  return {
    around(at) {
      reach(at);
      return stretches.find(({ to }) => to > at) ?? null;
    },
    before(at) {
      reach(at);
      return stretches.filter(({ to }) => to <= at).at(-1) ?? null;
    },
  };
}

/** The single days or hours of a rule, in order. */
function occurrences(rule: string, start: Millis, calendar: Calendar): Occurrences {
  const recur = ICAL.Recur.fromString(rule);
  // Weeks begin on Monday, here as everywhere in this engine.
  if (!rule.includes('WKST')) recur.wkst = ICAL.Time.MONDAY;
  const [year = 1970, month = 1, day = 1] = calendar.dateOf(start).split('-').map(Number);
  const isHourly = recur.parts.BYHOUR !== undefined;
  const iterator = recur.iterator(
    ICAL.Time.fromData({ year, month, day, hour: 0, minute: 0, second: 0, isDate: !isHourly }),
  );
  const spanOf = (time: ICAL.Time): Span => {
    const date = { year: time.year, month: time.month, day: time.day };
    return isHourly ? calendar.hourOf(date, time.hour) : calendar.dayOf(date);
  };
  return {
    next() {
      for (let time = iterator.next() as ICAL.Time | null; time; time = iterator.next()) {
        const span = spanOf(time);
        // An hour that the clock skips in spring is no time at all.
        if (isMeant(recur, time) && span.to > span.from) return span;
        if (span.from > start + 20 * HORIZON_MS) return null;
      }
      return null;
    },
  };
}

/** ical.js turns days that do not exist, such as 29 February, into the first ones of March. */
function isMeant(recur: ICAL.Recur, { year, month, day }: ICAL.Time): boolean {
  const parts = recur.parts as Readonly<Record<string, readonly number[] | undefined>>;
  const { BYMONTH: months, BYMONTHDAY: days } = parts;
  const length = ICAL.Time.daysInMonth(month, year);
  const isDay = days?.some((one) => one === day || (one < 0 && length + 1 + one === day)) ?? true;
  return isDay && (months?.includes(month) ?? true);
}
