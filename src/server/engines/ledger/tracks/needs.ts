import { missing, valueOf } from '../../../../contract/amounts.js';
import type { Amount } from '../../../../contract/types.js';
import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import type { StepDoc, TrackDoc } from '../programme/file.js';
import { commonHave, countsAll } from './community.js';
import { frameAt } from './period.js';

/** What steps need, and what a member has of it. */

/** A step without needs is given, by an invitation or a plan, and never reached by counting. */
export const isMet = (step: StepDoc, have: readonly Amount[]): boolean => {
  if (step.needs.length === 0) return false;
  const enough = step.needs.map(({ unit, value }) => valueOf(have, unit) >= value);
  return step.match === 'any' ? enough.some(Boolean) : enough.every(Boolean);
};

/** The highest step whose needs are met; -1 for none. */
export const metStep = (track: TrackDoc, have: readonly Amount[]): number =>
  track.steps.map((step) => isMet(step, have)).lastIndexOf(true);

/** The step that everyone has, because it needs nothing; -1 for none, and where one is invited. */
export const baseStep = (track: TrackDoc): number =>
  track.join === 'invite' ? -1 : metStep(track, []);

/** What is missing of a step; where any of them suffices, of the need that is nearest to being met. */
export function missingOf(step: StepDoc, have: readonly Amount[]): Amount[] {
  if (isMet(step, have)) return [];
  const gaps = missing(step.needs, have);
  if (step.match !== 'any') return gaps;
  const share = ({ unit, value }: Amount): number =>
    value / Math.max(1, step.needs.find((need) => need.unit === unit)?.value ?? 1);
  return gaps.sort((a, b) => share(a) - share(b)).slice(0, 1);
}

/** The units that a track counts, in order of first appearance. */
export const unitsOf = (track: TrackDoc): string[] => [
  ...new Set(
    track.steps
      .flatMap((step) => [...step.needs, ...(step.tasks ?? []).map(({ need }) => need)])
      .map(({ unit }) => unit),
  ),
];

/** A question to the ledger: what does a track count at a moment? */
export interface HaveQuery {
  readonly track: TrackDoc;
  readonly at: Millis;
}

/** Answers several at once, in their order; streaks answer for themselves. */
export async function haves(account: Account, queries: readonly HaveQuery[]): Promise<Amount[][]> {
  const { programme, tx } = account;
  const { calendar } = programme;
  const plans = queries.map(({ track, at }) => {
    const row = account.track(track.id);
    const frame = frameAt(track, account.member, calendar, joinedFor(track, row.joinedAt), at);
    return track.streak || countsAll(programme, track)
      ? []
      : unitsOf(track).map((unit) => ({ unit, from: frame.from, to: upTo(frame.to, at) }));
  });
  const sums = await account.tx.ledger.sums(account.member.id, plans.flat());
  let next = 0;
  const answers: Amount[][] = [];
  for (const [index, { track, at }] of queries.entries()) {
    const { streak } = account.track(track.id);
    if (countsAll(programme, track)) {
      answers.push(await commonHave(tx, programme, track, unitsOf(track), at));
    } else if (track.streak) {
      answers.push([{ unit: track.streak.unit, value: streak ? streak.now - streak.used : 0 }]);
    } else {
      answers.push((plans[index] ?? []).map(({ unit }) => ({ unit, value: sums[next++] ?? 0 })));
    }
  }
  return answers;
}

/** Opting in starts the count; where nobody has to, all of the period counts. */
const joinedFor = (track: TrackDoc, joinedAt: Millis | null): Millis | null =>
  track.join === 'opt-in' ? joinedAt : null;

/** Nothing after the moment itself counts for it. */
const upTo = (end: Millis | null, at: Millis): Millis => Math.min(end ?? Infinity, at + 1);
