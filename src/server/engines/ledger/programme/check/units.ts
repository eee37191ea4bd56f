import { isTimeZone } from '../../time/calendar.js';
import { nearest } from '../texts.js';
import { unknownId, type Check, type Report } from '../report.js';

/** Says which ids stand twice in a list. */
export function checkIds(
  list: readonly { readonly id: string }[],
  path: string,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) report(`${path}[${index}].id`, `"${id}" stands here twice`);
    seen.add(id);
  }
}

/** The programme's own settings, and that every id is there once. */
export const checkHead: Check = (doc, report) => {
  const { timeZone, locale, locales = [locale], currency, units } = doc;
  if (!isTimeZone(timeZone)) report('timeZone', `"${timeZone}" is not an IANA time zone`);
  if (!nearest(locale, locales)) {
    report('locales', `the default locale "${locale}" is missing`);
  }
  if (!units.some((unit) => unit.currency === currency && unit.kind === 'money')) {
    report('units', `there is no unit of money in ${currency}, in which orders are paid`);
  }
  checkIds(units, 'units', report);
  checkIds(doc.rules, 'rules', report);
  checkIds(doc.tracks, 'tracks', report);
  checkIds(doc.rewards, 'rewards', report);
};

export const checkUnits: Check = ({ units }, report) => {
  for (const [index, unit] of units.entries()) {
    const at = `units[${index}]`;
    const { kind, currency, spendable, worth, pendingDays, expiresAfter } = unit;
    if (kind === 'money' && currency === undefined) {
      report(`${at}.currency`, 'money needs a currency');
    }
    if (kind === 'metric' && spendable) report(`${at}.spendable`, 'a metric cannot be spent');
    if (kind === 'metric' && (pendingDays !== undefined || expiresAfter !== undefined)) {
      report(at, 'a metric is counted, not held: it has no "pendingDays" and no "expiresAfter"');
    }
    if (!worth) continue;
    const known = units.map(({ id }) => id);
    if (!known.includes(worth.is.unit)) {
      report(`${at}.worth.is.unit`, unknownId('unit', worth.is.unit, known));
    }
    if (worth.per <= 0) report(`${at}.worth.per`, 'something is worth so much per 1 or more');
  }
};
