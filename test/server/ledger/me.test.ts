import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Me } from '../../../src/contract/schema/documents.js';
import { nearest } from '../../../src/server/engines/ledger/programme/texts.js';
import { basics, programme, Shop } from './shop.js';

const inTwo = () => ({
  ...programme(),
  locale: 'de',
  locales: ['de', 'en'],
  name: { de: 'Verein', en: 'Club' },
  rewards: [
    {
      id: 'off5',
      view: 'card',
      title: { de: '5 € Rabatt', en: '€5 off' },
      cost: { kind: 'fixed', amount: { unit: 'pts', value: 500 } },
      grants: [{ kind: 'product', product: 'bag', title: { de: 'Beutel', en: 'Bag' } }],
      delivery: 'code',
    },
  ],
});

describe('what a member sees', () => {
  it('is there at the first sight of them, with the name from the token', async () => {
    const shop = new Shop(programme());
    const me = await shop.engine.me({ id: 'new', name: 'Neu' }, 'en');
    assert.deepEqual(me.member, {
      id: 'new',
      state: 'member',
      name: 'Neu',
      joinedAt: '2026-11-23T10:00:00Z',
      birthday: null,
    });
    assert.deepEqual(me.activity, []);
    assert.equal(Me.safeParse(me).success, true);
  });

  it('is nothing but who they are, where the shop makes members', async () => {
    const shop = new Shop(programme({ enrol: 'event' }));
    assert.equal((await shop.me()).member.state, 'guest');
    assert.equal((await shop.refused((w) => w.redeem('off5', {}))).code, 'not-a-member');
    await assert.rejects(shop.pay(100), { code: 'not-a-member' });
    await shop.tell({ type: 'member.joined', member: 'lena' });
    assert.equal((await shop.me()).member.state, 'member');
  });

  it('reads right in every language, whenever it was written', async () => {
    const shop = new Shop(inTwo());
    await shop.pay(60_000, { id: '1042' });
    await shop.act((writes) => writes.redeem('off5', {}), { locale: 'en' });
    for (const [locale, titles, bag, word] of [
      ['de', ['5 € Rabatt', 'Bestellung 1042'], 'Beutel', '1 point je 1 €'],
      ['de-AT', ['5 € Rabatt', 'Bestellung 1042'], 'Beutel', '1 point je 1 €'],
      ['en-GB', ['€5 off', 'Order 1042'], 'Bag', '1 point per €1'],
      ['fr', ['5 € Rabatt', 'Bestellung 1042'], 'Beutel', '1 point je 1 €'],
    ] as const) {
      const me = await shop.me('lena', locale);
      assert.deepEqual(
        me.activity.map(({ title }) => title),
        titles,
      );
      const grant = me.vouchers[0]?.grant;
      assert.equal(grant?.kind === 'product' && grant.title, bag);
      const text = me.activity[1]?.because?.[0]?.text.replace(/\u00a0/g, ' ');
      assert.equal(text, `Shop: ${word}`);
    }
    const german = await shop.engine.program('de-CH');
    const english = await shop.engine.program('en');
    assert.deepEqual([german.name, german.locale, english.name], ['Verein', 'de', 'Club']);
    assert.notEqual(german.rev, english.rev);
  });

  it('has a revision that changes with every change, and only then', async () => {
    const shop = new Shop(programme());
    const revs = [(await shop.me()).rev, (await shop.me()).rev];
    await shop.pay(60_000);
    revs.push((await shop.me()).rev);
    const { body } = await shop.act((writes) => writes.redeem('off5', {}));
    revs.push((await shop.me()).rev);
    assert.equal(revs[0], revs[1]);
    assert.equal(new Set(revs).size, 3);
    assert.equal((body as { changes: { rev: string } }).changes.rev, revs[3]);
  });

  it('has another revision when a window has opened, though nothing was written', async () => {
    const [off5] = basics.rewards;
    const rewards = [{ ...off5, window: { from: '2026-12-01T00:00:00Z' } }];
    const shop = new Shop(programme({ rewards }));
    const before = await shop.me();
    assert.equal((await shop.later({ minutes: 1 }).me()).rev, before.rev);
    assert.notEqual((await shop.at('2026-12-01T00:00:00Z').me()).rev, before.rev);
  });

  it('comes in pages, newest first, without gaps or repeats', async () => {
    const shop = new Shop(programme());
    const orders = [];
    for (let i = 0; i < 23; i += 1) orders.unshift(await shop.pay(100));
    assert.equal((await shop.me()).activity.length, 10);
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await shop.engine.activity({ id: 'lena' }, { limit: 5, cursor }, 'en');
      read.push(...page.items.map(({ ref }) => ref?.id ?? ''));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    assert.deepEqual(read, orders);
    const bad = shop.engine.activity({ id: 'lena' }, { limit: 5, cursor: 'ä!' }, 'en');
    await assert.rejects(bad, { code: 'cursor-expired' });
    const adjusted = await shop.engine.activity({ id: 'lena' }, { limit: 5, kind: 'adjust' }, 'en');
    assert.deepEqual(adjusted, { items: [], next: null });
  });

  it('of vouchers comes in pages too, and one by one', async () => {
    const shop = new Shop(programme());
    await shop.adjust('pts', 5000);
    const made = [];
    for (let i = 0; i < 5; i += 1) made.unshift((await shop.redeem('off5')).id);
    const first = await shop.engine.vouchers({ id: 'lena' }, { limit: 3 }, 'en');
    const { next } = first;
    const second = await shop.engine.vouchers(
      { id: 'lena' },
      { limit: 3, cursor: next ?? '' },
      'en',
    );
    assert.deepEqual(
      [...first.items, ...second.items].map(({ id }) => id),
      made,
    );
    assert.equal(second.next, null);
    assert.equal((await shop.engine.voucher({ id: 'lena' }, made[0] ?? '', 'en')).id, made[0]);
    await assert.rejects(shop.engine.voucher({ id: 'jonas' }, made[0] ?? '', 'en'), {
      code: 'not-found',
    });
  });

  it('is told in the nearest language there is', () => {
    for (const [wanted, locales, found] of [
      ['de-AT', ['en', 'de-CH', 'de'], 'de'],
      ['de-AT', ['en', 'de-CH'], 'de-CH'],
      ['DE', ['de'], 'de'],
      ['pt-BR', ['pt-PT', 'pt-BR'], 'pt-BR'],
      ['fr', ['de', 'en'], undefined],
      [undefined, ['de'], undefined],
    ] as const) {
      assert.equal(nearest(wanted, locales), found, wanted);
    }
  });

  it('never shows our own settings', async () => {
    const units = [
      ...(programme()['units'] as Record<string, unknown>[]).map((unit) => ({ ...unit })),
    ];
    Object.assign(units[0] ?? {}, { pendingDays: 3, expiresAfter: 'P1Y' });
    const shop = new Shop(programme({ units, codes: { prefix: 'OAK' }, enrol: 'auto' }));
    const text = JSON.stringify(await shop.engine.program('en'));
    for (const word of ['pendingDays', 'expiresAfter', 'measures', 'prefix', 'enrol']) {
      assert.ok(!text.includes(word), word);
    }
  });

  it('is told about a code at the checkout as people type it', async () => {
    const shop = new Shop(programme());
    await shop.adjust('pts', 500);
    const { code } = await shop.redeem('off5');
    const found = await shop.engine.shopVoucher(` ${code?.toLowerCase()} `);
    assert.deepEqual([found?.member, found?.status, found?.title], ['lena', 'ready', '5 off']);
    assert.equal(await shop.engine.shopVoucher('NOTHING'), null);
  });
});
