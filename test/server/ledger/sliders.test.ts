import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { programme, Shop } from './shop.js';

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
const slider = (grants: unknown[], more: Record<string, unknown> = {}) =>
  reward('slide', {
    view: 'slider',
    cost: {
      kind: 'range',
      unit: 'pts',
      min: 100,
      max: 1000,
      step: 100,
      gives: { unit: 'eur', value: 100 },
    },
    grants,
    ...more,
  });
const rich = async (rewards: unknown[], parts: Record<string, unknown> = {}, options = {}) => {
  const shop = new Shop(programme({ rewards, ...parts }), options);
  await shop.adjust('pts', 5000);
  return shop;
};

describe('a slider', () => {
  it('goes as far as the balance, in its steps', async () => {
    const shop = new Shop(programme({ rewards: [slider([off(100)])] }));
    for (const [points, maxNow] of [
      [99, undefined],
      [100, 100],
      [199, 100],
      [1050, 1000],
      [9999, 1000],
    ] as const) {
      await shop.adjust('pts', points - (await shop.available()));
      assert.equal((await shop.reward('slide')).maxNow, maxNow, `${points} points`);
    }
  });

  it('gives for what was spent, whichever way it is written', async () => {
    const credit = {
      kind: 'unit',
      rate: { per: { unit: 'pts', value: 100 }, give: { unit: 'eur', value: 100 } },
    };
    const shop = await rich([
      slider([credit], { id: 'credit' }),
      slider([off(100)], { id: 'coupon' }),
      slider([{ kind: 'giftCard', amount: { unit: 'eur', value: 100 } }], { id: 'card' }),
    ]);
    assert.deepEqual((await shop.redeem('credit', { spend: 300 })).grant, {
      kind: 'unit',
      amount: { unit: 'eur', value: 300 },
    });
    assert.equal(await shop.available('eur'), 300);
    assert.deepEqual((await shop.redeem('coupon', { spend: 300 })).grant, off(300));
    const card = await shop.redeem('card', { spend: 700 });
    assert.deepEqual(card.left, { unit: 'eur', value: 700 });
    assert.equal(await shop.available(), 5000 - 300 - 300 - 700);
  });

  it('refuses amounts that it cannot be set to', async () => {
    const shop = await rich([slider([off(100)]), reward('fixed')]);
    for (const spend of [undefined, 0, -100, 50, 150, 1100]) {
      const request = spend === undefined ? {} : { spend };
      const refusal = await shop.refused((writes) => writes.redeem('slide', request));
      assert.deepEqual(
        [refusal.code, refusal.errors?.[0]?.pointer],
        ['validation-failed', '/spend'],
      );
    }
    assert.equal(
      (await shop.refused((w) => w.redeem('fixed', { spend: 1 }))).code,
      'validation-failed',
    );
    assert.equal(await shop.available(), 5000);
  });

  it('cannot be set beyond the balance', async () => {
    const shop = new Shop(programme({ rewards: [slider([off(100)])] }));
    await shop.adjust('pts', 250);
    assert.equal((await shop.reward('slide')).availability.state, 'available');
    const refusal = await shop.refused((writes) => writes.redeem('slide', { spend: 300 }));
    assert.deepEqual(
      [refusal.code, refusal.availability?.missing],
      ['insufficient-balance', [{ unit: 'pts', value: 50 }]],
    );
    assert.equal(await shop.available(), 250);
  });

  it('says its price first, and keeps the word for a minute', async () => {
    const shop = await rich([slider([off(100)])]);
    const quote = await shop.engine.quote({ id: 'lena' }, 'slide', { spend: 300 }, 'en');
    assert.deepEqual([quote.cost, quote.grants], [{ unit: 'pts', value: 300 }, [off(300)]]);
    assert.equal(quote.availability.state, 'available');
    const other = { spend: 400, quote: quote.quote };
    assert.equal((await shop.refused((w) => w.redeem('slide', other))).code, 'quote-expired');
    shop.later({ ms: 60_001 });
    const late = { spend: 300, quote: quote.quote };
    assert.equal((await shop.refused((w) => w.redeem('slide', late))).code, 'quote-expired');
    shop.later({ ms: -1 });
    // One whose end was written by somebody else runs longer than any of ours.
    const [, ...rest] = quote.quote.split('~');
    const forged = [(shop.now + 60_001).toString(36), ...rest].join('~');
    const forger = await shop.refused((w) => w.redeem('slide', { spend: 300, quote: forged }));
    assert.equal(forger.code, 'quote-expired');
    await shop.redeem('slide', late);
  });
});
