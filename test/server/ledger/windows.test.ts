import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCalendar } from '../../../src/server/engines/ledger/time/calendar.js';
import { windowAt } from '../../../src/server/engines/ledger/time/window.js';
import { onStores } from './on-stores.js';
import { basics } from './shop.js';

const vienna = createCalendar('Europe/Vienna');
const at = (moment: string) => Date.parse(moment);
const iso = (moment: number | null) => moment && new Date(moment).toISOString();

/** A window, a moment, and how it stands then. */
const cases: Record<
  string,
  [Parameters<typeof windowAt>[0], string, string, (string | null)?, (string | null)?]
> = {
  'a weekend, before it': [
    { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
    '2026-11-20T22:59:59Z',
    'scheduled',
    '2026-11-20T23:00:00.000Z',
  ],
  'a weekend, from its first second to its last': [
    { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
    '2026-11-20T23:00:00Z',
    'open',
    '2026-11-20T23:00:00.000Z',
    '2026-11-22T23:00:00.000Z',
  ],
  'the weekend on which summer time ends, 49 hours long': [
    { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
    '2026-10-25T22:30:00Z',
    'open',
    '2026-10-23T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
  ],
  'the weekend on which it begins, 47 hours long': [
    { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
    '2026-03-29T21:30:00Z',
    'open',
    '2026-03-27T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ],
  'two hours in the evening': [
    { rrule: 'FREQ=DAILY;BYHOUR=17,18' },
    '2026-11-23T16:30:00Z',
    'open',
    '2026-11-23T16:00:00.000Z',
    '2026-11-23T18:00:00.000Z',
  ],
  'the hour that comes twice in autumn': [
    { rrule: 'FREQ=DAILY;BYHOUR=2' },
    '2026-10-25T01:30:00Z',
    'open',
    '2026-10-25T00:00:00.000Z',
    '2026-10-25T02:00:00.000Z',
  ],
  'the hour that is skipped in spring, so it opens a day later': [
    { rrule: 'FREQ=DAILY;BYHOUR=2' },
    '2026-03-28T12:00:00Z',
    'scheduled',
    '2026-03-30T00:00:00.000Z',
  ],
  'a first weekend that has begun': [
    { from: '2026-11-21T12:00:00Z', rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
    '2026-11-21T10:00:00Z',
    'scheduled',
    '2026-11-21T12:00:00.000Z',
  ],
  'a weekend that is cut short': [
    { to: '2026-11-22T10:00:00Z', rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
    '2026-11-22T09:00:00Z',
    'open',
    '2026-11-20T23:00:00.000Z',
    '2026-11-22T10:00:00.000Z',
  ],
  'the week after the last weekend': [
    { from: '2026-11-01T00:00:00Z', to: '2026-11-25T00:00:00Z', rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
    '2026-11-23T12:00:00Z',
    'ended',
    '2026-11-22T23:00:00.000Z',
  ],
  'after so many times': [
    { from: '2026-11-07T00:00:00+01:00', rrule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=2' },
    '2026-11-16T00:00:00Z',
    'ended',
    '2026-11-14T23:00:00.000Z',
  ],
  'every other week': [
    { from: '2026-11-07T00:00:00+01:00', rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA' },
    '2026-11-08T12:00:00Z',
    'scheduled',
    '2026-11-20T23:00:00.000Z',
  ],
  'a leap day, years ahead': [
    { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' },
    '2026-03-01T12:00:00Z',
    'scheduled',
    '2028-02-28T23:00:00.000Z',
  ],
  'the last Friday of a month': [
    { rrule: 'FREQ=MONTHLY;BYDAY=-1FR' },
    '2026-11-23T12:00:00Z',
    'scheduled',
    '2026-11-26T23:00:00.000Z',
  ],
};

describe('a window', () => {
  for (const [what, [window, moment, state, first, last]] of Object.entries(cases)) {
    it(`knows ${what}`, () => {
      const now = windowAt(window, vienna, at(moment));
      assert.deepEqual(
        now.state === 'open' ? [now.state, iso(now.from), iso(now.to)] : [now.state, iso(now.at)],
        [state, first, ...(last === undefined ? [] : [last])],
      );
    });
  }

  it('that was asked about later answers the same about earlier', () => {
    const weekend = { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' };
    windowAt(weekend, vienna, at('2026-12-24T12:00:00Z'));
    const now = windowAt(weekend, vienna, at('2026-11-18T12:00:00Z'));
    assert.deepEqual(now, { state: 'scheduled', at: at('2026-11-20T23:00:00Z') });
  });
});

const [buy] = basics.rules;
const weekend = {
  id: 'weekend',
  trigger: 'purchase',
  title: 'Double-points weekend',
  grants: [{ kind: 'unit', times: 2 }],
  window: { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
  cta: { kind: 'none' },
  confirm: 'server',
};
const coffee = { collections: ['coffee'] };
const bag = (total: number) => ({ product: 'ember', collections: ['coffee'], total });
const mug = (total: number) => ({ product: 'mug', total });

onStores('a rule that multiplies', (open) => {
  it('doubles what an order on its days gives, and says so on the line', async () => {
    const shop = open({ rules: [buy, weekend] }, { now: '2026-11-20T22:59:00Z' });
    await shop.pay(1090);
    assert.equal(await shop.available(), 10);
    await shop.at('2026-11-20T23:00:00Z').pay(1090);
    assert.equal(await shop.available(), 30);
    const [line] = (await shop.me()).activity;
    assert.deepEqual(line?.amounts, [{ unit: 'pts', value: 20 }]);
    assert.deepEqual(line.because?.at(-1), {
      text: 'Double-points weekend: times 2',
      rule: 'weekend',
      times: 2,
      amounts: [{ unit: 'pts', value: 10 }],
    });
    assert.equal((await shop.rule('weekend')).done, 1);
    await shop.at('2026-11-22T23:00:00Z').pay(1000);
    assert.equal(await shop.available(), 40);
    assert.deepEqual((await shop.rule('weekend')).availability, {
      state: 'scheduled',
      at: '2026-11-27T23:00:00Z',
    });
  });

  it('doubles only the lines that it is for', async () => {
    const shop = open({ rules: [buy, { ...weekend, window: undefined, appliesTo: coffee }] });
    await shop.pay(5000, { lines: [bag(2000), mug(3000)] });
    assert.equal(await shop.available(), 70);
    await shop.pay(1000, { lines: [mug(1000)] });
    assert.equal(await shop.available(), 80);
    assert.equal((await shop.rule('weekend')).done, 1);
  });

  it('counts only the highest where two apply, and both where they apply to different lines', async () => {
    const triple = {
      ...weekend,
      id: 'x3',
      window: undefined,
      grants: [{ kind: 'unit', times: 3 }],
    };
    const shop = open({
      rules: [buy, { ...weekend, window: undefined }, { ...triple, appliesTo: coffee }],
    });
    await shop.pay(3000, { lines: [bag(1000), mug(2000)] });
    assert.equal(await shop.available(), 30 + 40);
  });

  it('multiplies what the level gives', async () => {
    const vip = {
      id: 'vip',
      view: 'tiers',
      title: 'VIP',
      period: { kind: 'lifetime' },
      repeat: 'never',
      join: 'auto',
      steps: [{ id: 'gold', title: 'Gold', needs: [{ unit: 'spend', value: 0 }] }],
    };
    const shop = open({
      tracks: [vip],
      rules: [
        { ...buy, steps: [{ track: 'vip', step: 'gold', times: 1.5 }] },
        { ...weekend, window: undefined },
      ],
    });
    await shop.pay(900);
    // 9 points, times 1.5 is 13, and as much again as 9 times 1.5.
    assert.equal(await shop.available(), 26);
  });

  it('leaves stamps alone unless it names their rule', async () => {
    const stamp = {
      ...buy,
      id: 'stamp',
      measures: [],
      grants: [{ kind: 'unit', amount: { unit: 'stamp', value: 1 } }],
    };
    const always = { ...weekend, window: undefined };
    const plain = open({ rules: [buy, stamp, always] });
    await plain.pay(1000);
    assert.equal(await plain.available('stamp'), 1);
    const named = open({ rules: [buy, stamp, { ...always, multiplies: ['stamp'] }] });
    await named.pay(1000);
    assert.deepEqual([await named.available('stamp'), await named.available()], [2, 10]);
  });

  it('is open once to each member where its limit says so, and a return takes all of it back', async () => {
    const shop = open({
      rules: [buy, { ...weekend, window: undefined, limit: { count: 1, per: 'once' } }],
    });
    const order = await shop.pay(1000);
    await shop.pay(1000);
    assert.equal(await shop.available(), 30);
    await shop.refund(order);
    assert.equal(await shop.available(), 10);
    // Returned, it was never had.
    await shop.pay(1000);
    assert.equal(await shop.available(), 30);
  });
});

onStores('a window that repeats', (open) => {
  it('opens a reward on its days and says when next', async () => {
    const [off5] = basics.rewards;
    const shop = open(
      { rewards: [{ ...off5, window: { rrule: 'FREQ=WEEKLY;BYDAY=FR' } }] },
      { now: '2026-11-23T10:00:00Z' },
    );
    await shop.adjust('pts', 1000);
    assert.deepEqual((await shop.reward('off5')).availability, {
      state: 'scheduled',
      at: '2026-11-26T23:00:00Z',
    });
    const refusal = await shop.refused((writes) => writes.redeem('off5', {}));
    assert.equal(refusal.code, 'not-started');
    shop.at('2026-11-27T22:59:59Z');
    assert.equal((await shop.redeem('off5')).status, 'ready');
  });

  it('makes each opening of a track a round of its own', async () => {
    const order = {
      id: 'order',
      kind: 'metric',
      label: { other: 'o' },
      scale: 0,
      spendable: false,
    };
    const shop = open(
      {
        units: [...basics.units, order],
        rules: [{ ...buy, grants: [], measures: [{ amount: { unit: 'order', value: 1 } }] }],
        tracks: [
          {
            id: 'w',
            view: 'challenge',
            title: 'Weekend',
            period: { kind: 'lifetime' },
            repeat: 'on-reset',
            join: 'auto',
            window: { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
            steps: [
              {
                id: 'two',
                title: 'Two orders',
                needs: [{ unit: 'order', value: 2 }],
                grants: [{ kind: 'unit', amount: { unit: 'pts', value: 5 } }],
              },
            ],
          },
        ],
      },
      { now: '2026-11-21T10:00:00Z' },
    );
    await shop.pay(100);
    await shop.at('2026-11-23T10:00:00Z').pay(100);
    assert.deepEqual((await shop.track('w')).have, [{ unit: 'order', value: 0 }]);
    await shop.at('2026-11-28T10:00:00Z').pay(100);
    assert.deepEqual((await shop.track('w')).have, [{ unit: 'order', value: 1 }]);
    await shop.at('2026-11-29T10:00:00Z').pay(100);
    const { step, until } = await shop.track('w');
    assert.deepEqual([step, until], ['two', '2026-11-29T22:59:59Z']);
    shop.at('2026-11-30T10:00:00Z');
    assert.equal((await shop.track('w')).step, null);
    await shop.at('2026-12-05T10:00:00Z').pay(100);
    await shop.pay(100);
    assert.equal(await shop.available(), 10);
  });
});
