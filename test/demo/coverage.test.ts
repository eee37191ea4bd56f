import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPresets, type Preset } from '../../demo/presets.js';
import type { ProgrammeDoc } from '../../src/server/engines/ledger/programme/file.js';
import type { Cost, Grant } from '../../src/contract/types.js';

/**
 * The contract's section 9 says how every kind of programme is written. Each of its rows is somewhere
 * among the demo's programmes, so that all of them can be seen and tried.
 */

const presets = await readPresets(new URL('../../demo/programmes/', import.meta.url));

const costs = (cost: Cost): Cost[] => (cost.kind === 'any' ? [cost, ...cost.of] : [cost]);
const within = (grant: Grant | null): Grant[] => {
  if (!grant) return [];
  const inside = grant.kind === 'pool' ? grant.segments.flatMap((one) => within(one.grant)) : [];
  return [grant, ...inside];
};
const grantsOf = (doc: ProgrammeDoc): Grant[] =>
  [
    ...doc.rules.flatMap(({ grants }) => grants),
    ...doc.rewards.flatMap(({ grants }) => grants),
    ...doc.tracks.flatMap(({ steps }) => steps.flatMap(({ grants = [] }) => grants)),
  ].flatMap(within);
const pricesOf = (doc: ProgrammeDoc): Cost[] => doc.rewards.flatMap(({ cost }) => costs(cost));
const unitOf = (doc: ProgrammeDoc, id: string | undefined) =>
  doc.units.find((unit) => unit.id === id);
const view = (doc: ProgrammeDoc, wanted: string) =>
  doc.tracks.filter((track) => track.view === wanted);
const trigger = (doc: ProgrammeDoc, ...wanted: string[]) =>
  doc.rules.filter((rule) => wanted.includes(rule.trigger));
const needed = (doc: ProgrammeDoc, wanted: string): string[] =>
  view(doc, wanted).flatMap(({ steps }) =>
    steps.flatMap(({ needs }) => needs.map(({ unit }) => unit)),
  );

/** Row of the table → whether a programme has it. */
const rows: Record<string, (doc: ProgrammeDoc) => boolean> = {
  Points: (doc) =>
    trigger(doc, 'purchase').some(({ grants }) =>
      grants.some(
        (one) => one.kind === 'unit' && unitOf(doc, one.rate?.give.unit)?.kind === 'points',
      ),
    ) && pricesOf(doc).some(({ kind }) => kind === 'fixed'),
  'Variable exchange': (doc) =>
    doc.rewards.some(({ view: drawn, cost }) => drawn === 'slider' && cost.kind === 'range'),
  'Several prices for one reward': (doc) => pricesOf(doc).some(({ kind }) => kind === 'any'),
  'Tiers by spend': (doc) =>
    needed(doc, 'tiers').some((id) => unitOf(doc, id)?.currency !== undefined),
  'Tiers by points': (doc) => needed(doc, 'tiers').some((id) => unitOf(doc, id)?.kind === 'points'),
  'Tier by invitation': (doc) => view(doc, 'tiers').some(({ join }) => join === 'invite'),
  'Cashback, store credit': (doc) =>
    doc.units.some(({ kind, spendable }) => kind === 'money' && spendable) &&
    grantsOf(doc).some(
      (one) => one.kind === 'unit' && unitOf(doc, one.rate?.give.unit)?.kind === 'money',
    ),
  'Stamp card': (doc) => view(doc, 'stamps').some(({ repeat }) => repeat === 'on-complete'),
  'Paid membership': (doc) =>
    pricesOf(doc).some((cost) => cost.kind === 'price' && cost.every === 'P1Y'),
  'Challenge with a window': (doc) =>
    view(doc, 'challenge').some(({ window }) => window !== undefined),
  'Challenge to opt into': (doc) => view(doc, 'challenge').some(({ join }) => join === 'opt-in'),
  'Mission of several tasks': (doc) =>
    view(doc, 'challenge').some(({ steps }) => steps.some(({ tasks = [] }) => tasks.length > 1)),
  'Streak of days, with freezes to buy': (doc) =>
    view(doc, 'streak').some(
      ({ period, streak }) => period.kind === 'daily' && streak?.freezeUnit !== undefined,
    ),
  'Streak of weeks': (doc) => view(doc, 'streak').some(({ period }) => period.kind === 'weekly'),
  'Badges with levels': (doc) =>
    view(doc, 'badge').some(({ group, steps }) => group !== undefined && steps.length > 1),
  'XP meter': (doc) =>
    needed(doc, 'meter').some((id) => {
      const unit = unitOf(doc, id);
      return unit?.kind === 'points' && !unit.spendable;
    }),
  Wheel: (doc) => doc.rewards.some(({ view: drawn }) => drawn === 'wheel'),
  'Scratch card, free once a day': (doc) =>
    doc.rewards.some(
      ({ view: drawn, cost, limit }) =>
        drawn === 'scratch' && cost.kind === 'free' && limit?.per === 'day',
    ),
  'Mystery box': (doc) =>
    doc.rewards.some(
      ({ view: drawn, grants, cost }) =>
        drawn === 'gift' && cost.kind === 'fixed' && grants.some(({ kind }) => kind === 'pool'),
    ),
  'Calendar of doors': (doc) =>
    doc.rewards.filter(
      ({ window, grants, group }) =>
        window && group !== undefined && grants.some(({ kind }) => kind === 'pool'),
    ).length >= 7,
  Draw: (doc) => (doc.boards ?? []).some((board) => board.view === 'draw'),
  'Entries for a draw': (doc) => grantsOf(doc).some(({ kind }) => kind === 'entry'),
  Leaderboard: (doc) => (doc.boards ?? []).some((board) => board.view === 'top'),
  League: (doc) => (doc.boards ?? []).some((board) => board.view === 'league'),
  'Community goal': (doc) => needed(doc, 'meter').some((id) => unitOf(doc, id)?.shared === true),
  Referral: (doc) => doc.referral !== undefined && trigger(doc, 'referral').length > 0,
  'Referral ladder': (doc) =>
    doc.referral !== undefined &&
    needed(doc, 'milestones').some((id) =>
      trigger(doc, 'referral').some(({ measures = [] }) =>
        measures.some(({ amount }) => amount?.unit === id),
      ),
    ),
  'Donation with a choice of causes': (doc) =>
    doc.rewards.some(({ view: drawn, grants }) => {
      const [grant] = grants;
      return drawn === 'donate' && grant?.kind === 'donation' && (grant.choices?.length ?? 0) > 1;
    }),
  Survey: (doc) => trigger(doc, 'survey').some(({ cta }) => cta.kind === 'form'),
  NPS: (doc) => doc.rules.some(({ cta }) => cta.form?.some(({ type }) => type === 'nps')),
  Quiz: (doc) => doc.rules.some(({ quiz }) => quiz !== undefined),
  Review: (doc) => trigger(doc, 'review').length > 0,
  Social: (doc) => trigger(doc, 'social').length > 0,
  Receipt: (doc) => trigger(doc, 'receipt').length > 0,
  Scan: (doc) => trigger(doc, 'scan').length > 0,
  'Check-in': (doc) => trigger(doc, 'check-in', 'visit').length > 0,
  Birthday: (doc) => trigger(doc, 'birthday').length > 0,
  Anniversary: (doc) => trigger(doc, 'anniversary').length > 0,
  'Welcome gift': (doc) => trigger(doc, 'join').length > 0,
  Milestones: (doc) => needed(doc, 'milestones').some((id) => unitOf(doc, id)?.kind === 'metric'),
  'Early access': (doc) =>
    doc.rewards.some(
      ({ cost, requires, grants }) =>
        cost.kind === 'free' && requires && grants.some(({ kind }) => kind === 'access'),
    ),
  'Members-only product': (doc) =>
    doc.rewards.some(
      ({ requires, grants }) => requires && grants.some(({ kind }) => kind === 'product'),
    ),
  'Time-limited: twice at weekends': (doc) =>
    doc.rules.some(
      ({ window, grants }) =>
        window?.rrule?.includes('SA,SU') &&
        grants.some((one) => one.kind === 'unit' && one.times === 2),
    ),
  'Category-limited': (doc) => doc.rules.some(({ appliesTo }) => appliesTo?.collections),
  'Surprise gift': (doc) =>
    doc.rules.some(({ gift, trigger: on }) => gift === true && on === 'custom'),
  'Subscription perks': (doc) =>
    grantsOf(doc).some((one) => one.kind === 'coupon' && (one.cycles ?? 0) > 1),
  'Pay with points at checkout': (doc) =>
    doc.rewards.some(({ delivery, cost }) => delivery === 'checkout' && cost.kind === 'range'),
};

describe('Every kind of programme of the contract is among the demo’s', () => {
  for (const [row, has] of Object.entries(rows)) {
    it(row, () => {
      assert.ok([...presets.values()].some(({ programme }) => has(programme.doc)));
    });
  }
});

/** What a shop pays for a programme: the worst that spending can bring back, as a share of it. */
function moneyBack({ doc }: Preset['programme']): number {
  const perEuro = new Map<string, number>();
  for (const { grants, steps = [] } of doc.rules) {
    const most = Math.max(1, ...steps.map(({ times }) => times));
    for (const grant of grants) {
      if (grant.kind !== 'unit' || !grant.rate || grant.rate.per.unit !== 'eur') continue;
      const { per, give } = grant.rate;
      const more = (give.value / (per.value / 100)) * most;
      perEuro.set(give.unit, (perEuro.get(give.unit) ?? 0) + more);
    }
  }
  const worth = ({ unit, value }: { unit: string; value: number }): number => {
    const { worth: price, kind } = unitOf(doc, unit) ?? {};
    if (kind === 'money') return value / 100;
    return price ? (value / price.per) * (price.is.value / 100) : 0;
  };
  return Math.max(0, ...[...perEuro].map(([unit, value]) => worth({ unit, value })));
}

for (const [name, { programme }] of presets) {
  describe(`${name}: a shop could afford it`, () => {
    const { doc } = programme;

    it('gives back less than a tenth of what is spent', () => {
      assert.ok(moneyBack(programme) <= 0.1, `${moneyBack(programme)}`);
    });

    it('gives nothing of value away without a limit', () => {
      for (const { id, cost, limit, requires, stock } of doc.rewards) {
        if (cost.kind !== 'free') continue;
        assert.ok(limit ?? requires ?? stock, id);
        assert.ok(limit, `${id} can be taken again and again`);
      }
    });

    it('promises for money off what the points are said to be worth, and no more than half as much again', () => {
      for (const { id, cost, grants } of doc.rewards) {
        const [grant] = grants;
        const isMoney = grant?.kind === 'coupon' && grant.discount.type === 'amount';
        if (cost.kind !== 'fixed' || !isMoney) continue;
        const { worth } = unitOf(doc, cost.amount.unit) ?? {};
        if (!worth) continue;
        const said = (cost.amount.value / worth.per) * worth.is.value;
        const given = (grant.discount as { amount: { value: number } }).amount.value;
        assert.ok(given <= said * 1.5 && given >= said * 0.5, `${id}: ${given} for ${said}`);
      }
    });

    it('declares odds that add up, and shows them', () => {
      for (const { id, grants } of doc.rewards) {
        for (const grant of grants) {
          if (grant.kind !== 'pool') continue;
          const odds = grant.segments.map((segment) => segment.odds);
          assert.ok(
            odds.every((one) => one !== undefined && one > 0),
            id,
          );
          const sum = odds.reduce((all: number, one) => all + (one ?? 0), 0);
          assert.ok(Math.abs(sum - 1) < 1e-9, `${id}: ${sum}`);
        }
      }
    });

    it('says everything in every language, and names icons that are there', async () => {
      const { icons } = await iconNames();
      const [first, ...others] = programme.locales.map((locale) => programme.in(locale));
      assert.ok(first && others.length > 0, 'one language only');
      for (const other of others) {
        assert.equal(untold(first, other).length, 0, untold(first, other).join(', '));
      }
      for (const icon of JSON.stringify(first).matchAll(/"icon":"([^"]+)"/g)) {
        assert.ok(icons.has(icon[1] ?? ''), icon[1]);
      }
    });
  });
}

/** Sentences that are the same in two languages: somebody forgot one. */
function untold(one: ProgrammeDoc, other: ProgrammeDoc): string[] {
  const details = (doc: ProgrammeDoc): (string | undefined)[] => [
    ...doc.rules.map(({ detail }) => detail),
    ...doc.rewards.map(({ detail }) => detail),
    ...doc.tracks.map(({ summary }) => summary),
  ];
  const there = details(other);
  return details(one).filter(
    (text, place): text is string => text !== undefined && text === there[place],
  );
}

async function iconNames(): Promise<{ icons: ReadonlySet<string> }> {
  const { readFile } = await import('node:fs/promises');
  const files = ['icons.ts', 'icons-more.ts'].map((name) =>
    readFile(new URL(`../../src/widget/ui/${name}`, import.meta.url), 'utf8'),
  );
  const text = (await Promise.all(files)).join('\n');
  return {
    icons: new Set([...text.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map(([, name]) => name ?? '')),
  };
}
