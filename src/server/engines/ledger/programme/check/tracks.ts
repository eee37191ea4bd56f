import { valueOf } from '../../../../../contract/amounts.js';
import { checkGrant } from '../../grants/index.js';
import { isDuration } from '../../time/calendar.js';
import { fallsOf, periods } from '../../tracks/period.js';
import type { ProgrammeDoc, StepDoc, TrackDoc } from '../file.js';
import { countedUnits, givenUnits, isStepGiven } from '../reach.js';
import { unknownId, type Check, type Report } from '../report.js';
import { checkWindow } from './shared.js';
import { checkIds } from './units.js';

const REPEATS = ['never', 'on-complete', 'on-reset'];
const JOINS = ['auto', 'opt-in', 'invite'];

export const checkTracks: Check = (doc, report) => {
  for (const [index, track] of doc.tracks.entries()) {
    const at = `tracks[${index}]`;
    if (track.steps.length === 0) report(`${at}.steps`, 'a track needs a step');
    checkIds(track.steps, `${at}.steps`, report);
    checkPeriod(track, at, report);
    checkWindow(track.window, doc, `${at}.window`, report);
    if (!REPEATS.includes(track.repeat)) {
      report(`${at}.repeat`, unknownId('way to repeat', track.repeat, REPEATS));
    }
    if (!JOINS.includes(track.join)) {
      report(`${at}.join`, unknownId('way to join', track.join, JOINS));
    }
    for (const [place, step] of track.steps.entries()) {
      checkStep(doc, track, step, `${at}.steps[${place}]`, report);
    }
    checkOrder(track, at, report);
    checkStreak(doc, track, at, report);
  }
};

function checkPeriod(track: TrackDoc, at: string, report: Report): void {
  const { period, repeat } = track;
  if (!Object.hasOwn(periods, period.kind)) {
    report(`${at}.period.kind`, unknownId('period', period.kind, Object.keys(periods)));
    return;
  }
  if (period.length !== undefined && !isDuration(period.length)) {
    report(`${at}.period.length`, `"${period.length}" is no ISO 8601 duration such as P12M`);
  }
  if (repeat === 'on-complete' && fallsOf(track) === 'at-review') {
    report(
      `${at}.repeat`,
      `what starts over when it is complete keeps no level: set "falls" to "never"`,
    );
  }
}

function checkStep(
  doc: ProgrammeDoc,
  track: TrackDoc,
  step: StepDoc,
  at: string,
  report: Report,
): void {
  const units = doc.units.map(({ id }) => id);
  const needs = [
    ...step.needs.map((need, index) => ({ need, path: `${at}.needs[${index}]` })),
    ...(step.tasks ?? []).map(({ need }, index) => ({ need, path: `${at}.tasks[${index}].need` })),
  ];
  for (const { need, path } of needs) {
    if (!units.includes(need.unit)) {
      report(`${path}.unit`, unknownId('unit', need.unit, units));
    }
    if (need.value < 0) report(`${path}.value`, 'a step needs 0 or more');
  }
  if (step.needs.length === 0 && track.join !== 'invite' && !isStepGiven(doc, track.id, step.id)) {
    report(
      `${at}.needs`,
      'a step that needs nothing needs 0 of a unit, or is given by a "status" grant',
    );
  }
  checkReach(doc, track, step, at, report);
  for (const [index, { need }] of (step.tasks ?? []).entries()) {
    if (valueOf(step.needs, need.unit) !== need.value) {
      report(
        `${at}.tasks[${index}].need`,
        'a task is one of the step’s needs, with the same value',
      );
    }
  }
  for (const [index, grant] of (step.grants ?? []).entries()) {
    const path = `${at}.grants[${index}]`;
    checkGrant(grant, { doc, path, report, fromOrder: false });
  }
}

/** Each step needs at least what the one before needs, and more of something. */
function checkOrder({ steps }: TrackDoc, at: string, report: Report): void {
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    // What is given stands where the file puts it.
    if (!before || step.needs.length === 0) continue;
    const isLess = before.needs.some(({ unit, value }) => valueOf(step.needs, unit) < value);
    const isMore = step.needs.some(({ unit, value }) => value > valueOf(before.needs, unit));
    if (isLess || !isMore) {
      report(`${at}.steps[${index}]`, `it must need more than the step before it, "${before.id}"`);
    }
  }
}

function checkStreak(doc: ProgrammeDoc, track: TrackDoc, at: string, report: Report): void {
  const { streak, period, steps } = track;
  if (!streak) return;
  const units = doc.units.map(({ id }) => id);
  if (!units.includes(streak.unit)) {
    report(`${at}.streak.unit`, unknownId('unit', streak.unit, units));
  }
  const { freezeUnit } = streak;
  if (freezeUnit !== undefined) checkFreezes(doc, freezeUnit, `${at}.streak.freezeUnit`, report);
  if (period.kind !== 'daily' && period.kind !== 'weekly') {
    report(`${at}.period.kind`, 'a streak counts days or weeks: "daily" or "weekly"');
  }
  if (track.falls !== undefined) {
    report(`${at}.falls`, 'a streak ends when it breaks; leave this out');
  }
  const strangers = steps.flatMap(({ needs }) => needs).filter(({ unit }) => unit !== streak.unit);
  if (strangers.length > 0)
    report(`${at}.steps`, `the steps of a streak need "${streak.unit}" only`);
}

/** A freeze is something that a member can hold one of. */
function checkFreezes(doc: ProgrammeDoc, id: string, path: string, report: Report): void {
  const unit = doc.units.find((candidate) => candidate.id === id);
  const units = doc.units.map((known) => known.id);
  if (!unit) report(path, unknownId('unit', id, units));
  else if (unit.kind !== 'token' || !unit.spendable) {
    report(path, `"${id}" must be a token that can be spent, because a missed day uses it up`);
  } else if (!givenUnits(doc).has(id)) {
    report(path, `nothing in this programme gives "${id}", so nobody ever has a freeze`);
  }
}

/** A step that counts something which nothing in the programme ever counts. */
function checkReach(
  doc: ProgrammeDoc,
  track: TrackDoc,
  step: StepDoc,
  at: string,
  report: Report,
): void {
  if (isStepGiven(doc, track.id, step.id)) return;
  const counted = countedUnits(doc);
  const isHopeless = ({ unit, value }: StepDoc['needs'][number]): boolean =>
    value > 0 && !counted.has(unit) && doc.units.some(({ id }) => id === unit);
  const hopeless = step.needs.filter(isHopeless);
  const isOut = step.match === 'any' ? hopeless.length === step.needs.length : hopeless.length > 0;
  const [first] = hopeless;
  if (isOut && first) {
    report(`${at}.needs`, `nothing in this programme counts "${first.unit}", so nobody reaches it`);
  }
}
