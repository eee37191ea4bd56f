import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { Me } from '../../../src/contract/schema/documents.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';
import { Shop } from './shop.js';

/** The demo's programme, lived through as its shop tells it: with events of the past, in order. */

const text = await readFile(new URL('../../../demo/programmes/oak.json', import.meta.url), 'utf8');
const oak = JSON.parse(text) as { id: string };
const coffee = (total: number) => [{ product: 'ember', collections: ['coffee'], qty: 2, total }];

for (const [name, open] of Object.entries(stores)) {
  describe(`Oak Club, on ${name}`, () => {
    let under: StoreUnderTest;
    let shop: Shop;
    before(async () => {
      under = await open();
      shop = new Shop(oak, { store: under.store });
      await shop.tell({
        type: 'member.joined',
        member: 'near',
        name: 'Jonas',
        at: '2025-12-01T09:00:00Z',
      });
      for (const [month, euros] of [
        ['01', 62],
        ['03', 71],
        ['04', 58],
        ['06', 66],
        ['08', 69],
        ['09', 64],
        ['11', 70],
      ] as const) {
        const at = `2026-${month}-05T10:00:00Z`;
        await shop.pay(euros * 100, { member: 'near', at, lines: coffee(euros * 100) });
      }
      await shop.tell({
        type: 'review.published',
        member: 'near',
        product: 'ember',
        at: '2026-11-08T10:00:00Z',
      });
    });
    after(() => under.stop());

    it('shows the one who is nearly there what is missing', async () => {
      const me = await shop.me('near', 'de');
      const vip = me.tracks.find(({ track }) => track === 'vip');
      assert.deepEqual(
        [vip?.step, vip?.have, vip?.next?.missing],
        ['seed', [{ unit: 'spend12', value: 46_000 }], [{ unit: 'spend12', value: 4000 }]],
      );
      const card = me.tracks.find(({ track }) => track === 'coffee');
      assert.deepEqual(card?.have, [{ unit: 'stamp', value: 7 }]);
      const [leaves] = me.wallets;
      assert.deepEqual([leaves?.available, leaves?.pending], [100 + 460 + 50, 0]);
    });

    it('speaks the contract, and every state has a definition', async () => {
      for (const [member, locale] of [
        ['near', 'de'],
        ['empty', 'en'],
      ] as const) {
        const me = await shop.me(member, locale);
        const parsed = Me.safeParse(me);
        assert.deepEqual(parsed.error, undefined);
        const program = await shop.engine.program(locale);
        const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
        assert.deepEqual(
          me.tracks.map(({ track }) => track),
          ids(program.tracks),
        );
        assert.deepEqual(
          me.rewards.map(({ reward }) => reward),
          ids(program.rewards),
        );
        assert.deepEqual(
          me.rules.map(({ rule }) => rule),
          ids(program.rules),
        );
        for (const { unit } of me.wallets) assert.ok(ids(program.units).includes(unit));
      }
    });

    it('makes an Oak of them with the next order, and doubles what comes after', async () => {
      await shop.pay(4500, { member: 'near', lines: coffee(4500) });
      assert.equal((await shop.track('vip', 'near')).step, 'oak');
      assert.equal(await shop.available('spin', 'near'), 1);
      assert.equal(await shop.available('pts', 'near'), 610 + 250);
      await shop.later({ minutes: 1 }).pay(1000, { member: 'near' });
      assert.equal((await shop.wallet('pts', 'near')).pending, 45 + 20);
      const voucher = await shop.redeem('bag', {}, 'near');
      assert.match(voucher.code ?? '', /^OAK-/);
      assert.deepEqual(voucher.barcode, { format: 'qr', value: voucher.code ?? '' });
    });

    it('lets the wheel be turned once for a spin', async () => {
      const { segment, status } = await shop.redeem('wheel', {}, 'near');
      assert.ok(segment !== undefined && ['used', 'ready'].includes(status));
      assert.equal((await shop.reward('wheel', 'near')).availability.state, 'short');
    });

    it('keeps a member who has done nothing at nothing', async () => {
      const me = await shop.me('empty', 'en');
      assert.deepEqual([me.activity, me.vouchers], [[], []]);
      assert.ok(me.wallets.every(({ available }) => available === 0));
    });
  });
}
