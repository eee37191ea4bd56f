import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { BalanceRow } from '../../../src/server/stores/rows.js';
import { memoryStore } from '../../../src/server/stores/index.js';
import { onStores } from './on-stores.js';
import { programme, Shop } from './shop.js';

/** One price that is set aside for several things: an order spends it once, whichever it takes. */

const eur = (value: number) => ({ unit: 'eur', value });
const off = (value: number) => ({
  kind: 'coupon',
  discount: { type: 'amount', amount: eur(value) },
});
const pair = {
  id: 'pair',
  view: 'card',
  title: 'Two codes',
  cost: { kind: 'fixed', amount: { unit: 'pts', value: 300 } },
  grants: [off(100), off(200)],
  stock: 1,
  delivery: 'checkout',
  holdMinutes: 20,
};

onStores('two codes of one price that is set aside', (open) => {
  const take = async () => {
    const shop = open({ rewards: [pair] });
    await shop.adjust('pts', 500);
    await shop.redeem('pair');
    const [one, two] = (await shop.me()).vouchers;
    if (!one?.code || !two?.code) throw new Error('no codes');
    return { shop, one: { id: one.id, code: one.code }, two: { id: two.id, code: two.code } };
  };
  const money = async (shop: Shop) => {
    const { available, held, spent } = await shop.wallet();
    return [available, held, spent];
  };
  const statuses = async (shop: Shop) =>
    (await shop.me()).vouchers.map(({ status }) => status).sort();

  it('go back together, with the price and the piece in stock', async () => {
    const { shop, one } = await take();
    assert.deepEqual(await money(shop), [200, 300, 0]);
    await shop.act((writes) => writes.cancel(one.id));
    assert.deepEqual(await money(shop), [500, 0, 0]);
    assert.deepEqual(await statuses(shop), ['cancelled', 'cancelled']);
    assert.equal((await shop.reward('pair', 'tom')).left, 1);
  });

  it('are paid for once when an order takes one and the other runs out', async () => {
    const { shop, one } = await take();
    await shop.engine.useVoucher(one.code, 'lena', 'o1');
    shop.later({ minutes: 21 });
    assert.deepEqual(await statuses(shop), ['expired', 'used']);
    assert.deepEqual(await money(shop), [200, 0, 300]);
    assert.equal((await shop.reward('pair', 'tom')).availability.state, 'sold-out');
  });

  it('are paid for once when two orders take one each', async () => {
    const { shop, one, two } = await take();
    await shop.engine.useVoucher(one.code, 'lena', 'o1');
    await shop.engine.useVoucher(two.code, 'lena', 'o2');
    assert.deepEqual(await money(shop), [200, 0, 300]);
    await shop.engine.releaseVoucher(one.code, 'lena', 'o1');
    assert.deepEqual(await money(shop), [200, 0, 300]);
    await shop.engine.releaseVoucher(two.code, 'lena', 'o2');
    assert.deepEqual(await money(shop), [200, 300, 0]);
    shop.later({ minutes: 21 });
    assert.deepEqual(await money(shop), [500, 0, 0]);
  });

  it('cannot be undone once an order has taken one', async () => {
    const { shop, one, two } = await take();
    await shop.engine.useVoucher(one.code, 'lena', 'o1');
    const refusal = await shop.refused((writes) => writes.cancel(two.id));
    assert.deepEqual(
      [refusal.code, refusal.detail],
      ['not-refundable', 'The voucher has been used already.'],
    );
    assert.deepEqual(await money(shop), [200, 0, 300]);
  });
});

onStores('who leaves', (open) => {
  const bought = {
    ...pair,
    id: 'mug',
    cost: { kind: 'price', amount: eur(1200), checkoutUrl: '/pay/{voucher}' },
    grants: [{ kind: 'product', product: 'mug', title: 'Mug' }],
    delivery: 'code',
  };

  it('keeps nothing back that others could have', async () => {
    const shop = open({ rewards: [pair, bought] });
    await shop.adjust('pts', 500);
    await shop.redeem('pair');
    await shop.redeem('mug');
    const left = async () =>
      [await shop.reward('pair', 'tom'), await shop.reward('mug', 'tom')].map((one) => one.left);
    assert.deepEqual(await left(), [0, 0]);
    await shop.act((writes) => writes.leave());
    assert.deepEqual(await left(), [1, 1]);
  });
});

it('who leaves forfeits what was pending and what was set aside, to the last point', async () => {
  const store = memoryStore();
  const rules = (programme()['rules'] as object[]).map((rule) => ({ ...rule, delayDays: 14 }));
  const file = programme({ rewards: [pair], rules });
  const shop = new Shop(file, { store });
  await shop.adjust('pts', 500);
  const { code } = await shop.redeem('pair');
  await shop.pay(1000);
  const { pending, held, available } = await shop.wallet();
  assert.deepEqual([pending, held, available], [10, 300, 200]);
  await shop.act((writes) => writes.leave());
  const nobody = (await shop.engine.shopVoucher(code ?? ''))?.member ?? assert.fail('no code');
  const { balance } = await store.snapshot(String(file['id']), (tx) => tx.privacy.records(nobody));
  const left = (balance as BalanceRow[]).filter(({ unit }) => unit === 'pts');
  assert.deepEqual(
    left.map((one) => [one.pending, one.held, one.available]),
    [[0, 0, 0]],
  );
});
