import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { stepIndex, type TrackDoc } from '../programme/programme.js';
import { baseStep } from './needs.js';
import { holdUntil } from './period.js';

/**
 * Puts a member on a step that was given, such as by a plan. What the step itself gives follows when
 * tracks are looked at next.
 * @param until when it ends; absent: when the track's own period says so
 */
export function giveStep(
  account: Account,
  track: TrackDoc,
  index: number,
  at: Millis,
  until?: Millis | null,
): void {
  const before = account.track(track.id);
  setStep(account, track, index, at);
  const row = account.track(track.id);
  if (stepIndex(track, row.step) !== index) return;
  if (until !== undefined) {
    // Whoever holds the step already keeps the longer time.
    const isNew = before.step !== row.step;
    account.setTrack({ ...row, until: isNew ? until : later(row.until, until) });
  }
  account.noteGiven({ track: track.id, step: index });
}

const later = (a: Millis | null, b: Millis | null): Millis | null =>
  a === null || b === null ? null : Math.max(a, b);

/** Puts a member on a step, if it is higher than the one before, and notes until when it holds. */
export function setStep(
  account: Account,
  track: TrackDoc,
  index: number,
  at: Millis,
  isLast = index === track.steps.length - 1,
): void {
  const row = account.track(track.id);
  const step = track.steps[index];
  if (!step || stepIndex(track, row.step) >= index) return;
  const { calendar } = account.programme;
  account.setTrack({
    ...row,
    step: step.id,
    // Where all fall to the base step, it has nothing to lose.
    until: index <= baseStep(track) ? null : holdUntil(track, account.member, calendar, at),
    doneCount: row.doneCount + (isLast ? 1 : 0),
  });
}
