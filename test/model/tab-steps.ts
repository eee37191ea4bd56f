import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MemberId } from './programme.js';
import { always, member, nth, pick, reward, step, tab, type Step } from './step.js';
import type { Fate } from './wire.js';
import { course } from './world.js';

/** What shoppers do in their tabs. */

export const open = (at: number, reads: readonly Fate[]): Step =>
  step('open', [at, reads], always, async (world, real) => {
    const { shop, tabs } = real;
    shop.wire.plan([], reads);
    await shop.time.until(tabs[at]!.open());
    if (!world.isOnline || !course(reads).isAnswered) return;
    world.tabs[at]!.isKnown = true;
    world.checkIsCurrent(real, at);
  });

export const redeem = (at: number, id: string, fates: readonly Fate[]): Step =>
  step('redeem', [at, id, fates], always, (world, real) => world.press(real, at, id, fates));

export const undo = (at: number, index: number, fates: readonly Fate[]): Step =>
  step(
    'undo',
    [at, index, fates],
    ({ model, tabs }) => !!model.people[tabs[at]!.member ?? 'ada'].vouchers.length,
    async (world, real) => {
      const { vouchers } = world.model.people[world.tabs[at]!.member ?? 'ada'];
      await world.press(real, at, pick(vouchers, index), fates);
    },
  );

/** Whoever presses twice wants one thing. */
export const pressTwice = (at: number, id: string, fates: readonly Fate[]): Step =>
  step('press twice', [at, id, fates], always, async (world, { shop, tabs }) => {
    const before = shop.time.now;
    shop.wire.plan(fates);
    const press = () => tabs[at]!.press('redeem', { id });
    const endings = await shop.time.until(Promise.all([press(), press()]));
    assert.deepEqual(endings, [world.expect(shop, at, id, fates, before), 'nothing']);
  });

/** Two tabs at one moment are two wishes; the server decides how many of them come true. */
export const pressInBoth = (id: string): Step =>
  step(
    'press in both',
    [id],
    ({ isOnline, tabs }) =>
      isOnline &&
      tabs.every(({ isKnown, member: who, doubts }) => isKnown && who && !doubts.has(id)),
    async ({ model, tabs: states }, { shop, tabs }) => {
      shop.wire.plan([]);
      const endings = await shop.time.until(
        Promise.all(tabs.map((one) => one.press('redeem', { id }))),
      );
      const { arrivals } = shop.wire;
      assert.equal(new Set(arrivals.map(({ key }) => key)).size, 2, 'each tab has its own key');
      model.settle(shop.time.now);
      // Who of the two gets the last one is the server's to say: who got it was there first.
      const inTurn = states
        .map(({ member: who }, at) => ({ who: who!, ending: endings[at] }))
        .sort((a, b) => Number(b.ending === 'done') - Number(a.ending === 'done'));
      for (const { who, ending } of inTurn) {
        const isGiven = model.redeem(who, id, arrivals[0]!.at);
        assert.equal(ending, isGiven ? 'done' : 'refused');
      }
    },
  );

/** The page goes while its request is under way; the one that comes asks what came of it. */
export const reloadMidway = (at: number, id: string, arrives: boolean): Step =>
  step(
    'reload midway',
    [at, id, arrives],
    ({ isOnline, tabs }) =>
      isOnline && tabs[at]!.isKnown && tabs[at]!.member !== null && !tabs[at]!.doubts.has(id),
    async (world, real) => {
      const { shop, tabs } = real;
      const state = world.tabs[at]!;
      shop.wire.plan([]);
      shop.wire.hang(arrives);
      const press = tabs[at]!.press('redeem', { id });
      await shop.time.until(shop.wire.hanging);
      await shop.time.until(tabs[at]!.reload());
      assert.equal(await shop.time.until(press), 'nothing');
      const { arrivals } = shop.wire;
      assert.equal(arrivals.length, arrives ? 2 : 1);
      assert.equal(new Set(arrivals.map(({ key }) => key)).size, 1, 'the same wish, the same key');
      world.model.settle(shop.time.now);
      world.model.redeem(state.member!, id, arrivals[0]!.at);
      world.checkIsCurrent(real, at);
    },
  );

export const reload = (at: number): Step =>
  step('reload', [at], always, async (world, real) => {
    const { shop, tabs } = real;
    shop.wire.plan([]);
    await shop.time.until(tabs[at]!.reload());
    assert.equal(shop.wire.arrivals.length, 0, 'what is in doubt waits for the shopper');
    world.tabs[at]!.isKnown = world.isOnline;
    if (world.isOnline) world.checkIsCurrent(real, at);
  });

export const signIn = (at: number, id: MemberId | null): Step =>
  step('sign in', [at, id], always, async (world, real) => {
    const { shop, tabs } = real;
    const state = world.tabs[at]!;
    const before = state.member;
    shop.wire.plan([]);
    await shop.time.until(tabs[at]!.signIn(id));
    assert.equal(shop.wire.arrivals.length, 0, 'nobody asks in the name of another');
    Object.assign(state, { member: id, isKnown: world.isOnline });
    state.doubts.clear();
    if (world.isOnline) world.checkIsCurrent(real, at);
    if (!before || before === id) return;
    const codes = (await shop.vouchers(before)).map(({ code }) => code!);
    const seen = codes.filter((code) => tabs[at]!.text.includes(code));
    assert.deepEqual(seen, [], 'nothing of the one before is kept');
  });

export const turnNetwork = (isOnline: boolean): Step =>
  step(isOnline ? 'online' : 'offline', [], always, (world) => {
    world.isOnline = isOnline;
    (navigator as { onLine: boolean }).onLine = isOnline;
    return Promise.resolve();
  });

const network = fc.constantFrom(false, true, true).map(turnNetwork);

/** @param fates what becomes of the requests of one press */
export const tabSteps = (fates: fc.Arbitrary<Fate[]>): fc.Arbitrary<Step>[] => [
  fc.tuple(tab, fates).map((all) => open(...all)),
  fc.tuple(tab, reward, fates).map((all) => redeem(...all)),
  fc.tuple(tab, reward, fates).map((all) => redeem(...all)),
  fc.tuple(tab, nth, fates).map((all) => undo(...all)),
  fc.tuple(tab, reward, fates).map((all) => pressTwice(...all)),
  reward.map(pressInBoth),
  fc.tuple(tab, reward, fc.boolean()).map((all) => reloadMidway(...all)),
  tab.map(reload),
  fc.tuple(tab, fc.option(member)).map((all) => signIn(...all)),
  network,
];

/** One shopper who wants one thing, and a bad network. */
export const insistence = (fates: fc.Arbitrary<Fate[]>): fc.Arbitrary<Step>[] => [
  fc.constant(open(0, [])),
  fates.map((all) => redeem(0, 'off5', all)),
  fates.map((all) => undo(0, 0, all)),
  fc.constant(reload(0)),
  network,
];
