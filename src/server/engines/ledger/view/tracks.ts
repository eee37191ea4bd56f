import { missing, valueOf } from '../../../../contract/amounts.js';
import type { Amount, TrackState } from '../../../../contract/types.js';
import type { Millis, StreakRow, TrackRow } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { stepIndex, type TrackDoc } from '../programme/programme.js';
import { instant, type Calendar } from '../time/calendar.js';
import { windowAt } from '../time/window.js';
import { baseStep, haves, metStep, missingOf } from '../tracks/needs.js';
import { fallsOf, frameAt, windowOf } from '../tracks/period.js';
import { breaksAt, streakUnit } from '../tracks/streak.js';

/** How far a member is on every track, in the contract's words. */
export async function trackStates(account: Account, at: Millis): Promise<TrackState[]> {
  const { tracks } = account.programme.doc;
  const now = tracks.map((track) => ({ track, at }));
  const reviewed = tracks.flatMap((track) => {
    const { until } = account.track(track.id);
    return until !== null && fallsOf(track) === 'at-review' ? [{ track, at: until }] : [];
  });
  const have = await haves(account, [...now, ...reviewed]);
  return tracks.map((track, index) => {
    const review = reviewed.findIndex((query) => query.track === track);
    const atEnd = review < 0 ? undefined : have[tracks.length + review];
    return trackState(account, track, have[index] ?? [], atEnd, at);
  });
}

function trackState(
  account: Account,
  track: TrackDoc,
  counted: readonly Amount[],
  atEnd: readonly Amount[] | undefined,
  at: Millis,
): TrackState {
  const { calendar } = account.programme;
  const row = account.track(track.id);
  const isIn = track.join !== 'opt-in' || row.joinedAt !== null;
  const have = isIn ? counted : counted.map(({ unit }) => ({ unit, value: 0 }));
  const held = Math.max(stepIndex(track, row.step), baseStep(track));
  const status = statusOf(track, row, held, calendar, at);
  const keep = isIn ? keepOf(track, row, held, atEnd) : {};
  const tasks = tasksDone(track, held, have);
  return {
    track: track.id,
    status,
    ...(track.join === 'opt-in' ? { joined: isIn } : {}),
    step: track.steps[held]?.id ?? null,
    until: row.until === null ? null : instant(row.until),
    // A return may leave less than nothing; a bar begins at nothing. What is missing says it all.
    have: have.map(({ unit, value }) => ({ unit, value: Math.max(0, value) })),
    ...(atEnd ? { haveAtEnd: [...atEnd] } : {}),
    next:
      status === 'open' || status === 'locked' ? nextOf(account, track, row, held, have, at) : null,
    ...keep,
    ...(isCounted(track, row) ? { doneCount: row.doneCount } : {}),
    ...(tasks ? { tasksDone: tasks } : {}),
    ...(track.streak ? { streak: streakOf(account, track, row.streak, at) } : {}),
  };
}

/** How often it was done is of interest where it can be done; a level is held, not done. */
const isCounted = (track: TrackDoc, { doneCount }: TrackRow): boolean =>
  fallsOf(track) !== 'at-review' && (track.repeat === 'on-complete' || doneCount > 0);

function statusOf(
  track: TrackDoc,
  row: TrackRow,
  held: number,
  calendar: Calendar,
  at: Millis,
): 'locked' | 'open' | 'done' | 'expired' {
  const isDone = held === track.steps.length - 1 && row.step !== null;
  const window = windowAt(track.window, calendar, at);
  if (window.state === 'scheduled') return 'locked';
  if (window.state === 'ended') return isDone || row.doneCount > 0 ? 'done' : 'expired';
  if (track.join === 'invite' && row.step === null) return 'locked';
  // A level that can be lost again is never done with.
  return isDone && fallsOf(track) !== 'at-review' ? 'done' : 'open';
}

function nextOf(
  account: Account,
  track: TrackDoc,
  row: TrackRow,
  held: number,
  have: readonly Amount[],
  at: Millis,
): TrackState['next'] {
  const step = track.steps[held + 1];
  // What is given cannot be worked for.
  if (!step || step.needs.length === 0) return null;
  const { calendar } = account.programme;
  const frame = frameAt(track, account.member, calendar, row.joinedAt, at);
  // A rolling period ends every moment anew, which is no date to meet.
  const by = track.period.kind === 'rolling' ? windowOf(track, calendar, at).to : frame.to;
  return {
    step: step.id,
    missing: missingOf(step, have),
    ...(by === null || track.streak ? {} : { by: instant(by) }),
  };
}

/** What is still missing to keep the level, and where it falls otherwise. */
function keepOf(
  track: TrackDoc,
  row: TrackRow,
  held: number,
  atEnd: readonly Amount[] | undefined,
): Pick<TrackState, 'keep' | 'fallsTo'> {
  const step = track.steps[held];
  if (!step || !atEnd || row.until === null) return {};
  const gaps = missing(step.needs, atEnd);
  const left = metStep(track, atEnd);
  if (gaps.length === 0 || left >= held) return { keep: null, fallsTo: null };
  return {
    keep: { missing: gaps, by: instant(row.until) },
    fallsTo: track.steps[Math.max(left, baseStep(track))]?.id ?? null,
  };
}

/** The tasks that are done of the step that comes next, or of the last one. */
function tasksDone(track: TrackDoc, held: number, have: readonly Amount[]): string[] | undefined {
  const step = track.steps[held + 1] ?? track.steps[held];
  return step?.tasks
    ?.filter(({ need }) => valueOf(have, need.unit) >= need.value)
    .map(({ id }) => id);
}

/** As many days or weeks as a row of dots shows. */
const DOTS = 7;

function streakOf(
  account: Account,
  track: TrackDoc,
  row: StreakRow | null,
  at: Millis,
): NonNullable<TrackState['streak']> {
  const { calendar } = account.programme;
  const unit = streakUnit(track);
  const today = calendar.index(unit, at);
  const breaks = row && breaksAt(track, row, calendar);
  const ends = calendar.spanOfIndex(
    unit,
    breaks === null ? today : calendar.index(unit, breaks - 1),
  ).to;
  return {
    now: row?.now ?? 0,
    best: row?.best ?? 0,
    // The last second in which the next one still counts.
    ends: instant(ends - 1000),
    ...freezesOf(account, track, row),
    ...(track.streak?.rest === undefined ? {} : { paused: Boolean(row?.rest) }),
    days: Array.from({ length: DOTS }, (_, index) => {
      const day = today - DOTS + 1 + index;
      return {
        date: calendar.dateOfIndex(unit, day),
        done: row?.done.includes(day) ?? false,
        ...(row?.frozen?.includes(day) ? { frozen: true } : {}),
      };
    }),
  };
}

/** Freezes that come with every round, and those that the member holds; at most so many. */
function freezesOf(
  account: Account,
  { streak }: TrackDoc,
  row: StreakRow | null,
): { freezes?: number; maxFreezes?: number } {
  const own = streak?.freezes ?? 0;
  const unit = account.programme.units.get(streak?.freezeUnit ?? '');
  if (own === 0 && !unit) return {};
  const held = unit ? Math.max(0, account.balance(unit.id).available) : 0;
  const most = unit ? unit.atMost : 0;
  return {
    freezes: (row?.freezes ?? own) + held,
    ...(most === undefined ? {} : { maxFreezes: own + most }),
  };
}
