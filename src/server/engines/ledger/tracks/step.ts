import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { stepIndex, type TrackDoc } from '../programme/programme.js';
import { baseStep } from './needs.js';
import { holdUntil } from './period.js';

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
