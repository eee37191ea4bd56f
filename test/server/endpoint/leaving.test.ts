import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Me } from '../../../src/contract/types.js';
import { problemIn } from '../support/endpoint-shop.js';
import { LedgerShop } from '../support/ledger-shop.js';
import { basics, programme } from '../ledger/shop.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';

/** Whoever leaves may come back, and gets nothing twice by it. */

const points = (value: number) => ({ kind: 'unit', amount: { unit: 'pts', value } });
const rule = (id: string, trigger: string, value: number, parts: object = {}) => ({
  id,
  trigger,
  title: id,
  grants: [points(value)],
  limit: { count: 1, per: 'once' },
  cta: { kind: 'none' },
  confirm: 'server',
  ...parts,
});
const pressed = { confirm: 'client', cta: { kind: 'complete' } };

const club = programme({
  capabilities: ['join', 'profile', 'activity.pages'],
  consents: [{ id: 'newsletter', label: 'Letters about coffee' }],
  rules: [
    ...basics.rules,
    rule('welcome', 'join', 100),
    rule('about-you', 'profile', 20),
    rule('follow', 'follow', 50, pressed),
    rule('visit', 'visit', 5, { ...pressed, limit: { count: 2, per: 'year' } }),
    { ...rule('invite', 'referral', 300), limit: undefined, cta: { kind: 'share' } },
  ],
  rewards: [
    ...basics.rewards,
    {
      ...basics.rewards[0],
      id: 'present',
      cost: { kind: 'free' },
      limit: { count: 1, per: 'once' },
    },
  ],
  referral: { url: 'https://oak.example/?ref={code}', give: [points(70)] },
});

for (const [name, open] of Object.entries(stores)) {
  describe(`leaving and coming back over ${name}`, () => {
    let under: StoreUnderTest;
    let shop: LedgerShop;
    before(async () => {
      under = await open();
      shop = new LedgerShop(under.store, club);
    });
    after(() => under.stop());

    let keys = 0;
    const write = (
      method: string,
      path: string,
      member: string,
      body: unknown = {},
      key = `key-${(keys += 1)}`,
    ) => shop.call(method, path, { member, body, key });
    const me = (member: string) => shop.answer<Me>('GET', '/me', { member });
    const balance = async (member: string) =>
      (await me(member)).wallets.find(({ unit }) => unit === 'pts')?.available;
    /** Everything that can be had without buying anything. */
    const takeAll = async (member: string): Promise<void> => {
      await write('POST', '/join', member);
      await write('PATCH', '/me', member, { birthday: { month: 5, day: 4 } });
      await write('POST', '/rules/follow/complete', member);
      await write('POST', '/rules/visit/complete', member);
    };
    const codeOf = async (member: string): Promise<string> =>
      (await me(member)).referral?.code ?? assert.fail('no code');
    const joins = (member: string, referral: string) =>
      shop.tell({ type: 'member.joined', member, referral });
    const orders = (member: string, id: string) =>
      shop.tell({
        type: 'order.paid',
        member,
        order: { id, currency: 'EUR', total: 4_200, lines: [] },
      });

    it('gives once what is to be had once, however often somebody leaves', async () => {
      await takeAll('ada');
      assert.equal(await balance('ada'), 175);
      for (const expected of [5, 0, 0]) {
        await write('DELETE', '/me', 'ada');
        await takeAll('ada');
        // The second visit of this year is still to be had, and a third is not.
        assert.equal(await balance('ada'), expected);
      }
      const again = await problemIn(await write('POST', '/rules/follow/complete', 'ada'));
      assert.equal(again.code, 'limit-reached');
    });

    it('remembers once what was used, though two pages bring somebody back together', async () => {
      await takeAll('abe');
      await write('DELETE', '/me', 'abe');
      await Promise.all([1, 2, 3].map(() => write('POST', '/join', 'abe')));
      const visit = () => write('POST', '/rules/visit/complete', 'abe');
      assert.deepEqual([(await visit()).status, (await visit()).status], [200, 409]);
      assert.equal(await balance('abe'), 5);
    });

    it('gives anew what a new year gives', async () => {
      await takeAll('bea');
      await write('POST', '/rules/visit/complete', 'bea');
      await write('DELETE', '/me', 'bea');
      const clock = shop.clock;
      shop.clock += 60 * 86_400_000;
      await takeAll('bea');
      assert.equal(await balance('bea'), 5);
      shop.clock = clock;
    });

    it('hands out a free reward once, too', async () => {
      await write('POST', '/join', 'cem');
      const take = () => write('POST', '/rewards/present/redeem', 'cem');
      assert.equal((await take()).status, 200);
      await write('DELETE', '/me', 'cem');
      await write('POST', '/join', 'cem');
      assert.equal((await problemIn(await take())).code, 'limit-reached');
    });

    it('counts a friend who comes back as the friend they were', async () => {
      await write('POST', '/join', 'dan');
      const code = await codeOf('dan');
      for (const round of [1, 2, 3]) {
        await joins('eva', code);
        await orders('eva', `eva-${round}`);
        await write('DELETE', '/me', 'eva');
      }
      const stats = (await me('dan')).referral?.stats;
      assert.deepEqual(stats, { sent: 0, joined: 1, completed: 1 });
      assert.equal(await balance('dan'), 400);
      // Nor does a code bring back who was a customer without one.
      await write('POST', '/join', 'fay');
      await orders('fay', 'fay-1');
      await write('DELETE', '/me', 'fay');
      await write('POST', '/join', 'fay');
      const claim = await write('POST', '/referral/claims', 'fay', { code });
      assert.equal((await problemIn(claim)).code, 'not-eligible');
    });

    it('does not enrol whoever has left by a late retry', async () => {
      const join = () => write('POST', '/join', 'gil', { consents: [] }, 'join-gil');
      assert.equal((await join()).status, 200);
      await write('DELETE', '/me', 'gil');
      const late = await join();
      assert.equal(late.status, 422);
      assert.equal((await problemIn(late)).code, 'idempotency-key-reused');
      assert.equal((await me('gil')).member.state, 'guest');
    });

    it('keeps of a request before somebody left its key and nothing it said', async () => {
      const patch = { birthday: { month: 2, day: 29 }, alias: 'Nightingale' };
      await write('POST', '/join', 'hal');
      await write('PATCH', '/me', 'hal', patch, 'patch-hal');
      await write('DELETE', '/me', 'hal');
      const { id } = await shop.answer<{ id: string }>('GET', '/program');
      const kept = await under.store.transaction(id, (tx) =>
        tx.keys.claim({
          ...{ subject: 'hal', key: 'patch-hal', method: 'PATCH', path: '/me', bodyHash: 'x' },
          ...{ at: shop.clock, status: null, body: null },
        }),
      );
      const { method, path, bodyHash, body } = kept ?? assert.fail('the key is forgotten');
      assert.deepEqual({ method, path, bodyHash, body }, emptied);
    });

    const emptied = { method: '', path: '', bodyHash: '', body: null };
  });
}
