import type { MemberRow, Millis } from '../../../stores/rows.js';
import { millis, type Calendar } from '../time/calendar.js';
import type { TrackDoc } from '../programme/file.js';

/** Over which time a track counts, and until when a step is kept. */

/** Half-open; `null` is without end. */
export interface Frame {
  readonly from: Millis | null;
  readonly to: Millis | null;
}

const ALWAYS: Frame = { from: null, to: null };
const YEAR = 'P1Y';

export interface PeriodKind {
  /** The stretch around a moment that counts together. */
  frame(track: TrackDoc, member: MemberRow, calendar: Calendar, at: Millis): Frame;
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

/** A streak ends when it breaks, not when a day or week does. */
export const fallsOf = (track: TrackDoc): PeriodKind['falls'] =>
  track.streak ? 'never' : (track.falls ?? kindOf(track).falls);

/** The track's own window, from its definition. */
export const windowOf = ({ window }: TrackDoc): Frame => ({
  from: window?.from ? millis(window.from) : null,
  to: window?.to ? millis(window.to) : null,
});

/** Whether a track counts at a moment. */
export function isRunning(track: TrackDoc, at: Millis): boolean {
  const { from, to } = windowOf(track);
  return (from === null || at >= from) && (to === null || at < to);
}

/**
 * What counts for a track at a moment: its period, its window, and from opting in on.
 * @param joinedAt when the member opted in; `null` where nobody has to
 */
export function frameAt(
  track: TrackDoc,
  member: MemberRow,
  calendar: Calendar,
  joinedAt: Millis | null,
  at: Millis,
): Frame {
  const period = kindOf(track).frame(track, member, calendar, at);
  const window = windowOf(track);
  const from = [period.from, window.from, joinedAt].filter((value) => value !== null);
  const to = [period.to, window.to].filter((value) => value !== null);
  return {
    from: from.length > 0 ? Math.max(...from) : null,
    to: to.length > 0 ? Math.min(...to) : null,
  };
}

/**
 * Until when a step that is reached or kept at a moment holds; `null` for good.
 * Rolling: one length later. Calendar and anniversary: to the end of the next period, which then
 * decides. With `at-reset`: to the end of this period.
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
  const end = frame(at).to;
  if (end === null) return null;
  const last = falls === 'at-reset' ? end : frame(end).to;
  // The last second of the period, so that a person reads the day it belongs to.
  return last === null ? null : last - 1000;
}
