import { valueOf } from '../../../../contract/amounts.js';
import type { Amount } from '../../../../contract/types.js';
import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import type { Giving } from '../grants/grant.js';
import { giveGrant } from '../grants/index.js';
import { Line } from '../line.js';
import type { StepDoc, TrackDoc } from '../programme/file.js';
import { isMetric, stepIndex } from '../programme/programme.js';
import { mapTold, pick } from '../programme/texts.js';
import { newId } from '../random.js';
import { tell } from '../words.js';
import { countsAll, hasShare, momentOf, noteReached } from './community.js';
import { baseStep, haves, isMet, metStep, unitsOf } from './needs.js';
import { isRunning } from './period.js';
import { setStep } from './step.js';
import { completed, counted } from './streak.js';

/** Moves tracks on after something was counted: steps reached, what they give, cards that start over. */

/** What a step gives may lead to the next one. A file that feeds itself without end stops here. */
const ROUNDS = 20;

/**
 * Evaluates all tracks.
 * @param at the moment for which they are looked at
 * @param cause the shop event behind it
 */
export async function advance(account: Account, at: Millis, cause: string | null): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    countStreaks(account);
    const queries = account.programme.doc.tracks.flatMap((track) => {
      const moment = momentOf(account.programme, track, at);
      return moment !== null && takesPart(account, track, moment) ? [{ track, at: moment }] : [];
    });
    const have = await haves(account, queries);
    let moved = await giveGivenSteps(account, at, cause);
    for (const [index, { track, at: moment }] of queries.entries()) {
      const counted = have[index] ?? [];
      if (!(await sharesIn(account, track, counted, moment))) continue;
      if (await move(account, track, counted, at, cause)) moved = true;
    }
    if (!moved) return;
  }
}

/** Steps that were given give what they would if they had been reached, once in each round. */
async function giveGivenSteps(
  account: Account,
  at: Millis,
  cause: string | null,
): Promise<boolean> {
  let gave = false;
  for (const { track: id, step: index } of account.takeGiven()) {
    const track = account.programme.tracks.get(id);
    const step = track?.steps[index];
    if (!track || !step?.grants?.length) continue;
    const { cycle: round, ...before } = account.track(id);
    const cycle = track.repeat === 'never' ? 0 : round;
    const given = await account.tx.tracks.reached(account.member.id, id, cycle);
    if (given.includes(step.id)) continue;
    const line = stepLine(account, track, index, at, cause);
    await giveStep(account, track, index, line);
    await account.tx.tracks.addReach({
      id: newId('s', account.desk.random),
      member: account.member.id,
      track: id,
      step: step.id,
      cycle,
      at,
      entry: line.id,
      before: { step: before.step, until: before.until, given: true },
      undone: false,
    });
    await line.write();
    gave = true;
  }
  return gave;
}

/** The activity line of a step. */
function stepLine(
  account: Account,
  track: TrackDoc,
  index: number,
  at: Millis,
  cause: string | null,
): Line {
  return new Line(account, {
    at,
    kind: 'status',
    title: tell(account.programme, 'line.step', titles(account, track, index)),
    ref: { kind: 'track', id: track.id },
    cause,
  });
}

/** Whether a track counts for this member now. */
export function takesPart(account: Account, track: TrackDoc, at: Millis): boolean {
  const { joinedAt, step } = account.track(track.id);
  if (!isRunning(track, account.programme.calendar, at)) return false;
  if (track.join === 'opt-in') return joinedAt !== null;
  // By invitation: whoever was given a step is in.
  return track.join === 'auto' || step !== null;
}

/** Whether what was counted is this member's to have; of a goal of all, who contributed to it. */
async function sharesIn(
  account: Account,
  track: TrackDoc,
  have: readonly Amount[],
  at: Millis,
): Promise<boolean> {
  const { programme, tx } = account;
  if (!countsAll(programme, track)) return true;
  const reached = track.steps.filter((step) => isMet(step, have));
  await noteReached(tx, programme, track, reached, at);
  return isBehind(account, track, have) && hasShare(account, track, unitsOf(track), at);
}

/** Whether a member has not had all that was reached. */
export const isBehind = (account: Account, track: TrackDoc, have: readonly Amount[]): boolean =>
  metStep(track, have) >
  Math.max(stepIndex(track, account.track(track.id).step), silentBase(track));

function countStreaks(account: Account): void {
  for (const { unit, at } of account.takeCounted()) {
    for (const track of account.programme.doc.tracks) {
      if (track.streak?.unit !== unit || !takesPart(account, track, at)) continue;
      const row = account.track(track.id);
      const streak = counted(track, row.streak, account.programme.calendar, at);
      account.setTrack({ ...row, streak });
    }
  }
}

/** @returns whether any step was reached */
async function move(
  account: Account,
  track: TrackDoc,
  have: readonly Amount[],
  at: Millis,
  cause: string | null,
): Promise<boolean> {
  const top = metStep(track, have);
  const reached = Math.max(stepIndex(track, account.track(track.id).step), silentBase(track));
  if (top <= reached) return false;
  const last = track.steps.length - 1;
  for (let index = reached + 1; index <= top; index += 1) {
    await reach(account, track, index, have, at, cause, index === last);
  }
  return true;
}

/** Everyone has the base step from the start; only one that gives something is worth a line. */
const silentBase = (track: TrackDoc): number => {
  const base = baseStep(track);
  return track.steps[base]?.grants?.length ? -1 : base;
};

async function reach(
  account: Account,
  track: TrackDoc,
  index: number,
  have: readonly Amount[],
  at: Millis,
  cause: string | null,
  isLast: boolean,
): Promise<void> {
  const step = track.steps[index];
  if (!step) return;
  const before = account.track(track.id);
  const line = stepLine(account, track, index, at, cause);
  line.because.push({
    text: tell(account.programme, 'because.step', titles(account, track, index)),
    amounts: have.filter(({ unit }) => valueOf(step.needs, unit) > 0),
  });

  // A track that never repeats gives once for good, however often its level is lost and won.
  const cycle = track.repeat === 'never' ? 0 : before.cycle;
  const given = await account.tx.tracks.reached(account.member.id, track.id, cycle);
  if (!given.includes(step.id)) {
    await giveStep(account, track, index, line);
    await account.tx.tracks.addReach({
      id: newId('s', account.desk.random),
      member: account.member.id,
      track: track.id,
      step: step.id,
      cycle,
      at,
      entry: line.id,
      before: { step: before.step, until: before.until },
      undone: false,
    });
  }
  if (isLast && track.repeat === 'on-complete') startOver(account, track, step, line);
  else setStep(account, track, index, at, isLast);
  await line.write();
}

async function giveStep(
  account: Account,
  track: TrackDoc,
  index: number,
  line: Line,
): Promise<void> {
  const { programme } = account;
  const step = track.steps[index];
  if (!step) return;
  const { at } = line.head;
  const giving: Giving = {
    account,
    line,
    at,
    source: { kind: 'track', id: track.id },
    title: titles(account, track, index).step,
    delivery: 'code',
    cost: null,
    undoUntil: null,
    expiresAt: step.validFor
      ? programme.calendar.endOfDay(programme.calendar.plus(at, step.validFor))
      : null,
    seenAt: null,
    termsUrl: track.termsUrl,
    vouchers: [],
  };
  const grants = mapTold(
    programme.toldOne((doc) => doc.tracks, track.id),
    ({ steps }) => steps[index]?.grants ?? [],
  );
  for (const [, told] of programme.toldEach(grants)) {
    // A thing is better called by its own name than by the step that it came with.
    const title = mapTold(told, (own, locale) =>
      own.kind === 'product' ? own.title : pick(giving.title, locale, programme.locale),
    );
    await giveGrant(told, { ...giving, title });
  }
}

/** A card is full: what filled it is taken out of it, and the next one begins. */
function startOver(account: Account, track: TrackDoc, step: StepDoc, line: Line): void {
  const row = account.track(track.id);
  for (const { unit: id, value } of track.streak ? [] : step.needs) {
    const unit = account.programme.units.get(id);
    if (unit && isMetric(unit)) line.measure(id, -value, line.head.at);
    else line.debit(id, value, { running: 'spent', counts: true });
  }
  account.setTrack({
    ...row,
    step: null,
    until: null,
    cycle: row.cycle + 1,
    doneCount: row.doneCount + 1,
    streak:
      row.streak && completed(track, row.streak, valueOf(step.needs, track.streak?.unit ?? '')),
  });
}

/** The names of a track and one of its steps, for a sentence. */
export function titles({ programme }: Account, track: TrackDoc, index: number) {
  const told = programme.toldOne((doc) => doc.tracks, track.id);
  return {
    track: mapTold(told, ({ title }) => title),
    step: mapTold(told, ({ title, steps }) => steps[index]?.title ?? title),
  };
}
