import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Outcome, Voucher } from '../../../src/contract/types.js';
import { onStores } from './on-stores.js';
import { basics, programme, Shop, unitsWith } from './shop.js';

const pts = (value: number) => ({ kind: 'unit', amount: { unit: 'pts', value } });
const free = { kind: 'free' };
const card = (id: string, parts: Record<string, unknown> = {}) => ({
  id,
  view: 'card',
  title: id,
  cost: free,
  grants: [pts(10)],
  delivery: 'auto',
  ...parts,
});

onStores('a donation', (open) => {
  const give = (parts: Record<string, unknown> = {}) =>
    card('give', {
      view: 'donate',
      cost: {
        kind: 'range',
        unit: 'pts',
        min: 100,
        max: 900,
        step: 100,
        gives: { unit: 'eur', value: 100 },
      },
      grants: [
        {
          kind: 'donation',
          cause: 'Good things',
          amount: { unit: 'eur', value: 100 },
          choices: [
            { id: 'trees', title: 'Trees' },
            { id: 'water', title: 'Water' },
          ],
        },
      ],
      ...parts,
    });

  it('goes to the cause that was chosen, and adds up over all members', async () => {
    const shop = open({ rewards: [give()] });
    for (const member of ['lena', 'tom']) await shop.adjust('pts', 1000, member);
    const voucher = await shop.redeem('give', { spend: 300, choice: 'trees' });
    assert.deepEqual(
      [voucher.status, voucher.grant],
      ['used', { kind: 'donation', cause: 'Trees', amount: { unit: 'eur', value: 300 } }],
    );
    await shop.redeem('give', { spend: 200, choice: 'water' }, 'tom');
    await shop.redeem('give', { spend: 100, choice: 'trees' }, 'tom');
    const { raised, raisedFor } = await shop.reward('give');
    assert.deepEqual(raised, { unit: 'eur', value: 600 });
    assert.deepEqual(raisedFor, [
      { choice: 'trees', raised: { unit: 'eur', value: 400 } },
      { choice: 'water', raised: { unit: 'eur', value: 200 } },
    ]);
    assert.deepEqual([await shop.available(), await shop.available('pts', 'tom')], [700, 700]);
  });

  it('asks for a cause', async () => {
    const shop = open({ rewards: [give()] });
    await shop.adjust('pts', 1000);
    for (const choice of [undefined, 'whales']) {
      const problem = await shop.refused((writes) =>
        writes.redeem('give', { spend: 100, ...(choice ? { choice } : {}) }),
      );
      assert.deepEqual(
        [problem.code, problem.errors?.[0]?.pointer],
        ['validation-failed', '/choice'],
      );
    }
    assert.equal((await shop.reward('give')).raised?.value, 0);
  });

  it('is final, unless the file gives time to think', async () => {
    const shop = open({ rewards: [give(), give({ id: 'think', undoMinutes: 10 })] });
    await shop.adjust('pts', 1000);
    const final = await shop.redeem('give', { spend: 100, choice: 'trees' });
    assert.equal((await shop.refused((writes) => writes.cancel(final.id))).code, 'not-refundable');
    const undone = await shop.redeem('think', { spend: 200, choice: 'water' });
    assert.equal((await shop.reward('think')).raised?.value, 200);
    await shop.act((writes) => writes.cancel(undone.id));
    assert.equal((await shop.reward('think')).raised?.value, 0);
    assert.equal(await shop.available(), 900);
  });

  it('of points without an amount is the price itself', async () => {
    const grants = [{ kind: 'donation', cause: 'Bees' }];
    const shop = open({
      rewards: [give({ cost: { kind: 'fixed', amount: { unit: 'pts', value: 250 } }, grants })],
    });
    await shop.adjust('pts', 250);
    const { grant } = await shop.redeem('give');
    assert.deepEqual(grant, {
      kind: 'donation',
      cause: 'Bees',
      amount: { unit: 'pts', value: 250 },
    });
    assert.deepEqual((await shop.reward('give')).raised, { unit: 'pts', value: 250 });
  });

  it('of money counts when it is paid', async () => {
    const price = {
      kind: 'price',
      amount: { unit: 'eur', value: 500 },
      checkoutUrl: '/p/{voucher}',
    };
    const shop = open({
      rewards: [give({ cost: price, grants: [{ kind: 'donation', cause: 'Bees' }] })],
    });
    const voucher = await shop.redeem('give');
    assert.equal((await shop.reward('give')).raised?.value, 0);
    await shop.tell({ type: 'plan.paid', member: 'lena', voucher: voucher.id });
    assert.equal((await shop.reward('give')).raised?.value, 500);
    const given: Voucher = await shop.engine.voucher({ id: 'lena' }, voucher.id, 'en');
    assert.equal(given.status, 'used');
  });
});

onStores('cashback', (open) => {
  it('is money of the member’s own, spent on a coupon for the next order', async () => {
    const [buy] = basics.rules;
    const shop = open({
      rules: [
        {
          ...buy,
          grants: [
            {
              kind: 'unit',
              rate: { per: { unit: 'eur', value: 100 }, give: { unit: 'eur', value: 3 } },
            },
          ],
        },
      ],
      rewards: [
        card('credit', {
          cost: { kind: 'fixed', amount: { unit: 'eur', value: 100 } },
          grants: [
            { kind: 'coupon', discount: { type: 'amount', amount: { unit: 'eur', value: 100 } } },
          ],
          delivery: 'code',
        }),
      ],
    });
    await shop.pay(4999);
    // 3 cents for each euro, reckoned to the cent: 149.97 is 149.
    assert.equal(await shop.available('eur'), 149);
    assert.equal((await shop.redeem('credit')).grant.kind, 'coupon');
    assert.equal(await shop.available('eur'), 49);
    assert.deepEqual((await shop.reward('credit')).availability, {
      state: 'short',
      missing: [{ unit: 'eur', value: 51 }],
    });
  });
});

onStores('what comes as a present', (open) => {
  const rule = (id: string, trigger: string, parts: Record<string, unknown> = {}) => ({
    id,
    trigger,
    title: id,
    grants: [pts(10)],
    cta: { kind: 'none' },
    confirm: 'server',
    ...parts,
  });

  it('waits to be opened, whoever gives it', async () => {
    const shop = open({
      rules: [
        basics.rules[0],
        rule('birthday', 'birthday'),
        rule('hello', 'join', { gift: true }),
        rule('miss-you', 'custom', { gift: true }),
        rule('plain', 'custom'),
      ],
    });
    await shop.tell({ type: 'member.joined', member: 'lena', birthday: { month: 11, day: 25 } });
    for (const id of ['miss-you', 'plain']) {
      await shop.tell({ type: 'rule.completed', member: 'lena', rule: id });
    }
    shop.at('2026-11-24T23:00:00Z');
    const { vouchers } = await shop.me();
    assert.deepEqual(
      vouchers.map(({ source, seenAt }) => [source.kind, source.id, seenAt]).sort(),
      [
        ['gift', 'birthday', null],
        ['gift', 'hello', null],
        ['gift', 'miss-you', null],
      ],
    );
    assert.equal(await shop.available(), 40);
    await shop.act((writes) => writes.seen(vouchers[0]?.id ?? ''));
    const again = (await shop.me()).vouchers.filter(({ seenAt }) => seenAt === null);
    assert.equal(again.length, 2);
  });

  it('on a birthday comes by the clock alone, once a year, on 28 February where there is no 29th', async () => {
    const shop = open(
      { rules: [basics.rules[0], rule('birthday', 'birthday')] },
      { now: '2026-02-01T10:00:00Z' },
    );
    await shop.tell({ type: 'member.joined', member: 'lena', birthday: { month: 2, day: 29 } });
    shop.at('2026-02-27T23:00:00Z');
    await shop.engine.tick?.();
    assert.equal(await shop.available(), 10);
    shop.at('2028-02-28T22:59:00Z');
    assert.equal(await shop.available(), 20);
    shop.at('2028-02-28T23:00:00Z');
    assert.equal(await shop.available(), 30);
  });

  it('on a birthday that was told too late comes next year', async () => {
    const shop = open(
      { rules: [basics.rules[0], rule('birthday', 'birthday')] },
      { now: '2026-10-01T10:00:00Z' },
    );
    await shop.me();
    shop.at('2026-11-23T10:00:00Z');
    await shop.tell({ type: 'member.joined', member: 'lena', birthday: { month: 11, day: 16 } });
    assert.equal(await shop.available(), 0);
    shop.at('2027-11-17T10:00:00Z');
    assert.equal(await shop.available(), 10);
  });

  it('on a birthday that moves about comes once a year all the same', async () => {
    const shop = open({ rules: [basics.rules[0], rule('birthday', 'birthday')] });
    for (const day of [25, 26, 27]) {
      await shop.tell({ type: 'member.joined', member: 'lena', birthday: { month: 11, day } });
      shop.later({ days: 1 });
      await shop.me();
      shop.later({ minutes: 60 * 14 });
    }
    assert.equal(await shop.available(), 10);
  });

  it('comes on the day that somebody joined, every year', async () => {
    const shop = open({ rules: [basics.rules[0], rule('anniversary', 'anniversary')] });
    await shop.tell({ type: 'member.joined', member: 'lena' });
    shop.at('2027-11-23T09:59:59Z');
    assert.equal(await shop.available(), 0);
    shop.at('2028-11-24T10:00:00Z');
    assert.equal(await shop.available(), 20);
  });
});

onStores('a quiz', (open) => {
  const form = [
    {
      id: 'where',
      type: 'choice',
      label: 'Where?',
      required: true,
      options: [
        { value: 'low', label: 'Low' },
        { value: 'high', label: 'High' },
      ],
    },
    {
      id: 'which',
      type: 'choices',
      label: 'Which?',
      options: ['a', 'b', 'c'].map((value) => ({ value, label: value })),
    },
    { id: 'who', type: 'text', label: 'Who?' },
  ];
  const quiz = {
    id: 'quiz',
    trigger: 'quiz',
    title: 'Quiz',
    grants: [pts(1)],
    limit: { count: 1, per: 'day' },
    quiz: {
      right: { where: 'high', which: ['b', 'a'], who: 'Kaldi' },
      results: [
        { from: 1, grants: [pts(10)] },
        { from: 3, grants: [pts(100)] },
      ],
    },
    cta: { kind: 'form', form },
    confirm: 'client',
  };

  it('gives by how many answers are right, and keeps them to itself', async () => {
    const shop = open({ rules: [basics.rules[0], quiz] });
    const publicly = JSON.stringify(await shop.engine.program('en'));
    assert.ok(!publicly.includes('Kaldi') && !publicly.includes('"right"'), publicly);
    const answer = (answers: Record<string, string | string[]>) =>
      shop.act((writes) => writes.complete('quiz', { answers }));
    await answer({ where: 'low', which: ['a'] });
    assert.equal(await shop.available(), 1);
    shop.later({ days: 1 });
    await answer({ where: 'high', which: ['c'] });
    assert.equal(await shop.available(), 12);
    shop.later({ days: 1 });
    const { body } = await answer({ where: 'high', which: ['a', 'b'], who: ' kaldi ' });
    assert.equal(await shop.available(), 113);
    const [line] = (body as Outcome).changes.activity ?? [];
    assert.ok(
      line?.because?.some(({ text }) => text === '3 of 3 right'),
      JSON.stringify(line),
    );
  });

  it('is over for the day when it was answered', async () => {
    const shop = open({ rules: [basics.rules[0], quiz] });
    await shop.act((writes) => writes.complete('quiz', { answers: { where: 'low' } }));
    const problem = await shop.refused((writes) =>
      writes.complete('quiz', { answers: { where: 'high' } }),
    );
    assert.equal(problem.code, 'limit-reached');
  });
});

onStores('a unit of which one can hold so many', (open) => {
  const units = unitsWith('pts', { atMost: 25 });

  it('is given up to that, and a reward that gives nothing else waits', async () => {
    const shop = open({ units, rewards: [card('more')] });
    await shop.pay(2000);
    assert.equal(await shop.available(), 20);
    assert.equal((await shop.reward('more')).availability.state, 'used-up');
    await shop.pay(2000);
    assert.equal(await shop.available(), 25);
    const [line] = (await shop.me()).activity;
    assert.deepEqual(line?.amounts, [{ unit: 'pts', value: 5 }]);
    assert.ok(line.because?.some(({ text }) => text === 'No more of it can be collected'));
    await shop.adjust('pts', -15);
    await shop.redeem('more');
    assert.equal(await shop.available(), 20);
  });
});

onStores('stock', (open) => {
  it('is never given twice, however many reach for the last one', async () => {
    const shop = open({
      rewards: [card('few', { stock: 3, grants: [{ kind: 'custom', label: 'one' }] })],
    });
    const members = Array.from({ length: 12 }, (_, i) => `m${i}`);
    const answers = await Promise.all(
      members.map((member) => shop.act((writes) => writes.redeem('few', {}), { member })),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 3);
    const refused = answers
      .filter(({ status }) => status !== 200)
      .map(({ body }) => (body as { code: string }).code);
    assert.deepEqual(new Set(refused), new Set(['sold-out']));
    const { left, availability } = await shop.reward('few');
    assert.deepEqual([left, availability.state], [0, 'sold-out']);
  });
});

onStores('free once a day', (open) => {
  const wheel = card('wheel', {
    view: 'wheel',
    limit: { count: 1, per: 'day' },
    grants: [
      {
        kind: 'pool',
        segments: [
          { id: 'a', title: 'A', odds: 0.5, grant: pts(10) },
          { id: 'b', title: 'B', odds: 0.5, grant: null },
        ],
      },
    ],
  });

  it('can be played again from midnight in Vienna on, and says so', async () => {
    const shop = open({ rewards: [wheel] });
    await shop.redeem('wheel');
    assert.deepEqual((await shop.reward('wheel')).availability, {
      state: 'cooldown',
      at: '2026-11-23T23:00:00Z',
    });
    const problem = await shop.refused((writes) => writes.redeem('wheel', {}));
    assert.deepEqual([problem.code, problem.after], ['limit-reached', 13 * 3600]);
    shop.at('2026-11-23T23:00:00Z');
    await shop.redeem('wheel');
  });

  it('shows the same prize to whoever asks again with the same key', async () => {
    const shop = open({ rewards: [{ ...wheel, limit: undefined }] });
    for (let i = 0; i < 20; i += 1) {
      const ask = () => shop.act((writes) => writes.redeem('wheel', {}), { key: `spin-${i}` });
      const first = await ask();
      const again = await ask();
      assert.deepEqual(again.body, first.body);
      assert.deepEqual([first.replayed, again.replayed], [false, true]);
    }
    assert.equal((await shop.reward('wheel')).availability.state, 'available');
    const spins = (await shop.me()).vouchers.length;
    assert.equal(spins, 20);
  });
});

onStores('the doors of an advent calendar', (open) => {
  const door = (day: number) =>
    card(`door-${day}`, {
      window: {
        from: `2026-12-${String(day).padStart(2, '0')}T00:00:00+01:00`,
        to: `2026-12-${String(day + 1).padStart(2, '0')}T00:00:00+01:00`,
      },
      limit: { count: 1, per: 'once' },
    });

  it('open each on its day, once, and not afterwards', async () => {
    const rewards = Array.from({ length: 24 }, (_, i) => door(i + 1));
    const shop = open({ rewards }, { now: '2026-12-05T23:00:00Z' });
    const states = (await shop.me()).rewards.map(({ availability }) => availability.state);
    assert.deepEqual(states.slice(3, 8), ['ended', 'ended', 'available', 'scheduled', 'scheduled']);
    await shop.redeem('door-6');
    assert.equal((await shop.reward('door-6')).availability.state, 'used-up');
    assert.equal((await shop.refused((writes) => writes.redeem('door-7', {}))).code, 'not-started');
    assert.equal((await shop.refused((writes) => writes.redeem('door-5', {}))).code, 'ended');
  });
});

onStores('a season', (open) => {
  it('counts from its first day, keeps what it gave, and begins anew', async () => {
    const shop = open(
      {
        tracks: [
          {
            id: 'season',
            view: 'meter',
            title: 'Season',
            period: { kind: 'calendar', length: 'P3M', starts: '2026-01-01T00:00:00+01:00' },
            falls: 'at-reset',
            repeat: 'on-reset',
            join: 'auto',
            steps: [
              { id: 'l1', title: 'One', needs: [{ unit: 'spend', value: 1000 }], grants: [pts(7)] },
              { id: 'l2', title: 'Two', needs: [{ unit: 'spend', value: 3000 }] },
            ],
          },
        ],
        rules: [{ ...basics.rules[0], grants: [] }],
      },
      { now: '2026-03-31T20:00:00Z' },
    );
    await shop.pay(1500);
    const state = await shop.track('season');
    // Summer time has begun meanwhile: the season ends at midnight all the same.
    assert.deepEqual([state.step, state.until], ['l1', '2026-03-31T21:59:59Z']);
    assert.deepEqual(state.next, {
      step: 'l2',
      missing: [{ unit: 'spend', value: 1500 }],
      by: '2026-03-31T22:00:00Z',
    });
    shop.at('2026-03-31T22:00:00Z');
    const fresh = await shop.track('season');
    assert.deepEqual([fresh.step, fresh.have], [null, [{ unit: 'spend', value: 0 }]]);
    assert.equal(await shop.available(), 7);
    await shop.pay(1500);
    assert.equal(await shop.available(), 14);
  });
});

onStores('a step that is given', (open) => {
  const circle = {
    id: 'circle',
    view: 'tiers',
    title: 'Circle',
    period: { kind: 'lifetime' },
    repeat: 'on-reset',
    join: 'invite',
    steps: [
      { id: 'in', title: 'In', needs: [], grants: [pts(5)] },
      { id: 'inner', title: 'Inner', needs: [] },
    ],
  };

  it('by invitation of the shop opens what is for that circle', async () => {
    const secret = card('secret', { requires: { anyStep: [{ track: 'circle', step: 'in' }] } });
    const shop = open({ tracks: [circle], rewards: [secret] });
    assert.equal((await shop.reward('secret')).availability.state, 'locked');
    assert.deepEqual(
      [(await shop.track('circle')).status, (await shop.track('circle')).next],
      ['locked', null],
    );
    const grant = { kind: 'status' as const, track: 'circle', step: 'in' };
    await shop.tell({ type: 'voucher.granted', member: 'lena', title: 'Welcome in', grant });
    assert.equal((await shop.reward('secret')).availability.state, 'available');
    assert.equal(await shop.available(), 5);
    const { step, until, status } = await shop.track('circle');
    assert.deepEqual([step, until, status], ['in', null, 'open']);
  });

  it('for three months ends after three months', async () => {
    const pass = card('pass', {
      grants: [{ kind: 'status', track: 'circle', step: 'in' }],
      validFor: 'P3M',
    });
    const shop = open({ tracks: [circle], rewards: [pass] });
    await shop.redeem('pass');
    assert.equal((await shop.track('circle')).until, '2027-02-23T22:59:59Z');
    shop.at('2027-02-23T23:00:00Z');
    assert.equal((await shop.track('circle')).step, null);
  });
});

it('a programme that is closed for some days is closed for the page as well', async () => {
  const access = {
    kind: 'access',
    label: 'Early access',
    url: '/preview',
    window: { from: '2026-11-26T00:00:00Z', to: '2026-11-28T00:00:00Z' },
  };
  const shop = new Shop(
    programme({ rewards: [card('early', { grants: [access], delivery: 'link' })] }),
  );
  const voucher = await shop.redeem('early');
  assert.deepEqual([voucher.applyUrl, voucher.expiresAt], ['/preview', '2026-11-28T00:00:00Z']);
  shop.at('2026-11-28T00:00:00Z');
  assert.equal((await shop.me()).vouchers[0]?.status, 'expired');
});
