import type { RuleDoc } from '../programme/file.js';
import type { ShopEvent } from '../../../shop/schema.js';

type AppliesTo = NonNullable<RuleDoc['appliesTo']>;

/** Which part of an order a rule is for, and how much of the money was paid for that part. */

export type PaidOrder = Extract<ShopEvent, { type: 'order.paid' }>['order'];
export type PaidLine = PaidOrder['lines'][number];

export interface Eligible {
  /** In minor units; 0 when nothing of the order is meant. */
  readonly paid: number;
  /** The lines that are meant, with what was really paid for each. */
  readonly lines: readonly PaidLine[];
  /** Whether a discount on the whole order was spread over the lines. */
  readonly spread: boolean;
}

/** What a filter leaves of an order; `null` when the order is not meant at all. */
export function eligible(order: PaidOrder, filter: AppliesTo | undefined): Eligible | null {
  const { products, collections, channels } = filter ?? {};
  if (channels && !channels.includes(order.channel ?? '')) return null;
  const { lines, spread } = spreadDiscount(order);
  if (!products && !collections) return { paid: order.total, lines, spread };
  const mine = lines.filter((line) => isMeant(line, filter));
  if (mine.length === 0) return null;
  return { paid: mine.reduce((sum, { total }) => sum + total, 0), lines: mine, spread };
}

/**
 * Whether a filter means a line of an order.
 * @param line `null` for what was paid without a line
 */
export function isMeant(line: PaidLine | null, filter: AppliesTo | undefined): boolean {
  const { products, collections } = filter ?? {};
  if (!products && !collections) return true;
  if (!line) return false;
  const { product, variant, collections: of = [] } = line;
  return Boolean(
    products?.some((id) => id === product || id === variant) ||
    collections?.some((id) => of.includes(id)),
  );
}

/**
 * Lines as they were really paid: when they add up to more than the order's total, the difference is
 * a discount on the whole order and is spread over them in proportion, to the cent.
 */
function spreadDiscount(order: PaidOrder): { lines: readonly PaidLine[]; spread: boolean } {
  const sum = order.lines.reduce((total, line) => total + line.total, 0);
  if (sum <= order.total) return { lines: order.lines, spread: false };
  let before = 0;
  const lines = order.lines.map((line) => {
    // Each line ends where its share of the running sum ends, so that nothing is lost to rounding.
    const from = portion(before, order.total, sum);
    before += line.total;
    return { ...line, total: portion(before, order.total, sum) - from };
  });
  return { lines, spread: true };
}

const portion = (value: number, of: number, whole: number): number =>
  Number((BigInt(value) * BigInt(of)) / BigInt(whole));
