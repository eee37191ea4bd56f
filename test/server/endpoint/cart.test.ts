import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CartPreview } from '../../../src/contract/schema/documents.js';
import type { CartPreview as Preview, Me, Outcome } from '../../../src/contract/types.js';
import { problemIn } from '../support/endpoint-shop.js';
import { LedgerShop } from '../support/ledger-shop.js';
import { basics, programme } from '../ledger/shop.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';

/** What a cart hears before it is an order: the same as the order itself would bring. */

const club = () =>
  programme({
    capabilities: ['cart'],
    codes: { prefix: 'OAK', perOrder: 1 },
    tracks: [
      {
        id: 'vip',
        title: 'Level',
        view: 'tiers',
        period: { kind: 'lifetime' },
        repeat: 'never',
        join: 'auto',
        steps: [
          {
            id: 'seed',
            title: 'Seed',
            needs: [{ unit: 'spend', value: 0 }],
            match: 'all',
            perks: [],
          },
          {
            id: 'gold',
            title: 'Gold',
            needs: [{ unit: 'spend', value: 10_000 }],
            match: 'all',
            grants: [{ kind: 'unit', amount: { unit: 'pts', value: 50 } }],
            perks: [],
          },
        ],
      },
      {
        id: 'card',
        title: 'Card',
        view: 'stamps',
        period: { kind: 'lifetime' },
        repeat: 'on-complete',
        join: 'auto',
        steps: [
          {
            id: 'full',
            title: 'Full',
            needs: [{ unit: 'stamp', value: 2 }],
            match: 'all',
            perks: [],
          },
        ],
      },
    ],
    rules: [
      ...basics.rules,
      {
        id: 'stamp',
        trigger: 'purchase',
        title: 'A stamp',
        grants: [{ kind: 'unit', amount: { unit: 'stamp', value: 1 } }],
        appliesTo: { collections: ['coffee'] },
        cta: { kind: 'none' },
        confirm: 'server',
      },
    ],
    rewards: [
      ...basics.rewards,
      {
        id: 'tenth',
        view: 'card',
        title: '10 % off coffee',
        cost: { kind: 'fixed', amount: { unit: 'pts', value: 100 } },
        grants: [
          {
            kind: 'coupon',
            discount: { type: 'percent', percent: 10 },
            appliesTo: { collections: ['coffee'], text: 'coffee' },
            minSpend: { unit: 'eur', value: 2_000 },
          },
        ],
        delivery: 'code',
      },
      {
        id: 'slide',
        view: 'slider',
        title: 'Points for euros',
        cost: {
          kind: 'range',
          unit: 'pts',
          min: 100,
          max: 5_000,
          step: 100,
          gives: { unit: 'eur', value: 100 },
        },
        grants: [
          { kind: 'coupon', discount: { type: 'amount', amount: { unit: 'eur', value: 100 } } },
        ],
        delivery: 'code',
      },
      {
        id: 'mug',
        view: 'card',
        title: 'A mug by post',
        cost: { kind: 'free' },
        grants: [{ kind: 'product', product: 'mug', title: 'Mug' }],
        delivery: 'code',
      },
      {
        id: 'last',
        view: 'card',
        title: 'The last one',
        cost: { kind: 'free' },
        grants: [
          { kind: 'coupon', discount: { type: 'amount', amount: { unit: 'eur', value: 100 } } },
        ],
        stock: 1,
        delivery: 'code',
      },
    ],
  });

const coffee = { product: 'beans', collections: ['coffee'], qty: 2, total: 3_000 };
const grinder = { product: 'grinder', qty: 1, total: 9_000 };
const cartOf = (...lines: { total: number }[]) => ({
  currency: 'EUR',
  subtotal: lines.reduce((sum, { total }) => sum + total, 0),
  lines,
});
const fitOf = (preview: Preview, id: string) =>
  preview.rewards?.find(({ reward }) => reward === id) ??
  preview.vouchers?.find(({ voucher }) => voucher === id);

for (const name of ['memory', 'embedded PostgreSQL']) {
  describe(`a cart over ${name}`, () => {
    let under: StoreUnderTest;
    let shop: LedgerShop;
    before(async () => {
      under = await stores[name]!();
      shop = new LedgerShop(under.store, club());
    });
    after(() => under.stop());

    const ask = (body: unknown, member?: string) =>
      shop.answer<Preview>('POST', '/cart/preview', { body, member });
    const give = (member: string, value: number, unit = 'pts') =>
      shop.tell({ member, type: 'balance.adjusted', unit, value, reason: 'test' });

    it('earns and reaches what the order then brings, and nothing before', async () => {
      await give('ada', 7);
      await give('ada', 1, 'stamp');
      const before = await shop.answer<Me>('GET', '/me', { member: 'ada' });
      const preview = await ask(cartOf(coffee, grinder), 'ada');
      assert.equal(CartPreview.safeParse(preview).success, true);
      assert.deepEqual(preview.earns, [
        { unit: 'pts', value: 170 },
        { unit: 'stamp', value: 1 },
      ]);
      assert.deepEqual(preview.tracks, [
        { track: 'vip', reaches: 'gold', have: [{ unit: 'spend', value: 12_000 }] },
        { track: 'card', reaches: 'full', have: [{ unit: 'stamp', value: 0 }] },
      ]);
      assert.deepEqual(await shop.answer<Me>('GET', '/me', { member: 'ada' }), before);

      const { lines, subtotal: total } = cartOf(coffee, grinder);
      await shop.tell({
        member: 'ada',
        type: 'order.paid',
        order: { id: 'o1', currency: 'EUR', total, lines },
      });
      const me = await shop.answer<Me>('GET', '/me', { member: 'ada' });
      assert.equal(me.wallets.find(({ unit }) => unit === 'pts')?.available, 7 + 170);
      assert.equal(me.tracks.find(({ track }) => track === 'vip')?.step, 'gold');
    });

    it('tells a guest what a new member would get', async () => {
      const preview = await ask(cartOf(grinder));
      assert.deepEqual(preview.earns, [{ unit: 'pts', value: 90 }]);
      assert.deepEqual(
        preview.tracks?.map(({ track }) => track),
        ['vip'],
      );
      assert.deepEqual(fitOf(preview, 'off5')?.availability, {
        state: 'short',
        missing: [{ unit: 'pts', value: 500 }],
      });
      assert.deepEqual(preview.vouchers, []);
    });

    it('says what each thing takes off, best first, and why another does not fit', async () => {
      await give('ben', 800);
      const preview = await ask(cartOf(coffee), 'ben');
      assert.deepEqual(
        preview.rewards?.map(({ reward, saves }) => [reward, saves?.value]),
        [
          ['slide', 800],
          ['off5', 500],
          ['tenth', 300],
          ['last', 100],
        ],
      );
      assert.deepEqual(preview.best, { kind: 'reward', id: 'slide' });

      const other = await ask(cartOf(grinder), 'ben');
      assert.deepEqual(fitOf(other, 'tenth')?.availability, {
        state: 'cart',
        text: 'Only for: coffee',
      });
      const small = await ask(cartOf({ ...coffee, total: 1_500 }), 'ben');
      assert.deepEqual(fitOf(small, 'tenth')?.availability, {
        state: 'cart',
        missing: [{ unit: 'eur', value: 500 }],
        text: 'For a larger order.',
      });
      const tiny = await ask(cartOf({ ...coffee, total: 200 }), 'ben');
      assert.equal(fitOf(tiny, 'slide')?.saves?.value, 200);
    });

    it('knows the codes that a member holds, and that one order takes one', async () => {
      await give('cem', 500);
      const { voucher } = await shop.answer<Outcome>('POST', '/rewards/off5/redeem', {
        member: 'cem',
        key: 'redeem-cem',
        body: {},
      });
      assert.ok(voucher?.code);
      const preview = await ask(cartOf(grinder), 'cem');
      assert.deepEqual(fitOf(preview, voucher.id), {
        voucher: voucher.id,
        availability: { state: 'available' },
        saves: { unit: 'eur', value: 500 },
        combines: false,
      });
      assert.deepEqual(preview.best, { kind: 'voucher', id: voucher.id });

      const full = await ask({ ...cartOf(grinder), codes: [voucher.code] }, 'cem');
      assert.equal(fitOf(full, voucher.id), undefined);
      assert.deepEqual(fitOf(full, 'last')?.availability, {
        state: 'cart',
        text: 'An order takes one code only.',
      });
      const { status } = await shop.answer<{ status: string }>('GET', `/vouchers/${voucher.id}`, {
        member: 'cem',
      });
      assert.equal(status, 'ready');
    });

    it('offers what is sold out to nobody', async () => {
      await shop.answer('POST', '/rewards/last/redeem', { member: 'dan', key: 'k-dan', body: {} });
      for (const member of [undefined, 'eva']) {
        const preview = await ask(cartOf(grinder), member);
        assert.equal(fitOf(preview, 'last')?.availability.state, 'sold-out');
      }
    });

    it('refuses what no order could be, with the place', async () => {
      const cases: [unknown, string][] = [
        [{ ...cartOf(grinder), currency: 'USD' }, '/currency'],
        [{ ...cartOf(grinder), subtotal: -1 }, '/subtotal'],
        [cartOf({ ...grinder, qty: 0 } as never), '/lines/0/qty'],
        [{ currency: 'EUR' }, '/subtotal'],
      ];
      for (const [body, pointer] of cases) {
        const response = await shop.call('POST', '/cart/preview', { body });
        const problem = await problemIn(response);
        assert.deepEqual([response.status, problem.errors[0]?.pointer], [422, pointer]);
      }
    });

    it('speaks the language that was asked for', async () => {
      const german = { ...club(), locale: 'en', locales: ['en', 'de'] };
      const response = await new LedgerShop(under.store, german).call(
        'POST',
        '/cart/preview?locale=de',
        { body: { ...cartOf(grinder), currency: 'USD' } },
      );
      assert.equal(
        (await problemIn(response)).errors[0]?.detail,
        'Dieses Programm rechnet in EUR.',
      );
    });
  });
}
