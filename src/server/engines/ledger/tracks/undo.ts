import type { Millis, ReachRow } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { Line } from '../line.js';
import type { TrackDoc } from '../programme/file.js';
import { stepIndex } from '../programme/programme.js';
import { takeBack } from '../reverse.js';
import { tell } from '../words.js';
import { titles } from './advance.js';
import { countsAll } from './community.js';
import { haves, isMet } from './needs.js';

/**
 * Takes back the steps that would not have been reached without a returned order, newest first, with
 * what they gave. A step whose needs are met all the same stays, and so does what it gave.
 * @param since when the order was paid: what was reached before cannot be its doing
 */
export async function undoSteps(
  account: Account,
  since: Millis,
  at: Millis,
  cause: string,
): Promise<void> {
  for (const reached of await account.tx.tracks.reaches(account.member.id, since)) {
    const track = account.programme.tracks.get(reached.track);
    // Streaks count days, and a day stays a day though its order was returned. What all reached
    // together stays reached.
    if (!track || track.streak || reached.before.given || countsAll(account.programme, track)) {
      continue;
    }
    if (await isStillDue(account, track, reached, at)) continue;
    await undo(account, track, reached, at, cause);
  }
}

async function isStillDue(
  account: Account,
  track: TrackDoc,
  reached: ReachRow,
  at: Millis,
): Promise<boolean> {
  const step = track.steps.find(({ id }) => id === reached.step);
  if (!step) return true;
  const [then = [], now = []] = await haves(account, [
    { track, at: reached.at },
    { track, at },
  ]);
  // A full card was emptied when it was full: it was due as long as nothing is owed to it.
  if (track.repeat === 'on-complete') return now.every(({ value }) => value >= 0);
  return isMet(step, now) || isMet(step, then);
}

async function undo(
  account: Account,
  track: TrackDoc,
  reached: ReachRow,
  at: Millis,
  cause: string,
): Promise<void> {
  const { programme, tx } = account;
  const vouchers = await tx.vouchers.ofEntry(reached.entry);
  const isFull = track.repeat === 'on-complete';
  // What a full card gave has been used, so the stamps that paid for it stay spent.
  if (isFull && vouchers.some(({ status }) => status === 'used')) return;

  const index = stepIndex(track, reached.step);
  const line = new Line(account, {
    at,
    kind: 'reverse',
    title: tell(programme, 'line.step-back', titles(account, track, index)),
    ref: { kind: 'track', id: track.id },
    cause,
  });
  line.because.push({ text: tell(programme, 'because.undone-need') });
  await takeBack(account, line, reached.entry);
  await tx.tracks.undoReach(reached.id);
  const row = account.track(track.id);
  account.setTrack({
    ...row,
    ...(row.step === reached.step || isFull ? reached.before : {}),
    doneCount: Math.max(0, row.doneCount - (isFull || index === track.steps.length - 1 ? 1 : 0)),
  });
  await line.write();
}
