import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Store } from '../../../src/server/stores/store.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';
import { basics, programme, Shop } from './shop.js';

/** Rankings, leagues and draws: who stands where, and what they get when the time is over. */

const unit = (id: string, rest: Record<string, unknown> = {}) => ({
  id,
  kind: 'token',
  label: { one: id, other: `${id}s` },
  scale: 0,
  spendable: false,
  ...rest,
});

/** Opens on the first of November, closes at the end of it, in Vienna. */
const NOVEMBER = { from: '2026-11-01T00:00:00+01:00', to: '2026-12-01T00:00:00+01:00' };
const AFTER = '2026-12-01T00:00:00+01:00';

const points = (value: number) => ({ kind: 'unit', amount: { unit: 'pts', value } });
const coupon = {
  kind: 'coupon',
  discount: { type: 'amount', amount: { unit: 'eur', value: 1000 } },
};

const ranking = {
  id: 'nov',
  title: 'November',
  view: 'top',
  unit: 'spend',
  window: NOVEMBER,
  prizes: [
    { from: 1, to: 1, grants: [coupon, points(300)] },
    { from: 2, to: 3, grants: [points(100)] },
  ],
};

const raffle = {
  id: 'raffle',
  title: 'Winter raffle',
  view: 'draw',
  unit: 'ticket',
  window: NOVEMBER,
  prizes: [
    { from: 1, to: 1, grants: [coupon] },
    { from: 2, to: 3, grants: [points(50)] },
  ],
};

const entryRule = {
  id: 'enter',
  trigger: 'purchase',
  title: 'A ticket for each order',
  grants: [{ kind: 'entry', board: 'raffle', count: 2 }],
  cta: { kind: 'none' },
  confirm: 'server',
};

const withBoards = (boards: readonly object[], parts: Record<string, unknown> = {}) =>
  programme({ units: [...basics.units, unit('ticket')], boards, ...parts });

const withRaffle = (parts: Record<string, unknown> = {}) =>
  withBoards([raffle], { rules: [...basics.rules, entryRule], ...parts });

/** What a member reads on a board. */
async function page(
  shop: Shop,
  board: string,
  viewer: string | null = null,
  request: { limit?: number; cursor?: string; around?: 'me' } = {},
) {
  // The same picture is shown for a few seconds.
  shop.later({ ms: 6000 });
  return shop.engine.board(
    viewer === null ? null : { id: viewer },
    board,
    { limit: 20, ...request },
    'en',
  );
}

const standing = async (...args: Parameters<typeof page>) =>
  (await page(...args)).items.map(({ rank, name, value }) => `${rank} ${name} ${value}`);

const join = async (shop: Shop, ...names: string[]) => {
  for (const name of names) {
    await shop.tell({ type: 'member.joined', member: name.split(' ')[0]!.toLowerCase(), name });
  }
};

for (const [name, open] of Object.entries(stores)) {
  describe(`a board, in store: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    before(async () => {
      under = await open();
      store = under.store;
    });
    after(() => under.stop());
    const openShop = (file: unknown, now?: string) =>
      new Shop(file, { store, ...(now ? { now } : {}) });

    it('ranks by what came in while it counts, and who was there first stands before', async () => {
      const shop = openShop(withBoards([ranking]));
      await join(shop, 'Ada Lovelace', 'Ben', 'Cem', 'Dot');
      await shop.pay(5000, { member: 'ben', at: '2026-11-05T10:00:00Z' });
      await shop.pay(3000, { member: 'ada', at: '2026-11-06T10:00:00Z' });
      await shop.pay(2000, { member: 'ada', at: '2026-11-07T10:00:00Z' });
      await shop.pay(9000, { member: 'cem', at: '2026-10-31T10:00:00Z' });
      await shop.pay(1000, { member: 'cem', at: '2026-11-02T10:00:00Z' });
      assert.deepEqual(await standing(shop, 'nov'), ['1 Ben 5000', '2 Ada 5000', '3 Cem 1000']);
      const { me, members, total, items } = await page(shop, 'nov', 'ada');
      assert.deepEqual([me, members, total], [{ rank: 2, value: 5000 }, 3, 11_000]);
      assert.deepEqual(
        items.map((item) => item.me ?? false),
        [false, true, false],
      );
      assert.equal((await page(shop, 'nov', 'dot')).me, null);
    });

    it('shares a rank with who got there at the same moment, and skips the next', async () => {
      const shop = openShop(withBoards([ranking]));
      const at = '2026-11-05T10:00:00Z';
      await shop.pay(5000, { member: 'ada', at });
      await shop.pay(5000, { member: 'ben', at });
      await shop.pay(100, { member: 'cem', at });
      assert.deepEqual(
        (await page(shop, 'nov')).items.map(({ rank }) => rank),
        [1, 1, 3],
      );
    });

    it('follows returns', async () => {
      const shop = openShop(withBoards([ranking]));
      await join(shop, 'Ada', 'Ben');
      const order = await shop.pay(5000, { member: 'ada' });
      await shop.pay(3000, { member: 'ben' });
      await shop.refund(order, 3000, 'ada');
      assert.deepEqual(await standing(shop, 'nov'), ['1 Ben 3000', '2 Ada 2000']);
      await shop.refund(order, undefined, 'ada');
      assert.deepEqual(await standing(shop, 'nov'), ['1 Ben 3000']);
    });

    it('comes in pages, and around the own place', async () => {
      const shop = openShop(withBoards([ranking]));
      for (let n = 1; n <= 7; n += 1) await shop.pay(8000 - n * 1000, { member: `m${n}` });
      const first = await page(shop, 'nov', 'm5', { limit: 3 });
      assert.deepEqual(
        first.items.map(({ rank }) => rank),
        [1, 2, 3],
      );
      const second = await page(shop, 'nov', 'm5', { limit: 3, cursor: first.next ?? '' });
      assert.deepEqual(
        second.items.map(({ rank, me }) => [rank, me ?? false]),
        [
          [4, false],
          [5, true],
          [6, false],
        ],
      );
      const last = await page(shop, 'nov', 'm5', { limit: 3, cursor: second.next ?? '' });
      assert.deepEqual([last.items.length, last.next], [1, null]);
      const around = await page(shop, 'nov', 'm5', { limit: 3, around: 'me' });
      assert.deepEqual(around.items, second.items);
      await assert.rejects(page(shop, 'nov', null, { cursor: 'made-up' }), {
        code: 'cursor-expired',
      });
      await assert.rejects(page(shop, 'elsewhere'), { code: 'not-found' });
    });

    it('says nothing of who hides, leaves no gap, and shows them their own place all the same', async () => {
      const file = withBoards([ranking]);
      const shop = openShop(file);
      await join(shop, 'Ada', 'Ben', 'Cem');
      await shop.pay(5000, { member: 'ada' });
      await shop.pay(4000, { member: 'ben' });
      await shop.pay(3000, { member: 'cem' });
      await store.transaction(String(file['id']), async (tx) => {
        const ben = await tx.members.lock('ben');
        const cem = await tx.members.lock('cem');
        if (ben) await tx.members.save({ ...ben, hidden: true });
        if (cem) await tx.members.save({ ...cem, alias: 'Kaffeekatze' });
      });
      assert.deepEqual(await standing(shop, 'nov'), ['1 Ada 5000', '2 Kaffeekatze 3000']);
      assert.deepEqual((await page(shop, 'nov', 'ben')).me, { rank: 2, value: 4000 });
      assert.deepEqual((await page(shop, 'nov', 'cem')).me, { rank: 2, value: 3000 });
      assert.deepEqual(
        [(await shop.me('ben')).member.boards, (await shop.me('cem')).member.alias],
        ['hidden', 'Kaffeekatze'],
      );
    });

    it('closes on time, gives each place its prize once, and stands from then on', async () => {
      const shop = openShop(withBoards([ranking]));
      await join(shop, 'Ada', 'Ben', 'Cem', 'Dot');
      for (const [member, cents] of Object.entries({ ada: 900, ben: 800, cem: 700, dot: 600 })) {
        await shop.pay(cents, { member });
      }
      const order = await shop.pay(100, { member: 'ada' });
      shop.at(AFTER);
      await Promise.all([shop.engine.tick?.(), shop.engine.tick?.(), shop.me('ada')]);
      await shop.engine.tick?.();
      const me = await shop.me('ada');
      assert.deepEqual(
        me.vouchers.map(({ source, grant, seenAt }) => [source, grant.kind, seenAt]).sort(),
        [
          [{ kind: 'board', id: 'nov' }, 'coupon', null],
          [{ kind: 'board', id: 'nov' }, 'unit', null],
        ],
      );
      const prizes = me.activity.filter(({ ref }) => ref?.kind === 'board');
      assert.deepEqual(
        prizes.map(({ kind, title }) => [kind, title]),
        [['grant', 'November: place 1']],
      );
      assert.equal(await shop.available('pts', 'ada'), 300 + 9 + 1);
      assert.equal(await shop.available('pts', 'ben'), 100 + 8);
      assert.equal(await shop.available('pts', 'cem'), 100 + 7);
      assert.equal(await shop.available('pts', 'dot'), 6);
      await shop.refund(order, undefined, 'ada');
      const { items, closedAt, me: mine } = await page(shop, 'nov', 'ada');
      assert.deepEqual(items[0], { rank: 1, name: 'Ada', value: 1000, me: true });
      assert.deepEqual(mine, { rank: 1, value: 1000 });
      assert.ok(closedAt);
    });

    it('gives a prize to who comes first to look, without any clock', async () => {
      const shop = openShop(withBoards([ranking]));
      await shop.pay(900, { member: 'ada' });
      shop.at('2026-12-24T10:00:00Z');
      assert.equal(await shop.available('pts', 'ada'), 309);
      assert.equal(await shop.available('pts', 'ada'), 309);
    });

    it('waits for late orders and returns as long as the file says', async () => {
      const shop = openShop(withBoards([{ ...ranking, closesAfter: 'P3D' }]));
      await join(shop, 'Ada', 'Ben');
      const order = await shop.pay(5000, { member: 'ada' });
      await shop.pay(3000, { member: 'ben' });
      shop.at('2026-12-02T10:00:00Z');
      await shop.pay(9000, { member: 'ben' });
      await shop.refund(order, 4000, 'ada');
      assert.equal((await page(shop, 'nov')).closedAt, undefined);
      shop.at('2026-12-04T00:00:00+01:00');
      const { items, closedAt } = await page(shop, 'nov');
      assert.deepEqual(
        items.map(({ name: who, value }) => [who, value]),
        [
          ['Ben', 3000],
          ['Ada', 1000],
        ],
      );
      assert.ok(closedAt);
    });

    it('of a league puts the first thirty together, or as many as the file says', async () => {
      const league = { ...ranking, id: 'lg', view: 'league', group: 2 };
      const shop = openShop(withBoards([league]));
      await join(shop, 'Ada', 'Ben', 'Cem', 'Dot');
      await shop.pay(100, { member: 'ada' });
      await shop.pay(900, { member: 'ben' });
      await shop.pay(500, { member: 'cem' });
      assert.deepEqual(await standing(shop, 'lg', 'ada'), ['1 Ben 900', '2 Ada 100']);
      assert.deepEqual(await standing(shop, 'lg', 'cem'), ['1 Cem 500']);
      // Who is in none yet sees the one that fills up.
      assert.deepEqual(await standing(shop, 'lg', 'dot'), ['1 Cem 500']);
      await shop.pay(400, { member: 'dot' });
      await shop.pay(5000, { member: 'ada' });
      assert.deepEqual(await standing(shop, 'lg', 'cem'), ['1 Cem 500', '2 Dot 400']);
      shop.at(AFTER);
      await shop.engine.tick?.();
      assert.deepEqual(await standing(shop, 'lg', 'dot'), ['1 Cem 500', '2 Dot 400']);
      assert.equal(await shop.available('pts', 'cem'), 305);
      assert.equal(await shop.available('pts', 'ada'), 351);
    });

    it('draws from all entries, shows nobody before, and only who won afterwards', async () => {
      const shop = openShop(withRaffle());
      await join(shop, 'Ada', 'Ben', 'Cem', 'Dot');
      for (const member of ['ada', 'ben', 'cem', 'dot']) await shop.pay(100, { member });
      await shop.pay(100, { member: 'ada' });
      const order = await shop.pay(100, { member: 'ben' });
      await shop.refund(order, undefined, 'ben');
      const open = await page(shop, 'raffle', 'ada');
      assert.deepEqual([open.items, open.me, open.total, open.members], [[], { value: 4 }, 10, 4]);
      shop.at(AFTER);
      await shop.engine.tick?.();
      const drawn = await page(shop, 'raffle', 'ada');
      assert.deepEqual(
        drawn.items.map(({ rank }) => rank),
        [1, 2, 3],
      );
      assert.equal(new Set(drawn.items.map(({ name: who }) => who)).size, 3);
      assert.deepEqual([drawn.total, drawn.members], [10, 4]);
      const first = drawn.items[0]?.name.toLowerCase() ?? '';
      const won = (await shop.me(first)).vouchers.filter(({ source }) => source.kind === 'board');
      assert.deepEqual(
        won.map(({ title, grant }) => [title, grant.kind]),
        [['Winter raffle: you won', 'coupon']],
      );
    });

    it('takes no entries when it is closed, and nobody pays for one', async () => {
      const reward = {
        ...basics.rewards[0],
        id: 'ticket',
        cost: { kind: 'fixed', amount: { unit: 'pts', value: 10 } },
        grants: [{ kind: 'entry', board: 'raffle', count: 1 }],
      };
      const shop = openShop(withRaffle({ rewards: [reward] }), '2026-10-30T10:00:00Z');
      await shop.adjust('pts', 100);
      const availability = async () => (await shop.reward('ticket')).availability;
      assert.deepEqual(await availability(), { state: 'scheduled', at: '2026-10-31T23:00:00Z' });
      shop.at('2026-11-20T10:00:00Z');
      await shop.redeem('ticket');
      assert.equal(await shop.available('ticket'), 1);
      shop.at(AFTER);
      assert.equal((await availability()).state, 'ended');
      const problem = await shop.refused((writes) => writes.redeem('ticket', {}));
      assert.equal(problem.code, 'ended');
      await shop.pay(100);
      assert.equal(await shop.available('ticket'), 1);
      const gift = shop.tell({
        ...{ type: 'voucher.granted', member: 'lena', title: 'A ticket' },
        grant: { kind: 'entry', board: 'raffle', count: 1 },
      } as never);
      await assert.rejects(gift, /takes no entries/);
    });

    it('gives nothing to who is blocked, and keeps it for when they are not', async () => {
      const file = withBoards([ranking]);
      const shop = openShop(file);
      const block = (state: 'member' | 'blocked') =>
        store.transaction(String(file['id']), async (tx) => {
          const ada = await tx.members.lock('ada');
          if (ada) await tx.members.save({ ...ada, state });
        });
      await shop.pay(900, { member: 'ada' });
      await shop.pay(100, { member: 'ben' });
      shop.at(AFTER);
      await page(shop, 'nov');
      await block('blocked');
      await shop.engine.tick?.();
      assert.equal(await shop.available('pts', 'ada'), 9);
      assert.equal(await shop.available('pts', 'ben'), 101);
      await block('member');
      await shop.engine.tick?.();
      assert.equal(await shop.available('pts', 'ada'), 309);
    });
  });
}
