import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addItem, maxQuantity, setQuantity } from '../../demo/shop/cart.js';
import { grinds, products, variantId } from '../../demo/shop/products.js';
import type { Grant } from '../../demo/shop/vouchers.js';
import {
  amountOff,
  dripper,
  ember,
  euro,
  freeShipping,
  huila,
  mug,
  percentOff,
  priceCart,
  voucher,
} from './fixtures.js';

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

test('an empty cart costs nothing, not even shipping', () => {
  const cart = priceCart([]);
  assert.deepEqual([cart.subtotal, cart.shipping, cart.total, cart.count], [0, 0, 0, 0]);
});

test('goods and shipping make the total', () => {
  const cart = priceCart([{ ...ember, qty: 2 }]);
  assert.deepEqual([cart.subtotal, cart.shipping, cart.total], [2580, 490, 3070]);
  assert.equal(cart.toFreeShipping, 1920);
});

test('shipping is free from 45 euro of goods', () => {
  assert.equal(priceCart([dripper]).shipping, 490);
  assert.equal(priceCart([dripper, ember]).shipping, 0);
});

test('a discount can bring shipping back', () => {
  const cart = priceCart([dripper, ember], [voucher(amountOff(500))]);
  assert.deepEqual([cart.goods, cart.shipping, cart.total], [4280, 490, 4770]);
});

test('what the shop does not sell is left out', () => {
  const cart = priceCart([
    ember,
    { product: 'tea', variant: 'x', qty: 1 },
    { ...mug, variant: 'x' },
  ]);
  assert.equal(cart.lines.length, 1);
});

test('equal variants share a line, up to the most that fits', () => {
  assert.deepEqual(addItem([ember], ember), [{ ...ember, qty: 2 }]);
  assert.equal(addItem([ember], { ...ember, variant: '250-moka' }).length, 2);
  assert.equal(addItem([ember], { ...ember, qty: 999 })[0]?.qty, maxQuantity);
});

test('a quantity of nothing takes the line out', () => {
  assert.deepEqual(setQuantity([ember, mug], 'ember', '250-bean', 0), [mug]);
  assert.deepEqual(setQuantity([ember], 'ember', '250-bean', 3), [{ ...ember, qty: 3 }]);
});

const anyItem = fc
  .record({
    product: fc.constantFrom(...products),
    at: fc.nat(2),
    grind: fc.constantFrom(...grinds),
    qty: fc.integer({ min: 1, max: maxQuantity }),
  })
  .map(({ product, at, grind, qty }) => {
    const choice = product.choices[at % product.choices.length] ?? product.choices[0];
    return {
      product: product.id,
      variant: variantId(choice.id, product.ground ? grind : null),
      qty,
    };
  });

const anyGrant: fc.Arbitrary<Grant> = fc.oneof(
  fc.nat(20_000).map((value) => amountOff(value)),
  fc.tuple(fc.nat(20_000), fc.nat(20_000)).map(([value, min]) => amountOff(value, min)),
  fc.integer({ min: 1, max: 100 }).map(percentOff),
  fc.constant(freeShipping),
  fc
    .constantFrom('ember', 'mug', 'bag-250')
    .map((product): Grant => ({ kind: 'product', product })),
  fc.nat(5000).map((value): Grant => ({
    kind: 'coupon',
    discount: { type: 'amount', amount: euro(value) },
    appliesTo: { collections: ['coffee'] },
  })),
);

test('every cart adds up, whatever is in it and whatever is taken off', () => {
  fc.assert(
    fc.property(
      fc.array(anyItem, { maxLength: 8 }),
      fc.array(anyGrant, { maxLength: 3 }),
      (items, grants) => {
        const cart = priceCart(
          items,
          grants.map((grant, i) => voucher(grant, `OAK-${i}`)),
        );
        assert.equal(sum(cart.lines.map((line) => line.total)), cart.subtotal);
        assert.equal(sum(cart.lines.map((line) => line.payable)), cart.goods);
        assert.equal(cart.subtotal - cart.discount + cart.shipping, cart.total);
        const off = cart.codes.map(({ outcome }) => (outcome.kind === 'off' ? outcome.amount : 0));
        assert.equal(sum(off), cart.discount);
        for (const { payable, total } of cart.lines) assert.ok(payable >= 0 && payable <= total);
        for (const value of [cart.goods, cart.shipping, cart.total, cart.discount]) {
          assert.ok(Number.isSafeInteger(value) && value >= 0);
        }
      },
    ),
  );
});

test('the order of the codes does not change the price', () => {
  const two = [voucher(percentOff(10), 'A'), voucher(amountOff(500), 'B')];
  const items = [huila, mug, dripper];
  assert.equal(priceCart(items, two).total, priceCart(items, [...two].reverse()).total);
});
