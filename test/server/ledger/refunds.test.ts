import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basics, programme, Shop, unitsWith } from './shop.js';

const [buy] = basics.rules;
const stampRule = {
  id: 'stamp',
  trigger: 'purchase',
  title: 'A stamp',
  grants: [{ kind: 'unit', amount: { unit: 'stamp', value: 1 } }],
  cta: { kind: 'none' },
  confirm: 'server',
};
const card = (size: number) => ({
  id: 'card',
  view: 'stamps',
  title: 'Card',
  period: { kind: 'lifetime' },
  repeat: 'on-complete',
  join: 'auto',
  steps: [
    {
      id: 'full',
      title: 'Full',
      needs: [{ unit: 'stamp', value: size }],
      grants: [{ kind: 'product', product: 'bag', title: 'A bag' }],
    },
  ],
});
const tiers = {
  id: 'vip',
  view: 'tiers',
  title: 'Level',
  period: { kind: 'rolling', length: 'P12M' },
  repeat: 'on-reset',
  join: 'auto',
  steps: [
    { id: 'seed', title: 'Seed', needs: [{ unit: 'spend', value: 0 }] },
    {
      id: 'oak',
      title: 'Oak',
      needs: [{ unit: 'spend', value: 50_000 }],
      grants: [
        { kind: 'unit', amount: { unit: 'pts', value: 300 } },
        { kind: 'coupon', discount: { type: 'shipping' } },
      ],
    },
  ],
};

/** Everything of a member that an order can move. */
const standing = async (shop: Shop) => {
  const me = await shop.me();
  return {
    wallets: me.wallets.map(({ unit, available, pending, lifetime }) => [
      unit,
      available,
      pending,
      lifetime,
    ]),
    tracks: me.tracks.map(({ track, step, have, doneCount }) => [track, step, have, doneCount]),
    good: me.vouchers.filter(({ status }) => status === 'ready').length,
  };
};

describe('a return', () => {
  it('takes back exactly what the order gave', async () => {
    const parts = {
      units: unitsWith('pts', { expiresAfter: 'P1Y' }),
      rules: [buy, stampRule],
      tracks: [card(3), tiers],
    };
    const shop = new Shop(programme(parts));
    await shop.pay(20_000);
    await shop.pay(20_000);
    const before = await standing(shop);
    const order = await shop.pay(30_000);
    const reached = await standing(shop);
    assert.equal(reached.good, 2, 'the card’s bag and the level’s coupon');
    assert.deepEqual(reached.tracks[1]?.[1], 'oak');
    await shop.refund(order);
    assert.deepEqual(await standing(shop), before);
  });

  it('counts once, and an order cannot be returned twice', async () => {
    const shop = new Shop(programme());
    const order = await shop.pay(5000);
    await shop.pay(7000);
    await shop.refund(order, undefined, 'lena', 'back');
    await shop.refund(order, undefined, 'lena', 'back');
    await shop.refund(order, undefined, 'lena', 'back again');
    assert.equal(await shop.available(), 70);
  });

  it('in parts takes back the parts, and never more than the whole', async () => {
    const shop = new Shop(programme());
    const order = await shop.pay(1000);
    const left = [];
    for (const cents of [333, 333, 333, 333, 5000]) {
      await shop.refund(order, cents);
      left.push(await shop.available());
    }
    // 3.33 of 10 points is 3, 6.66 is 6, 9.99 is 9, and then everything.
    assert.deepEqual(left, [7, 4, 1, 0, 0]);
  });

  it('of half an order leaves the stamp, of the rest takes it', async () => {
    const shop = new Shop(programme({ rules: [buy, stampRule] }));
    const order = await shop.pay(1000);
    await shop.refund(order, 500);
    assert.deepEqual([await shop.available(), await shop.available('stamp')], [5, 1]);
    await shop.refund(order);
    assert.deepEqual([await shop.available(), await shop.available('stamp')], [0, 0]);
  });

  it('voids what still waits', async () => {
    const shop = new Shop(programme({ units: unitsWith('pts', { pendingDays: 14 }) }));
    const order = await shop.pay(5000);
    await shop.refund(order, 2000);
    assert.equal((await shop.wallet()).pending, 30);
    await shop.refund(order);
    const { available, pending, releases } = await shop.wallet();
    assert.deepEqual([available, pending, releases], [0, 0, []]);
    const earned = (await shop.me()).activity.find(({ kind }) => kind === 'earn');
    assert.equal(earned?.state, 'void');
    await shop.later({ days: 30 }).pay(100);
    assert.equal((await shop.wallet()).available, 0);
  });

  it('after spending leaves a debt, which the next points pay first', async () => {
    const shop = new Shop(programme());
    const order = await shop.pay(60_000);
    await shop.redeem('off5');
    await shop.refund(order);
    assert.equal(await shop.available(), -500);
    assert.equal((await shop.reward('off5')).availability.state, 'short');
    await shop.pay(60_000);
    assert.equal(await shop.available(), 100);
    await shop.pay(40_000);
    assert.equal(await shop.available(), 500);
    await shop.redeem('off5');
    assert.equal(await shop.available(), 0);
  });

  it('does not ask again for what has expired', async () => {
    const shop = new Shop(programme({ units: unitsWith('pts', { expiresAfter: 'P30D' }) }));
    const order = await shop.pay(5000);
    await shop.later({ days: 40 }).pay(2000);
    assert.equal(await shop.available(), 20);
    await shop.refund(order);
    assert.equal(await shop.available(), 20);
  });

  it('leaves a level that is reached without the order as well', async () => {
    const shop = new Shop(programme({ tracks: [tiers] }));
    const order = await shop.pay(50_000);
    await shop.pay(50_000);
    await shop.refund(order);
    assert.equal((await shop.track('vip')).step, 'oak');
    assert.equal(await shop.available(), 500 + 300);
    assert.equal((await standing(shop)).good, 1, 'the same coupon as before');
  });

  it('of an earlier order takes a level that it had helped to reach', async () => {
    const shop = new Shop(programme({ tracks: [tiers] }));
    const order = await shop.pay(40_000);
    await shop.later({ days: 1 }).pay(10_000);
    assert.equal((await shop.track('vip')).step, 'oak');
    await shop.refund(order);
    assert.equal((await shop.track('vip')).step, 'seed');
    assert.equal(await shop.available(), 100);
  });

  it('lets a level be reached again afterwards', async () => {
    const shop = new Shop(programme({ tracks: [tiers] }));
    await shop.refund(await shop.pay(50_000));
    await shop.pay(50_000);
    assert.equal((await shop.track('vip')).step, 'oak');
    assert.equal(await shop.available(), 500 + 300);
  });

  it('keeps a bag that was drunk already, and its stamps stay spent', async () => {
    const shop = new Shop(programme({ rules: [stampRule], tracks: [card(2)], rewards: [] }));
    await shop.pay(1000);
    const order = await shop.pay(1000);
    const [bag] = (await shop.me()).vouchers;
    await shop.pay(0, { codes: [bag?.code ?? ''] });
    await shop.refund(order);
    assert.equal((await shop.engine.shopVoucher(bag?.code ?? ''))?.status, 'used');
    assert.equal(await shop.available('stamp'), 0);
  });

  it('gives the limit back', async () => {
    const rules = [{ ...stampRule, limit: { count: 1, per: 'month' } }];
    const shop = new Shop(programme({ rules, rewards: [] }));
    const order = await shop.pay(1000);
    await shop.pay(1000);
    assert.equal(await shop.available('stamp'), 1);
    await shop.refund(order);
    await shop.pay(1000);
    assert.equal(await shop.available('stamp'), 1);
  });

  it('counts in the year of the order, not of the return', async () => {
    const shop = new Shop(programme({ tracks: [tiers] }), { now: '2026-01-10T10:00:00Z' });
    const order = await shop.pay(40_000);
    await shop.at('2026-12-20T10:00:00Z').pay(30_000);
    assert.equal((await shop.track('vip')).step, 'oak');
    await shop.refund(order);
    // The old order and its return have both left the rolling year: nothing is below zero.
    shop.at('2027-01-20T10:00:00Z');
    assert.deepEqual((await shop.track('vip')).have, [{ unit: 'spend', value: 30_000 }]);
  });

  it('of an unknown order is refused, and says what to do', async () => {
    const shop = new Shop(programme());
    await shop.pay(100, { id: '7', member: 'jonas' });
    await assert.rejects(shop.refund('7'), {
      code: 'not-found',
      message: /Order 7.*order\.paid first/,
    });
    await assert.rejects(shop.refund('8'), { code: 'not-found' });
  });

  it('of an order over nothing takes back its stamp once', async () => {
    const shop = new Shop(programme({ rules: [stampRule], rewards: [] }));
    const order = await shop.pay(0);
    await shop.refund(order);
    await shop.refund(order);
    assert.equal(await shop.available('stamp'), 0);
  });
});
