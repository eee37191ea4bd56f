import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../../demo/shop/discount.js';
import { createEndpointClient } from '../../demo/shop/endpoint-client.js';
import {
  type Grant,
  type VoucherCheck,
  checkVoucher,
  normaliseCode,
} from '../../demo/shop/vouchers.js';
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

const outcome = (items: Parameters<typeof priceCart>[0], grant: Grant): Outcome | undefined =>
  priceCart(items, [voucher(grant)]).codes[0]?.outcome;

test('an amount comes off the goods, never more than they cost', () => {
  assert.equal(priceCart([huila], [voucher(amountOff(500))]).goods, 1090);
  assert.equal(priceCart([huila], [voucher(amountOff(9900))]).goods, 0);
});

test('a percentage comes off, down to its cap', () => {
  assert.equal(priceCart([ember], [voucher(percentOff(15))]).discount, 194);
  const capped: Grant = {
    kind: 'coupon',
    discount: { type: 'percent', percent: 50, upTo: euro(300) },
  };
  assert.equal(priceCart([ember], [voucher(capped)]).discount, 300);
});

test('below its minimum a coupon waits and says what is missing', () => {
  assert.deepEqual(outcome([huila], amountOff(500, 2000)), { kind: 'min-spend', missing: 410 });
  assert.equal(outcome([huila, ember], amountOff(500, 2000))?.kind, 'off');
  assert.equal(outcome([{ ...ember, qty: 2 }], amountOff(500, 2580))?.kind, 'off');
});

test('free shipping is kept when there is nothing to pay for shipping', () => {
  const cart = priceCart([ember], [voucher(freeShipping)]);
  assert.deepEqual([cart.shipping, cart.total], [0, 1290]);
  assert.equal(outcome([dripper, ember], freeShipping)?.kind, 'no-effect');
});

test('a free product is one piece, the dearest that fits', () => {
  const bag: Grant = { kind: 'product', product: 'bag-250' };
  const cart = priceCart([{ ...ember, qty: 3 }, { ...huila, qty: 2 }, mug], [voucher(bag)]);
  assert.equal(cart.discount, 1590);
  assert.deepEqual(outcome([mug], bag), { kind: 'no-item', product: 'bag-250' });
  assert.equal(outcome([{ ...ember, variant: '500-bean' }], bag)?.kind, 'no-item');
});

test('two codes for a free bag make two pieces free', () => {
  const bag: Grant = { kind: 'product', product: 'bag-250' };
  const cart = priceCart([{ ...ember, qty: 2 }], [voucher(bag, 'A'), voucher(bag, 'B')]);
  assert.deepEqual([cart.goods, cart.discount], [0, 2580]);
});

test('a coupon for coffee leaves the mug alone', () => {
  const grant: Grant = {
    kind: 'coupon',
    discount: { type: 'percent', percent: 50 },
    appliesTo: { collections: ['coffee'] },
  };
  const cart = priceCart([ember, mug], [voucher(grant)]);
  assert.deepEqual(
    cart.lines.map((line) => line.payable),
    [645, 1890],
  );
  assert.equal(outcome([mug], grant)?.kind, 'no-item');
});

test('people type codes with blanks and small letters', () => {
  assert.equal(normaliseCode('  oak-15 9f3 '), 'OAK-159F3');
});

const check = (
  answer: unknown,
  member: string | null,
  status = 200,
): Promise<[VoucherCheck, Request | undefined]> => {
  let seen: Request | undefined;
  const client = createEndpointClient({
    endpointUrl: 'http://shop.test/loyalty/v1/pk_oak',
    secretKey: 'sk_test',
    endpoint: (request) => {
      seen = request;
      return Promise.resolve(Response.json(answer, { status }));
    },
  });
  return checkVoucher(client, 'OAK-1', member).then((result) => [result, seen]);
};

const refusal = async (answer: unknown, member: string | null, status = 200): Promise<string> => {
  const [result] = await check(answer, member, status);
  return result.ok ? 'none' : result.refusal;
};

test('the shop asks with its secret key, and takes a ready code of this member', async () => {
  const [result, request] = await check(voucher(amountOff(500)), 'c_near');
  assert.equal(result.ok, true);
  assert.equal(request?.url, 'http://shop.test/loyalty/v1/pk_oak/shop/vouchers/OAK-1');
  assert.equal(request?.headers.get('authorization'), 'Bearer sk_test');
});

test('every refusal has its own reason', async () => {
  const ready = voucher(amountOff(500));
  assert.equal(await refusal({}, 'c_near', 404), 'unknown');
  assert.equal(await refusal({}, 'c_near', 500), 'unreachable');
  assert.equal(await refusal({ ...ready, status: 'used' }, 'c_near'), 'used');
  assert.equal(await refusal({ ...ready, status: 'expired' }, 'c_near'), 'expired');
  assert.equal(await refusal({ ...ready, status: 'pending' }, 'c_near'), 'not-ready');
  assert.equal(await refusal(ready, 'c_top'), 'other-member');
  assert.equal(await refusal(ready, null), 'sign-in');
  const points = { kind: 'unit', amount: { unit: 'pts', value: 5 } };
  assert.equal(await refusal({ ...ready, grant: points }, 'c_near'), 'not-here');
  const dollars = { type: 'amount', amount: { unit: 'usd', value: 500 } };
  const foreign = { kind: 'coupon', discount: dollars };
  assert.equal(await refusal({ ...ready, grant: foreign }, 'c_near'), 'not-here');
});
