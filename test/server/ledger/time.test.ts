import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basics, programme, Shop, unitsWith } from './shop.js';

const { rewards } = basics;

describe('waiting', () => {
  it('keeps purchase points back for the days that the shop set, then releases them', async () => {
    const shop = new Shop(programme({ units: unitsWith('pts', { pendingDays: 14 }) }));
    await shop.pay(60_000);
    const waiting = await shop.wallet();
    assert.deepEqual([waiting.available, waiting.pending], [0, 600]);
    assert.deepEqual(waiting.releases, [{ value: 600, at: '2026-12-07T10:00:00Z' }]);
    assert.equal((await shop.reward('off5')).availability.state, 'short');
    shop.at('2026-12-07T09:59:59Z');
    assert.equal(await shop.available(), 0);
    shop.at('2026-12-07T10:00:00Z');
    assert.equal(await shop.available(), 600);
    const [release, earned] = (await shop.me()).activity;
    assert.deepEqual([release?.kind, release?.at], ['release', '2026-12-07T10:00:00Z']);
    assert.deepEqual(release?.amounts, [{ unit: 'pts', value: 600 }]);
    assert.equal(earned?.state, 'final');
  });

  it('moves the revision when points are released, and only then', async () => {
    const shop = new Shop(programme({ units: unitsWith('pts', { pendingDays: 1 }) }));
    await shop.pay(1000);
    const { rev } = await shop.me();
    assert.equal((await shop.later({ minutes: 5 }).me()).rev, rev);
    assert.notEqual((await shop.later({ days: 1 }).me()).rev, rev);
  });

  it('is over in time for whoever redeems first thing, without a look before', async () => {
    const shop = new Shop(programme({ units: unitsWith('pts', { pendingDays: 1 }) }));
    await shop.pay(60_000);
    await shop.later({ days: 1 }).redeem('off5');
    assert.equal(await shop.available(), 100);
  });

  it('of the rule counts before that of the unit', async () => {
    const [buy] = basics.rules;
    const units = unitsWith('pts', { pendingDays: 14 });
    const shop = new Shop(programme({ units, rules: [{ ...buy, delayDays: 2 }] }));
    await shop.pay(1000);
    assert.equal((await shop.wallet()).releases?.[0]?.at, '2026-11-25T10:00:00Z');
  });
});

describe('expiry', () => {
  const units = unitsWith('pts', { expiresAfter: 'P1M' });

  it('comes for each lot at the end of its own day in Vienna', async () => {
    const shop = new Shop(programme({ units }), { now: '2026-10-20T10:00:00Z' });
    await shop.pay(10_000);
    await shop.later({ days: 5 }).pay(20_000);
    assert.deepEqual((await shop.wallet()).expiring, [
      { value: 100, at: '2026-11-20T22:59:59Z' },
      { value: 200, at: '2026-11-25T22:59:59Z' },
    ]);
    shop.at('2026-11-20T22:59:58Z');
    assert.equal(await shop.available(), 300);
    shop.at('2026-11-20T22:59:59Z');
    assert.equal(await shop.available(), 200);
    shop.at('2026-11-26T10:00:00Z');
    assert.equal(await shop.available(), 0);
    const expired = (await shop.me()).activity.filter(({ kind }) => kind === 'expire');
    assert.deepEqual(
      expired.map(({ at, amounts }) => [at, amounts[0]?.value]),
      [
        ['2026-11-25T22:59:59Z', -200],
        ['2026-11-20T22:59:59Z', -100],
      ],
    );
  });

  it('takes the oldest first when points are spent, so that as little as possible expires', async () => {
    const shop = new Shop(programme({ units }), { now: '2026-10-20T10:00:00Z' });
    await shop.pay(40_000);
    await shop.later({ days: 5 }).pay(40_000);
    await shop.redeem('off5');
    assert.deepEqual((await shop.wallet()).expiring, [{ value: 300, at: '2026-11-25T22:59:59Z' }]);
  });

  it('does not touch progress: spent and expired points have been earned', async () => {
    const tracks = [
      {
        id: 'xp',
        view: 'meter',
        title: 'XP',
        period: { kind: 'lifetime' },
        repeat: 'never',
        join: 'auto',
        steps: [{ id: 'a', title: 'A', needs: [{ unit: 'pts', value: 1000 }] }],
      },
    ];
    const shop = new Shop(programme({ units, tracks }));
    await shop.pay(60_000);
    await shop.redeem('off5');
    await shop.later({ days: 60 }).me();
    assert.deepEqual((await shop.track('xp')).have, [{ unit: 'pts', value: 600 }]);
  });

  it('ends vouchers, for the member and at the checkout', async () => {
    const [off5] = rewards;
    const shop = new Shop(programme({ rewards: [{ ...off5, validFor: 'P7D' }] }));
    await shop.adjust('pts', 500);
    const voucher = await shop.redeem('off5');
    assert.equal(voucher.expiresAt, '2026-11-30T22:59:59Z');
    shop.at('2026-12-01T10:00:00Z');
    assert.equal((await shop.engine.shopVoucher(voucher.code ?? ''))?.status, 'expired');
    assert.equal((await shop.me()).vouchers[0]?.status, 'expired');
    assert.equal((await shop.later({ days: 40 }).me()).vouchers.length, 0);
  });
});

describe('tick', () => {
  it('catches up with everyone for whom something is due', async () => {
    const shop = new Shop(programme({ units: unitsWith('pts', { pendingDays: 1 }) }));
    for (const member of ['a', 'b', 'c']) await shop.pay(1000, { member });
    await shop.later({ days: 2 }).engine.tick?.();
    // The clock goes back: what a later look shows was done by the tick.
    shop.later({ days: -1, minutes: -1 });
    for (const member of ['a', 'b', 'c']) assert.equal(await shop.available('pts', member), 10);
  });
});

describe('a date', () => {
  const yearly = (trigger: string) => ({
    id: trigger,
    trigger,
    title: 'A present',
    grants: [{ kind: 'unit', amount: { unit: 'pts', value: 200 } }],
    limit: { count: 1, per: 'year' },
    cta: { kind: 'none' },
    confirm: 'server',
  });

  it('of birth is asked for, and celebrated every year, on the 28th in short years', async () => {
    const shop = new Shop(programme({ rules: [yearly('birthday')] }));
    assert.equal((await shop.rule('birthday')).availability.state, 'profile');
    const birthday = { month: 2, day: 29 };
    await shop.tell({ type: 'member.joined', member: 'lena', birthday });
    assert.equal(await shop.at('2027-02-27T22:59:59Z').available(), 0);
    assert.equal(await shop.at('2027-02-27T23:00:00Z').available(), 200);
    assert.equal(await shop.at('2028-02-28T10:00:00Z').available(), 200);
    assert.equal(await shop.at('2028-02-29T10:00:00Z').available(), 400);
  });

  it('of joining comes round', async () => {
    const shop = new Shop(programme({ rules: [yearly('anniversary')] }));
    await shop.tell({ type: 'member.joined', member: 'lena' });
    assert.equal(await shop.at('2027-11-23T09:59:59Z').available(), 0);
    assert.equal(await shop.at('2028-11-23T10:00:00Z').available(), 400);
  });
});
