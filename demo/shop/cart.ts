import { type Outcome, applyGrant, rankOf } from './discount.js';
import { type FindProduct, type Product, type Variant, variantOf } from './products.js';
import type { ShopVoucher } from './vouchers.js';

/** Shipping in cents, and the value of goods from which it is on the house. */
export const shippingRates = { flat: 490, freeFrom: 4500 } as const;

/** The most of one thing that fits into one order. */
export const maxQuantity = 20;

/** What the session remembers of a cart. Prices are looked up anew each time. */
export interface CartItem {
  product: string;
  variant: string;
  qty: number;
}

/** A cart line with its price before and after vouchers. */
export interface CartLine {
  product: Product;
  variantId: string;
  variant: Variant;
  qty: number;
  unit: number;
  total: number;
  /** What is really paid for this line: `total` less its share of every discount. */
  payable: number;
}

/** What a code does to this cart. */
export interface PricedCode {
  code: string;
  outcome: Outcome;
}

/** A cart that adds up: `subtotal - discount + shipping = total`, all in cents. */
export interface PricedCart {
  lines: CartLine[];
  count: number;
  subtotal: number;
  discount: number;
  /** Goods after discount: what counts for the loyalty programme. */
  goods: number;
  shipping: number;
  total: number;
  codes: PricedCode[];
  /** Cents still missing to free shipping; 0 when reached, or nothing is in the cart. */
  toFreeShipping: number;
}

const toLine = (
  find: FindProduct,
  { product: id, variant: variantId, qty }: CartItem,
): CartLine[] => {
  const product = find(id);
  const variant = product && variantOf(product, variantId);
  if (!product || !variant || qty < 1) return [];
  const total = variant.choice.price * qty;
  return [{ product, variantId, variant, qty, unit: variant.choice.price, total, payable: total }];
};

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

/**
 * Prices a cart with the vouchers that may be used on it. Free products come first, then
 * percentages, then amounts, so that a percentage is never taken of a gift.
 */
export function priceCart(
  find: FindProduct,
  items: readonly CartItem[],
  vouchers: readonly ShopVoucher[] = [],
): PricedCart {
  let lines = items.flatMap((item) => toLine(find, item));
  const subtotal = sum(lines.map((line) => line.total));
  const outcomes = new Map<string, Outcome>();
  const ordered = [...vouchers].sort((a, b) => rankOf(a.grant) - rankOf(b.grant));

  const standardShipping = (goods: number): number =>
    lines.length === 0 || goods >= shippingRates.freeFrom ? 0 : shippingRates.flat;

  let freeShipping = false;
  for (const { code, grant } of ordered) {
    const goods = sum(lines.map((line) => line.payable));
    const shippingDue = freeShipping ? 0 : standardShipping(goods);
    const outcome = applyGrant(grant, lines, shippingDue);
    outcomes.set(code, outcome);
    if (outcome.kind === 'shipping') freeShipping = true;
    if (outcome.kind === 'off') {
      lines = lines.map((line, index) => ({
        ...line,
        payable: line.payable - (outcome.perLine[index] ?? 0),
      }));
    }
  }

  const goods = sum(lines.map((line) => line.payable));
  const shipping = freeShipping ? 0 : standardShipping(goods);
  return {
    lines,
    count: sum(lines.map((line) => line.qty)),
    subtotal,
    discount: subtotal - goods,
    goods,
    shipping,
    total: goods + shipping,
    codes: vouchers.flatMap(({ code }) => {
      const outcome = outcomes.get(code);
      return outcome ? [{ code, outcome }] : [];
    }),
    toFreeShipping: shipping === 0 ? 0 : shippingRates.freeFrom - goods,
  };
}

/** The cart with `qty` more of a variant; equal variants share a line. */
export function addItem(items: readonly CartItem[], added: CartItem): CartItem[] {
  const same = (item: CartItem): boolean =>
    item.product === added.product && item.variant === added.variant;
  const before = items.find(same)?.qty ?? 0;
  const merged = { ...added, qty: Math.min(before + added.qty, maxQuantity) };
  return items.some(same) ? items.map((item) => (same(item) ? merged : item)) : [...items, merged];
}

/** The cart with one line set to `qty`; 0 takes the line out. */
export function setQuantity(
  items: readonly CartItem[],
  product: string,
  variant: string,
  qty: number,
): CartItem[] {
  return items
    .map((item) =>
      item.product === product && item.variant === variant
        ? { ...item, qty: Math.min(qty, maxQuantity) }
        : item,
    )
    .filter((item) => item.qty > 0);
}
