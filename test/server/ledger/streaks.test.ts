import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { programme, Shop } from './shop.js';

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
