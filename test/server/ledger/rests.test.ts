import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onStores } from './on-stores.js';
import { basics, type Shop } from './shop.js';

/** Freezes that are a reward, and rests: what keeps a streak alive, over nights of 23 and 25 hours. */

const pts = (value: number) => ({ kind: 'unit', amount: { unit: 'pts', value } });
const freeze = {
  id: 'freeze',
  kind: 'token',
  label: { other: 'freezes' },
  scale: 0,
  spendable: true,
  atMost: 2,
};
const dropBy = {
  id: 'drop-by',
  trigger: 'check-in',
  title: 'Drop by',
  grants: [],
  measures: [{ amount: { unit: 'day', value: 1 } }],
  limit: { count: 1, per: 'day' },
  cta: { kind: 'none' },
  confirm: 'server',
};
const streak = (parts: Record<string, unknown> = {}) => ({
  id: 'run',
  view: 'streak',
  title: 'In a row',
  period: { kind: 'daily' },
  repeat: 'on-complete',
  join: 'auto',
  streak: { unit: 'day', freezeUnit: 'freeze' },
  steps: [{ id: 'd5', title: 'Five', needs: [{ unit: 'day', value: 5 }], grants: [pts(10)] }],
  ...parts,
});
const shelf = {
  id: 'freeze',
  view: 'card',
  title: 'A freeze',
  cost: { kind: 'free' },
  grants: [{ kind: 'unit', amount: { unit: 'freeze', value: 1 } }],
  delivery: 'auto',
};
const parts = (track: Record<string, unknown> = {}) => ({
  units: [...basics.units, freeze],
  rules: [basics.rules[0], dropBy],
  rewards: [shelf],
  tracks: [streak(track)],
});
const come = async (shop: Shop, ...moments: string[]) => {
  for (const at of moments) await shop.at(at).tell({ type: 'check-in', member: 'lena' });
};
const now = async (shop: Shop) => (await shop.track('run')).streak;

onStores('a freeze', (open) => {
  it('is used by itself for a missed day, over the night in which summer time ends', async () => {
    const shop = open(parts(), { now: '2026-10-20T10:00:00Z' });
    await shop.redeem('freeze');
    // 23 and 24 October; the 25th, of 25 hours, is missed; 26, 27 and 28.
    await come(shop, '2026-10-23T10:00:00Z', '2026-10-24T10:00:00Z');
    shop.at('2026-10-25T22:59:59Z');
    assert.deepEqual([await shop.available('freeze'), (await now(shop))?.now], [1, 2]);
    shop.at('2026-10-25T23:00:00Z');
    const state = await now(shop);
    assert.deepEqual([await shop.available('freeze'), state?.now, state?.freezes], [0, 2, 0]);
    assert.deepEqual(state?.days?.slice(-2), [
      { date: '2026-10-25', done: false, frozen: true },
      { date: '2026-10-26', done: false },
    ]);
    await come(shop, '2026-10-26T10:00:00Z', '2026-10-27T10:00:00Z', '2026-10-28T10:00:00Z');
    assert.deepEqual([(await now(shop))?.now, await shop.available()], [5, 10]);
    const line = (await shop.me()).activity.find(
      ({ kind, title }) => kind === 'spend' && title === 'In a row',
    );
    assert.deepEqual(line?.amounts, [{ unit: 'freeze', value: -1 }]);
    assert.equal(line.because?.[0]?.text, 'Used for a missed day');
  });

  it('is used over the night in which it begins, too', async () => {
    const shop = open(parts(), { now: '2026-03-20T10:00:00Z' });
    await shop.redeem('freeze');
    // 28 March; the 29th, of 23 hours, is missed; the 30th.
    await come(shop, '2026-03-28T10:00:00Z', '2026-03-29T22:30:00Z');
    assert.deepEqual([(await now(shop))?.now, await shop.available('freeze')], [2, 0]);
  });

  it('is one for each missed day, and with none left the streak breaks', async () => {
    const shop = open(parts());
    for (let i = 0; i < 2; i += 1) await shop.redeem('freeze');
    const shown = await now(shop);
    assert.deepEqual([shown?.freezes, shown?.maxFreezes], [2, 2]);
    assert.equal((await shop.reward('freeze')).availability.state, 'used-up');
    await come(shop, '2026-11-23T11:00:00Z');
    shop.at('2026-11-26T10:00:00Z');
    assert.deepEqual([(await now(shop))?.now, await shop.available('freeze')], [1, 0]);
    shop.at('2026-11-27T10:00:00Z');
    const broken = await now(shop);
    assert.deepEqual([broken?.now, broken?.best], [0, 1]);
  });

  it('bought after the day was missed does not bring it back', async () => {
    const shop = open(parts());
    await come(shop, '2026-11-23T11:00:00Z');
    await shop.at('2026-11-25T10:00:00Z').redeem('freeze');
    assert.deepEqual([(await now(shop))?.now, await shop.available('freeze')], [0, 1]);
  });

  it('stands in for a week where weeks are counted', async () => {
    const shop = open(parts({ period: { kind: 'weekly' } }), { now: '2026-11-02T10:00:00Z' });
    await shop.redeem('freeze');
    await come(shop, '2026-11-03T10:00:00Z', '2026-11-16T10:00:00Z');
    const state = await now(shop);
    assert.deepEqual([state?.now, await shop.available('freeze')], [2, 0]);
    assert.deepEqual(state?.days?.at(-2), { date: '2026-11-09', done: false, frozen: true });
  });
});

onStores('a rest', (open) => {
  const resting = () => parts({ streak: { unit: 'day', rest: 'P7D' } });
  const rest = (shop: Shop) => shop.act((writes) => writes.optOut('run'));
  const goOn = (shop: Shop) => shop.act((writes) => writes.optIn('run'));

  it('breaks nothing until the member goes on', async () => {
    const shop = open(resting());
    await come(shop, '2026-11-23T11:00:00Z', '2026-11-24T11:00:00Z');
    assert.equal((await now(shop))?.paused, false);
    await rest(shop);
    shop.at('2026-11-28T10:00:00Z');
    const paused = await now(shop);
    assert.deepEqual([paused?.now, paused?.paused], [2, true]);
    await goOn(shop);
    const back = await now(shop);
    assert.deepEqual([back?.now, back?.paused, back?.ends], [2, false, '2026-11-28T22:59:59Z']);
    await come(shop, '2026-11-28T11:00:00Z');
    assert.equal((await now(shop))?.now, 3);
  });

  it('ends with whatever is done', async () => {
    const shop = open(resting());
    await come(shop, '2026-11-23T11:00:00Z');
    await rest(shop);
    await come(shop, '2026-11-27T11:00:00Z');
    const state = await now(shop);
    assert.deepEqual([state?.now, state?.paused], [2, false]);
    shop.at('2026-11-29T10:00:00Z');
    assert.equal((await now(shop))?.now, 0);
  });

  it('is over after its longest time, with one more day to come back', async () => {
    const shop = open(resting());
    await come(shop, '2026-11-23T11:00:00Z');
    await rest(shop);
    // The 23rd to the 29th; the 30th is the day to come back on.
    shop.at('2026-11-30T10:00:00Z');
    assert.deepEqual([(await now(shop))?.now, (await now(shop))?.paused], [1, false]);
    shop.at('2026-12-01T10:00:00Z');
    assert.equal((await now(shop))?.now, 0);
  });

  it('is not followed by the next one without a day between', async () => {
    const shop = open(resting());
    await come(shop, '2026-11-23T11:00:00Z');
    await rest(shop);
    await rest(shop);
    shop.at('2026-11-25T10:00:00Z');
    await goOn(shop);
    const refused = await shop.refused((writes) => writes.optOut('run'));
    assert.equal(refused.code, 'not-eligible');
    await come(shop, '2026-11-25T11:00:00Z');
    await rest(shop);
    assert.equal((await now(shop))?.paused, true);
  });

  it('needs a streak, and a file that allows it', async () => {
    const shop = open(resting());
    assert.equal((await shop.refused((writes) => writes.optOut('run'))).code, 'not-eligible');
    const strict = open(parts());
    await come(strict, '2026-11-23T11:00:00Z');
    assert.equal((await strict.refused((writes) => writes.optOut('run'))).code, 'not-eligible');
  });
});
