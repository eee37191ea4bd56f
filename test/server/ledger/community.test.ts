import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Store } from '../../../src/server/stores/store.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';
import { basics, programme, Shop } from './shop.js';

/** What all members reach together. */

const planted = {
  ...{ id: 'planted', kind: 'metric', label: { one: 'tree', other: 'trees' }, scale: 0 },
  spendable: false,
  shared: true,
};

const plant = {
  ...basics.rules[0],
  id: 'plant',
  grants: [{ kind: 'unit', amount: { unit: 'pts', value: 1 } }],
  measures: [{ rate: { per: { unit: 'eur', value: 100 }, give: { unit: 'planted', value: 1 } } }],
};

const forest = {
  id: 'forest',
  view: 'meter',
  title: 'Our forest',
  period: { kind: 'lifetime' },
  repeat: 'never',
  join: 'auto',
  window: { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' },
  steps: [
    {
      id: 'grove',
      title: 'A grove',
      needs: [{ unit: 'planted', value: 100 }],
      grants: [{ kind: 'unit', amount: { unit: 'pts', value: 50 } }],
    },
    {
      id: 'wood',
      title: 'A wood',
      needs: [{ unit: 'planted', value: 300 }],
      grants: [{ kind: 'product', product: 'seedling', title: 'A seedling' }],
    },
  ],
};

const file = (track: Record<string, unknown> = {}) =>
  programme({
    units: [...basics.units, planted],
    rules: [plant],
    tracks: [{ ...forest, ...track }],
  });

for (const [name, open] of Object.entries(stores)) {
  describe(`a goal of all members, in store: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    before(async () => {
      under = await open();
      store = under.store;
    });
    after(() => under.stop());
    const openShop = (track: Record<string, unknown> = {}) => new Shop(file(track), { store });
    const have = async (shop: Shop, member: string) =>
      (await shop.track('forest', member)).have[0]?.value;

    it('shows everyone what all have together', async () => {
      const shop = openShop();
      await shop.pay(3000, { member: 'ada' });
      await shop.pay(2000, { member: 'ben' });
      for (const member of ['ada', 'ben', 'guest']) {
        const state = await shop.track('forest', member);
        assert.deepEqual(state.have, [{ unit: 'planted', value: 50 }]);
        assert.deepEqual(state.next?.missing, [{ unit: 'planted', value: 50 }]);
      }
    });

    it('gives everyone who contributed their share once, whoever made it full', async () => {
      const goal = file();
      const programmeId = String(goal['id']);
      const shop = new Shop(goal, { store });
      await shop.pay(6000, { member: 'ada' });
      await shop.pay(1000, { member: 'cem', id: 'c' });
      const order = await shop.pay(3000, { member: 'ben' });
      assert.equal(await shop.available('pts', 'ben'), 51);
      // By looking …
      assert.equal(await shop.available('pts', 'ada'), 51);
      assert.equal(await shop.available('pts', 'guest'), 0);
      // … or by the clock.
      await shop.engine.tick?.();
      await shop.engine.tick?.();
      // Looked at in the store, since looking at a member gives them their share as well.
      const lines = await store.snapshot(programmeId, (tx) =>
        tx.ledger.page('cem', 20, null, null),
      );
      assert.deepEqual(
        lines.map(({ kind, title }) => [kind, title['en']]),
        [
          ['status', 'Our forest: A grove reached'],
          ['earn', 'Order c'],
        ],
      );
      assert.equal((await shop.track('forest', 'ada')).step, 'grove');
      // What all reached stays reached, for those too who come for their share later.
      await shop.refund(order, undefined, 'ben');
      assert.equal(await have(shop, 'ada'), 100);
      await shop.pay(100, { member: 'dot' });
      assert.equal(await shop.available('pts', 'dot'), 51);
      assert.equal(await shop.available('pts', 'ada'), 51);
    });

    it('gives several steps at once, and a share after the end to who contributed in time', async () => {
      const shop = openShop();
      await shop.pay(10_000, { member: 'ada' });
      await shop.pay(20_000, { member: 'ben' });
      shop.at('2026-12-05T10:00:00Z');
      await shop.pay(50_000, { member: 'dot' });
      await shop.engine.tick?.();
      assert.equal((await shop.me('ada')).vouchers.length, 1);
      assert.equal(await shop.available('pts', 'ada'), 51);
      assert.deepEqual((await shop.me('dot')).vouchers, []);
      assert.equal((await shop.track('forest', 'ada')).status, 'done');
      assert.equal((await shop.track('forest', 'dot')).status, 'expired');
      assert.equal(await have(shop, 'dot'), 300);
    });

    it('where one opts in, gives to who did and contributed', async () => {
      const shop = openShop({ join: 'opt-in' });
      await shop.pay(9000, { member: 'ada' });
      await shop.pay(9000, { member: 'ben' });
      await shop.act((writes) => writes.optIn('forest'), { member: 'ada' });
      await shop.act((writes) => writes.optIn('forest'), { member: 'cem' });
      await shop.engine.tick?.();
      assert.equal(await shop.available('pts', 'ada'), 51);
      assert.equal(await shop.available('pts', 'ben'), 1);
      assert.equal(await shop.available('pts', 'cem'), 0);
    });

    it('begins anew with each period', async () => {
      const shop = openShop({ period: { kind: 'monthly' }, repeat: 'on-reset', window: undefined });
      await shop.pay(10_000, { member: 'ada' });
      assert.equal(await shop.available('pts', 'ada'), 51);
      shop.at('2026-12-02T10:00:00Z');
      await shop.engine.tick?.();
      assert.equal(await have(shop, 'ada'), 0);
      await shop.pay(10_000, { member: 'ben' });
      assert.equal(await shop.available('pts', 'ada'), 51);
      await shop.pay(100, { member: 'ada' });
      assert.equal(await shop.available('pts', 'ada'), 51 + 51);
    });

    it('adds up when many buy at once', async () => {
      const shop = openShop();
      const members = Array.from({ length: 12 }, (_, n) => `m${n}`);
      await Promise.all(members.map((member) => shop.pay(1000, { member })));
      await shop.engine.tick?.();
      assert.equal(await have(shop, 'm0'), 120);
      const shares = await Promise.all(members.map((member) => shop.available('pts', member)));
      assert.deepEqual(
        shares,
        members.map(() => 51),
      );
    });
  });
}
