/** Day and month of a birthday, as a language writes them. Never a year: nobody needs it. */

/** A leap year, so that 29 February has its place. */
const YEAR = 2024;

const format = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  });

const at = (month: number, day: number): Date => new Date(Date.UTC(YEAR, month - 1, day));

/** The twelve months by name. */
export function monthNames(locale: string): readonly string[] {
  const months = new Intl.DateTimeFormat(locale, {
    month: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  return [...Array(12).keys()].map((index) => months.format(at(index + 1, 1)));
}

/** Which of the two a language writes first. */
export function dayAndMonth(locale: string): readonly ('day' | 'month')[] {
  const order = format(locale)
    .formatToParts(at(1, 1))
    .map(({ type }) => type)
    .filter((type) => type === 'day' || type === 'month');
  return order.length === 2 ? order : ['day', 'month'];
}

/** How many days a month can have. */
export const daysIn = (month: number): number => new Date(Date.UTC(YEAR, month, 0)).getUTCDate();

/** "24 March" */
export const birthdayText = (locale: string, month: number, day: number): string =>
  format(locale).format(at(month, day));
