import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readProgramme } from '../../../src/server/engines/ledger/index.js';
import { refuses, type Mistakes } from './mistakes.js';
import { basics, programme } from './shop.js';

/** Mistakes in boards, draws, goals of all members and invitations, each told where it stands. */

const unit = (id: string, rest: Record<string, unknown> = {}) => ({
  ...{ id, kind: 'token', label: { other: id }, scale: 0, spendable: false },
  ...rest,
});
const points = { kind: 'unit', amount: { unit: 'pts', value: 5 } };
const board = {
  id: 'nov',
  title: 'November',
  view: 'top',
  unit: 'spend',
  window: { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' },
  prizes: [{ from: 1, to: 3, grants: [points] }],
};
const raffle = { ...board, id: 'raffle', view: 'draw', unit: 'ticket' };
const enter = (id: string, count = 1) => ({
  ...basics.rules[0],
  id: 'enter',
  grants: [{ kind: 'entry', board: id, count }],
});
const boards = (...list: object[]) => ({
  units: [...basics.units, unit('ticket')],
  rules: [...basics.rules, enter('raffle')],
  boards: [raffle, ...list],
});
const withPrizes = (...prizes: object[]) => boards({ ...board, prizes });
const prize = { from: 1, to: 1, grants: [points] };

const invite = {
  ...{ id: 'invite', trigger: 'referral', title: 'Invite', grants: [points] },
  ...{ cta: { kind: 'share' }, confirm: 'server' },
};
const invites = (settings: object) => ({
  rules: [...basics.rules, invite],
  referral: { url: 'https://oak.example/?ref={code}', give: [points], ...settings },
});

const goal = (track: object, settings: object = {}) => ({
  units: [...basics.units, unit('trees', { kind: 'metric', shared: true, ...settings })],
  tracks: [
    {
      ...{ id: 'forest', view: 'meter', title: 'Forest', repeat: 'never', join: 'auto' },
      period: { kind: 'lifetime' },
      steps: [{ id: 'grove', title: 'Grove', needs: [{ unit: 'trees', value: 100 }] }],
      ...track,
    },
  ],
});

const mistakes: Mistakes = {
  'a board over a unit that is not there': [
    boards({ ...board, unit: 'fame' }),
    /^f\.json: boards\[1\]\.unit: there is no unit "fame"; there is "pts"/,
  ],
  'a board over a unit that nobody gets': [
    boards({ ...board, unit: 'stamp' }),
    /boards\[1\]\.unit: nothing in this programme gives "stamp", so nobody is ever on it/,
  ],
  'a board without a window': [
    boards({ ...board, window: undefined }),
    /boards\[1\]\.window: a board closes once .* it needs a "to"/,
  ],
  'a board that never closes': [
    boards({ ...board, window: { from: '2026-11-01T00:00:00Z' } }),
    /boards\[1\]\.window: a board closes once/,
  ],
  'a board that closes before it opens': [
    boards({ ...board, window: { from: '2026-12-01T00:00:00Z', to: '2026-11-01T00:00:00Z' } }),
    /boards\[1\]\.window: it ends before it begins/,
  ],
  'a board that repeats': [
    boards({ ...board, window: { ...board.window, rrule: 'FREQ=WEEKLY' } }),
    /boards\[1\]\.window\.rrule: a board closes once; write one board for each season/,
  ],
  'a view of a board that is not there': [
    boards({ ...board, view: 'podium' }),
    /there is no view of a board "podium"; there is "top", "league" and "draw"/,
  ],
  'two boards of one name': [boards(board, board), /boards\[2\]\.id: "nov" stands here twice/],
  'prizes that overlap': [
    withPrizes({ ...prize, to: 3 }, { ...prize, from: 3, to: 5 }),
    /boards\[1\]\.prizes\[1\]: it overlaps the prize for 1 to 3/,
  ],
  'a prize for no place': [withPrizes({ ...prize, from: 0 }), /places begin at 1/],
  'a prize that ends before it begins': [
    withPrizes({ ...prize, from: 3, to: 2 }),
    /prizes\[0\]: it ends before it begins/,
  ],
  'an empty prize': [withPrizes({ ...prize, grants: [] }), /a prize gives something/],
  'a prize in a unit that is not there': [
    withPrizes({ ...prize, grants: [{ kind: 'unit', amount: { unit: 'gold', value: 1 } }] }),
    /boards\[1\]\.prizes\[0\]\.grants\[0\]\.amount\.unit: there is no unit "gold"/,
  ],
  'a prize that one would have to choose': [
    withPrizes({
      ...prize,
      grants: [{ kind: 'product', product: 'p', title: 'P', choices: [{ id: 'a', title: 'A' }] }],
    }),
    /nobody is asked here; give one product/,
  ],
  'a draw of nothing': [
    { ...boards(), boards: [{ ...raffle, prizes: [] }] },
    /a draw without prizes draws nothing/,
  ],
  'groups outside of a league': [boards({ ...board, group: 10 }), /only a league plays in groups/],
  'a league of one': [boards({ ...board, view: 'league', group: 1 }), /it takes two to compete/],
  'an entry to a board that is not there': [
    { ...boards(), rules: [...basics.rules, enter('lotto')] },
    /rules\[1\]\.grants\[0\]\.board: there is no board "lotto"; there is "raffle"/,
  ],
  'an entry of nothing': [
    { ...boards(), rules: [...basics.rules, enter('raffle', 0)] },
    /rules\[1\]\.grants\[0\]\.count: a grant gives 1 or more/,
  ],
  'entries that can be spent': [
    { ...boards(), boards: [{ ...raffle, unit: 'pts' }] },
    /entries of "raffle" are counted in "pts", which can be spent/,
  ],
  'entries that would be those of two boards': [
    boards({ ...raffle, id: 'other' }),
    /"other" counts the same unit at the same time/,
  ],
  'entries that would be those of a board that was always open': [
    boards({ ...raffle, id: 'other', window: { to: '2026-12-24T00:00:00Z' } }),
    /"other" counts the same unit at the same time/,
  ],
  'entries that would be those of a board that never closes': [
    boards({ ...raffle, id: 'other', window: { from: '2026-11-24T00:00:00Z' } }),
    /"other" counts the same unit at the same time/,
  ],
  'entries that would be those of a board without a window': [
    boards({ ...raffle, id: 'other', window: undefined }),
    /"other" counts the same unit at the same time/,
  ],
  'an entry given when its board is over': [
    {
      ...boards(),
      rules: [...basics.rules, { ...enter('raffle'), window: { from: '2027-01-01T00:00:00Z' } }],
    },
    /rules\[1\]\.window: it opens when "raffle" has closed, so its entries count for nothing/,
  ],

  'a link without a place for the code': [
    invites({ url: 'https://oak.example' }),
    /referral\.url: expected \{code\} in it/,
  ],
  'a link that is none': [invites({ url: 'oak {code}' }), /expected an address that begins with/],
  'invitations that bring nothing': [
    { ...invites({}), rules: basics.rules },
    /referral: nobody gets anything for inviting: add a rule with the trigger "referral"/,
  ],
  'a reward for inviting without a link': [
    { rules: [...basics.rules, invite] },
    /rules\[1\]\.trigger: nobody can invite anybody: the programme needs "referral"/,
  ],
  'a least order in something that is no money': [
    invites({ minOrder: { unit: 'pts', value: 100 } }),
    /referral\.minOrder\.unit: "pts" is not a unit of money in EUR/,
  ],
  'a least order of nothing': [
    invites({ minOrder: { unit: 'eur', value: 0 } }),
    /referral\.minOrder\.value: expected 1 or more/,
  ],
  'a welcome in a unit that is not there': [
    invites({ give: [{ kind: 'unit', amount: { unit: 'gold', value: 1 } }] }),
    /referral\.give\[0\]\.amount\.unit: there is no unit "gold"/,
  ],

  'something of all that could be held': [
    goal({}, { kind: 'points', spendable: true }),
    /units\[5\]\.shared: what all members have together is measured/,
  ],
  'a goal of all and of one in a step': [
    goal({
      steps: [
        {
          ...{ id: 'both', title: 'Both' },
          needs: [
            { unit: 'trees', value: 1 },
            { unit: 'spend', value: 1 },
          ],
        },
      ],
    }),
    /tracks\[0\]\.steps: a goal of all members needs only units that are "shared"/,
  ],
  'a goal of all over another time for each': [
    goal({ period: { kind: 'rolling', length: 'P1M' } }),
    /"rolling" is another time for each member/,
  ],
  'a goal of all that is kept like a level': [
    goal({ period: { kind: 'calendar' } }),
    /tracks\[0\]\.falls: a goal is no level that is kept/,
  ],
  'a goal of all that starts over when it is full': [
    goal({ repeat: 'on-complete' }),
    /a goal of all is reached once in each period/,
  ],
  'a goal of all on days in a row': [
    goal({ streak: { unit: 'trees' } }),
    /tracks\[0\]\.streak: days in a row are each member’s own/,
  ],
  'a goal of all that comes back every weekend': [
    goal({ window: { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU' } }),
    /tracks\[0\]\.window\.rrule: a goal has one beginning and one end/,
  ],
  'a goal of all by invitation': [goal({ join: 'invite' }), /everyone can take part/],
};

describe('a programme file with boards, goals and invitations', () => {
  it('is read when it is right', () => {
    const all = { ...boards(board), ...goal({}), ...invites({}) };
    const units = [
      ...basics.units,
      unit('ticket'),
      unit('trees', { kind: 'metric', shared: true }),
    ];
    const plant = { measures: [{ amount: { unit: 'trees', value: 1 } }] };
    const rules = [...basics.rules, { ...enter('raffle'), ...plant }, invite];
    const read = readProgramme(JSON.parse(JSON.stringify(programme({ ...all, units, rules }))));
    const { boards: shown, ...rest } = read.public('en');
    assert.deepEqual(
      shown?.map(({ id, view }) => [id, view]),
      [
        ['raffle', 'draw'],
        ['nov', 'top'],
      ],
    );
    // The engine's own settings never leave it.
    assert.equal('referral' in rest, false);
  });

  refuses(mistakes);
});
