import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ShopPurchase } from '../../../src/server/engine.js';
import { basics, programme, Shop } from './shop.js';

/** What the shop's page for paying shows of each purchase, from the first press to its end. */

const price = (parts: object = {}) => ({
  kind: 'price',
  amount: { unit: 'eur', value: 3900 },
  checkoutUrl: '/pay/{voucher}',
  ...parts,
});
const club = {
  id: 'club',
  view: 'tiers',
  title: 'Club',
  period: { kind: 'lifetime' },
  repeat: 'never',
  join: 'invite',
  steps: [
    { id: 'plus', title: 'Plus', needs: [] },
    { id: 'gold', title: 'Gold', needs: [{ unit: 'spend', value: 5_000 }] },
  ],
};
const sold = (id: string, parts: object) => ({
  id,
  view: 'card',
  title: id,
  cost: price(),
  delivery: 'code',
  ...parts,
});
const status = { kind: 'status', track: 'club', step: 'plus' };
const points = { kind: 'unit', amount: { unit: 'pts', value: 100 } };
const mug = { kind: 'product' as const, product: 'mug', title: 'Mug' };

const file = () => ({
  ...programme({
    tracks: [club],
    rewards: [
      sold('plan', {
        title: { en: 'Plus', de: 'Mehr' },
        detail: { en: 'Free shipping', de: 'Gratis Versand' },
        priceNote: 'VAT included',
        termsUrl: '/terms',
        cost: price({ every: 'P1Y' }),
        grants: [status],
        delivery: 'auto',
      }),
      sold('mug', { grants: [mug], validFor: 'P30D', stock: 1 }),
      sold('points', { grants: [points] }),
      sold('either', {
        cost: { kind: 'any', of: [{ kind: 'fixed', amount: { unit: 'pts', value: 50 } }, price()] },
        grants: [mug],
      }),
      sold('box', {
        title: 'Mystery box',
        grants: [
          {
            kind: 'pool',
            segments: [
              { id: 'a', title: 'A mug', grant: mug },
              { id: 'b', title: 'Another mug', grant: mug },
            ],
          },
        ],
      }),
      ...basics.rewards,
    ],
  }),
  locales: ['en', 'de'],
});

const open = () => new Shop(file());
const page = async (shop: Shop, voucher: string, locale = 'en'): Promise<ShopPurchase | null> =>
  (await shop.engine.shopPurchase?.(voucher, locale)) ?? null;
const pay = (shop: Shop, voucher: string, more: object = {}) =>
  shop.tell({ type: 'plan.paid', member: 'lena', voucher, ...more });
const stop = (shop: Shop, voucher: string, ends: 'renewal' | 'now') =>
  shop.tell({ type: 'plan.cancelled', member: 'lena', voucher, ends });

describe('the page for paying', () => {
  it('shows all of a plan that the file says, in the buyer’s language', async () => {
    const shop = open();
    const { id } = await shop.redeem('plan');
    assert.deepEqual(await page(shop, id, 'de'), {
      voucher: id,
      member: 'lena',
      reward: 'plan',
      status: 'pending',
      title: 'Mehr',
      price: { unit: 'eur', value: 3900 },
      every: 'P1Y',
      detail: 'Gratis Versand',
      priceNote: 'VAT included',
      termsUrl: '/terms',
      payUntil: '2026-11-23T11:00:00Z',
      renewsAt: null,
      endsAt: null,
    });
  });

  const dates: [
    what: string,
    act: (shop: Shop, id: string) => Promise<unknown>,
    seen: Partial<ShopPurchase>,
  ][] = [
    [
      'shows a plan that runs until it is renewed',
      pay,
      { status: 'ready', payUntil: null, renewsAt: '2027-11-23T10:00:00Z', endsAt: null },
    ],
    [
      'shows to when a payment for more than one interval reaches',
      (shop, id) => pay(shop, id, { until: '2029-01-01T00:00:00Z', payment: 'p1' }),
      { status: 'ready', renewsAt: '2029-01-01T00:00:00Z' },
    ],
    [
      'shows when a plan ends that was cancelled',
      async (shop, id) => {
        await pay(shop, id);
        await stop(shop, id, 'renewal');
      },
      { status: 'ready', payUntil: null, renewsAt: null, endsAt: '2027-11-23T10:00:00Z' },
    ],
    [
      'shows that a plan has ended, though it is cancelled once more',
      async (shop, id) => {
        await pay(shop, id);
        await stop(shop, id, 'now');
        await stop(shop, id, 'renewal');
      },
      { status: 'cancelled', renewsAt: null, endsAt: '2026-11-23T10:00:00Z' },
    ],
    [
      'shows that what was cancelled before it was paid is not to be paid',
      (shop, id) => stop(shop, id, 'now'),
      { status: 'cancelled', payUntil: null },
    ],
    [
      'takes no money once the time is over, though nobody has looked since',
      (shop) => Promise.resolve(shop.later({ minutes: 61 })),
      { status: 'failed', payUntil: '2026-11-23T11:00:00Z' },
    ],
  ];
  for (const [what, act, seen] of dates) {
    it(what, async () => {
      const shop = open();
      const { id } = await shop.redeem('plan');
      await act(shop, id);
      const shown = { ...(await page(shop, id)) };
      for (const [field, value] of Object.entries(seen)) {
        assert.deepEqual(shown[field as keyof ShopPurchase], value, field);
      }
    });
  }

  it('shows a thing that was bought without a word on renewal', async () => {
    const shop = open();
    const { id } = await shop.redeem('mug');
    const shown = await page(shop, id);
    assert.deepEqual(Object.keys(shown ?? {}).sort(), [
      'endsAt',
      'member',
      'payUntil',
      'price',
      'renewsAt',
      'reward',
      'status',
      'title',
      'voucher',
    ]);
  });

  it('shows nothing that is not paid for in money', async () => {
    const shop = open();
    await shop.adjust('pts', 1000);
    await shop.tell({ type: 'voucher.granted', member: 'lena', title: 'Gift', grant: mug });
    const [gift] = (await shop.me()).vouchers;
    const ids = [
      (await shop.redeem('off5')).id,
      (await shop.redeem('either', { choice: 'pts' })).id,
      gift?.id ?? '',
      'v_nothing',
    ];
    for (const id of ids) assert.equal(await page(shop, id), null, id);
    const { id } = await shop.redeem('mug');
    const all = (await shop.engine.shopPurchases?.('lena', 'en')) ?? [];
    assert.deepEqual(
      all.map(({ voucher }) => voucher),
      [id],
    );
  });
});

describe('what was bought', () => {
  it('is good for as long as the reward says, from its payment on', async () => {
    const shop = open();
    const { id } = await shop.redeem('mug');
    await pay(shop.later({ minutes: 30 }), id);
    const voucher = await shop.engine.voucher({ id: 'lena' }, id, 'en');
    assert.deepEqual([voucher.status, voucher.expiresAt], ['ready', '2026-12-23T22:59:59Z']);
  });

  it('is a record where nothing of it can be held', async () => {
    const shop = open();
    const { id } = await shop.redeem('points');
    await pay(shop, id);
    assert.equal(await shop.available(), 100);
    const voucher = await shop.engine.voucher({ id: 'lena' }, id, 'en');
    assert.deepEqual([voucher.status, voucher.usedAt], ['used', '2026-11-23T10:00:00Z']);
  });

  it('goes by its name until it is paid, where a draw decides what it is', async () => {
    const shop = open();
    const { id, grant } = await shop.redeem('box');
    assert.deepEqual(grant, { kind: 'custom', label: 'Mystery box' });
    await pay(shop, id);
    const voucher = await shop.engine.voucher({ id: 'lena' }, id, 'en');
    assert.equal(voucher.grant.kind, 'product');
  });

  it('leaves a higher step alone that was climbed to meanwhile, when the plan is paid back', async () => {
    const shop = new Shop({ ...file(), tracks: [{ ...club, join: 'auto' }] });
    const { id } = await shop.redeem('plan');
    await pay(shop, id);
    await shop.pay(5_000);
    assert.equal((await shop.track('club')).step, 'gold');
    await stop(shop, id, 'now');
    const { step, until } = await shop.track('club');
    assert.deepEqual([step, until], ['gold', null]);
  });
});
