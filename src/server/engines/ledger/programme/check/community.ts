import { fallsOf, periods } from '../../tracks/period.js';
import type { ProgrammeDoc, TrackDoc } from '../file.js';
import type { Check, Report } from '../report.js';

/** Units that are measured for all members together, and the goals that they make. */
export const checkCommunity: Check = (doc, report) => {
  const shared = new Set(doc.units.filter((unit) => unit.shared).map(({ id }) => id));
  for (const [index, unit] of doc.units.entries()) {
    if (unit.shared && unit.kind !== 'metric') {
      report(
        `units[${index}].shared`,
        'what all members have together is measured, not held: "kind" is "metric"',
      );
    }
  }
  for (const [index, track] of doc.tracks.entries()) {
    const needs = track.steps.flatMap((step) => step.needs.map(({ unit }) => unit));
    if (!needs.some((unit) => shared.has(unit))) continue;
    const at = `tracks[${index}]`;
    if (!needs.every((unit) => shared.has(unit))) {
      report(`${at}.steps`, 'a goal of all members needs only units that are "shared"');
    }
    checkGoal(doc, track, at, report);
  }
};

/** What only makes sense for one member. */
function checkGoal(doc: ProgrammeDoc, track: TrackDoc, at: string, report: Report): void {
  const { period, repeat, join, streak, window } = track;
  if (period.kind === 'rolling' || period.kind === 'anniversary') {
    report(
      `${at}.period.kind`,
      `"${period.kind}" is another time for each member; take "lifetime"`,
    );
  } else if (Object.hasOwn(periods, period.kind) && fallsOf(track) === 'at-review') {
    report(`${at}.falls`, 'a goal is no level that is kept: set "falls" to "at-reset" or "never"');
  }
  if (repeat === 'on-complete') {
    report(`${at}.repeat`, 'a goal of all is reached once in each period; "never" or "on-reset"');
  }
  if (join === 'invite') report(`${at}.join`, 'everyone can take part: "auto" or "opt-in"');
  if (streak) report(`${at}.streak`, 'days in a row are each member’s own');
  if (window?.rrule !== undefined)
    report(`${at}.window.rrule`, 'a goal has one beginning and one end');
}
