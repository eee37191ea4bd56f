import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Outcome } from '../../../src/contract/types.js';
import type { PostingRow } from '../../../src/server/stores/rows.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';
import { basics, programme, Shop, unitsWith } from './shop.js';

/**
 * Whatever happens to a member, in whatever order: the postings, the balance and the lots are the
 * same number, and nobody ever spends what is not there.
 */

type Deed =
  | { readonly kind: 'pay'; readonly cents: number; readonly daysAgo: number }
  | { readonly kind: 'refund'; readonly which: number; readonly cents: number | null }
  | { readonly kind: 'redeem'; readonly reward: 'off5' | 'slide' | 'cheap'; readonly spend: number }
  | { readonly kind: 'cancel'; readonly which: number }
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'adjust'; readonly value: number };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('pay' as const),
    cents: fc.integer({ min: 0, max: 90_000 }),
    daysAgo: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 60 })),
  }),
  fc.record({
    kind: fc.constant('refund' as const),
    which: fc.nat(9),
    cents: fc.option(fc.integer({ min: 1, max: 40_000 })),
  }),
  fc.record({
    kind: fc.constant('redeem' as const),
    reward: fc.constantFrom('off5' as const, 'slide' as const, 'cheap' as const),
    spend: fc.integer({ min: 1, max: 9 }).map((steps) => steps * 100),
  }),
  fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(9) }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 24 * 40 }) }),
  fc.record({ kind: fc.constant('adjust' as const), value: fc.integer({ min: -300, max: 300 }) }),
);

const parts = () => ({
  units: unitsWith('pts', { pendingDays: 7, expiresAfter: 'P1M' }),
  rules: [
    basics.rules[0],
    {
      id: 'stamp',
      trigger: 'purchase',
      title: 'Stamp',
      grants: [{ kind: 'unit', amount: { unit: 'stamp', value: 1 } }],
      cta: { kind: 'none' },
      confirm: 'server',
    },
  ],
  tracks: [
    {
      id: 'card',
      view: 'stamps',
      title: 'Card',
      period: { kind: 'lifetime' },
      repeat: 'on-complete',
      join: 'auto',
      steps: [
        {
          id: 'full',
          title: 'Full',
          needs: [{ unit: 'stamp', value: 3 }],
          grants: [{ kind: 'unit', amount: { unit: 'pts', value: 70 } }],
        },
      ],
    },
    {
      id: 'vip',
      view: 'tiers',
      title: 'Level',
      period: { kind: 'rolling', length: 'P2M' },
      repeat: 'on-reset',
      join: 'auto',
      steps: [
        { id: 'seed', title: 'Seed', needs: [{ unit: 'spend', value: 0 }] },
        {
          id: 'oak',
          title: 'Oak',
          needs: [{ unit: 'spend', value: 100_000 }],
          grants: [{ kind: 'unit', amount: { unit: 'pts', value: 111 } }],
        },
      ],
    },
  ],
  rewards: [
    ...basics.rewards,
    {
      ...basics.rewards[0],
      id: 'cheap',
      cost: { kind: 'fixed', amount: { unit: 'pts', value: 90 } },
      grants: [{ kind: 'unit', amount: { unit: 'eur', value: 90 } }],
      undoMinutes: 60 * 24 * 20,
    },
    {
      ...basics.rewards[0],
      id: 'slide',
      cost: {
        kind: 'range',
        unit: 'pts',
        min: 100,
        max: 900,
        step: 100,
        gives: { unit: 'eur', value: 500 },
      },
      undoMinutes: 60 * 24 * 20,
    },
  ],
});

/** The three ways in which the books hold a balance. */
async function checkBooks(under: StoreUnderTest, id: string): Promise<void> {
  await under.store.transaction(id, async (tx) => {
    const balances = await tx.ledger.balances('lena');
    const lots = await tx.ledger.openLots('lena');
    const entries = await tx.ledger.page('lena', 10_000, null, null);
    const postings: PostingRow[] = [];
    for (const { id: entry } of entries) postings.push(...(await tx.ledger.postingsOf(entry)));
    for (const { unit, available, pending, lifetime, spent } of balances) {
      const sum = (bucket: string): number =>
        postings
          .filter((posting) => posting.unit === unit && posting.bucket === bucket)
          .reduce((total, { value }) => total + value, 0);
      assert.equal(sum('available'), available, `postings of ${unit}`);
      assert.equal(sum('pending'), pending, `pending postings of ${unit}`);
      assert.ok(pending >= 0 && spent >= 0, `${unit}: pending ${pending}, spent ${spent}`);
      if (unit === 'spend') continue;
      const held = (waits: boolean): number =>
        lots
          .filter((lot) => lot.unit === unit && lot.pending === waits)
          .reduce((total, { remaining }) => total + remaining, 0);
      assert.equal(held(false), available, `lots of ${unit}`);
      assert.equal(held(true), pending, `pending lots of ${unit}`);
      const debts = lots.some((lot) => lot.unit === unit && lot.remaining < 0);
      const coins = lots.some((lot) => lot.unit === unit && lot.remaining > 0 && !lot.pending);
      assert.ok(!(debts && coins), `${unit} is owed and held at once`);
      assert.ok(Number.isSafeInteger(lifetime));
    }
  });
}

/** Does one thing as a shopper, a shop or the clock would; what is refused must change nothing. */
async function perform(
  shop: Shop,
  deed: Deed,
  orders: string[],
  vouchers: string[],
): Promise<void> {
  switch (deed.kind) {
    case 'pay': {
      const at = new Date(shop.now - deed.daysAgo * 86_400_000).toISOString();
      orders.push(await shop.pay(deed.cents, { at }));
      return;
    }
    case 'refund': {
      const order = orders[deed.which % Math.max(1, orders.length)];
      if (order !== undefined) await shop.refund(order, deed.cents ?? undefined);
      return;
    }
    case 'redeem': {
      const before = await shop.available();
      const request = deed.reward === 'slide' ? { spend: deed.spend } : {};
      const { status, body } = await shop.act((w) => w.redeem(deed.reward, request));
      const after = await shop.available();
      if (status === 200) {
        const { voucher } = body as Outcome;
        assert.equal(after, before - (voucher?.cost?.value ?? 0));
        assert.ok(after >= 0, 'spent what was not there');
        vouchers.push(voucher?.id ?? '');
      } else assert.equal(after, before, 'a refusal changed the balance');
      return;
    }
    case 'cancel': {
      const id = vouchers[deed.which % Math.max(1, vouchers.length)];
      if (id !== undefined) await shop.act((writes) => writes.cancel(id));
      return;
    }
    case 'wait':
      shop.later({ minutes: deed.hours * 60 });
      return;
    case 'adjust':
      await shop.adjust('pts', deed.value);
  }
}

/** Few on the slower stores: there it is the SQL that is tried, not the rules. */
const RUNS: Readonly<Record<string, number>> = { memory: 250, 'served PostgreSQL': 12 };

for (const [name, runs] of Object.entries(RUNS)) {
  describe(`the books, on ${name}`, () => {
    let under: StoreUnderTest;
    before(async () => {
      under = await (stores[name] ?? assert.fail(`no store ${name}`))();
    });
    after(() => under.stop());

    it('agree after whatever happened', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(deeds, { minLength: 3, maxLength: 25 }), async (list) => {
          const file = programme(parts());
          const shop = new Shop(file, { store: under.store });
          const orders: string[] = [];
          const vouchers: string[] = [];
          await shop.me();
          for (const deed of list) {
            await perform(shop, deed, orders, vouchers);
            await checkBooks(under, String(file['id']));
          }
          // When every order is returned in full, what orders gave in all is nothing.
          for (const order of orders) await shop.refund(order);
          await shop.later({ days: 400 }).me();
          await checkBooks(under, String(file['id']));
          assert.equal((await shop.wallet('stamp')).pending, 0);
        }),
        { numRuns: runs },
      );
    });
  });
}
