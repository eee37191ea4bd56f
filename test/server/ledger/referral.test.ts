import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ClaimResult } from '../../../src/contract/types.js';
import type { Store } from '../../../src/server/stores/store.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';
import { basics, programme, Shop } from './shop.js';

/** A friend's link: what both sides get, when, and what does not count. */

const coupon = {
  kind: 'coupon',
  discount: { type: 'amount', amount: { unit: 'eur', value: 500 } },
};

const invite = {
  id: 'invite',
  trigger: 'referral',
  title: 'A friend has ordered',
  grants: [{ kind: 'unit', amount: { unit: 'pts', value: 300 } }],
  measures: [{ amount: { unit: 'referrals', value: 1 } }],
  cta: { kind: 'share' },
  confirm: 'server',
};

const referral = {
  url: 'https://oak.example/?ref={code}',
  channels: ['share', 'copy'],
  give: [coupon],
  validFor: 'P30D',
};

const ladder = {
  id: 'ladder',
  view: 'milestones',
  title: 'Ambassador',
  period: { kind: 'lifetime' },
  repeat: 'never',
  join: 'auto',
  steps: [
    {
      id: 'two',
      title: 'Two friends',
      needs: [{ unit: 'referrals', value: 2 }],
      grants: [{ kind: 'unit', amount: { unit: 'pts', value: 1000 } }],
    },
  ],
};

const file = (settings: Record<string, unknown> = {}, rule: Record<string, unknown> = {}) =>
  programme({
    units: [
      ...basics.units,
      {
        ...{ id: 'referrals', kind: 'metric', label: { other: 'friends' }, scale: 0 },
        spendable: false,
      },
    ],
    rules: [...basics.rules, { ...invite, ...rule }],
    tracks: [ladder],
    referral: { ...referral, ...settings },
  });

const codeOf = async (shop: Shop, member = 'ada'): Promise<string> => {
  const { referral: state } = await shop.me(member);
  return state?.code ?? assert.fail('no code');
};

const joins = (shop: Shop, name: string, code?: string) =>
  shop.tell({
    type: 'member.joined',
    member: name.toLowerCase(),
    name: `${name} Example`,
    ...(code === undefined ? {} : { referral: code }),
  });

for (const [name, open] of Object.entries(stores)) {
  describe(`an invitation, in store: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    before(async () => {
      under = await open();
      store = under.store;
    });
    after(() => under.stop());
    const openShop = (...settings: Parameters<typeof file>) =>
      new Shop(file(...settings), { store });
    const stats = async (shop: Shop) => (await shop.me('ada')).referral?.stats;

    it('is a link of one’s own that stays the same, with what both sides get', async () => {
      const shop = openShop();
      await joins(shop, 'Ada');
      const code = await codeOf(shop);
      assert.match(code, /^[2-9A-Z]{6}$/);
      assert.equal(await codeOf(shop), code);
      assert.notEqual(await codeOf(shop, 'ben'), code);
      const { referral: state } = await shop.me('ada');
      assert.deepEqual(state, {
        url: `https://oak.example/?ref=${code}`,
        code,
        channels: ['share', 'copy'],
        give: [coupon],
        get: invite.grants,
        stats: { sent: 0, joined: 0, completed: 0 },
        friends: [],
      });
    });

    it('welcomes the friend on joining, and thanks after their first order, once', async () => {
      const shop = openShop();
      await joins(shop, 'Ada');
      await joins(shop, 'Ben', (await codeOf(shop)).toLowerCase());
      const [welcome] = (await shop.me('ben')).vouchers;
      assert.deepEqual(
        [welcome?.title, welcome?.source.kind, welcome?.grant, welcome?.seenAt],
        ['A gift from Ada', 'referral', coupon, null],
      );
      assert.ok(welcome?.code && welcome.expiresAt);
      assert.equal(await shop.available('pts', 'ada'), 0);
      await shop.pay(2000, { member: 'ben' });
      assert.equal(await shop.available('pts', 'ada'), 300);
      await shop.pay(2000, { member: 'ben' });
      await shop.engine.tick?.();
      const { referral: state } = await shop.me('ada');
      assert.equal(await shop.available('pts', 'ada'), 300);
      assert.deepEqual(state?.stats, { sent: 0, joined: 1, completed: 1 });
      assert.deepEqual(
        state?.friends?.map((friend) => [friend.name, friend.state]),
        [['Ben', 'completed']],
      );
      assert.equal((await shop.me('ben')).vouchers.length, 1);
    });

    it('counts from the first order alone, when the shop names the code there', async () => {
      const shop = openShop();
      const code = await codeOf(shop);
      const order = { id: '1', currency: 'EUR', total: 1500, lines: [], codes: [] };
      const told = await shop.tell({ type: 'order.paid', member: 'ben', order, referral: code });
      assert.equal(told.refusedReferral, undefined);
      assert.equal(await shop.available('pts', 'ada'), 300);
      assert.equal((await shop.me('ben')).vouchers.length, 1);
    });

    it('refuses one’s own code, a second one, an old customer, and a circle', async () => {
      const shop = openShop();
      await joins(shop, 'Ada');
      const code = await codeOf(shop);
      assert.equal((await joins(shop, 'Ada', code)).refusedReferral, true);
      await shop.pay(1000, { member: 'cem' });
      assert.equal((await joins(shop, 'Cem', code)).refusedReferral, true);
      shop.later({ minutes: 1 });
      assert.equal((await joins(shop, 'Ben', code)).refusedReferral, undefined);
      const second = await codeOf(shop, 'cem');
      assert.equal((await joins(shop, 'Ben', second)).refusedReferral, true);
      assert.equal((await joins(shop, 'Ada', await codeOf(shop, 'ben'))).refusedReferral, true);
      assert.equal((await joins(shop, 'Dot', 'NOSUCH')).refusedReferral, true);
      for (const who of ['ada', 'cem', 'dot']) {
        assert.deepEqual((await shop.me(who)).vouchers, [], who);
      }
      // The event that was refused a code counts all the same, and says so again when it is repeated.
      const again = { type: 'member.joined', member: 'dot', referral: 'NOSUCH' } as const;
      assert.equal((await shop.tell(again, 'twice')).counted, true);
      const repeated = await shop.tell(again, 'twice');
      assert.deepEqual([repeated.counted, repeated.refusedReferral], [false, true]);
    });

    it('is taken back when the friend returns the order in time, and won anew with the next', async () => {
      const shop = openShop({}, { delayDays: 14 });
      await joins(shop, 'Ada');
      await joins(shop, 'Ben', await codeOf(shop));
      const order = await shop.pay(2000, { member: 'ben' });
      assert.equal((await shop.wallet('pts', 'ada')).pending, 300);
      await shop.later({ days: 10 }).refund(order, undefined, 'ben');
      const { wallets, activity, tracks } = await shop.me('ada');
      const pts = wallets.find(({ unit }) => unit === 'pts');
      assert.deepEqual([pts?.pending, pts?.available], [0, 0]);
      assert.equal(tracks[0]?.have[0]?.value, 0);
      assert.deepEqual(
        activity.map(({ kind, state }) => [kind, state]),
        [
          ['reverse', 'final'],
          ['earn', 'void'],
        ],
      );
      assert.deepEqual(await stats(shop), { sent: 0, joined: 1, completed: 0 });
      await shop.pay(3000, { member: 'ben' });
      assert.deepEqual(await stats(shop), { sent: 0, joined: 1, completed: 1 });
      assert.equal((await shop.wallet('pts', 'ada')).pending, 300);
    });

    it('stays when the return comes too late, and when only a part is returned', async () => {
      const shop = openShop();
      await joins(shop, 'Ada');
      await joins(shop, 'Ben', await codeOf(shop));
      const order = await shop.pay(2000, { member: 'ben' });
      await shop.later({ days: 2 }).refund(order, 500, 'ben');
      assert.equal(await shop.available('pts', 'ada'), 300);
      await shop.later({ days: 13 }).refund(order, undefined, 'ben');
      assert.equal(await shop.available('pts', 'ada'), 300);
    });

    it('asks for the least that the file names, after returns too', async () => {
      const shop = openShop({ minOrder: { unit: 'eur', value: 2000 } });
      await joins(shop, 'Ada');
      await joins(shop, 'Ben', await codeOf(shop));
      await shop.pay(1999, { member: 'ben' });
      assert.equal(await shop.available('pts', 'ada'), 0);
      const order = await shop.pay(2500, { member: 'ben' });
      assert.equal(await shop.available('pts', 'ada'), 300);
      await shop.refund(order, 600, 'ben');
      assert.equal(await shop.available('pts', 'ada'), 0);
    });

    it('climbs a ladder, and down again with a return', async () => {
      const shop = openShop();
      const code = await codeOf(shop);
      const orders: string[] = [];
      for (const friend of ['Ben', 'Cem']) {
        await joins(shop.later({ minutes: 1 }), friend, code);
        orders.push(await shop.pay(100, { member: friend.toLowerCase() }));
      }
      assert.equal(await shop.available('pts', 'ada'), 300 + 300 + 1000);
      await shop.refund(orders[1]!, undefined, 'cem');
      assert.equal(await shop.available('pts', 'ada'), 300);
    });

    it('thanks no more often than the rule allows', async () => {
      const shop = openShop({}, { limit: { count: 1, per: 'month' } });
      const code = await codeOf(shop);
      for (const friend of ['Ben', 'Cem']) {
        await joins(shop.later({ minutes: 1 }), friend, code);
        await shop.pay(100, { member: friend.toLowerCase() });
      }
      assert.equal(await shop.available('pts', 'ada'), 300);
      assert.deepEqual(await stats(shop), { sent: 0, joined: 2, completed: 2 });
    });

    it('is claimed by a guest without a trace, and by a member for good', async () => {
      const shop = openShop();
      await joins(shop, 'Ada');
      const code = await codeOf(shop);
      const seen = await shop.engine.claim({ code: code.toLowerCase() }, 'en');
      assert.deepEqual(seen, { code, state: 'pending', from: 'Ada', give: [coupon] });
      assert.deepEqual(await stats(shop), { sent: 0, joined: 0, completed: 0 });
      await assert.rejects(shop.engine.claim({ code: 'NOSUCH' }, 'en'), { code: 'not-found' });

      shop.later({ minutes: 1 });
      const { body } = await shop.act((writes) => writes.claim({ code }), { member: 'ben' });
      const { state, from, changes } = body as ClaimResult;
      assert.deepEqual([state, from, changes?.vouchers?.length], ['joined', 'Ada', 1]);
      assert.deepEqual(await stats(shop), { sent: 0, joined: 1, completed: 0 });
      const again = await shop.act((writes) => writes.claim({ code }), { member: 'ben' });
      assert.equal(again.status, 200);
      assert.equal((await shop.me('ben')).vouchers.length, 1);
      const own = await shop.refused((writes) => writes.claim({ code }), { member: 'ada' });
      assert.deepEqual([own.code, own.detail?.includes('own')], ['not-eligible', true]);
    });

    it('counts how often the link was sent', async () => {
      const shop = openShop();
      const { body } = await shop.act((writes) => writes.invite({ channel: 'copy' }), {
        member: 'ada',
      });
      const { changes } = body as ClaimResult;
      assert.equal(changes?.referral?.stats?.sent, 1);
    });

    it('of several friends who order at once thanks for each', async () => {
      const shop = openShop();
      const code = await codeOf(shop);
      shop.later({ minutes: 1 });
      const friends = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'];
      for (const friend of friends) await joins(shop, friend, code);
      await Promise.all(friends.map((member) => shop.pay(100, { member })));
      await shop.engine.tick?.();
      assert.equal(await shop.available('pts', 'ada'), 6 * 300 + 1000);
      assert.deepEqual(await stats(shop), { sent: 0, joined: 6, completed: 6 });
    });
  });
}

describe('a programme without invitations', () => {
  it('has no link, and refuses claims and invitations', async () => {
    const shop = new Shop(programme());
    assert.equal((await shop.me('ada')).referral, undefined);
    await assert.rejects(shop.engine.claim({ code: 'ABCDEF' }, 'en'), { code: 'not-found' });
    const no = await shop.refused((writes) => writes.invite({}), { member: 'ada' });
    assert.equal(no.code, 'not-eligible');
  });
});
