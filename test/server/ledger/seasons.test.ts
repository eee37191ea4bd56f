import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { draw } from '../../../src/server/engines/ledger/boards/draw.js';
import { ranked, rankAmong } from '../../../src/server/engines/ledger/boards/ranking.js';
import { below, cryptoBytes } from '../../../src/server/engines/ledger/random.js';
import type { ScoreRow, StoredPlace } from '../../../src/server/stores/rows.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';
import { basics, programme, Shop } from './shop.js';

/**
 * Whatever happens around the end of a season, in whatever order: each prize is given once, to whom
 * the result says, and the result is what the purchases say.
 */

const MEMBERS = ['ada', 'ben', 'cem', 'dot', 'eve'] as const;
const END = '2026-12-01T00:00:00Z';
const HOUR = 3_600_000;

type Deed =
  | {
      readonly kind: 'pay';
      readonly who: number;
      readonly cents: number;
      readonly hoursAgo: number;
    }
  | { readonly kind: 'refund'; readonly which: number; readonly cents: number | null }
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'look'; readonly who: number }
  | { readonly kind: 'tick'; readonly times: number };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pay' as const),
      who: fc.nat(MEMBERS.length - 1),
      cents: fc.integer({ min: 1, max: 5 }).map((euros) => euros * 100),
      hoursAgo: fc.nat(30),
    }),
  },
  fc.record({
    kind: fc.constant('refund' as const),
    which: fc.nat(9),
    cents: fc.option(fc.integer({ min: 1, max: 300 })),
  }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 14 }) }),
  fc.record({ kind: fc.constant('look' as const), who: fc.nat(MEMBERS.length - 1) }),
  fc.record({ kind: fc.constant('tick' as const), times: fc.integer({ min: 1, max: 3 }) }),
);

const grant = (value: number) => [{ kind: 'unit', amount: { unit: 'pts', value } }];
const season = { unit: 'spend', window: { from: '2026-11-29T00:00:00Z', to: END } };
const file = () =>
  programme({
    units: [
      ...basics.units,
      ...['ticket', 'medal'].map((id) => ({
        ...{ id, kind: 'token', label: { other: id }, scale: 0, spendable: false },
      })),
    ],
    rules: [
      basics.rules[0],
      {
        ...{ id: 'enter', trigger: 'purchase', title: 'Ticket', confirm: 'server' },
        grants: [{ kind: 'entry', board: 'draw', count: 1 }],
        cta: { kind: 'none' },
      },
    ],
    boards: [
      {
        ...season,
        ...{ id: 'top', title: 'Top', view: 'top' },
        prizes: [
          { from: 1, to: 1, grants: grant(1000) },
          { from: 2, to: 3, grants: grant(400) },
        ],
      },
      {
        ...season,
        ...{ id: 'league', title: 'League', view: 'league', group: 2 },
        prizes: [{ from: 1, to: 1, grants: grant(70) }],
      },
      {
        ...season,
        ...{ id: 'draw', title: 'Draw', view: 'draw', unit: 'ticket' },
        prizes: [{ from: 1, to: 2, grants: grant(5) }],
      },
    ],
  });

interface Bought {
  readonly id: string;
  readonly member: string;
  readonly at: number;
  readonly total: number;
  refunded: number;
}

async function perform(shop: Shop, deed: Deed, orders: Bought[]): Promise<void> {
  switch (deed.kind) {
    case 'pay': {
      const member = MEMBERS[deed.who]!;
      const at = shop.now - deed.hoursAgo * HOUR;
      const id = await shop.pay(deed.cents, { member, at: new Date(at).toISOString() });
      orders.push({ id, member, at, total: deed.cents, refunded: 0 });
      return;
    }
    case 'refund': {
      const order = orders[deed.which % Math.max(1, orders.length)];
      if (!order) return;
      await shop.refund(order.id, deed.cents ?? undefined, order.member);
      order.refunded = Math.min(order.total, order.refunded + (deed.cents ?? order.total));
      return;
    }
    case 'wait':
      shop.later({ minutes: deed.hours * 60 });
      return;
    case 'look':
      await shop.me(MEMBERS[deed.who]);
      return;
    case 'tick':
      await Promise.all(
        Array.from({ length: deed.times }, async () => {
          await shop.engine.tick?.();
        }),
      );
  }
}

/** What the purchases say, reckoned anew and simply. */
function expected(orders: readonly Bought[]): Map<string, { value: number; reached: number }> {
  const scores = new Map<string, { value: number; reached: number }>();
  for (const { member, at, total, refunded } of orders) {
    const isIn = at >= Date.parse(season.window.from) && at < Date.parse(END);
    if (!isIn || total === refunded) continue;
    const { value, reached } = scores.get(member) ?? { value: 0, reached: 0 };
    scores.set(member, { value: value + total - refunded, reached: Math.max(reached, at) });
  }
  return scores;
}

const ahead = (a: { value: number; reached: number }, b: { value: number; reached: number }) =>
  a.value > b.value || (a.value === b.value && a.reached < b.reached);

/** While the board is open its ranks are what the purchases say. */
async function checkStanding(shop: Shop, orders: readonly Bought[]): Promise<void> {
  shop.later({ ms: 6000 });
  const { items, total, closedAt } = await shop.engine.board(null, 'top', { limit: 50 }, 'en');
  if (closedAt !== undefined) return;
  const scores = expected(orders);
  const all = [...scores.values()];
  const ranks = all.map((mine) => all.filter((other) => ahead(other, mine)).length + 1);
  const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
  assert.equal(items.length, scores.size);
  assert.equal(sum(items.map(({ rank }) => rank)), sum(ranks));
  assert.equal(total, sum(all.map(({ value }) => value)));
}

/** Each prize of a result was given once, and nothing that is no prize. */
async function checkPrizes(under: StoreUnderTest, id: string): Promise<void> {
  await under.store.snapshot(id, async (tx) => {
    for (const board of ['top', 'league', 'draw']) {
      const places = await tx.boards.places(board);
      checkRanks(board, places);
      for (const place of places) {
        const lines = (await tx.ledger.page(place.member, 1000, null, 'grant')).filter(
          ({ ref }) => ref?.kind === 'board' && ref.id === board,
        );
        assert.equal(lines.length, place.prize === null ? 0 : 1, `${board}: ${place.member}`);
        assert.equal(place.entry, lines[0]?.id ?? null);
        assert.equal(place.givenAt !== null, place.prize !== null);
      }
    }
    assert.deepEqual(await tx.boards.owing(100), []);
  });
}

function checkRanks(board: string, places: readonly StoredPlace[]): void {
  if (board === 'draw') {
    const winners = places.flatMap(({ rank }) => (rank === null ? [] : [rank]));
    assert.deepEqual(
      winners,
      [1, 2].slice(0, places.length),
      'as many winners as prizes, or as members',
    );
    return;
  }
  for (const place of places) {
    const rivals = places.filter(({ group }) => board === 'top' || group === place.group);
    assert.equal(place.rank, rivals.filter((other) => ahead(other, place)).length + 1);
  }
}

const RUNS: Readonly<Record<string, number>> = { memory: 150, 'served PostgreSQL': 10 };

for (const [name, runs] of Object.entries(RUNS)) {
  describe(`the end of a season, on ${name}`, () => {
    let under: StoreUnderTest;
    before(async () => {
      under = await (stores[name] ?? assert.fail(`no store ${name}`))();
    });
    after(() => under.stop());

    it('gives each prize once, whatever happens around it', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(deeds, { minLength: 4, maxLength: 25 }), async (list) => {
          const doc = file();
          const shop = new Shop(doc, { store: under.store, now: '2026-11-30T06:00:00Z' });
          const orders: Bought[] = [];
          for (const deed of list) {
            await perform(shop, deed, orders);
            await checkStanding(shop, orders);
          }
          shop.at(Math.max(shop.now, Date.parse(END)));
          await shop.engine.tick?.();
          await checkPrizes(under, String(doc['id']));
          // Afterwards nothing moves any more.
          for (const { id, member } of orders) await shop.refund(id, undefined, member);
          await shop.later({ days: 1 }).engine.tick?.();
          await checkPrizes(under, String(doc['id']));
        }),
        { numRuns: runs },
      );
    });
  });
}

const score = (member: string, value: number, reached = 0): ScoreRow => ({
  ...{ member, value, reached, group: 0, name: null, alias: null, hidden: false },
});

describe('a ranking', () => {
  it('counts everyone who is ahead, for those who take part and for those who would', () => {
    const scores = fc.array(
      fc.record({
        value: fc.integer({ min: 1, max: 5 }),
        reached: fc.nat(3),
        hidden: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(scores, (list) => {
        const rows = list.map((one, index) => ({ ...score(`m${index}`, 0), ...one }));
        const shown = rows.filter(({ hidden }) => !hidden);
        const result = ranked(rows);
        assert.equal(result.length, shown.length);
        for (const row of rows) {
          const rank = shown.filter((other) => ahead(other, row)).length + 1;
          assert.equal(rankAmong(result, row), rank);
          const place = result.find(({ member }) => member === row.member);
          assert.equal(place?.rank, row.hidden ? undefined : rank);
        }
      }),
    );
  });
});

describe('a draw', () => {
  it('lets every number come equally often', () => {
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let n = 0; n < 70_000; n += 1) counts[below(7, cryptoBytes)]! += 1;
    const chi = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // Six degrees of freedom: 33 is beaten by chance once in 100,000 runs.
    assert.ok(chi < 33, `chi-square ${chi}`);
  });

  it('gives each entry the same chance, and each winner one prize', () => {
    const scores = [score('ada', 6), score('ben', 3), score('cem', 1)];
    const firsts = new Map<string, number>();
    const seconds = new Map<string, number>();
    const draws = 20_000;
    for (let n = 0; n < draws; n += 1) {
      const [first, second, ...rest] = draw(scores, 2, cryptoBytes).map(({ member }) => member);
      assert.ok(first && second && first !== second && rest.length === 0);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    const chiOf = (seen: ReadonlyMap<string, number>, odds: Readonly<Record<string, number>>) =>
      Object.entries(odds).reduce(
        (sum, [who, p]) => sum + ((seen.get(who) ?? 0) - draws * p) ** 2 / (draws * p),
        0,
      );
    assert.ok(chiOf(firsts, { ada: 0.6, ben: 0.3, cem: 0.1 }) < 24);
    const second = {
      ada: 0.3 * (6 / 7) + 0.1 * (6 / 9),
      ben: 0.6 * (3 / 4) + 0.1 * (3 / 9),
      cem: 0.6 * (1 / 4) + 0.3 * (1 / 7),
    };
    assert.ok(chiOf(seconds, second) < 24);
  });

  it('draws everyone when there are more prizes than members', () => {
    const winners = draw([score('ada', 2), score('ben', 1)], 5, cryptoBytes);
    assert.deepEqual(winners.map(({ member }) => member).sort(), ['ada', 'ben']);
  });
});
