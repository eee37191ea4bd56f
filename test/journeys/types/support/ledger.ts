import assert from 'node:assert/strict';
import type { Activity, Me, TrackState, Voucher, Wallet } from '../../../../src/contract/types.js';
import type { LoyaltyEngine, Subject } from '../../../../src/server/engine.js';

const LOCALE = 'de';
const PAGE = 50;

/** What the engine itself holds of a member. */
export interface Ledger {
  readonly me: Me;
  /** Newest first. */
  readonly activity: readonly Activity[];
  /** Newest first. */
  readonly vouchers: readonly Voucher[];
  /** What can be spent of a unit now. */
  readonly has: (unit: string) => number;
  readonly wallet: (unit: string) => Wallet;
  readonly track: (id: string) => TrackState;
}

/**
 * Everything of a member, straight from the engine.
 * @throws AssertionError where the lines do not add up to what the wallets say
 */
export async function readLedger(engine: LoyaltyEngine, subject: Subject): Promise<Ledger> {
  const me = await engine.me(subject, LOCALE);
  const activity = await all((page) => engine.activity(subject, page, LOCALE));
  const vouchers = await all((page) => engine.vouchers(subject, page, LOCALE));
  for (const wallet of me.wallets) balance(wallet, activity);

  const wallet = (unit: string): Wallet => found(me.wallets, (one) => one.unit === unit, unit);
  return {
    me,
    activity,
    vouchers,
    wallet,
    has: (unit) => wallet(unit).available,
    track: (id) => found(me.tracks, ({ track }) => track === id, id),
  };
}

type Pages<Item> = (page: { limit: number; cursor?: string | undefined }) => Promise<{
  readonly items: readonly Item[];
  readonly next?: string | null | undefined;
}>;

async function all<Item>(read: Pages<Item>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: PAGE, cursor });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return items;
}

function found<Item>(items: readonly Item[], is: (item: Item) => boolean, name: string): Item {
  const item = items.find(is);
  assert.ok(item, `there is no ${name}`);
  return item;
}

/** Whatever came and went is what is there or on its way; what is set aside has gone already. */
function balance({ unit, available, pending }: Wallet, activity: readonly Activity[]): void {
  const sum = activity
    // A release makes usable what was booked before.
    .filter(({ state, kind }) => state !== 'void' && kind !== 'release')
    .flatMap(({ amounts }) => amounts)
    .filter((amount) => amount.unit === unit)
    .reduce((total, { value }) => total + value, 0);
  const there = available + (pending ?? 0);
  assert.equal(sum, there, `the lines of ${unit} come to ${sum}, its wallet to ${there}`);
}
