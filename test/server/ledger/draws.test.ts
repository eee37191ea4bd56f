import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Outcome } from '../../../src/contract/types.js';
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
const rich = async (rewards: unknown[], parts: Record<string, unknown> = {}, options = {}) => {
  const shop = new Shop(programme({ rewards, ...parts }), options);
  await shop.adjust('pts', 5000);
  return shop;
};

describe('a draw', () => {
  const segment = (id: string, odds: number, grant: unknown) => ({ id, title: id, odds, grant });
  const wheel = reward('wheel', {
    view: 'wheel',
    delivery: 'code',
    grants: [
      {
        kind: 'pool',
        segments: [
          segment('points', 0.5, { kind: 'unit', amount: { unit: 'pts', value: 50 } }),
          segment('coupon', 0.25, off(500)),
          segment('nothing', 0.25, null),
        ],
      },
    ],
  });
  /** Chance that comes out where the test wants it; ids still differ. */
  const loaded = (share: number) => {
    let count = 0;
    return (bytes: number): Uint8Array => {
      if (bytes === 6) return Uint8Array.of(Math.floor(share * 256), 0, 0, 0, 0, 0);
      count += 1;
      return globalThis.crypto.getRandomValues(new Uint8Array(bytes)).map((b) => (b + count) % 256);
    };
  };

  it('is decided by the declared odds', async () => {
    for (const [share, won] of [
      [0, 'points'],
      [0.49, 'points'],
      [0.5, 'coupon'],
      [0.75, 'nothing'],
      [0.99, 'nothing'],
    ] as const) {
      const shop = await rich([wheel], {}, { random: loaded(share) });
      assert.equal((await shop.redeem('wheel')).segment, won, `at ${share}`);
    }
  });

  it('comes out as declared in the long run', async () => {
    const shop = await rich([{ ...wheel, cost: { kind: 'free' } }]);
    const won: Record<string, number> = {};
    for (let i = 0; i < 400; i += 1) {
      const { segment: id = '' } = await shop.redeem('wheel');
      won[id] = (won[id] ?? 0) + 1;
    }
    // Five standard deviations: fails once in a million runs.
    assert.ok(Math.abs((won['points'] ?? 0) - 200) < 50, JSON.stringify(won));
    assert.ok(Math.abs((won['nothing'] ?? 0) - 100) < 44, JSON.stringify(won));
  });

  it('gives points at once, a coupon to keep, and for nothing a used voucher to be seen', async () => {
    for (const [share, status, code, points] of [
      [0, 'used', false, 4950],
      [0.5, 'ready', true, 4900],
      [0.9, 'used', false, 4900],
    ] as const) {
      const shop = await rich([wheel], {}, { random: loaded(share) });
      const voucher = await shop.redeem('wheel');
      assert.deepEqual(
        [voucher.status, voucher.code !== null, voucher.seenAt],
        [status, code, null],
      );
      assert.equal(await shop.available(), points);
      const { body } = await shop.act((writes) => writes.seen(voucher.id));
      assert.equal((body as Outcome).voucher?.seenAt, '2026-11-23T10:00:00Z');
    }
  });
});
