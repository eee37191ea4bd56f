import assert from 'node:assert/strict';
import { Model, type ModelVoucher } from './model.js';
import { members, type MemberId } from './programme.js';
import type { ModelShop } from './shop.js';
import type { Tab } from './tab.js';
import { type Ending } from './tab.js';
import { fates, type Fate } from './wire.js';

/** A key that is asked again is remembered by the page for so long, in milliseconds. */
const INTENT_LIFETIME = 23 * 3_600_000;
const ATTEMPTS = 3;

/** A press whose end nobody knows. */
interface Doubt {
  readonly key: string;
  readonly at: number;
  /** What the server made of it, if it ever arrived. */
  outcome: boolean | undefined;
}

/** What we believe of a tab. */
export interface TabState {
  member: MemberId | null;
  /** It has shown the state of who is signed in. */
  isKnown: boolean;
  /** Open wishes, by reward or voucher. */
  readonly doubts: Map<string | ModelVoucher, Doubt>;
}

export interface Real {
  readonly shop: ModelShop;
  readonly tabs: readonly [Tab, Tab];
}

/** What can be wished for: a reward, or a voucher to be undone. */
export type Wish = string | ModelVoucher;

/** What should be true of shop and tabs, and the comparison with what is. */
export class World {
  readonly model = new Model();
  readonly tabs: readonly [TabState, TabState] = [newTab(), newTab()];
  isOnline = true;

  /**
   * Presses a button in a tab, and holds what came of it against what must.
   * @param plan what becomes of its requests; after these all is well
   */
  async press({ shop, tabs }: Real, tab: number, wish: Wish, plan: readonly Fate[]): Promise<void> {
    const before = shop.time.now;
    shop.wire.plan(plan);
    const ending = await shop.time.until(pressOf(tabs[tab]!, wish));
    assert.equal(ending, this.expect(shop, tab, wish, plan, before));
  }

  /** How a press that was made must have ended; the model moves as the server must have. */
  expect(shop: ModelShop, tab: number, wish: Wish, plan: readonly Fate[], before: number): Ending {
    const state = this.tabs[tab]!;
    const { arrivals } = shop.wire;
    if (state.member === null || !state.isKnown) {
      assert.equal(arrivals.length, 0, 'nobody is signed in, and nothing may be sent');
      return 'nothing';
    }
    if (!this.isOnline) {
      assert.equal(arrivals.length, 0, 'offline, and nothing may be sent');
      return 'unsent';
    }
    const { sent, isAnswered } = course(plan);
    assert.equal(arrivals.length, sent.filter((fate) => fates[fate].arrives).length);
    const known = state.doubts.get(wish);
    const isSame = known !== undefined && known.at > before - INTENT_LIFETIME;
    const doubt: Doubt = isSame
      ? known
      : { key: arrivals[0]?.key ?? '', at: before, outcome: undefined };
    for (const { key } of arrivals) {
      if (doubt.key) assert.equal(key, doubt.key, 'one wish has one key');
    }
    const [first] = arrivals;
    if (first && doubt.outcome === undefined) {
      doubt.outcome = this.#happen(state.member, wish, first.at);
    }
    if (isAnswered) {
      state.doubts.delete(wish);
      return doubt.outcome ? 'done' : 'refused';
    }
    state.doubts.set(wish, { ...doubt, key: doubt.key || (first?.key ?? '') });
    return 'doubt';
  }

  /** Holds everything that can be seen against the model. */
  async check({ shop, tabs }: Real): Promise<void> {
    this.model.settle(shop.time.now);
    const codes: string[] = [];
    for (const id of members) {
      const { available, pending, vouchers } = this.model.people[id];
      const me = await shop.me(id);
      const wallet = me.wallets.find(({ unit }) => unit === 'pts');
      assert.deepEqual(
        [wallet?.available, wallet?.pending],
        [available, pending],
        `points of ${id}`,
      );
      const held = await shop.vouchers(id);
      link(vouchers, held);
      assert.deepEqual(
        held.map(({ id: voucher, source, status }) => [voucher, source.id, status]).sort(),
        vouchers.map((voucher) => [voucher.id, voucher.reward, voucher.status]).sort(),
        `vouchers of ${id}`,
      );
      codes.push(...held.map(({ code }) => code!));
    }
    assert.equal(new Set(codes).size, codes.length, 'no code is given twice');
    for (const [index, state] of this.tabs.entries()) this.#checkTab(tabs[index]!, state);
  }

  /** What a tab shows must be true now. */
  checkIsCurrent({ tabs }: Real, tab: number): void {
    const { member } = this.tabs[tab]!;
    if (member === null) return assert.equal(tabs[tab]!.shown, null);
    const { available, pending } = this.model.people[member];
    assert.deepEqual(balanceOf(tabs[tab]!), [available, pending], 'what the tab shows');
  }

  /** Every line of the ledger together is the balance, and no redemption was paid for twice. */
  async checkLedger({ shop }: Real): Promise<void> {
    for (const id of members) {
      const lines = await shop.ledger(id);
      const { available, pending } = this.model.people[id];
      // A release moves what its order has brought already.
      const moved = lines
        .filter(({ kind }) => kind !== 'release')
        .flatMap(({ amounts }) => amounts);
      const sum = moved.reduce((all, { value }) => all + value, 0);
      assert.equal(sum, available + pending, `the ledger of ${id}`);
    }
  }

  #checkTab(tab: Tab, { member, isKnown }: TabState): void {
    const me = tab.shown;
    if (!isKnown || member === null) return assert.ok(me == null, 'a guest sees nobody’s state');
    assert.equal(me?.member.id, member, 'a tab shows who is signed in there');
    const [available, pending] = balanceOf(tab);
    assert.ok(this.model.wasTrue(member, available!, pending!), 'a balance that never was');
  }

  #happen(member: MemberId, wish: Wish, at: number): boolean {
    this.model.settle(at);
    return typeof wish === 'string'
      ? this.model.redeem(member, wish, at)
      : this.model.undo(member, wish, at);
  }
}

const newTab = (): TabState => ({ member: 'ada', isKnown: false, doubts: new Map() });

const pressOf = (tab: Tab, wish: Wish): Promise<Ending> =>
  typeof wish === 'string'
    ? tab.press('redeem', { id: wish })
    : tab.press('cancel', { id: wish.id! });

/** Which requests a press makes, and whether one of them brings an answer. */
export function course(plan: readonly Fate[]): { sent: Fate[]; isAnswered: boolean } {
  const sent: Fate[] = [];
  while (sent.length < ATTEMPTS) {
    const fate = plan[sent.length] ?? 'ok';
    sent.push(fate);
    // What broke off may be anything: asking again would hear the same.
    if (fate === 'ok' || fate === 'cut') return { sent, isAnswered: fate === 'ok' };
  }
  return { sent, isAnswered: false };
}

const balanceOf = (tab: Tab): [number | undefined, number | null | undefined] => {
  const wallet = tab.shown?.wallets.find(({ unit }) => unit === 'pts');
  return [wallet?.available, wallet?.pending];
};

/** What was given since the last look gets the server's id. */
function link(
  vouchers: readonly ModelVoucher[],
  held: readonly { id: string; source: { id?: string | undefined } }[],
): void {
  const known = new Set(vouchers.map(({ id }) => id));
  for (const { id, source } of held.filter((one) => !known.has(one.id))) {
    const voucher = vouchers.find((one) => one.id === undefined && one.reward === source.id);
    if (voucher) voucher.id = id;
  }
}
