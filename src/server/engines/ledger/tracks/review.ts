import type { Millis, StreakRow } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { Line } from '../line.js';
import type { TrackDoc } from '../programme/file.js';
import { stepIndex } from '../programme/programme.js';
import { tell } from '../words.js';
import { titles } from './advance.js';
import { baseStep, haves, metStep } from './needs.js';
import { fallsOf, holdUntil } from './period.js';
import { breaksAt, broken, frozen, goOn, streakUnit } from './streak.js';

/** What happens to the step that a member holds when its time is over. */

/** When something of a track is due next; `null` for nothing. */
export function dueOf(account: Account, track: TrackDoc): Millis | null {
  const { streak } = account.track(track.id);
  const breaks = streak ? breaksAt(track, streak, account.programme.calendar) : null;
  const review = stepDue(account, track);
  if (breaks === null || review === null) return breaks ?? review;
  return Math.min(breaks, review);
}

/**
 * When the step that is held is looked at. `until` is the last second that it surely holds: a review
 * looks at the period which that second belongs to; a new round begins only after it.
 */
function stepDue(account: Account, track: TrackDoc): Millis | null {
  const { until, step } = account.track(track.id);
  if (until === null || step === null) return null;
  return fallsOf(track) === 'at-reset' ? until + 1000 : until;
}

/** Does what is due of a track at a moment. */
export async function pass(account: Account, track: TrackDoc, at: Millis): Promise<void> {
  const { calendar } = account.programme;
  const { streak } = account.track(track.id);
  const breaks = streak && breaksAt(track, streak, calendar);
  if (streak && breaks !== null && breaks <= at) {
    const after = streak.rest
      ? goOn(track, streak, calendar, at)
      : await missed(account, track, streak, at);
    account.setTrack({ ...account.track(track.id), streak: after });
    if (after.now === 0 && track.repeat === 'on-reset') reset(account, track);
  }
  const due = stepDue(account, track);
  if (due === null || due > at) return;
  if (fallsOf(track) === 'at-review') await review(account, track, due);
  else reset(account, track);
}

/** A day or week has passed without anything: a freeze stands in for it, or the streak ends. */
async function missed(
  account: Account,
  track: TrackDoc,
  streak: StreakRow,
  at: Millis,
): Promise<StreakRow> {
  if (streak.freezes > 0) return frozen(streak, true);
  const unit = track.streak?.freezeUnit;
  if (unit === undefined || account.balance(unit).available < 1) return broken(streak);
  const { programme } = account;
  const isWeek = streakUnit(track) === 'week';
  const line = new Line(account, {
    at,
    kind: 'spend',
    title: titles(account, track, 0).track,
    ref: { kind: 'track', id: track.id },
  });
  line.debit(unit, 1, { running: 'spent', counts: false });
  line.because.push({ text: tell(programme, isWeek ? 'because.frozen-week' : 'because.frozen') });
  await line.write();
  return frozen(streak, false);
}

/** The next round begins; what was reached in the last one stays given. */
function reset(account: Account, track: TrackDoc): void {
  const row = account.track(track.id);
  account.setTrack({ ...row, step: null, until: null, cycle: row.cycle + 1 });
}

/** The period that has just ended decides: the step is kept for another one, or falls. */
async function review(account: Account, track: TrackDoc, until: Millis): Promise<void> {
  const { programme, member } = account;
  const row = account.track(track.id);
  const [have = []] = await haves(account, [{ track, at: until }]);
  const held = stepIndex(track, row.step);
  const earned = Math.max(metStep(track, have), baseStep(track));
  const next = earned >= held ? held : earned;
  const step = track.steps[next];
  const isBase = next <= baseStep(track);
  account.setTrack({
    ...row,
    step: step?.id ?? null,
    // Reviews follow each other without gaps.
    until: isBase ? null : holdUntil(track, member, programme.calendar, until),
    cycle: next < held ? row.cycle + 1 : row.cycle,
  });
  const key = next === held ? 'line.step-kept' : step ? 'line.step-falls' : 'line.step-ends';
  const line = new Line(account, {
    at: until,
    kind: 'status',
    title: tell(programme, key, titles(account, track, step ? next : held)),
    ref: { kind: 'track', id: track.id },
  });
  line.because.push({ text: tell(programme, 'because.review'), amounts: have });
  await line.write();
}
