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
