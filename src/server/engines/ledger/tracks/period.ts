import type { MemberRow, Millis } from '../../../stores/rows.js';
import { millis, type Calendar } from '../time/calendar.js';
import { windowAt, type Frame } from '../time/window.js';
import type { TrackDoc } from '../programme/file.js';

/** Over which time a track counts, and until when a step is kept. */

const ALWAYS: Frame = { from: null, to: null };
const YEAR = 'P1Y';

/** As much of a member as periods ask for. */
type Joined = Pick<MemberRow, 'joinedAt'>;

export interface PeriodKind {
  /** The stretch around a moment that counts together. */
  frame(track: TrackDoc, member: Joined, calendar: Calendar, at: Millis): Frame;
  /** What happens to a step when time passes, if the file does not say. */
  readonly falls: 'at-review' | 'at-reset' | 'never';
}

const span = (unit: 'day' | 'week' | 'month'): PeriodKind => ({
  frame: (_track, _member, calendar, at) => calendar.span(unit, at),
  falls: 'at-reset',
});

/** Every kind of period; `repeated` ones follow each other without gaps. */
export const periods: Readonly<Record<string, PeriodKind>> = {
  lifetime: { frame: () => ALWAYS, falls: 'never' },
  rolling: {
    // A moment counts until the same moment one length later.
    frame: ({ period }, _member, calendar, at) => ({
      from: calendar.minus(at, period.length ?? YEAR) + 1,
      to: at + 1,
    }),
    falls: 'at-review',
  },
  calendar: {
    frame: ({ period }, _member, calendar, at) => {
      const anchor = period.starts ? millis(period.starts) : calendar.span('year', at).from;
      return calendar.stretch(anchor, period.length ?? YEAR, at);
    },
    falls: 'at-review',
  },
  anniversary: {
    frame: ({ period }, { joinedAt }, calendar, at) =>
      calendar.stretch(joinedAt, period.length ?? YEAR, at),
    falls: 'at-review',
  },
  daily: span('day'),
  weekly: span('week'),
  monthly: span('month'),
};

const kindOf = (track: TrackDoc): PeriodKind => {
  const kind = periods[track.period.kind];
  if (!kind) throw new Error(`Track "${track.id}" has an unknown period; the file was not checked`);
  return kind;
};

/**
 * A streak ends when it breaks, not when a day or week does. Each opening of a window that repeats is
 * a round of its own.
 */
export const fallsOf = (track: TrackDoc): PeriodKind['falls'] => {
  if (track.streak) return 'never';
  return track.falls ?? (track.window?.rrule ? 'at-reset' : kindOf(track).falls);
};

/** Whether a track counts at a moment. */
export const isRunning = (track: TrackDoc, calendar: Calendar, at: Millis): boolean =>
  windowAt(track.window, calendar, at).state === 'open';

/** The part of a track's window that counts at a moment: nothing between two openings. */
export function windowOf({ window }: TrackDoc, calendar: Calendar, at: Millis): Frame {
  if (window?.rrule === undefined) {
    const moment = (text: string | undefined): Millis | null =>
      text === undefined ? null : millis(text);
    return { from: moment(window?.from), to: moment(window?.to) };
  }
  const now = windowAt(window, calendar, at);
  return now.state === 'open' ? now : { from: at, to: at };
}

/**
 * What counts for a track at a moment: its period, its window, and from opting in on.
 * @param joinedAt when the member opted in; `null` where nobody has to
 */
export function frameAt(
  track: TrackDoc,
  member: Joined,
  calendar: Calendar,
  joinedAt: Millis | null,
  at: Millis,
): Frame {
  const period = kindOf(track).frame(track, member, calendar, at);
  const window = windowOf(track, calendar, at);
  return {
    from: latest([period.from, window.from, joinedAt]),
    to: earliest([period.to, window.to]),
  };
}

/**
 * Until when a step that is reached or kept at a moment holds; `null` for good.
 * Rolling: one length later. Calendar and anniversary: to the end of the next period, which then
 * decides. With `at-reset`: to the end of this period, or of this opening of the window.
 */
export function holdUntil(
  track: TrackDoc,
  member: MemberRow,
  calendar: Calendar,
  at: Millis,
): Millis | null {
  const falls = fallsOf(track);
  if (falls === 'never') return null;
  if (track.period.kind === 'rolling') {
    return calendar.endOfDay(calendar.plus(at, track.period.length ?? YEAR));
  }
  const frame = (moment: Millis): Frame => kindOf(track).frame(track, member, calendar, moment);
  const opening = track.window?.rrule ? windowOf(track, calendar, at).to : null;
  const end = earliest([frame(at).to, opening]);
  if (end === null) return null;
  const last = falls === 'at-reset' ? end : frame(end).to;
  // The last second of the period, so that a person reads the day it belongs to.
  return last === null ? null : last - 1000;
}

const known = (moments: readonly (Millis | null)[]): Millis[] =>
  moments.filter((moment) => moment !== null);

const latest = (moments: readonly (Millis | null)[]): Millis | null =>
  known(moments).length > 0 ? Math.max(...known(moments)) : null;

const earliest = (moments: readonly (Millis | null)[]): Millis | null =>
  known(moments).length > 0 ? Math.min(...known(moments)) : null;
