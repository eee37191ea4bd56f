import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Outcome } from '../../../src/contract/types.js';
import { programme, Shop } from './shop.js';

const rule = (id: string, trigger: string, parts: Record<string, unknown> = {}) => ({
  id,
  trigger,
  title: id,
  grants: [{ kind: 'unit', amount: { unit: 'pts', value: 10 } }],
  cta: { kind: 'none' },
  confirm: 'server',
  ...parts,
});
const pressed = { cta: { kind: 'complete' }, confirm: 'client' };

describe('a rule', () => {
  it('gives when the shop reports what it is for, and to its limit', async () => {
    const shop = new Shop(
      programme({ rules: [rule('review', 'review', { limit: { count: 2, per: 'week' } })] }),
    );
    for (let i = 0; i < 4; i += 1) {
      await shop.tell({ type: 'review.published', member: 'lena', product: `p${i}` });
    }
    assert.equal(await shop.available(), 20);
    assert.deepEqual(await shop.rule('review'), {
      rule: 'review',
      availability: { state: 'cooldown', at: '2026-11-29T23:00:00Z' },
      done: 2,
      lastAt: '2026-11-23T10:00:00Z',
    });
    await shop.at('2026-11-29T23:00:00Z').tell({ type: 'review.published', member: 'lena' });
    assert.equal(await shop.available(), 30);
  });

  it('of the month begins anew on the first in Vienna, an hour before it does in London', async () => {
    const rules = [rule('review', 'review', { limit: { count: 1, per: 'month' } })];
    const shop = new Shop(programme({ rules }));
    const review = () => shop.tell({ type: 'review.published', member: 'lena' });
    await review();
    shop.at('2026-11-30T22:59:59Z');
    await review();
    assert.equal(await shop.available(), 10);
    shop.at('2026-11-30T23:00:00Z');
    await review();
    assert.equal(await shop.available(), 20);
  });

  it('greets who signs up, once, whether seen before or not', async () => {
    const shop = new Shop(programme({ rules: [rule('welcome', 'join')] }));
    assert.equal(await shop.available(), 0, 'being seen is not signing up');
    await shop.tell({ type: 'member.joined', member: 'lena', name: 'Lena' });
    await shop.tell({ type: 'member.joined', member: 'lena' });
    assert.equal(await shop.available(), 10);
    const { member } = await shop.me();
    assert.deepEqual([member.name, member.state], ['Lena', 'member']);
  });

  it('is confirmed by the shop by its id, too', async () => {
    const shop = new Shop(programme({ rules: [rule('social', 'social')] }));
    await shop.tell({ type: 'rule.completed', member: 'lena', rule: 'social', ref: 'post-1' });
    assert.equal(await shop.available(), 10);
    await assert.rejects(shop.tell({ type: 'rule.completed', member: 'lena', rule: 'nothing' }), {
      code: 'validation-failed',
      message: /no rule "nothing"/,
    });
  });

  it('that the shopper confirms is done by a press, once', async () => {
    const rules = [rule('letter', 'newsletter', { ...pressed, limit: { count: 1, per: 'once' } })];
    const shop = new Shop(programme({ rules }));
    const { body } = await shop.act((writes) => writes.complete('letter', {}));
    const { changes } = body as Outcome;
    assert.equal(changes.wallets?.[0]?.available, 10);
    assert.deepEqual(changes.rules?.[0]?.availability, { state: 'used-up' });
    assert.equal(changes.tracks, undefined);
    const again = await shop.refused((writes) => writes.complete('letter', {}));
    assert.deepEqual([again.code, again.retry], ['limit-reached', 'never']);
  });

  it('that the shop confirms is not done by a press', async () => {
    const shop = new Shop(programme({ rules: [rule('review', 'review')] }));
    assert.equal((await shop.refused((w) => w.complete('review', {}))).code, 'not-eligible');
    assert.equal((await shop.refused((w) => w.complete('nothing', {}))).code, 'not-found');
  });

  it('per order needs an order, and counts each once', async () => {
    const rules = [rule('nps', 'survey', { ...pressed, limit: { count: 1, per: 'order' } })];
    const shop = new Shop(programme({ rules }));
    assert.deepEqual((await shop.rule('nps')).availability, {
      state: 'used-up',
      text: 'After your next order',
    });
    assert.equal((await shop.refused((w) => w.complete('nps', {}))).code, 'limit-reached');
    await shop.pay(100, { id: '1' });
    await shop.later({ minutes: 1 }).pay(100, { id: '2' });
    await shop.act((writes) => writes.complete('nps', {}));
    assert.equal((await shop.rule('nps')).availability.state, 'used-up');
    await shop.act((writes) => writes.complete('nps', { ref: 'order_1' }));
    assert.equal(await shop.available(), 20);
    assert.equal(
      (await shop.refused((w) => w.complete('nps', { ref: '1' }))).code,
      'limit-reached',
    );
    await shop.pay(100, { id: '3', member: 'jonas' });
    const foreign = await shop.refused((writes) => writes.complete('nps', { ref: '3' }));
    assert.deepEqual(foreign.errors?.[0]?.pointer, '/ref');
  });
});

describe('a form', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  const form = [
    { id: 'score', type: 'nps', label: '?', required: true },
    { id: 'why', type: 'text', label: '?', max: 5 },
    { id: 'stars', type: 'rating', label: '?' },
    { id: 'one', type: 'choice', label: '?', options },
    { id: 'some', type: 'choices', label: '?', options, max: 1 },
    { id: 'when', type: 'date', label: '?' },
    { id: 'yes', type: 'consent', label: '?', required: true },
  ];
  const limit = { count: 1, per: 'once' };
  const rules = [
    rule('survey', 'survey', { limit, confirm: 'client', cta: { kind: 'form', form } }),
  ];
  const good = { score: 10, yes: true };

  it('with more answers than questions is refused at once, in few words', async () => {
    const shop = new Shop(programme({ rules }));
    const many = Object.fromEntries(Array.from({ length: 6300 }, (_, index) => [`k${index}`, 1]));
    const refusal = await shop.refused((writes) => writes.complete('survey', { answers: many }));
    assert.equal(refusal.code, 'validation-failed');
    assert.deepEqual(
      refusal.errors?.map(({ pointer }) => pointer),
      ['/answers'],
    );
    assert.ok(JSON.stringify(refusal).length < 1000);
  });

  it('is taken when every answer fits', async () => {
    const shop = new Shop(programme({ rules }));
    const answers = { ...good, why: 'Süß 🌰', stars: 5, one: 'a', some: ['b'], when: '2028-02-29' };
    await shop.act((writes) =>
      writes.complete('survey', { answers: { ...answers, why: 'Süß🌰' } }),
    );
    assert.equal(await shop.available(), 10);
  });

  it('says of every answer that does not fit why, and gives nothing', async () => {
    const shop = new Shop(programme({ rules }));
    const table: [Record<string, unknown>, string, RegExp][] = [
      [{ yes: true }, '/answers/score', /answer this/],
      [{ ...good, score: 11 }, '/answers/score', /Between 0 and 10/],
      [{ ...good, score: '9' }, '/answers/score', /does not fit/],
      [{ ...good, why: 'too long' }, '/answers/why', /At most 5/],
      [{ ...good, stars: 0 }, '/answers/stars', /Between 1 and 5/],
      [{ ...good, one: 'c' }, '/answers/one', /one of the answers/],
      [{ ...good, some: ['a', 'b'] }, '/answers/some', /./],
      [{ ...good, some: ['a', 'a'] }, '/answers/some', /./],
      [{ ...good, when: '2026-02-29' }, '/answers/when', /./],
      [{ ...good, yes: false }, '/answers/yes', /answer this/],
      [{ ...good, 'a/b': 1 }, '/answers/a~1b', /no such question/],
    ];
    for (const [answers, pointer, sentence] of table) {
      const refusal = await shop.refused((writes) =>
        writes.complete('survey', { answers: answers as Record<string, string> }),
      );
      assert.equal(refusal.code, 'validation-failed');
      assert.equal(refusal.errors?.length, 1, JSON.stringify(answers));
      assert.equal(refusal.errors[0]?.pointer, pointer);
      assert.match(refusal.errors[0]?.detail ?? '', sentence);
    }
    assert.equal(await shop.available(), 0);
  });
});

describe('a present from the shop', () => {
  it('opens itself once, and is a voucher to keep', async () => {
    const shop = new Shop(programme());
    const grant = { kind: 'coupon', discount: { type: 'percent', percent: 15 } } as const;
    const expiresAt = '2026-12-20T23:59:59Z';
    await shop.tell({
      type: 'voucher.granted',
      member: 'lena',
      title: 'For you',
      grant,
      expiresAt,
    });
    const [voucher] = (await shop.me()).vouchers;
    assert.deepEqual(
      [voucher?.source, voucher?.title, voucher?.seenAt, voucher?.expiresAt, voucher?.status],
      [{ kind: 'gift' }, 'For you', null, expiresAt, 'ready'],
    );
    await shop.act((writes) => writes.seen(voucher?.id ?? ''));
    assert.equal((await shop.me()).vouchers[0]?.seenAt, '2026-11-23T10:00:00Z');
  });

  it('that this engine cannot give is refused, with the place', async () => {
    const shop = new Shop(programme());
    const grant = { kind: 'unit', amount: { unit: 'gems', value: 1 } } as const;
    const told = shop.tell({ type: 'voucher.granted', member: 'lena', title: 'x', grant });
    await assert.rejects(told, (error: { extra: { errors: { pointer: string }[] } }) => {
      assert.equal(error.extra.errors[0]?.pointer, '/grant/amount/unit');
      return true;
    });
  });
});

describe('setting a balance right', () => {
  it('goes both ways and says why', async () => {
    const shop = new Shop(programme());
    await shop.adjust('pts', 100);
    await shop.tell({
      type: 'balance.adjusted',
      member: 'lena',
      unit: 'pts',
      value: -150,
      reason: 'Oops',
    });
    assert.equal(await shop.available(), -50);
    const [line] = (await shop.me()).activity;
    assert.deepEqual([line?.kind, line?.title], ['adjust', 'Oops']);
    await assert.rejects(shop.adjust('gems', 1), { code: 'validation-failed' });
  });
});
