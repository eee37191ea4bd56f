import { atRate, times } from '../../../../contract/amounts.js';
import type { Amount, Grant } from '../../../../contract/types.js';

/** What a grant's amounts are reckoned from. */
export interface Price {
  /** What a rate is taken of, and by how much it is multiplied afterwards. */
  readonly basis?: { readonly value: number; readonly times: number };
  /** How many steps of a range are paid. */
  readonly steps?: number;
}

/**
 * A grant with its amounts worked out for what is paid: rates, rounded down to whole units before any
 * multiplier, become amounts; money that one step of a range gives is multiplied by the steps.
 */
export function priced<G extends Grant>(grant: G, price: Price): G {
  // Amounts are filled in; the kind, by which the type is told, stays as it is.
  return withAmounts(grant, price) as G;
}

function withAmounts(grant: Grant, { basis, steps = 1 }: Price): Grant {
  if (grant.kind === 'unit' && grant.rate && basis) {
    const { rate, ...rest } = grant;
    return { ...rest, amount: times(atRate(basis.value, rate), basis.times) };
  }
  if (grant.kind === 'donation' && grant.amount) {
    return { ...grant, amount: multiplied(grant.amount, steps) };
  }
  if (grant.kind === 'giftCard') return { ...grant, amount: multiplied(grant.amount, steps) };
  if (grant.kind === 'coupon' && grant.discount.type === 'amount') {
    const amount = multiplied(grant.discount.amount, steps);
    return { ...grant, discount: { ...grant.discount, amount } };
  }
  return grant;
}

const multiplied = ({ unit, value }: Amount, by: number): Amount => ({ unit, value: value * by });
