import type { Amount } from './types.js';

/**
 * Integer arithmetic on amounts. Every result is checked: a sum that JavaScript cannot hold exactly
 * is an error, never a rounded balance.
 */

/** A quantity left the range of exact integers. */
export class AmountError extends RangeError {
  override name = 'AmountError';
}

const exact = (value: number, unit: string): number => {
  if (!Number.isSafeInteger(value)) {
    throw new AmountError(`${value} of "${unit}" is not an exact integer`);
  }
  return value;
};

/** Adds two amounts of one unit. @throws AmountError on two units or an inexact sum */
export function add(a: Amount, b: Amount): Amount {
  if (a.unit !== b.unit) throw new AmountError(`cannot add "${b.unit}" to "${a.unit}"`);
  return { unit: a.unit, value: exact(a.value + b.value, a.unit) };
}

/** The same amount with the other sign. */
export const negate = (a: Amount): Amount => ({
  unit: a.unit,
  value: a.value === 0 ? 0 : -a.value,
});

/** Adds up a list, one amount for each unit in order of first appearance; zeros stay. */
export function total(amounts: Iterable<Amount>): Amount[] {
  const sums = new Map<string, Amount>();
  for (const amount of amounts) {
    const sum = sums.get(amount.unit);
    sums.set(amount.unit, sum ? add(sum, amount) : { ...amount });
  }
  return [...sums.values()];
}

/** The value of one unit in a list; 0 where it does not occur. */
export function valueOf(amounts: Iterable<Amount>, unit: string): number {
  let value = 0;
  for (const amount of amounts) {
    if (amount.unit === unit) value = exact(value + amount.value, unit);
  }
  return value;
}

/**
 * What a rate gives: whole multiples of `per` only, so that €9.99 at "1 point per €1" is 9 points.
 * The product is formed in big integers because it may pass 2^53 before the division.
 * @param value what was spent, in the scale of `rate.per`
 */
export function atRate(value: number, rate: { per: Amount; give: Amount }): Amount {
  const { per, give } = rate;
  if (per.value <= 0)
    throw new AmountError(`a rate per ${per.value} of "${per.unit}" gives nothing`);
  if (value <= 0) return { unit: give.unit, value: 0 };
  const given = (BigInt(value) * BigInt(give.value)) / BigInt(per.value);
  return { unit: give.unit, value: exact(Number(given), give.unit) };
}

/**
 * Multiplies by a factor with up to four decimals ("double points", "1.5 times") and rounds down,
 * in whole ten-thousandths, so that no float touches a balance.
 */
export function times(amount: Amount, factor: number): Amount {
  const factorInTenThousandths = BigInt(Math.round(factor * 10_000));
  const product = (BigInt(amount.value) * factorInTenThousandths) / 10_000n;
  return { unit: amount.unit, value: exact(Number(product), amount.unit) };
}

/** What is missing of each need, without those that are met. */
export function missing(needs: Iterable<Amount>, have: Iterable<Amount>): Amount[] {
  const list: Amount[] = [];
  for (const need of needs) {
    const gap = need.value - valueOf(have, need.unit);
    if (gap > 0) list.push({ unit: need.unit, value: exact(gap, need.unit) });
  }
  return list;
}
