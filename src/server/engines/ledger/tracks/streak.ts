import type { Millis, StreakRow } from '../../../stores/rows.js';
import type { TrackDoc } from '../programme/file.js';
import type { Calendar } from '../time/calendar.js';

/** Days or weeks in a row, reckoned in the programme's time zone. Pure: rows in, rows out. */

/** As many as the widget draws, with room for a fortnight. */
const DAYS_KEPT = 14;

const NONE: StreakRow = { now: 0, best: 0, last: 0, used: 0, freezes: 0, done: [] };

export const streakUnit = (track: TrackDoc): 'day' | 'week' =>
  track.period.kind === 'weekly' ? 'week' : 'day';

const kept = (days: readonly number[]): number[] =>
  [...new Set(days)].sort((a, b) => a - b).slice(-DAYS_KEPT);

/**
 * Something was done at a moment. The same day counts once; a day before the last one is kept in the
 * picture, but what came in late does not mend a streak. Whoever does something rests no more.
 */
export function counted(
  track: TrackDoc,
  row: StreakRow | null,
  calendar: Calendar,
  at: Millis,
): StreakRow {
  const freezes = track.streak?.freezes ?? 0;
  const before = goOn(track, row ?? { ...NONE, freezes }, calendar, at);
  const index = calendar.index(streakUnit(track), at);
  if (before.done.includes(index)) return before;
  const done = kept([...before.done, index]);
  const isRunning = before.now > 0;
  if (isRunning && index <= before.last) return { ...before, done };
  const isNext = isRunning && index === before.last + 1;
  const now = isNext ? before.now + 1 : 1;
  return {
    ...before,
    now,
    used: isNext ? before.used : 0,
    best: Math.max(before.best, now),
    last: index,
    done,
  };
}

/**
 * The moment at which the streak breaks, or uses a freeze, if nothing more is done; while the member
 * rests, the one at which that ends.
 */
export function breaksAt(track: TrackDoc, row: StreakRow, calendar: Calendar): Millis | null {
  if (row.now === 0) return null;
  return row.rest ? row.rest.until : calendar.spanOfIndex(streakUnit(track), row.last + 1).to;
}

/** A freeze stands in for a day or week that has passed without anything. */
export const frozen = (row: StreakRow, own: boolean): StreakRow => ({
  ...row,
  freezes: row.freezes - (own ? 1 : 0),
  last: row.last + 1,
  frozen: kept([...(row.frozen ?? []), row.last + 1]),
});

/** Nothing stood in for it: the streak ends. */
export const broken = (row: StreakRow): StreakRow => ({ ...row, now: 0, used: 0, rest: null });

/** The last step was reached: what led to it is used up, and freezes are filled up. */
export function completed(track: TrackDoc, row: StreakRow, length: number): StreakRow {
  return { ...row, used: row.used + length, freezes: track.streak?.freezes ?? 0 };
}

/**
 * Whether a member may rest now: there is something to keep, and something was done since the last
 * rest, so that one rest is not followed by the next.
 */
export const canRest = (track: TrackDoc, row: StreakRow | null): row is StreakRow =>
  track.streak?.rest !== undefined &&
  row !== null &&
  row.now > 0 &&
  !row.rest &&
  row.done.some((day) => day >= (row.rested ?? -Infinity));

/** From today on nothing is missed, until the member goes on or the longest rest is over. */
export function rest(
  track: TrackDoc,
  row: StreakRow,
  calendar: Calendar,
  at: Millis,
  longest: string,
): StreakRow {
  const unit = streakUnit(track);
  const since = calendar.index(unit, at);
  const { from } = calendar.spanOfIndex(unit, since);
  return { ...row, rest: { since, until: calendar.plus(from, longest) } };
}

/** The rest is over; the days of it neither count nor break anything. */
export function goOn(track: TrackDoc, row: StreakRow, calendar: Calendar, at: Millis): StreakRow {
  if (!row.rest) return row;
  const today = calendar.index(streakUnit(track), Math.min(at, row.rest.until));
  const rested = Array.from(
    { length: Math.max(0, today - row.last - 1) },
    (_, i) => row.last + 1 + i,
  );
  return {
    ...row,
    last: Math.max(row.last, today - 1),
    frozen: kept([...(row.frozen ?? []), ...rested]),
    rest: null,
    rested: today,
  };
}
