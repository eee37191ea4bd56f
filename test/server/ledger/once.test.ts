import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Outcome, Problem } from '../../../src/contract/types.js';
import { Refusal } from '../../../src/server/engine.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';
import { programme, Shop } from './shop.js';

const FIFTY = Array.from({ length: 50 }, (_, index) => index);

/** A press counts once: on every store, for it is the store that must hold the rivals apart. */
for (const [name, open] of Object.entries(stores)) {
  describe(`once, on ${name}`, () => {
    let under: StoreUnderTest;
    before(async () => {
      under = await open();
    });
    after(() => under.stop());
    const openShop = (parts: Record<string, unknown> = {}) =>
      new Shop(programme(parts), { store: under.store });
    const vouchersOf = async (shop: Shop) => (await shop.me()).vouchers.map(({ id }) => id);

    it('fifty presses with one key are one voucher, and all hear of the same', async () => {
      const shop = openShop();
      await shop.adjust('pts', 500);
      const key = { key: 'the-one' };
      const answers = await Promise.all(
        FIFTY.map(() => shop.act((w) => w.redeem('off5', {}), key)),
      );
      const ids = new Set(answers.map(({ body }) => (body as Outcome).voucher?.id));
      assert.deepEqual([...ids], await vouchersOf(shop));
      assert.equal(answers.filter(({ replayed }) => !replayed).length, 1);
      assert.equal(await shop.available(), 0);
    });

    it('fifty keys on a balance for one are one voucher and forty-nine refusals', async () => {
      const shop = openShop();
      await shop.adjust('pts', 500);
      const answers = await Promise.all(FIFTY.map(() => shop.act((w) => w.redeem('off5', {}))));
      const good = answers.filter(({ status }) => status === 200);
      assert.equal(good.length, 1);
      for (const { status, body } of answers.filter((answer) => !good.includes(answer))) {
        assert.deepEqual([status, (body as Problem).code], [409, 'insufficient-balance']);
      }
      assert.equal((await vouchersOf(shop)).length, 1);
      assert.equal(await shop.available(), 0);
    });

    it('a stock of three goes to three of many', async () => {
      const rewards = [
        {
          id: 'tin',
          view: 'card',
          title: 'Tin',
          cost: { kind: 'free' },
          grants: [{ kind: 'custom', label: 'Tin' }],
          delivery: 'code',
          stock: 3,
        },
      ];
      const shop = openShop({ rewards });
      const answers = await Promise.all(
        FIFTY.slice(0, 20).map((index) =>
          shop.act((w) => w.redeem('tin', {}), { member: `m${index % 10}` }),
        ),
      );
      assert.equal(answers.filter(({ status }) => status === 200).length, 3);
    });

    it('hears the same words again, a refusal as well, and nothing happens twice', async () => {
      const shop = openShop();
      await shop.adjust('pts', 500);
      const press = (key: string) => shop.act((w) => w.redeem('off5', {}), { key });
      const [first, again] = [await press('a'), await press('a')];
      assert.equal(JSON.stringify(again.body), JSON.stringify(first.body));
      assert.deepEqual([first.replayed, again.replayed], [false, true]);
      const no = await press('b');
      await shop.adjust('pts', 5000);
      const still = await press('b');
      assert.deepEqual([no.status, still.status, still.replayed], [409, 409, true]);
      assert.equal(JSON.stringify(still.body), JSON.stringify(no.body));
      assert.equal(await shop.available(), 5000);
    });

    it('refuses the key for anything else, and another member may use the same', async () => {
      const shop = openShop();
      await shop.adjust('pts', 1000);
      const press = (intent: Parameters<Shop['act']>[1]) =>
        shop.act((w) => w.redeem('off5', {}), { key: 'k', path: '/a', bodyHash: 'x', ...intent });
      await press({});
      for (const other of [{ path: '/b' }, { bodyHash: 'y' }]) {
        await assert.rejects(press(other), { code: 'idempotency-key-reused' });
      }
      assert.equal((await press({ member: 'jonas' })).replayed, false);
      assert.equal(await shop.available(), 500);
    });

    it('keeps nothing of a press that failed for a fault, so that it can be pressed again', async () => {
      const shop = openShop();
      await shop.adjust('pts', 500);
      const broken = shop.act(
        async (writes) => {
          await writes.redeem('off5', {});
          throw new TypeError('a fault of ours');
        },
        { key: 'k' },
      );
      await assert.rejects(broken, TypeError);
      assert.equal(await shop.available(), 500);
      assert.equal((await shop.act((w) => w.redeem('off5', {}), { key: 'k' })).status, 200);
    });

    it('refuses an event whose amounts cannot be counted exactly, and keeps nothing of it', async () => {
      const shop = openShop();
      await shop.adjust('pts', 2 ** 52);
      await shop.pay(2 ** 52, { member: 'jonas' });
      const refused = { name: 'Refusal', code: 'validation-failed', message: /reckoned with/ };
      await assert.rejects(shop.adjust('pts', 1), refused);
      await assert.rejects(shop.pay(100, { id: 'more', member: 'jonas' }), refused);
      assert.equal(await shop.available(), 2 ** 52);
      await shop.adjust('pts', -(2 ** 53));
      assert.equal(await shop.available(), -(2 ** 52), 'and such a member can still be shown');
    });

    it('undoes what a refused press had begun', async () => {
      const shop = openShop();
      await shop.adjust('pts', 500);
      const refused = await shop.act(async (writes) => {
        await writes.redeem('off5', {});
        throw new Refusal('not-eligible', 'changed our mind');
      });
      assert.equal(refused.status, 409);
      assert.equal(await shop.available(), 500);
      assert.deepEqual(await vouchersOf(shop), []);
    });

    it('does not remember an answer that asks for the same key again', async () => {
      const shop = openShop();
      const busy = shop.act(() => Promise.reject(new Refusal('upstream-busy', 'later')), {
        key: 'k',
      });
      await assert.rejects(busy, { code: 'upstream-busy' });
      assert.equal((await shop.act((w) => w.seen('v'), { key: 'k' })).replayed, false);
    });

    it('forgets keys after two days, not before', async () => {
      const shop = openShop();
      await shop.adjust('pts', 1000);
      const press = () => shop.act((w) => w.redeem('off5', {}), { key: 'k' });
      await press();
      await shop.later({ days: 1.9 }).engine.tick?.();
      assert.equal((await press()).replayed, true);
      await shop.later({ days: 0.2 }).engine.tick?.();
      assert.equal((await press()).replayed, false);
    });

    it('the first sight of a member by many at once makes one member', async () => {
      const shop = openShop();
      await Promise.all(FIFTY.slice(0, 10).map(() => shop.me('new')));
      assert.equal((await shop.me('new')).member.state, 'member');
    });

    it('orders, returns and presses of one member at once leave the books in order', async () => {
      const shop = openShop();
      const orders = await Promise.all(FIFTY.slice(0, 12).map(() => shop.pay(10_000)));
      await Promise.all([
        ...orders.slice(0, 4).map((order) => shop.refund(order)),
        ...FIFTY.slice(0, 3).map(() => shop.act((w) => w.redeem('off5', {}))),
      ]);
      const { available, lifetime, spent } = await shop.wallet();
      assert.equal(lifetime, 800);
      assert.equal(available, 800 - (spent ?? 0));
      assert.equal(spent, 500 * (await vouchersOf(shop)).length);
    });
  });
}
