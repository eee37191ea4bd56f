import { dateFormat } from './formats.js';
import type { Localizer } from './localizer.js';

/** Days of a week as calendars of a locale draw them. Dates are `2026-11-22`, without a zone. */

const DAY_MS = 86_400_000;

const at = (date: string): Date => new Date(`${date}T12:00:00Z`);
const dateOf = (time: Date): string => time.toISOString().slice(0, 10);

/** Where weeks begin on a Sunday, for browsers that do not know; Monday elsewhere. */
const SUNDAY = /^(US|CA|MX|BR|JP|KR|TW|HK|IN|IL|ZA|AU|PH|TH|SA)$/;

interface WeekInfo {
  firstDay: number;
}

/** 1 is Monday, 7 is Sunday. */
function firstWeekday(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => WeekInfo;
    weekInfo?: WeekInfo;
  };
  const info = known.getWeekInfo?.() ?? known.weekInfo;
  return info?.firstDay ?? (SUNDAY.test(known.maximize().region ?? '') ? 7 : 1);
}

/** The programme's present day. */
export const today = (loc: Localizer): string => loc.date(new Date(loc.now()).toISOString());

/** The seven days of the week in which a day lies, from the locale's first one on. */
export function datesOfWeek(locale: string, date: string): string[] {
  const back = (at(date).getUTCDay() - firstWeekday(locale) + 7) % 7;
  const first = at(date).getTime() - back * DAY_MS;
  return [...Array(7).keys()].map((day) => dateOf(new Date(first + day * DAY_MS)));
}

const told = (locale: string, date: string, style: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, { ...style, timeZone: 'UTC', calendar: 'gregory' }).format(at(date));

/** "M" */
export const dayLetter = (locale: string, date: string): string =>
  told(locale, date, { weekday: 'narrow' });
/** "Monday" */
export const dayName = (locale: string, date: string): string =>
  told(locale, date, { weekday: 'long' });
/** "16 Nov" */
export const shortDate = (locale: string, date: string): string =>
  told(locale, date, { day: 'numeric', month: 'short' });
