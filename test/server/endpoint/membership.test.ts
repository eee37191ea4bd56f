import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Bootstrap, Me, Outcome } from '../../../src/contract/types.js';
import { problemIn } from '../support/endpoint-shop.js';
import { LedgerShop } from '../support/ledger-shop.js';
import { basics, programme } from '../ledger/shop.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';

/** What a member decides: to join, to say a little about themselves, to see all of it, to leave. */

/** What our own server hands out. */
interface Exported {
  readonly me: Me;
  readonly activity: readonly unknown[];
  readonly vouchers: readonly unknown[];
  readonly records: Readonly<Record<string, readonly unknown[]>>;
}

const once = (id: string, trigger: string, value: number) => ({
  id,
  trigger,
  title: id,
  grants: [{ kind: 'unit', amount: { unit: 'pts', value } }],
  limit: { count: 1, per: 'once' },
  cta: { kind: 'none' },
  confirm: 'server',
});

const club = (parts: Record<string, unknown> = {}) =>
  programme({
    capabilities: ['join', 'profile', 'export', 'activity.pages'],
    consents: [
      { id: 'newsletter', label: 'Letters about coffee' },
      { id: 'games', label: 'Games' },
    ],
    rules: [
      ...basics.rules,
      once('welcome', 'join', 100),
      once('letters', 'newsletter', 20),
      once('about-you', 'profile', 10),
    ],
    ...parts,
  });

for (const [name, open] of Object.entries(stores)) {
  describe(`membership over ${name}`, () => {
    let under: StoreUnderTest;
    let shop: LedgerShop;
    before(async () => {
      under = await open();
      shop = new LedgerShop(under.store, club());
    });
    after(() => under.stop());

    let keys = 0;
    const write = (
      method: string,
      path: string,
      member: string,
      body: unknown = {},
      key?: string,
    ) => shop.call(method, path, { member, body, key: key ?? `key-${(keys += 1)}` });
    const me = (member: string) => shop.answer<Me>('GET', '/me', { member });
    const points = async (member: string) =>
      (await me(member)).wallets.find(({ unit }) => unit === 'pts')?.available;

    it('joins once, with what joining gives and all that a new member needs to see', async () => {
      const response = await write(
        'POST',
        '/join',
        'ada',
        { consents: [{ id: 'games', granted: false }] },
        'join-ada',
      );
      const { changes } = (await response.json()) as Outcome;
      assert.equal(changes.member?.state, 'member');
      assert.equal(changes.rewards?.length, 1);
      assert.equal(await points('ada'), 100);
      await write('POST', '/join', 'ada');
      assert.equal(await points('ada'), 100);
      assert.deepEqual((await me('ada')).member.consents, [
        { id: 'newsletter', label: 'Letters about coffee', granted: null },
        { id: 'games', label: 'Games', granted: false },
      ]);
      const replay = await write(
        'POST',
        '/join',
        'ada',
        { consents: [{ id: 'games', granted: false }] },
        'join-ada',
      );
      assert.equal(replay.headers.get('Idempotency-Replayed'), 'true');
    });

    it('joins where the shop alone makes members, too', async () => {
      const closed = new LedgerShop(under.store, club({ enrol: 'event' }));
      const state = async () =>
        (await closed.answer<Me>('GET', '/me', { member: 'ben' })).member.state;
      assert.equal(await state(), 'guest');
      await closed.answer('POST', '/join', { member: 'ben', key: 'ben', body: {} });
      assert.equal(await state(), 'member');
    });

    it('takes a birthday once, and gives what it is worth once', async () => {
      const patch = (body: unknown) => write('PATCH', '/me', 'cem', body);
      assert.equal((await patch({ birthday: { month: 2, day: 29 } })).status, 200);
      assert.equal(await points('cem'), 10);
      assert.equal((await patch({ birthday: { month: 2, day: 29 } })).status, 200);
      const problem = await problemIn(await patch({ birthday: { month: 3, day: 1 } }));
      assert.equal(problem.code, 'not-eligible');
      assert.deepEqual((await me('cem')).member.birthday, { month: 2, day: 29 });
      assert.equal(await points('cem'), 10);
    });

    it('keeps consents, and gives for the newsletter once however often it changes', async () => {
      for (const granted of [true, false, true]) {
        await write('PATCH', '/me', 'dan', { consents: [{ id: 'newsletter', granted }] });
      }
      assert.equal((await me('dan')).member.consents?.[0]?.granted, true);
      assert.equal(await points('dan'), 20);
    });

    it('refuses what cannot be, with the place, and keeps nothing of it', async () => {
      const cases: [unknown, string][] = [
        [{ birthday: { month: 2, day: 30 } }, '/birthday/day'],
        [{ birthday: { month: 13, day: 1 } }, '/birthday/month'],
        [{ alias: 'x', consents: [{ id: 'stars', granted: true }] }, '/consents/0/id'],
        [{ alias: 'a\nb' }, '/alias'],
        [{ alias: 'x'.repeat(41) }, '/alias'],
        [{ boards: 'sometimes' }, '/boards'],
      ];
      const before = await me('eva');
      for (const [body, pointer] of cases) {
        const response = await write('PATCH', '/me', 'eva', body);
        const problem = await problemIn(response);
        assert.deepEqual([response.status, problem.errors[0]?.pointer], [422, pointer]);
      }
      assert.deepEqual(await me('eva'), before);
    });

    it('takes a name that others can read, in any script, and none that they cannot see', async () => {
      const alias = async (name: string) =>
        (await write('PATCH', '/me', 'ivo', { alias: name })).status;
      // Persian with a joiner in it, a person of a profession, a keycap, an old form of a letter.
      const readable = ['Ada', '阿达', 'می\u200cخواهم', 'Bo 👩🏽\u200d🚀', '7', 'A1️⃣', '葛\u{E0100}'];
      for (const name of readable) assert.equal(await alias(name), 200, name);
      const unseen = [
        '\u3164',
        '\u2800',
        'Ada\u00ad',
        'Ada\u3164',
        'A\u202eda',
        '\u200d',
        '…',
        '🦊',
      ];
      for (const name of unseen) assert.equal(await alias(name), 422, JSON.stringify(name));
    });

    it('asks for the scope "profile", and a key for every write', async () => {
      for (const [method, path] of [
        ['POST', '/join'],
        ['PATCH', '/me'],
        ['DELETE', '/me'],
      ] as const) {
        const scoped = await shop.call(method, path, {
          member: 'eva',
          scope: 'read act redeem',
          key: 'k',
          body: {},
        });
        assert.equal((await problemIn(scoped)).code, 'scope-missing');
        const keyless = await shop.call(method, path, { member: 'eva', body: {} });
        assert.equal((await problemIn(keyless)).code, 'idempotency-key-missing');
      }
      const read = await shop.call('GET', '/me/export', { member: 'eva', scope: 'read' });
      assert.equal((await problemIn(read)).code, 'scope-missing');
    });

    const live = async (member: string): Promise<void> => {
      await shop.tell({ type: 'member.joined', member, name: 'Fay' });
      await shop.tell({
        type: 'balance.adjusted',
        member,
        unit: 'pts',
        value: 900,
        reason: 'Thanks',
      });
      await shop.tell({
        type: 'order.paid',
        member,
        order: { id: `order-of-${member}`, currency: 'EUR', total: 4_200, lines: [] },
      });
      await shop.answer('POST', '/rewards/off5/redeem', { member, key: `r-${member}`, body: {} });
    };

    it('hands out everything that is kept, readable', async () => {
      await live('fay');
      const all = await shop.answer<Exported>('GET', '/me/export', { member: 'fay' });
      assert.equal(all.me.member.name, 'Fay');
      assert.equal(all.activity.length, 4);
      assert.equal(all.vouchers.length, 1);
      for (const kind of [
        'member',
        'balance',
        'entry',
        'posting',
        'lot',
        'voucher',
        'use',
        'order',
      ]) {
        assert.ok(all.records[kind]?.length, kind);
      }
    });

    it('lets go: nothing names the member any more, and codes are void', async () => {
      await live('gil');
      const { vouchers } = await me('gil');
      const response = await write('DELETE', '/me', 'gil', undefined, 'bye');
      assert.deepEqual(((await response.json()) as Outcome).changes.member, {
        id: 'gil',
        state: 'guest',
        name: null,
      });
      const left = await under.store.snapshot(await programmeId(), (tx) =>
        tx.privacy.records('gil'),
      );
      assert.deepEqual(left, {});
      const code = await shop.answer<{ status: string; member: string }>(
        'GET',
        `/shop/vouchers/${vouchers[0]?.code}`,
        { headers: { Authorization: 'Bearer sk_oak_0123456789abcdef' } },
      );
      assert.equal(code.status, 'cancelled');
      assert.match(code.member, /^nobody_/);
      const again = await write('DELETE', '/me', 'gil', undefined, 'bye');
      assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
    });

    it('does not make who has left a member by looking; joining starts anew, with nothing', async () => {
      await live('hal');
      await write('DELETE', '/me', 'hal');
      const { me: seen } = await shop.answer<Bootstrap>('GET', '/bootstrap', { member: 'hal' });
      assert.equal(seen?.member.state, 'guest');
      const refused = await shop.call('GET', '/activity', { member: 'hal' });
      assert.equal((await problemIn(refused)).code, 'not-a-member');
      const spent = await write('POST', '/rewards/off5/redeem', 'hal');
      assert.equal((await problemIn(spent)).code, 'not-a-member');
      await write('POST', '/join', 'hal');
      assert.equal(await points('hal'), 0);
      assert.deepEqual((await me('hal')).vouchers, []);
    });

    const programmeId = async (): Promise<string> =>
      (await shop.answer<{ id: string }>('GET', '/program')).id;
  });
}
