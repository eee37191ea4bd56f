import type { Account } from '../account.js';
import { ruleAvailability, type Facts } from '../availability.js';
import { eligible, isMeant, type Eligible, type PaidOrder } from '../events/order-lines.js';
import type { RuleDoc } from '../programme/programme.js';

/**
 * Rules that give a multiple of what other purchase rules give, such as double points at weekends.
 * On each line of an order the highest one that is open counts; they do not multiply each other. The
 * member's level does: twice as much for a level that gets three times as much is six times as much.
 */

export interface Multiplier {
  readonly rule: RuleDoc;
  readonly times: number;
}

/** The part of an order that one rule multiplies. */
export interface Multiplied extends Multiplier {
  readonly paid: number;
}

/** The multiple that a rule gives; `undefined` for a rule that gives something of its own. */
export const timesOf = ({ grants }: RuleDoc): number | undefined =>
  grants.map((grant) => (grant.kind === 'unit' ? grant.times : undefined)).find((n) => n);

/** The multiplying rules that are open to a member for an order, highest first. */
export function openMultipliers(account: Account, order: PaidOrder, facts: Facts): Multiplier[] {
  return account.programme.doc.rules
    .flatMap((rule) => {
      const times = timesOf(rule);
      return rule.trigger === 'purchase' && times !== undefined ? [{ rule, times }] : [];
    })
    .filter(
      ({ rule }) =>
        eligible(order, rule.appliesTo) !== null &&
        ruleAvailability(account, rule, facts, undefined).state === 'available',
    )
    .sort((a, b) => b.times - a.times);
}

/**
 * What of a rule's part of an order is multiplied, and by whom.
 * @param open highest first
 */
export function multiplied(
  rule: RuleDoc,
  part: Eligible,
  open: readonly Multiplier[],
): Multiplied[] {
  const own = open.filter(({ rule: { multiplies } }) => multiplies?.includes(rule.id) ?? true);
  const listed = part.lines.reduce((sum, line) => sum + line.total, 0);
  const pieces = [
    ...part.lines.map((line) => ({
      paid: line.total,
      by: own.find((one) => isMeant(line, one.rule.appliesTo)),
    })),
    // What was paid beyond the lines belongs to no product.
    { paid: part.paid - listed, by: own.find((one) => isMeant(null, one.rule.appliesTo)) },
  ];
  return own.flatMap((multiplier) => {
    const mine = pieces.filter(({ by }) => by === multiplier);
    const paid = mine.reduce((sum, piece) => sum + piece.paid, 0);
    return paid > 0 ? [{ ...multiplier, paid }] : [];
  });
}
