import { type CartItem, type PricedCart, priceCart as price } from '../../demo/shop/cart.js';
import { productById } from '../../demo/shop/products.js';
import type { Grant, ShopVoucher } from '../../demo/shop/vouchers.js';

/** A cart at Oak & Ember. */
export const priceCart = (
  items: readonly CartItem[],
  vouchers: readonly ShopVoucher[] = [],
): PricedCart => price(productById, items, vouchers);

/** A usable voucher around a grant. */
export const voucher = (grant: Grant, code = 'OAK-1'): ShopVoucher => ({
  code,
  status: 'ready',
  member: 'c_near',
  grant,
});

export const euro = (value: number): { unit: 'eur'; value: number } => ({ unit: 'eur', value });

export const amountOff = (value: number, minSpend?: number): Grant => ({
  kind: 'coupon',
  discount: { type: 'amount', amount: euro(value) },
  ...(minSpend === undefined ? {} : { minSpend: euro(minSpend) }),
});

export const percentOff = (percent: number): Grant => ({
  kind: 'coupon',
  discount: { type: 'percent', percent },
});

export const freeShipping: Grant = { kind: 'coupon', discount: { type: 'shipping' } };

export const ember: CartItem = { product: 'ember', variant: '250-bean', qty: 1 }; // 12.90
export const huila: CartItem = { product: 'huila', variant: '250-filter', qty: 1 }; // 15.90
export const mug: CartItem = { product: 'mug', variant: 'fir', qty: 1 }; // 18.90
export const dripper: CartItem = { product: 'dripper', variant: 'white', qty: 1 }; // 34.90
