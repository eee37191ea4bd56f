import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Program } from '../../../src/contract/schema/program.js';
import { ProgrammeError, readProgramme } from '../../../src/server/engines/ledger/index.js';
import { buy, off5, refuses, rule, track, type Mistakes } from './mistakes.js';
import { basics, programme } from './shop.js';

const gives = (...grants: unknown[]) => rule({ grants });
const costs = (cost: unknown) => ({ rewards: [{ ...off5, cost }] });
const pool = (...odds: (number | undefined)[]) => ({
  rewards: [
    {
      ...off5,
      undoMinutes: undefined,
      grants: [
        {
          kind: 'pool',
          segments: odds.map((value, i) => ({ id: `s${i}`, title: 'S', odds: value, grant: null })),
        },
      ],
    },
  ],
});

const mistakes: Mistakes = {
  'an unknown unit': [
    gives({ kind: 'unit', amount: { unit: 'ptz', value: 1 } }),
    /^f\.json: rules\[1\]\.grants\[0\]\.amount\.unit: there is no unit "ptz"; there is "pts"/,
  ],
  'a grant of nothing': [gives({ kind: 'unit' }), /grants\[0\]: .*either an "amount" or a "rate"/],
  'a kind of grant that is not given': [gives({ kind: 'wish' }), /gives no "wish"/],
  'a step given on no track': [gives({ kind: 'status', track: 'x', step: 'y' }), /no track "x"/],
  'a rate of points per points': [
    gives({
      kind: 'unit',
      rate: { per: { unit: 'pts', value: 1 }, give: { unit: 'pts', value: 1 } },
    }),
    /neither money of an order/,
  ],
  'the same id twice': [{ rules: [buy, buy] }, /rules\[1\]\.id: "buy" stands here twice/],
  'a setting that does not exist': [{ rules: [{ ...buy, delay: 3 }] }, /rules\[0\].*delay/],
  'steps out of order': [
    {
      tracks: [
        track({
          steps: [
            { id: 'a', title: 'A', needs: [{ unit: 'spend', value: 9 }] },
            { id: 'b', title: 'B', needs: [{ unit: 'spend', value: 5 }] },
          ],
        }),
      ],
    },
    /tracks\[0\]\.steps\[1\]: it must need more than the step before it, "a"/,
  ],
  'a step that needs an unknown unit': [
    { tracks: [track({ steps: [{ id: 'a', title: 'A', needs: [{ unit: 'x', value: 1 }] }] })] },
    /tracks\[0\]\.steps\[0\]\.needs\[0\]\.unit: there is no unit "x"/,
  ],
  'a task that the step does not need': [
    {
      tracks: [
        track({
          steps: [
            {
              id: 'a',
              title: 'A',
              needs: [{ unit: 'spend', value: 1 }],
              tasks: [{ id: 'k', title: 'K', need: { unit: 'day', value: 1 } }],
            },
          ],
        }),
      ],
    },
    /a task is one of the step’s needs/,
  ],
  'an unknown period': [{ tracks: [track({ period: { kind: 'moon' } })] }, /no period "moon"/],
  'a length that is no duration': [
    { tracks: [track({ period: { kind: 'rolling', length: 'a year' } })] },
    /no ISO 8601 duration/,
  ],
  'odds that do not add up': [pool(0.5, 0.4), /segments: the odds add up to 0.9, not to 1/],
  'odds for some': [pool(0.5, undefined), /every segment declares its odds, or none/],
  'a price in what cannot be spent': [
    costs({ kind: 'fixed', amount: { unit: 'stamp', value: 1 } }),
    /"stamp" cannot be spent, so nobody can ever pay this/,
  ],
  'a price in what nothing gives': [
    costs({ kind: 'fixed', amount: { unit: 'eur', value: 1 } }),
    /nothing in this programme gives "eur"/,
  ],
  'a slider that misses its steps': [
    costs({ kind: 'range', unit: 'pts', min: 50, max: 500, step: 100 }),
    /multiples of "step"/,
  ],
  'a price of an unknown kind': [costs({ kind: 'barter' }), /takes no such price/],
  'a slider that promises one thing and gives another': [
    costs({
      kind: 'range',
      unit: 'pts',
      min: 100,
      max: 500,
      step: 100,
      gives: { unit: 'eur', value: 100 },
    }),
    /it must equal "cost.gives"/,
  ],
  'an unknown level': [
    { rewards: [{ ...off5, requires: { anyStep: [{ track: 'vip', step: 'oak' }] } }] },
    /rewards\[0\]\.requires\.anyStep\[0\]\.track: there is no track "vip"; there is none/,
  ],
  'a window that ends before it begins': [
    {
      rewards: [{ ...off5, window: { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' } }],
    },
    /ends before it begins/,
  ],
  'a step that counts what nothing counts': [
    { tracks: [track({ steps: [{ id: 'a', title: 'A', needs: [{ unit: 'day', value: 3 }] }] })] },
    /tracks\[0\]\.steps\[0\]\.needs: nothing in this programme counts "day", so nobody reaches it/,
  ],
  'a step without needs that nobody gives': [
    { tracks: [track({ steps: [{ id: 'a', title: 'A', needs: [] }] })] },
    /steps\[0\]\.needs: a step that needs nothing needs 0 of a unit, or is given/,
  ],
  'a price of more than can be held': [
    { units: basics.units.map((unit) => (unit.id === 'pts' ? { ...unit, atMost: 400 } : unit)) },
    /rewards\[0\]\.cost\.amount\.value: a member holds 400 "pts" at most/,
  ],
  'a multiple of nothing': [
    { rules: [{ ...buy, grants: [{ kind: 'unit', times: 2 }], measures: [] }] },
    /there is no purchase rule with a rate that could be multiplied/,
  ],
  'a multiple of a rule that is not there': [
    {
      rules: [buy, { ...buy, id: 'x2', grants: [{ kind: 'unit', times: 2 }], multiplies: ['by'] }],
    },
    /rules\[1\]\.multiplies\[0\]: there is no purchase rule "by"; there is "buy"/,
  ],
  'a multiple that makes less': [
    { rules: [buy, { ...buy, id: 'x', grants: [{ kind: 'unit', times: 1 }] }] },
    /a multiple is above 1/,
  ],
  'a multiple of what is no purchase': [
    { rules: [buy, { ...buy, id: 'x', trigger: 'review', grants: [{ kind: 'unit', times: 2 }] }] },
    /only a rule for purchases multiplies/,
  ],
  'a price in money with nowhere to pay it': [
    costs({ kind: 'price', amount: { unit: 'eur', value: 100 }, checkoutUrl: '/pay' }),
    /cost\.checkoutUrl: the shop's page for paying needs \{voucher\} in its address/,
  ],
  'a price in money that is none': [
    costs({ kind: 'price', amount: { unit: 'pts', value: 100 }, checkoutUrl: '/{voucher}' }),
    /cost\.amount\.unit: "pts" is not a unit of money in EUR/,
  ],
  'a plan that is paid every now and then': [
    costs({
      kind: 'price',
      amount: { unit: 'eur', value: 100 },
      every: 'sometimes',
      checkoutUrl: '/{voucher}',
    }),
    /cost\.every: "sometimes" is no ISO 8601 duration/,
  ],
  'a donation of nothing': [
    {
      rewards: [{ ...off5, cost: { kind: 'free' }, grants: [{ kind: 'donation', cause: 'Bees' }] }],
    },
    /a donation has an "amount", unless its price is one/,
  ],
  'a freeze that nobody can get': [
    {
      units: [
        ...basics.units,
        { id: 'ice', kind: 'token', label: { other: 'i' }, scale: 0, spendable: true },
      ],
      tracks: [track({ period: { kind: 'daily' }, streak: { unit: 'spend', freezeUnit: 'ice' } })],
    },
    /streak\.freezeUnit: nothing in this programme gives "ice"/,
  ],
  'a quiz whose right answer cannot be given': [
    {
      rules: [
        buy,
        {
          ...buy,
          id: 'quiz',
          trigger: 'quiz',
          grants: [],
          measures: [],
          confirm: 'client',
          limit: { count: 1, per: 'once' },
          quiz: { right: { q: 'c', r: 'x' }, results: [{ from: 3, grants: [] }] },
          cta: {
            kind: 'form',
            form: [{ id: 'q', type: 'choice', label: 'Q', options: [{ value: 'a', label: 'A' }] }],
          },
        },
      ],
    },
    /rules\[1\]\.quiz\.right\.q: nobody can give this answer/,
  ],
  'a window that repeats on no day': [
    { rewards: [{ ...off5, window: { rrule: 'FREQ=WEEKLY' } }] },
    /rewards\[0\]\.window\.rrule: say on which days/,
  ],
  'a window whose rule is none': [
    { rewards: [{ ...off5, window: { rrule: 'every weekend' } }] },
    /"every weekend" is no iCalendar rule/,
  ],
  'a window that repeats by the minute': [
    { rewards: [{ ...off5, window: { rrule: 'FREQ=MINUTELY' } }] },
    /"FREQ" is DAILY, WEEKLY, MONTHLY, YEARLY/,
  ],
  'a window that counts from nowhere': [
    { rules: [{ ...buy, window: { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA' } }] },
    /rules\[0\]\.window\.rrule: what counts or skips needs a "from"/,
  ],
  'a window on days that do not lie in it': [
    {
      tracks: [
        track({
          window: {
            from: '2026-11-02T00:00:00Z',
            to: '2026-11-06T00:00:00Z',
            rrule: 'FREQ=WEEKLY;BYDAY=SU',
          },
        }),
      ],
    },
    /tracks\[0\]\.window: it never opens/,
  ],
  'a window on a day that does not exist': [
    { rewards: [{ ...off5, window: { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' } }] },
    /it never opens/,
  ],
  'an unknown span of a limit': [
    { rewards: [{ ...off5, limit: { count: 1, per: 'fortnight' } }] },
    /"fortnight" is no span/,
  ],
  'a draw that can be undone': [
    { rewards: [{ ...pool(0.5, 0.5).rewards[0], undoMinutes: 5 }] },
    /a draw cannot be undone/,
  ],
  'a link without an address': [
    { rules: [buy, { ...buy, id: 'l', cta: { kind: 'link' } }] },
    /needs an address/,
  ],
  'a time zone that does not exist': [{ timeZone: 'Europe/Wien' }, /not an IANA time zone/],
  'no money to pay orders in': [{ currency: 'CHF' }, /no unit of money in CHF/],
  'not being a programme at all': [{ rewards: 'none' }, /^f\.json: rewards: /],
};

describe('a programme file', () => {
  refuses(mistakes);

  it('is told all of its mistakes at once, each in a line', () => {
    const parts = { timeZone: 'Mars', ...gives({ kind: 'unit' }), tracks: [track({ steps: [] })] };
    assert.throws(
      () => readProgramme(programme(parts), 'f.json'),
      (error: ProgrammeError) => {
        assert.deepEqual(
          error.message.split('\n').map((line) => line.split(':')[1]?.trim()),
          ['timeZone', 'rules[1].grants[0]', 'tracks[0].steps'],
        );
        return true;
      },
    );
  });

  it('that is missing altogether is refused, too', () => {
    for (const file of [null, 'x', 3, []])
      assert.throws(() => readProgramme(file, 'f.json'), ProgrammeError);
  });

  it('of the demo is right, in German and in English', async () => {
    const text = await readFile(
      new URL('../../../demo/programmes/oak.json', import.meta.url),
      'utf8',
    );
    const oak = readProgramme(JSON.parse(text), 'oak.json');
    for (const locale of ['de', 'en']) {
      const program = oak.public(locale);
      assert.deepEqual(Program.parse(program), program);
      assert.ok(!JSON.stringify(program).includes('"de":'), 'no text was left in two languages');
    }
  });
});
