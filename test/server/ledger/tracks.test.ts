import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basics, programme, Shop } from './shop.js';

const pts = (value: number) => ({ kind: 'unit', amount: { unit: 'pts', value } });
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
    const shop = new Shop(programme({ rules, tracks: [card], rewards: [] }));
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
