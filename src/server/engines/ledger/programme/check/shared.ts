import type { Limit, Window } from '../../../../../contract/types.js';
import { createCalendar, isTimeZone } from '../../time/calendar.js';
import { recurrenceFault } from '../../time/recurrence.js';
import { windowAt } from '../../time/window.js';
import type { ProgrammeDoc, RewardDoc } from '../file.js';
import { listed, unknownId, type Report } from '../report.js';

/** Checks that rules, tracks and rewards have in common. */

/** A window that opens at least once. */
export function checkWindow(
  window: Window | undefined,
  { timeZone }: ProgrammeDoc,
  path: string,
  report: Report,
): void {
  if (!window) return;
  const { from, to, rrule } = window;
  if (from && to && Date.parse(from) >= Date.parse(to)) report(path, 'it ends before it begins');
  if (rrule === undefined) return;
  const fault = recurrenceFault(rrule, from !== undefined);
  if (fault !== null) report(`${path}.rrule`, fault);
  else if (isTimeZone(timeZone)) {
    const start =
      Date.parse(from ?? to ?? '2000-01-01T00:00:00Z') - (from === undefined ? YEAR_MS : 0);
    const opens = windowAt(window, createCalendar(timeZone), start);
    if (opens.state === 'ended')
      report(path, 'it never opens: none of its days exists or lies in it');
  }
}

const YEAR_MS = 366 * 86_400_000;

const PERS = ['once', 'order', 'day', 'week', 'month', 'year'];

export function checkLimit(limit: Limit | undefined, path: string, report: Report): void {
  if (!limit) return;
  if (limit.count < 1) report(`${path}.count`, 'a limit allows 1 or more; leave it out for none');
  if (!PERS.includes(limit.per)) {
    report(`${path}.per`, `"${limit.per}" is no span of time; there is ${listed(PERS)}`);
  }
}

/** A place on a track that must exist. */
export function checkStepRef(
  doc: ProgrammeDoc,
  ref: { readonly track: string; readonly step: string },
  path: string,
  report: Report,
): void {
  const track = doc.tracks.find(({ id }) => id === ref.track);
  if (!track) {
    report(
      `${path}.track`,
      unknownId(
        'track',
        ref.track,
        doc.tracks.map(({ id }) => id),
      ),
    );
    return;
  }
  const steps = track.steps.map(({ id }) => id);
  if (!steps.includes(ref.step)) {
    report(`${path}.step`, unknownId(`step of "${track.id}"`, ref.step, steps));
  }
}

export function checkRequires(
  doc: ProgrammeDoc,
  requires: RewardDoc['requires'],
  path: string,
  report: Report,
): void {
  for (const [index, ref] of (requires?.anyStep ?? []).entries()) {
    checkStepRef(doc, ref, `${path}.anyStep[${index}]`, report);
  }
  if (requires?.anyStep.length === 0) report(`${path}.anyStep`, 'none of no steps can be reached');
}
