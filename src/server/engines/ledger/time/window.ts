import type { Window } from '../../../../contract/types.js';
import type { Millis } from '../../../stores/rows.js';
import { millis, type Calendar } from './calendar.js';
import { createRecurrence, type Recurrence } from './recurrence.js';

/** When something is open: between two moments, on repeating days or hours, or both. */

/** Half-open; `null` is without end. */
export interface Frame {
  readonly from: Millis | null;
  readonly to: Millis | null;
}

export type WindowState =
  | ({ readonly state: 'open' } & Frame)
  | { readonly state: 'scheduled'; readonly at: Millis }
  | { readonly state: 'ended'; readonly at: Millis };

const ALWAYS: WindowState = { state: 'open', from: null, to: null };

/** How a window stands at a moment: open since when and for how long, open again when, or over. */
export function windowAt(window: Window | undefined, calendar: Calendar, at: Millis): WindowState {
  if (!window) return ALWAYS;
  const from = window.from === undefined ? null : millis(window.from);
  const to = window.to === undefined ? null : millis(window.to);
  if (to !== null && at >= to) return { state: 'ended', at: to };
  if (window.rrule === undefined) {
    return from !== null && at < from
      ? { state: 'scheduled', at: from }
      : { state: 'open', from, to };
  }
  const series = recurrenceOf(window.rrule, from, calendar, at);
  const next = series.around(Math.max(at, from ?? at));
  if (!next || (to !== null && next.from >= to)) {
    return { state: 'ended', at: series.before(at)?.to ?? to ?? at };
  }
  // The days repeat within the window: a first day that has begun before it opens with it.
  const opens = Math.max(next.from, from ?? next.from);
  if (opens > at) return { state: 'scheduled', at: opens };
  return { state: 'open', from: opens, to: to === null ? next.to : Math.min(next.to, to) };
}

/** Series are dear to draw up and the same for every member. */
const known = new WeakMap<Calendar, Map<string, Recurrence>>();

function recurrenceOf(
  rule: string,
  from: Millis | null,
  calendar: Calendar,
  at: Millis,
): Recurrence {
  const series = known.get(calendar) ?? new Map<string, Recurrence>();
  known.set(calendar, series);
  // Without a beginning any will do; the year before lets what began then still be open.
  const start = from ?? calendar.span('year', calendar.minus(at, 'P1Y')).from;
  const key = `${start} ${rule}`;
  const recurrence = series.get(key) ?? createRecurrence(rule, start, calendar);
  series.set(key, recurrence);
  return recurrence;
}
