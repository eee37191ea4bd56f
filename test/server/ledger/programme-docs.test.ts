import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { readProgramme } from '../../../src/server/engines/ledger/index.js';
import { basics } from './shop.js';

/** The reference of the programme file is read by the reader itself, example by example. */

type Part = { readonly id: string };
type Parts = Record<string, unknown>;

const label = (one: string) => ({ other: one });
const more = {
  spin: { id: 'spin', kind: 'token', label: label('spins'), scale: 0, spendable: true },
  order: { id: 'order', kind: 'metric', label: label('orders'), scale: 0, spendable: false },
};

/** The rows of the contract's section 9, in its order. */
const kinds = [
  'Points',
  'Variable exchange',
  'Several prices for one reward',
  'Tiers by spend, points or orders',
  'Tier by invitation or paid',
  'Cashback, store credit',
  'Stamp card',
  'Paid membership',
  'Challenge, mission, quest',
  'Streak, with freezes',
  'Badges',
  'XP and levels',
  'Wheel, scratch card, mystery box, advent calendar',
  'Draw, contest, leaderboard, league',
  'Community goal',
  'Referral, and its ladder',
  'Donation',
  'Survey, NPS, quiz, feedback',
  'Review, social, receipt, scan, check-in',
  'Birthday, anniversary, welcome gift',
  'Milestones',
  'Early access, event, members-only product',
  'Time-limited or category-limited',
  'Surprise gift, win-back',
  'Subscription perks',
  'Pay with points at checkout',
];

/** What the page says comes with every programme. */
const common: Parts = {
  ...basics,
  units: [...basics.units, ...Object.values(more)],
  rules: [
    {
      ...basics.rules[0],
      measures: [
        ...(basics.rules[0]?.measures ?? []),
        { amount: { unit: 'order', value: 1 } },
        { amount: { unit: 'day', value: 1 } },
      ],
    },
    {
      ...basics.rules[0],
      id: 'tokens',
      measures: [],
      grants: ['spin', 'stamp'].map((unit) => ({ kind: 'unit', amount: { unit, value: 1 } })),
    },
  ],
  rewards: [],
};

/** Lists are joined by id, so that an example may replace what is common. */
function joined(parts: Parts): Parts {
  const lists = Object.entries(parts).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, value];
    const own = value as Part[];
    const before = ((common[name] ?? []) as Part[]).filter(
      ({ id }) => !own.some((part) => part.id === id),
    );
    return [name, [...before, ...own]];
  });
  return { ...common, ...Object.fromEntries(lists) } as Parts;
}

const page = await readFile(new URL('../../../docs/programme-file.md', import.meta.url), 'utf8');
const examples = page
  .split('\n### ')
  .slice(1)
  .map((section) => ({
    kind: section.split('\n')[0] ?? '',
    json: /```json\n([\s\S]*?)```/.exec(section)?.[1] ?? '',
  }));

describe('the reference of the programme file', () => {
  it('has an example for every kind of programme', () => {
    assert.deepEqual(
      examples.map(({ kind }) => kind),
      kinds,
    );
  });

  for (const { kind, json } of examples) {
    it(`shows a file for “${kind}” that can be run`, () => {
      readProgramme(joined(JSON.parse(json) as Parts), kind);
    });
  }
});
