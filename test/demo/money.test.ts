import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatMoney, percentOf, perKilo, share } from '../../demo/shop/money.js';

test('shares add up to the amount, and nobody pays for somebody else', () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), fc.nat(), (weights, seed) => {
      const total = weights.reduce((a, b) => a + b, 0);
      const amount = total === 0 ? 0 : seed % (total + 1);
      const parts = share(amount, weights);
      assert.equal(
        parts.reduce((a, b) => a + b, 0),
        amount,
      );
      parts.forEach((part, i) => assert.ok(part >= 0 && part <= (weights[i] ?? 0)));
    }),
  );
});

test('a cent is never lost in thirds', () => {
  assert.deepEqual(share(100, [1000, 1000, 1000]), [34, 33, 33]);
  assert.deepEqual(share(5, [0, 0]), [0, 0]);
});

test('percentages round half up to the cent', () => {
  assert.equal(percentOf(1290, 15), 194);
  assert.equal(percentOf(1, 50), 1);
  assert.equal(percentOf(4990, 100), 4990);
});

test('the price per kilo is exact to the cent', () => {
  assert.equal(perKilo(1290, 250), 5160);
  assert.equal(perKilo(2490, 240), 10375);
});

test('money is written in the way of the language', () => {
  assert.equal(formatMoney(4280, 'en'), '€42.80');
  assert.match(formatMoney(4280, 'de'), /^€\s42,80$/);
});
