import type { CartLine } from './cart.js';
import { percentOf, share } from './money.js';
import type { AppliesTo, Grant } from './vouchers.js';

/** What a grant does to a cart, or why it does nothing yet. */
export type Outcome =
  | { kind: 'off'; amount: number; perLine: number[] }
  | { kind: 'shipping'; amount: number }
  | { kind: 'min-spend'; missing: number }
  | { kind: 'no-item'; product: string | null }
  | { kind: 'no-effect' }
  | { kind: 'not-here' };

/** Product ids that a programme may use for a family of the shop's variants. */
const families: Record<string, (line: CartLine) => boolean> = {
  'bag-250': ({ product, variant }) => product.choose === 'size' && variant.choice.id === '250',
};

const isProduct = (line: CartLine, id: string): boolean =>
  line.product.id === id ||
  `${line.product.id}-${line.variantId}` === id ||
  (families[id]?.(line) ?? false);

const isEligible = (line: CartLine, to: AppliesTo | undefined): boolean => {
  if (to?.channels && !to.channels.includes('web')) return false;
  const { products, collections } = to ?? {};
  if (!products && !collections) return true;
  return (
    (products?.some((id) => isProduct(line, id)) ?? false) ||
    (collections?.some((id) => line.product.collections.includes(id)) ?? false)
  );
};

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

/** Takes `amount` off the lines in proportion to their weights, never more than is there. */
const takeOff = (amount: number, weights: number[]): Outcome => {
  const capped = Math.min(amount, sum(weights));
  return capped > 0
    ? { kind: 'off', amount: capped, perLine: share(capped, weights) }
    : { kind: 'no-effect' };
};

/** One piece of the dearest matching line becomes free. */
const freePiece = (product: string, lines: readonly CartLine[]): Outcome => {
  const pieces = lines.map((line) =>
    isProduct(line, product) ? Math.min(line.unit, line.payable) : 0,
  );
  const best = Math.max(0, ...pieces);
  if (best === 0) return { kind: 'no-item', product };
  const at = pieces.indexOf(best);
  return { kind: 'off', amount: best, perLine: pieces.map((_, i) => (i === at ? best : 0)) };
};

/** The order in which grants are applied; lower comes first. */
export function rankOf(grant: Grant): number {
  if (grant.kind !== 'coupon') return 0;
  return { product: 0, percent: 1, amount: 2, shipping: 3, other: 4 }[grant.discount.type];
}

/** Works out what a grant does to these lines, of which earlier grants may have taken some. */
export function applyGrant(grant: Grant, lines: readonly CartLine[], shippingDue: number): Outcome {
  if (grant.kind === 'product') return freePiece(grant.product, lines);
  if (grant.kind !== 'coupon') return { kind: 'not-here' };

  const eligible = lines.filter((line) => isEligible(line, grant.appliesTo));
  const spent = sum(eligible.map((line) => line.total));
  const { discount, minSpend } = grant;
  if (minSpend && minSpend.value > spent) {
    return { kind: 'min-spend', missing: minSpend.value - spent };
  }
  if (eligible.length === 0) return { kind: 'no-item', product: null };

  const weights = lines.map((line) => (eligible.includes(line) ? line.payable : 0));
  switch (discount.type) {
    case 'amount':
      return takeOff(discount.amount.value, weights);
    case 'percent':
      return takeOff(
        Math.min(percentOf(sum(weights), discount.percent), discount.upTo?.value ?? Infinity),
        weights,
      );
    case 'shipping':
      return shippingDue > 0 ? { kind: 'shipping', amount: shippingDue } : { kind: 'no-effect' };
    case 'product':
      return freePiece(discount.product, eligible.length === lines.length ? lines : eligible);
    case 'other':
      return { kind: 'not-here' };
  }
}
