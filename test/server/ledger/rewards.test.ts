import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { programme, Shop, unitsWith } from './shop.js';

const price = (value: number, unit = 'pts') => ({ kind: 'fixed', amount: { unit, value } });
const off = (cents: number) => ({
  kind: 'coupon',
  discount: { type: 'amount', amount: { unit: 'eur', value: cents } },
});
const reward = (id: string, parts: Record<string, unknown> = {}) => ({
  id,
  view: 'card',
  title: id,
  cost: price(100),
  grants: [off(100)],
  delivery: 'code',
  ...parts,
});
const rich = async (rewards: unknown[], parts: Record<string, unknown> = {}, options = {}) => {
  const shop = new Shop(programme({ rewards, ...parts }), options);
  await shop.adjust('pts', 5000);
  return shop;
};

describe('a reward', () => {
  it('costs what it says, and gives a code that nobody can mistake', async () => {
    const shop = await rich([reward('off1')], {
      codes: { prefix: 'OAK', applyUrl: '/discount/{code}' },
    });
    const voucher = await shop.redeem('off1');
    assert.match(voucher.code ?? '', /^OAK-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    assert.equal(voucher.applyUrl, `/discount/${voucher.code}`);
    assert.deepEqual(voucher.cost, { unit: 'pts', value: 100 });
    const { available, spent } = await shop.wallet();
    assert.deepEqual([available, spent], [4900, 100]);
    const [line] = (await shop.me()).activity;
    assert.deepEqual([line?.kind, line?.ref], ['spend', { kind: 'voucher', id: voucher.id }]);
    assert.deepEqual(line?.amounts, [{ unit: 'pts', value: -100 }]);
  });

  it('that is too dear says what is missing, and takes nothing', async () => {
    const shop = new Shop(programme({ rewards: [reward('off1')] }));
    await shop.adjust('pts', 99);
    const refusal = await shop.refused((writes) => writes.redeem('off1', {}));
    assert.deepEqual([refusal.status, refusal.code], [409, 'insufficient-balance']);
    assert.deepEqual(refusal.availability, {
      state: 'short',
      missing: [{ unit: 'pts', value: 1 }],
    });
    assert.equal(await shop.available(), 99);
    assert.equal((await shop.refused((w) => w.redeem('nothing', {}))).code, 'not-found');
  });

  it('is there in its window, in its stock and for its level only', async () => {
    const tracks = [
      {
        id: 'vip',
        view: 'tiers',
        title: 'Level',
        period: { kind: 'rolling', length: 'P12M' },
        repeat: 'never',
        join: 'auto',
        steps: [{ id: 'oak', title: 'Oak', needs: [{ unit: 'spend', value: 100 }] }],
      },
    ];
    const rewards = [
      reward('early', { window: { from: '2026-12-01T00:00:00Z' } }),
      reward('late', { window: { to: '2026-11-01T00:00:00Z' } }),
      reward('none', { stock: 0 }),
      reward('oaks', { requires: { anyStep: [{ track: 'vip', step: 'oak' }] } }),
    ];
    const shop = await rich(rewards, { tracks });
    for (const [id, state, code] of [
      ['early', 'scheduled', 'not-started'],
      ['late', 'ended', 'ended'],
      ['none', 'sold-out', 'sold-out'],
      ['oaks', 'locked', 'not-eligible'],
    ] as const) {
      const refusal = await shop.refused((writes) => writes.redeem(id, {}));
      assert.equal(refusal.code, code);
      assert.deepEqual(refusal.availability, (await shop.reward(id)).availability);
      assert.equal(refusal.availability?.state, state);
    }
    assert.match((await shop.refused((w) => w.redeem('oaks', {}))).detail ?? '', /opens at Oak/);
    await shop.pay(100);
    await shop.redeem('oaks');
    assert.equal(
      (await shop.at('2026-12-01T00:00:00Z').reward('early')).availability.state,
      'available',
    );
  });

  it('of the month is there again on the first, by Vienna’s clock', async () => {
    const shop = await rich([reward('off1', { limit: { count: 2, per: 'month' } })]);
    await shop.redeem('off1');
    assert.deepEqual(await shop.reward('off1'), {
      reward: 'off1',
      availability: { state: 'available' },
      used: 1,
      left: 1,
    });
    await shop.redeem('off1');
    const refusal = await shop.refused((writes) => writes.redeem('off1', {}));
    assert.deepEqual([refusal.code, refusal.retry], ['limit-reached', 'after']);
    assert.deepEqual(refusal.availability, { state: 'cooldown', at: '2026-11-30T23:00:00Z' });
    assert.equal(refusal.after, (Date.parse('2026-11-30T23:00:00Z') - shop.now) / 1000);
    shop.at('2026-11-30T22:59:59.999Z');
    assert.equal((await shop.reward('off1')).availability.state, 'cooldown');
    shop.at('2026-11-30T23:00:00Z');
    await shop.redeem('off1');
    assert.equal((await shop.reward('off1')).left, 1);
  });

  it('once in a lifetime is used up, and a stock is shared by all', async () => {
    const shop = await rich([reward('one', { limit: { count: 1, per: 'once' }, stock: 2 })]);
    await shop.adjust('pts', 500, 'jonas');
    await shop.adjust('pts', 500, 'mia');
    await shop.redeem('one');
    assert.equal((await shop.reward('one')).availability.state, 'used-up');
    assert.equal((await shop.reward('one', 'jonas')).left, 1);
    await shop.redeem('one', {}, 'jonas');
    assert.equal((await shop.reward('one', 'mia')).availability.state, 'sold-out');
    assert.equal(
      (await shop.refused((w) => w.redeem('one', {}), { member: 'mia' })).code,
      'sold-out',
    );
    assert.equal(await shop.available('pts', 'mia'), 500);
  });

  it('with several prices takes the one that was chosen, or the first that can be paid', async () => {
    const cost = { kind: 'any', of: [price(9000), price(2, 'eur'), price(300)] };
    const units = unitsWith('eur', { spendable: true });
    const rewards = [
      reward('either', { cost }),
      reward('credit', { grants: [{ kind: 'unit', amount: { unit: 'eur', value: 100 } }] }),
    ];
    const shop = await rich(rewards, { units });
    assert.deepEqual((await shop.redeem('either')).cost, { unit: 'pts', value: 300 });
    await shop.adjust('eur', 5);
    assert.deepEqual((await shop.redeem('either')).cost, { unit: 'eur', value: 2 });
    assert.deepEqual((await shop.redeem('either', { choice: 'eur' })).cost, {
      unit: 'eur',
      value: 2,
    });
  });

  it('with a choice gives what was chosen, and refuses what is not on offer', async () => {
    const choices = [
      { id: 'red', title: 'Red mug' },
      { id: 'blue', title: 'Blue mug' },
    ];
    const grants = [{ kind: 'product', product: 'mug', title: 'Mug', choices }];
    const shop = await rich([reward('mug', { grants })]);
    const { grant } = await shop.redeem('mug', { choice: 'blue' });
    assert.deepEqual(grant, { kind: 'product', product: 'blue', title: 'Blue mug' });
    for (const choice of ['green', undefined]) {
      const request = choice === undefined ? {} : { choice };
      const refusal = await shop.refused((writes) => writes.redeem('mug', request));
      assert.deepEqual(refusal.errors?.[0]?.pointer, '/choice');
    }
    assert.equal(await shop.available(), 4900);
  });
});
