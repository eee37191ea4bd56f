import type { Millis } from '../../../stores/rows.js';
import type { BoardDoc } from '../programme/file.js';
import { millis, type Calendar } from '../time/calendar.js';

/** When a board counts, and when its result is made. */
export interface Season {
  /** `null`: from the beginning. */
  readonly from: Millis | null;
  /** Half-open: what happens at this moment counts no more. */
  readonly to: Millis;
  /** From when on the result stands. */
  readonly closes: Millis;
}

/** The file was checked: every board has an end. */
export function seasonOf({ id, window, closesAfter }: BoardDoc, calendar: Calendar): Season {
  if (window?.to === undefined)
    throw new Error(`Board "${id}" never closes; the file was not checked`);
  const to = millis(window.to);
  return {
    from: window.from === undefined ? null : millis(window.from),
    to,
    closes: closesAfter === undefined ? to : calendar.plus(to, closesAfter),
  };
}

export const isCounting = ({ from, to }: Season, at: Millis): boolean =>
  (from === null || at >= from) && at < to;
