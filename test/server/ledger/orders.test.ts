import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basics, programme, Shop, unitsWith } from './shop.js';

const rate = (per: number, give: number, unit = 'pts') => ({
  kind: 'unit',
  rate: { per: { unit: 'eur', value: per }, give: { unit, value: give } },
});
const stamp = { kind: 'unit', amount: { unit: 'stamp', value: 1 } };
const purchase = (id: string, grants: unknown[], more: Record<string, unknown> = {}) => ({
  id,
  trigger: 'purchase',
  title: id,
  grants,
  cta: { kind: 'none' },
  confirm: 'server',
  ...more,
});

describe('an order', () => {
  it('gives whole points only', async () => {
    for (const [cents, points] of [
      [999, 9],
      [1000, 10],
      [99, 0],
      [0, 0],
      [12_345_678, 123_456],
    ] as const) {
      const shop = new Shop(programme());
      await shop.pay(cents);
      assert.equal(await shop.available(), points, `${cents} cents`);
    }
  });

  it('counts once, however often it is reported', async () => {
    const shop = new Shop(programme());
    const bought = { id: '1042', event: 'order-1042-paid' };
    await shop.pay(5000, bought);
    const again = await shop.tell(
      {
        type: 'order.paid',
        member: 'lena',
        order: { id: '1042', currency: 'EUR', total: 5000, lines: [], codes: [] },
      },
      'order-1042-paid',
    );
    assert.deepEqual(again, { id: 'order-1042-paid', counted: false });
    await shop.pay(5000, { id: '1042', event: 'the same order under another name' });
    assert.equal(await shop.available(), 50);
    assert.equal((await shop.me()).activity.length, 1);
  });

  it('counts once when two reports of it arrive at the same moment', async () => {
    const shop = new Shop(programme());
    await Promise.all([1, 2, 3, 4].map(() => shop.pay(5000, { id: '1', event: 'one' })));
    assert.equal(await shop.available(), 50);
  });

  it('in another currency is refused, and can be reported again', async () => {
    const shop = new Shop(programme());
    await assert.rejects(shop.pay(5000, { currency: 'USD', event: 'x' }), /USD.*counts EUR/);
    await shop.pay(5000, { event: 'x' });
    assert.equal(await shop.available(), 50);
  });

  it('from tomorrow is refused', async () => {
    const shop = new Shop(programme());
    await assert.rejects(shop.pay(100, { at: '2026-11-24T10:00:00Z' }), /lies in the future/);
  });

  it('earns only on the lines that a rule is for', async () => {
    const rules = [
      purchase('coffee', [rate(100, 1), stamp], { appliesTo: { collections: ['coffee'] } }),
      purchase('mug', [rate(100, 5)], { appliesTo: { products: ['mug'] } }),
      purchase('till', [rate(100, 100)], { appliesTo: { channels: ['pos'] } }),
    ];
    const shop = new Shop(programme({ rules }));
    await shop.pay(6000, {
      lines: [
        { product: 'ember', collections: ['coffee'], total: 3000 },
        { product: 'guji', collections: ['coffee', 'gifts'], total: 2000 },
        { product: 'mug', total: 1000 },
      ],
      channel: 'web',
    });
    assert.equal(await shop.available(), 30 + 20 + 5 * 10);
    assert.equal(await shop.available('stamp'), 1);
  });

  it('spreads a discount on the whole order over its lines, to the cent', async () => {
    const rules = [purchase('coffee', [rate(1, 1)], { appliesTo: { collections: ['coffee'] } })];
    const shop = new Shop(programme({ rules }));
    const line = (collection: string, total: number) => ({
      product: collection,
      collections: [collection],
      total,
    });
    // 10.00 of goods, 7.00 paid: 3.33, 3.33 and 3.34 become 2.33, 2.33 and 2.34.
    await shop.pay(700, { lines: [line('coffee', 333), line('gear', 333), line('coffee', 334)] });
    assert.equal(await shop.available(), 233 + 234);
  });

  it('says which rule, rate, level and line made the number', async () => {
    const tracks = [
      {
        id: 'vip',
        view: 'tiers',
        title: 'Level',
        period: { kind: 'rolling', length: 'P12M' },
        repeat: 'never',
        join: 'auto',
        steps: [
          { id: 'seed', title: 'Seed', needs: [{ unit: 'spend', value: 0 }] },
          { id: 'oak', title: 'Oak', needs: [{ unit: 'spend', value: 10_000 }] },
        ],
      },
    ];
    const [buy] = basics.rules;
    const rules = [{ ...buy, steps: [{ track: 'vip', step: 'oak', times: 2 }] }];
    const shop = new Shop(programme({ tracks, rules }));
    await shop.pay(10_000);
    await shop.pay(2550, { lines: [{ product: 'ember', qty: 2, total: 2550 }] });
    assert.equal(
      await shop.available(),
      100 + 50,
      'the order that reaches Oak is not an Oak’s yet',
    );
    const [line] = (await shop.me()).activity;
    assert.deepEqual(line?.because, [
      {
        text: 'Shop: 1 point per €1',
        rule: 'buy',
        amounts: [
          { unit: 'eur', value: 2550 },
          { unit: 'pts', value: 25 },
        ],
      },
      { text: 'Oak: times 2', rule: 'buy', times: 2, amounts: [{ unit: 'pts', value: 25 }] },
      { text: '2 × ember', rule: 'buy', amounts: [{ unit: 'eur', value: 2550 }] },
    ]);
  });

  it('uses up the codes that came with it, and only its own member’s', async () => {
    const shop = new Shop(programme());
    await shop.adjust('pts', 1000);
    const { code } = await shop.redeem('off5');
    await shop.pay(3000, { member: 'jonas', codes: [code ?? ''] });
    assert.equal((await shop.engine.shopVoucher(code ?? ''))?.status, 'ready');
    await shop.pay(3000, { codes: [` ${code?.toLowerCase()}`, 'SUMMER', code ?? ''] });
    assert.equal((await shop.engine.shopVoucher(code ?? ''))?.status, 'used');
    assert.equal((await shop.me()).vouchers[0]?.usedAt, '2026-11-23T10:00:00Z');
  });

  it('from the past counts for its own time', async () => {
    const units = unitsWith('pts', { pendingDays: 14, expiresAfter: 'P6M' });
    const shop = new Shop(programme({ units }));
    await shop.pay(10_000, { at: '2025-01-01T10:00:00Z' });
    await shop.pay(20_000, { at: '2026-10-01T10:00:00Z' });
    await shop.pay(40_000, { at: '2026-11-20T10:00:00Z' });
    const wallet = await shop.wallet();
    assert.equal(wallet.available, 200, 'the first has expired, the second is released');
    assert.equal(wallet.pending, 400);
    assert.deepEqual(wallet.releases, [{ value: 400, at: '2026-12-04T10:00:00Z' }]);
    const kinds = (await shop.me()).activity.map(({ kind, at }) => `${at.slice(0, 10)} ${kind}`);
    assert.deepEqual(kinds, [
      '2026-11-20 earn',
      '2026-10-15 release',
      '2026-10-01 earn',
      '2025-07-15 expire',
      '2025-01-15 release',
      '2025-01-01 earn',
    ]);
  });
});
