import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basics, programme, Shop } from './shop.js';

const pts = (value: number) => ({ kind: 'unit', amount: { unit: 'pts', value } });
const tiers = (parts: Record<string, unknown> = {}) => ({
  id: 'vip',
  view: 'tiers',
  title: 'Level',
  period: { kind: 'rolling', length: 'P12M' },
  repeat: 'never',
  join: 'auto',
  steps: [
    { id: 'seed', title: 'Seed', needs: [{ unit: 'spend', value: 0 }] },
    { id: 'oak', title: 'Oak', needs: [{ unit: 'spend', value: 50_000 }], grants: [pts(250)] },
    { id: 'old', title: 'Old Oak', needs: [{ unit: 'spend', value: 150_000 }] },
  ],
  ...parts,
});
const measured = (trigger: string, unit: string, more: Record<string, unknown> = {}) => ({
  id: trigger,
  trigger,
  title: trigger,
  grants: [],
  measures: [{ amount: { unit, value: 1 } }],
  cta: { kind: 'none' },
  confirm: 'server',
  ...more,
});

describe('levels', () => {
  it('begin at the one that everyone has', async () => {
    const state = await new Shop(programme({ tracks: [tiers()] })).track('vip');
    assert.deepEqual([state.step, state.until, state.status], ['seed', null, 'open']);
    assert.deepEqual(state.next, { step: 'oak', missing: [{ unit: 'spend', value: 50_000 }] });
  });

  it('are kept for a year, and fall to what the last year justifies', async () => {
    const shop = new Shop(programme({ tracks: [tiers()] }), { now: '2025-03-10T10:00:00Z' });
    await shop.pay(60_000);
    const reached = await shop.track('vip');
    assert.equal(reached.step, 'oak');
    assert.equal(reached.until, '2026-03-10T22:59:59Z');
    assert.deepEqual(reached.keep, {
      missing: [{ unit: 'spend', value: 50_000 }],
      by: '2026-03-10T22:59:59Z',
    });
    assert.equal(reached.fallsTo, 'seed');
    shop.at('2026-03-10T22:59:58Z');
    assert.equal((await shop.track('vip')).step, 'oak');
    shop.at('2026-03-10T22:59:59Z');
    const fallen = await shop.track('vip');
    assert.deepEqual([fallen.step, fallen.until], ['seed', null]);
    assert.equal((await shop.me()).activity[0]?.title, 'Level: now Seed');
  });

  it('say what is missing to keep them, and are kept when it came in', async () => {
    const shop = new Shop(programme({ tracks: [tiers()] }), { now: '2025-03-10T10:00:00Z' });
    await shop.pay(60_000);
    await shop.at('2025-11-10T10:00:00Z').pay(30_000);
    const half = await shop.track('vip');
    assert.deepEqual(half.haveAtEnd, [{ unit: 'spend', value: 30_000 }]);
    assert.deepEqual(half.keep?.missing, [{ unit: 'spend', value: 20_000 }]);
    await shop.at('2026-02-01T10:00:00Z').pay(20_000);
    const safe = await shop.track('vip');
    assert.deepEqual([safe.keep, safe.fallsTo], [null, null]);
    const kept = await shop.at('2026-03-11T10:00:00Z').track('vip');
    assert.deepEqual([kept.step, kept.until], ['oak', '2027-03-10T22:59:59Z']);
  });

  it('give once, however often they are lost and won, unless they repeat', async () => {
    for (const [repeat, times] of [
      ['never', 1],
      ['on-reset', 2],
    ] as const) {
      const shop = new Shop(
        programme({
          tracks: [tiers({ repeat })],
          rules: [
            measured('purchase', 'day'),
            {
              ...basics.rules[0],
              grants: [],
            },
          ],
        }),
        { now: '2024-01-01T10:00:00Z' },
      );
      await shop.pay(50_000);
      await shop.at('2025-06-01T10:00:00Z').pay(1);
      assert.equal((await shop.track('vip')).step, 'seed');
      await shop.pay(50_000);
      assert.equal((await shop.track('vip')).step, 'oak');
      assert.equal(await shop.available(), 250 * times, repeat);
    }
  });

  it('rise at once, past steps in between, and hold a year from then', async () => {
    const shop = new Shop(programme({ tracks: [tiers()] }), { now: '2025-03-10T10:00:00Z' });
    await shop.pay(60_000);
    await shop.at('2025-08-01T10:00:00Z').pay(100_000);
    const top = await shop.track('vip');
    assert.deepEqual([top.step, top.until, top.next], ['old', '2026-08-01T21:59:59Z', null]);
    assert.equal((await shop.at('2026-08-02T10:00:00Z').track('vip')).step, 'seed');
  });

  it('by calendar year hold to the end of the next one', async () => {
    const tracks = [tiers({ period: { kind: 'calendar' } })];
    const shop = new Shop(programme({ tracks }), { now: '2025-06-01T10:00:00Z' });
    await shop.pay(60_000);
    assert.equal((await shop.track('vip')).until, '2026-12-31T22:59:59Z');
    await shop.at('2026-02-01T10:00:00Z').pay(50_000);
    const kept = await shop.at('2027-01-01T10:00:00Z').track('vip');
    assert.deepEqual([kept.step, kept.until], ['oak', '2027-12-31T22:59:59Z']);
    assert.deepEqual(kept.have, [{ unit: 'spend', value: 0 }]);
  });

  it('reached by backdated orders fall and rise as they would have at the time', async () => {
    const shop = new Shop(programme({ tracks: [tiers()] }));
    for (const at of ['2024-12-01', '2025-03-01', '2026-02-01']) {
      await shop.pay(55_000, { at: `${at}T10:00:00Z` });
    }
    const state = await shop.track('vip');
    assert.deepEqual([state.step, state.until], ['oak', '2026-12-01T22:59:59Z']);
    const lines = (await shop.me()).activity.filter(({ kind }) => kind === 'status');
    assert.deepEqual(
      lines.map(({ at, title }) => `${at.slice(0, 10)} ${title}`),
      ['2025-12-01 Level: Oak kept', '2024-12-01 Level: Oak reached'],
    );
  });
});

describe('a stamp card', () => {
  const card = {
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
        grants: [{ kind: 'product', product: 'bag', title: 'A bag' }],
      },
    ],
  };
  const rules = [
    {
      ...measured('purchase', 'day'),
      grants: [{ kind: 'unit', amount: { unit: 'stamp', value: 1 } }],
    },
  ];

  it('gives a bag when it is full, and begins again', async () => {
    const shop = new Shop(programme({ rules, tracks: [card], rewards: [] }));
    const seen = [];
    for (let order = 0; order < 7; order += 1) {
      await shop.pay(1000);
      const { have, doneCount } = await shop.track('card');
      seen.push([have[0]?.value, doneCount]);
    }
    assert.deepEqual(seen, [
      [1, 0],
      [2, 0],
      [0, 1],
      [1, 1],
      [2, 1],
      [0, 2],
      [1, 2],
    ]);
    const bags = (await shop.me()).vouchers;
    assert.equal(bags.length, 2);
    assert.deepEqual(bags[0]?.source, { kind: 'track', id: 'card' });
    assert.deepEqual([bags[0]?.title, bags[0]?.seenAt], ['A bag', null]);
    assert.match(bags[0]?.code ?? '', /^CLUB-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
    assert.equal(await shop.available('stamp'), 1);
  });

  it('that gets many stamps at once gives as many bags', async () => {
    const shop = new Shop(programme({ tracks: [card] }));
    await shop.adjust('stamp', 10);
    assert.equal((await shop.me()).vouchers.length, 3);
    assert.equal(await shop.available('stamp'), 1);
  });
});

describe('a mission', () => {
  const mission = (parts: Record<string, unknown> = {}) => ({
    id: 'autumn',
    view: 'challenge',
    title: 'Autumn',
    period: { kind: 'lifetime' },
    repeat: 'never',
    join: 'auto',
    window: { from: '2026-11-01T00:00:00+01:00', to: '2026-12-01T00:00:00+01:00' },
    steps: [
      {
        id: 'done',
        title: 'Done',
        needs: [
          { unit: 'day', value: 2 },
          { unit: 'spend', value: 5000 },
        ],
        tasks: [
          { id: 'visits', title: 'Visit', need: { unit: 'day', value: 2 } },
          { id: 'buy', title: 'Buy', need: { unit: 'spend', value: 5000 } },
        ],
        grants: [pts(150)],
      },
    ],
    ...parts,
  });
  const rules = [{ ...basics.rules[0], grants: [] }, measured('check-in', 'day')];
  const visit = (shop: Shop) => shop.tell({ type: 'check-in', member: 'lena' });

  it('is done when every task is, and says which are', async () => {
    const shop = new Shop(programme({ rules, tracks: [mission()] }));
    await visit(shop);
    await visit(shop);
    const half = await shop.track('autumn');
    assert.deepEqual([half.status, half.tasksDone], ['open', ['visits']]);
    assert.deepEqual(half.next, {
      step: 'done',
      missing: [{ unit: 'spend', value: 5000 }],
      by: '2026-11-30T23:00:00Z',
    });
    await shop.pay(5000);
    const done = await shop.track('autumn');
    assert.deepEqual([done.status, done.step, done.tasksDone], ['done', 'done', ['visits', 'buy']]);
    await shop.pay(5000);
    assert.equal(await shop.available(), 150);
  });

  it('counts nothing from outside of its window, and ends with it', async () => {
    const shop = new Shop(programme({ rules, tracks: [mission()] }), {
      now: '2026-10-31T10:00:00Z',
    });
    await visit(shop);
    assert.equal((await shop.track('autumn')).status, 'locked');
    shop.at('2026-11-05T10:00:00Z');
    assert.deepEqual((await shop.track('autumn')).have[0], { unit: 'day', value: 0 });
    await visit(shop);
    shop.at('2026-12-02T10:00:00Z');
    await visit(shop);
    await shop.pay(9000);
    const over = await shop.track('autumn');
    assert.deepEqual([over.status, over.next], ['expired', null]);
    assert.equal(await shop.available(), 0);
  });

  it('that one must opt into counts from then on', async () => {
    const shop = new Shop(programme({ rules, tracks: [mission({ join: 'opt-in' })] }));
    await shop.pay(9000);
    assert.deepEqual(
      [(await shop.track('autumn')).joined, (await shop.track('autumn')).have[1]?.value],
      [false, 0],
    );
    await shop.later({ minutes: 1 }).act((writes) => writes.optIn('autumn'));
    await shop.later({ minutes: 1 }).pay(3000);
    const state = await shop.track('autumn');
    assert.deepEqual([state.joined, state.have[1]?.value], [true, 3000]);
    await shop.act((writes) => writes.optOut('autumn'));
    assert.equal((await shop.track('autumn')).joined, false);
    const refusal = await shop.refused((writes) => writes.optIn('nothing'));
    assert.equal(refusal.code, 'not-found');
  });

  it('of every month begins anew with the month', async () => {
    const track = mission({
      window: undefined,
      period: { kind: 'monthly' },
      repeat: 'on-reset',
      steps: [{ id: 'done', title: 'Done', needs: [{ unit: 'day', value: 2 }], grants: [pts(10)] }],
    });
    const shop = new Shop(programme({ rules, tracks: [track] }));
    for (let i = 0; i < 4; i += 1) await visit(shop);
    assert.deepEqual([(await shop.track('autumn')).status, await shop.available()], ['done', 10]);
    shop.at('2026-11-30T22:59:59Z');
    shop.at('2026-11-30T23:00:00Z');
    const fresh = await shop.track('autumn');
    assert.deepEqual([fresh.status, fresh.have[0]?.value], ['open', 0]);
    await visit(shop);
    await visit(shop);
    assert.equal(await shop.available(), 20);
  });
});

describe('a streak', () => {
  const streak = (parts: Record<string, unknown> = {}) => ({
    id: 'visit',
    view: 'streak',
    title: 'Visits',
    period: { kind: 'daily' },
    repeat: 'on-complete',
    join: 'auto',
    streak: { unit: 'day' },
    steps: [{ id: 'd3', title: 'Three', needs: [{ unit: 'day', value: 3 }], grants: [pts(10)] }],
    ...parts,
  });
  const rules = [measured('check-in', 'day', { limit: { count: 1, per: 'day' } })];
  const visits = async (shop: Shop, ...moments: string[]) => {
    for (const moment of moments) {
      await shop.at(moment).tell({ type: 'check-in', member: 'lena' });
    }
  };

  it('counts days in Vienna, over the night in which summer time ends', async () => {
    const shop = new Shop(programme({ rules, tracks: [streak()] }));
    // 24, 25 and 26 October in Vienna, of which the 25th has 25 hours; in London 23, 25 and 25.
    await visits(shop, '2026-10-23T22:30:00Z', '2026-10-25T22:30:00Z', '2026-10-25T23:15:00Z');
    const state = await shop.track('visit');
    assert.equal(state.streak?.now, 3);
    assert.equal(state.streak?.ends, '2026-10-27T22:59:59Z');
    assert.equal(await shop.available(), 10);
    assert.deepEqual(state.streak?.days?.slice(-3), [
      { date: '2026-10-24', done: true },
      { date: '2026-10-25', done: true },
      { date: '2026-10-26', done: true },
    ]);
  });

  it('counts days in Vienna, over the night in which summer time begins', async () => {
    const shop = new Shop(programme({ rules, tracks: [streak()] }), {
      now: '2026-03-01T10:00:00Z',
    });
    // 28, 29 and 30 March in Vienna, of which the 29th has 23 hours; in London 27, 29 and 29.
    await visits(shop, '2026-03-27T23:30:00Z', '2026-03-29T21:30:00Z', '2026-03-29T22:30:00Z');
    assert.equal((await shop.track('visit')).streak?.now, 3);
  });

  it('does not count a day twice, and breaks after a day without', async () => {
    const shop = new Shop(programme({ rules, tracks: [streak()] }));
    await visits(shop, '2026-11-01T10:00:00Z', '2026-11-01T20:00:00Z', '2026-11-02T10:00:00Z');
    assert.equal((await shop.track('visit')).streak?.now, 2);
    shop.at('2026-11-03T22:59:59Z');
    assert.equal((await shop.track('visit')).streak?.now, 2);
    shop.at('2026-11-03T23:00:00Z');
    const { streak: broken, have } = await shop.track('visit');
    assert.deepEqual([broken?.now, broken?.best, have[0]?.value], [0, 2, 0]);
    await visits(shop, '2026-11-04T10:00:00Z');
    assert.equal((await shop.track('visit')).streak?.now, 1);
  });

  it('goes on after it was complete, and is complete again three days later', async () => {
    const shop = new Shop(programme({ rules, tracks: [streak()] }));
    for (let day = 1; day <= 7; day += 1) await visits(shop, `2026-11-0${day}T10:00:00Z`);
    const state = await shop.track('visit');
    assert.deepEqual([state.streak?.now, state.doneCount, state.have[0]?.value], [7, 2, 1]);
    assert.equal(await shop.available(), 20);
  });

  it('forgives a day for each freeze', async () => {
    const tracks = [streak({ streak: { unit: 'day', freezes: 1 } })];
    const shop = new Shop(programme({ rules, tracks }));
    await visits(shop, '2026-11-01T10:00:00Z', '2026-11-02T10:00:00Z');
    shop.at('2026-11-04T10:00:00Z');
    assert.deepEqual((await shop.track('visit')).streak?.freezes, 0);
    await visits(shop, '2026-11-04T11:00:00Z');
    const state = await shop.track('visit');
    assert.deepEqual([state.streak?.now, state.streak?.freezes], [3, 1]);
    shop.at('2026-11-07T10:00:00Z');
    assert.equal((await shop.track('visit')).streak?.now, 0);
  });

  it('of weeks counts weeks from Monday', async () => {
    const shop = new Shop(programme({ rules, tracks: [streak({ period: { kind: 'weekly' } })] }));
    await visits(
      shop,
      '2026-10-26T10:00:00Z',
      '2026-11-01T10:00:00Z',
      '2026-11-02T10:00:00Z',
      '2026-11-15T10:00:00Z',
    );
    const state = await shop.track('visit');
    assert.deepEqual([state.streak?.now, state.doneCount], [3, 1]);
    assert.equal(state.streak?.days?.at(-1)?.date, '2026-11-09');
  });
});
