import type { Amount } from '../../../contract/types.js';
import type { ProgrammeDoc } from './programme/file.js';

/**
 * An amount in words, "2 leaves" or "€1", for the reason behind a number. Balances are never written
 * this way: the widget formats those itself.
 */
export function quantity(doc: ProgrammeDoc, locale: string, { unit: id, value }: Amount): string {
  const unit = doc.units.find((candidate) => candidate.id === id);
  if (!unit) return String(value);
  const whole = value % 10 ** unit.scale === 0;
  const number = value / 10 ** unit.scale;
  const digits = whole ? 0 : unit.scale;
  if (unit.currency !== undefined) {
    return number.toLocaleString(locale, {
      style: 'currency',
      currency: unit.currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  }
  const plural = new Intl.PluralRules(locale).select(number);
  const word = unit.label[plural] ?? unit.label.other;
  return `${number.toLocaleString(locale, { maximumFractionDigits: digits })} ${word}`;
}
