import type { Millis, StreakRow } from '../../../stores/rows.js';
import type { TrackDoc } from '../programme/file.js';
import type { Calendar } from '../time/calendar.js';

/** Days or weeks in a row, reckoned in the programme's time zone. Pure: rows in, rows out. */

/** As many as the widget draws, with room for a fortnight. */
const DAYS_KEPT = 14;

const NONE: StreakRow = { now: 0, best: 0, last: 0, used: 0, freezes: 0, done: [] };

export const streakUnit = (track: TrackDoc): 'day' | 'week' =>
  track.period.kind === 'weekly' ? 'week' : 'day';

/**
 * Something was done at a moment. The same day counts once; a day before the last one is kept in the
 * picture, but what came in late does not mend a streak.
 */
export function counted(
  track: TrackDoc,
  row: StreakRow | null,
  calendar: Calendar,
  at: Millis,
): StreakRow {
  const freezes = track.streak?.freezes ?? 0;
  const before = row ?? { ...NONE, freezes };
  const index = calendar.index(streakUnit(track), at);
  if (before.done.includes(index)) return before;
  const done = [...before.done, index].sort((a, b) => a - b).slice(-DAYS_KEPT);
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

/** The moment at which the streak breaks, or uses a freeze, if nothing more is done. */
export function breaksAt(track: TrackDoc, row: StreakRow, calendar: Calendar): Millis | null {
  if (row.now === 0) return null;
  return calendar.spanOfIndex(streakUnit(track), row.last + 1).to;
}

/** A day or week has passed without anything: a freeze stands in for it, or the streak ends. */
export function missed(row: StreakRow): StreakRow {
  if (row.freezes > 0) return { ...row, freezes: row.freezes - 1, last: row.last + 1 };
  return { ...row, now: 0, used: 0 };
}

/** The last step was reached: what led to it is used up, and freezes are filled up. */
export function completed(track: TrackDoc, row: StreakRow, length: number): StreakRow {
  return { ...row, used: row.used + length, freezes: track.streak?.freezes ?? 0 };
}
