import type { Amount } from '../../../../contract/types.js';
import type { Millis } from '../../../stores/rows.js';
import type { Tx } from '../../../stores/store.js';
import type { Account } from '../account.js';
import type { StepDoc, TrackDoc } from '../programme/file.js';
import type { Programme } from '../programme/programme.js';
import { millis } from '../time/calendar.js';
import type { Frame } from '../time/window.js';
import { frameAt } from './period.js';

/**
 * Goals of all members: tracks whose units are measured for everyone together (`shared`).
 *
 * What all have is the sum of everybody's postings, read from an index: a purchase writes its own
 * lines only, so no two members ever wait for each other, and the sum is right whatever comes late or
 * is taken back. Once somebody has seen that a step is reached it is noted for good, and no later
 * return takes it from those who come for their share afterwards.
 *
 * A share has who contributed: whose own sum in the period is above nothing; on a track that one opts
 * into, of those who did.
 */

/** So long after its end a goal still gives shares; the clock has given them long before. */
const AFTERMATH_MS = 30 * 86_400_000;

export const countsAll = ({ units }: Programme, track: TrackDoc): boolean =>
  track.steps.some(({ needs }) => needs.some(({ unit }) => units.get(unit)?.shared === true));

/** When a goal ends for good; its window never repeats. */
const endOf = ({ window }: TrackDoc): Millis =>
  window?.to === undefined ? Infinity : millis(window.to);

/** A goal that has ended is looked at as it stood in its last moment. */
const lastMoment = (track: TrackDoc, at: Millis): Millis => Math.min(at, endOf(track) - 1);

/** The moment for which a track is looked at; `null` once nothing comes of it any more. */
export function momentOf(programme: Programme, track: TrackDoc, at: Millis): Millis | null {
  if (!countsAll(programme, track)) return at;
  return at >= endOf(track) + AFTERMATH_MS ? null : lastMoment(track, at);
}

/** The same for every member: whose period it is does not matter. */
const EVERYBODY = { joinedAt: 0 };

function frameOf({ calendar }: Programme, track: TrackDoc, at: Millis): Frame & { to: Millis } {
  const moment = lastMoment(track, at);
  const { from, to } = frameAt(track, EVERYBODY, calendar, null, moment);
  return { from, to: Math.min(to ?? Infinity, moment + 1) };
}

const roundOf = ({ from }: Frame): Millis => from ?? 0;

/** What all have together. A step that was reached stays reached. */
export async function commonHave(
  tx: Tx,
  programme: Programme,
  track: TrackDoc,
  units: readonly string[],
  at: Millis,
): Promise<Amount[]> {
  const frame = frameOf(programme, track, at);
  const { from, to } = frame;
  const totals = await tx.goals.totals(units.map((unit) => ({ unit, from, to })));
  const reached = new Set(await tx.goals.reached(track.id, roundOf(frame)));
  const secured = track.steps.filter(({ id }) => reached.has(id)).flatMap(({ needs }) => needs);
  return units.map((unit, index) => {
    const least = secured.filter((need) => need.unit === unit).map(({ value }) => value);
    return { unit, value: Math.max(totals[index] ?? 0, ...least) };
  });
}

/** Notes for all which steps are reached. */
export async function noteReached(
  tx: Tx,
  programme: Programme,
  track: TrackDoc,
  steps: readonly StepDoc[],
  at: Millis,
): Promise<void> {
  const round = roundOf(frameOf(programme, track, at));
  const known = new Set(await tx.goals.reached(track.id, round));
  for (const { id } of steps) {
    if (!known.has(id)) await tx.goals.reach({ track: track.id, step: id, round, at });
  }
}

/** Whether a member has contributed to what all have. */
export async function hasShare(
  { tx, programme, member }: Account,
  track: TrackDoc,
  units: readonly string[],
  at: Millis,
): Promise<boolean> {
  const { from, to } = frameOf(programme, track, at);
  const sums = await tx.ledger.sums(
    member.id,
    units.map((unit) => ({ unit, from, to })),
  );
  return sums.reduce((sum, value) => sum + value, 0) > 0;
}

/** Members who have a share in a step and have not had it. */
export function waitingFor(
  tx: Tx,
  programme: Programme,
  track: TrackDoc,
  step: StepDoc,
  units: readonly string[],
  at: Millis,
  limit: number,
): Promise<string[]> {
  const { from, to } = frameOf(programme, track, at);
  const joined = track.join === 'opt-in';
  return tx.goals.waiting({ track: track.id, step: step.id, units, from, to, joined }, limit);
}
