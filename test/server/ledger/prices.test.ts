import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Quote } from '../../../src/contract/schema/documents.js';
import { off5 } from './mistakes.js';
import { programme, Shop } from './shop.js';

/** Which price is asked where a reward has several, and what is said of it beforehand. */

interface Request {
  readonly spend?: number;
  readonly choice?: string;
}

const points = (value: number) => ({ kind: 'fixed', amount: { unit: 'pts', value } });
const euros = (value: number) => ({
  kind: 'price',
  amount: { unit: 'eur', value },
  checkoutUrl: '/pay/{voucher}',
});
const slider = {
  kind: 'range',
  unit: 'pts',
  min: 200,
  max: 600,
  step: 100,
  gives: { unit: 'eur', value: 100 },
};
const off = { kind: 'coupon', discount: { type: 'amount', amount: { unit: 'eur', value: 100 } } };
const gift = { kind: 'product', product: 'mug', title: 'Mug' };
const reward = (id: string, cost: object, grant: object = gift) => ({
  ...off5,
  id,
  cost,
  grants: [grant],
});

const rewards = [
  reward('gift', { kind: 'free' }),
  reward('fixed', points(300)),
  reward('bought', euros(1200)),
  reward('either', { kind: 'any', of: [points(900), euros(1200)] }),
  reward('slide', { kind: 'any', of: [slider, euros(1200)] }, off),
  reward('both', { kind: 'any', of: [points(300), { ...slider, min: 100 }] }, off),
];

async function rich(balance = 1000, prices = rewards): Promise<Shop> {
  const shop = new Shop(programme({ rewards: prices }));
  if (balance > 0) await shop.adjust('pts', balance);
  return shop;
}

describe('a quote', () => {
  const cases: [what: string, reward: string, request: Request, unit: string, value: number][] = [
    ['what is free', 'gift', {}, 'pts', 0],
    ['a fixed price', 'fixed', {}, 'pts', 300],
    ['a price in real money', 'bought', {}, 'eur', 1200],
    ['the price in real money that was chosen', 'either', { choice: 'price' }, 'eur', 1200],
    ['the points that were chosen', 'either', { choice: 'pts' }, 'pts', 900],
    ['so far on a slider', 'slide', { spend: 400 }, 'pts', 400],
  ];
  for (const [what, id, request, unit, value] of cases) {
    it(`says ${what}, and redeeming keeps to it`, async () => {
      const shop = await rich();
      const said = await shop.engine.quote({ id: 'lena' }, id, request, 'en');
      assert.equal(Quote.safeParse(said).success, true);
      assert.deepEqual([said.cost, said.expiresAt], [{ unit, value }, '2026-11-23T10:01:00Z']);
      const voucher = await shop.redeem(id, { ...request, quote: said.quote });
      assert.deepEqual(voucher.cost ?? { unit: 'pts', value: 0 }, said.cost);
    });
  }

  it('of one price is not good for another', async () => {
    const shop = await rich();
    const { quote } = await shop.engine.quote({ id: 'lena' }, 'either', { choice: 'price' }, 'en');
    for (const [id, request] of [
      ['either', { choice: 'pts', quote }],
      ['bought', { quote }],
      ['gift', { quote }],
    ] as const) {
      const refusal = await shop.refused((writes) => writes.redeem(id, request));
      assert.equal(refusal.code, 'quote-expired', id);
    }
    assert.equal(await shop.available(), 1000);
  });

  it('speaks the member’s language', async () => {
    const file = {
      ...programme({
        rewards: [reward('mug', points(300), { ...gift, title: { en: 'Mug', de: 'Tasse' } })],
      }),
      locales: ['en', 'de'],
    };
    const shop = new Shop(file);
    await shop.adjust('pts', 300);
    const { grants } = await shop.engine.quote({ id: 'lena' }, 'mug', {}, 'de-AT');
    assert.deepEqual(grants, [{ ...gift, title: 'Tasse' }]);
  });

  it('is not made for what there is not, nor for more than the member has', async () => {
    const shop = await rich(100);
    const ask = (id: string) => shop.engine.quote({ id: 'lena' }, id, {}, 'en');
    await assert.rejects(ask('nothing'), { code: 'not-found' });
    await assert.rejects(ask('fixed'), { code: 'insufficient-balance' });
  });
});

describe('of several prices', () => {
  const asked: [what: string, balance: number, id: string, request: Request, cost: object][] = [
    [
      'a slider’s is taken by its unit',
      500,
      'slide',
      { choice: 'pts', spend: 300 },
      { unit: 'pts', value: 300 },
    ],
    ['a slider’s is taken by an amount', 500, 'slide', { spend: 300 }, { unit: 'pts', value: 300 }],
    ['an amount never means a fixed one', 500, 'both', { spend: 200 }, { unit: 'pts', value: 200 }],
    [
      'money is taken where points do not reach the slider',
      199,
      'slide',
      {},
      { unit: 'eur', value: 1200 },
    ],
  ];
  for (const [what, balance, id, request, cost] of asked) {
    it(what, async () => {
      const shop = await rich(balance);
      assert.deepEqual((await shop.redeem(id, request)).cost, cost);
    });
  }

  const refusals: [what: string, id: string, request: Request, code: string][] = [
    ['none is haggled over in money', 'bought', { spend: 1000 }, 'validation-failed'],
    ['none is haggled over in points', 'fixed', { spend: 200 }, 'validation-failed'],
    ['none is paid where nothing was asked', 'gift', { spend: 1 }, 'validation-failed'],
    ['an amount is not enough by itself', 'either', { spend: 100 }, 'validation-failed'],
    ['the first is told as missing where none can be paid', 'dear', {}, 'insufficient-balance'],
  ];
  for (const [what, id, request, code] of refusals) {
    it(what, async () => {
      const dear = reward('dear', { kind: 'any', of: [points(5000), points(7000)] });
      const shop = await rich(1000, [...rewards, dear]);
      const refusal = await shop.refused((writes) => writes.redeem(id, request));
      assert.equal(refusal.code, code);
      if (code === 'validation-failed') assert.equal(refusal.errors?.[0]?.pointer, '/spend');
      else assert.deepEqual(refusal.availability?.missing, [{ unit: 'pts', value: 4000 }]);
      assert.equal(await shop.available(), 1000);
    });
  }

  it('the price in money may be named with its own amount', async () => {
    const shop = await rich(0);
    assert.equal((await shop.redeem('bought', { spend: 1200 })).status, 'pending');
  });
});
