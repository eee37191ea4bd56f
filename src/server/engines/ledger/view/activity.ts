import type { Activity, Amount } from '../../../../contract/types.js';
import type { Programme } from '../programme/programme.js';
import { isMetric } from '../programme/programme.js';
import { pick } from '../programme/texts.js';
import type { StoredEntry } from '../../../stores/rows.js';
import { instant } from '../time/calendar.js';

/** A ledger line in one language. */
export function activity(programme: Programme, entry: StoredEntry, locale: string): Activity {
  const text = (told: StoredEntry['title']): string => pick(told, locale, programme.locale);
  const { id, at, kind, title, amounts, state, releasesAt, expiresAt, ref, because } = entry;
  return {
    id,
    at: instant(at),
    kind,
    title: text(title),
    amounts: amounts.filter((amount) => isHeld(programme, amount)),
    state,
    ...(releasesAt === null ? {} : { releasesAt: instant(releasesAt) }),
    ...(expiresAt === null ? {} : { expiresAt: instant(expiresAt) }),
    ...(ref === null ? {} : { ref: { ...ref } }),
    because: because.map((reason) => ({
      text: text(reason.text),
      ...(reason.rule === undefined ? {} : { rule: reason.rule }),
      ...(reason.times === undefined ? {} : { times: reason.times }),
      ...(reason.amounts === undefined ? {} : { amounts: [...reason.amounts] }),
    })),
  };
}

/** Metrics move tracks and are no money of the member's. */
function isHeld(programme: Programme, { unit }: Amount): boolean {
  const known = programme.units.get(unit);
  return known === undefined || !isMetric(known);
}
