import type { ShopEvent } from './shop/loyalty-events.js';
import { type MemberKey, memberByKey, memberKeys } from './shop/members.js';
import { productById, variantOf } from './shop/products.js';
import { viennaDay } from './shop/vienna.js';

/** `[days ago, lines]`; a line is `product/variant` or `product/variant × pieces`. */
type OrderRow = readonly [daysAgo: number, ...lines: string[]];

/** The past of one member. All numbers are days before today. */
interface Past {
  joined: number;
  orders: readonly OrderRow[];
  reviews: readonly (readonly [daysAgo: number, product: string])[];
  checkIns: readonly number[];
}

const everyDays = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.round(from + ((to - from) * i) / (count - 1)));

/** The same basket again and again, oldest first. */
const again = (days: readonly number[], ...lines: string[]): OrderRow[] =>
  days.map((daysAgo) => [daysAgo, ...lines]);

const pasts: Record<MemberKey, Past> = {
  // Joined today, nothing else.
  new: { joined: 0, orders: [], reviews: [], checkIns: [] },

  // € 452.90 in the last twelve months, € 47.10 short of the next level; seven orders with coffee,
  // one of them inside the autumn challenge.
  near: {
    joined: 330,
    orders: [
      [320, 'grinder/walnut', 'huila/250-bean'],
      [250, 'ember/500-bean'],
      [190, 'neubau/1000-bean'],
      [150, 'moth/250-bean', 'mug/ember × 2'],
      [120, 'huila/500-bean'],
      [95, 'guji/500-filter', 'mug/ember'],
      [5, 'ember/1000-bean'],
    ],
    reviews: [[220, 'grinder']],
    checkIns: [4, 3, 2, 1],
  },

  // About € 1,900 in the last twelve months: an office that drinks.
  top: {
    joined: 760,
    orders: [
      [700, 'ember/1000-espresso × 2'],
      [520, 'ember/1000-espresso × 3'],
      ...again(everyDays(10, 350, 26), 'ember/1000-espresso × 3', 'neubau/1000-filter'),
      [9, 'tasting/4x60-filter', 'huila/1000-espresso × 2'],
    ],
    reviews: [
      [300, 'ember'],
      [120, 'neubau'],
      [8, 'huila'],
    ],
    checkIns: [12, 11, 10, 6, 5, 2, 1],
  },

  // Came often, then not for more than a year: nothing counts any more.
  empty: {
    joined: 900,
    orders: [
      [880, 'neubau/250-press'],
      [790, 'neubau/500-press', 'mug/cream'],
      [640, 'guji/250-press'],
      [470, 'moth/250-press'],
    ],
    reviews: [],
    checkIns: [],
  },

  // Several thousand points, and never spent one.
  rich: {
    joined: 1000,
    orders: [
      ...again(everyDays(8, 980, 420), 'guji/1000-filter × 4', 'grinder/oak'),
      ...again(everyDays(5, 330, 40), 'guji/1000-filter × 3', 'tasting/4x60-bean'),
      [12, 'dripper/fir', 'mug/fir × 4', 'guji/500-filter'],
    ],
    reviews: [
      [600, 'guji'],
      [250, 'tasting'],
      [11, 'dripper'],
    ],
    checkIns: [30, 20, 8, 1],
  },
};

const day = 86_400_000;

/** Orders of the past have numbers that the shop never gives again. */
const FIRST_SEEDED: Record<MemberKey, number> = {
  new: 10_100,
  near: 10_200,
  top: 10_300,
  empty: 10_400,
  rich: 10_500,
};

const parseLine = (text: string): { product: string; variant: string; qty: number } => {
  const [, product = '', variant = '', qty = '1'] = /^(\S+)\/(\S+)(?: × (\d+))?$/.exec(text) ?? [];
  return { product, variant, qty: Number(qty) };
};

const paidLines = (
  lines: readonly string[],
): Extract<ShopEvent, { type: 'order.paid' }>['order']['lines'] =>
  lines.map((text) => {
    const { product: id, variant, qty } = parseLine(text);
    const product = productById(id);
    const unit = product && variantOf(product, variant)?.choice.price;
    if (!product || unit === undefined) throw new Error(`The shop does not sell ${text}.`);
    return { product: id, variant, collections: product.collections, qty, total: unit * qty };
  });

/**
 * The members' past as the shop would have told it, oldest event first. Ids do not depend on
 * `now`, so that seeding twice counts once.
 */
export function seedEvents(now: Date): ShopEvent[] {
  const ago = (days: number, minutes = 0): string =>
    new Date(now.getTime() - days * day - (60 - minutes) * 60_000).toISOString();

  // Streaks count calendar days: an hour around midnight must not tear one apart.
  const noon = (days: number): string =>
    new Date(Date.parse(`${viennaDay(now)}T11:00:00Z`) - days * day).toISOString();

  const events = memberKeys.flatMap((key): ShopEvent[] => {
    const past = pasts[key];
    const found = memberByKey(key);
    if (!found) return [];
    const { id: member, name } = found;
    return [
      { id: `joined-${member}`, type: 'member.joined', at: ago(past.joined), member, name },
      ...past.orders.map(([daysAgo, ...texts], index): ShopEvent => {
        const id = String(FIRST_SEEDED[key] + index);
        const lines = paidLines(texts);
        const total = lines.reduce((sum, line) => sum + line.total, 0);
        return {
          id: `order-${id}-paid`,
          type: 'order.paid',
          at: ago(daysAgo, 10),
          member,
          order: { id, currency: 'EUR', total, lines, codes: [], channel: 'web' },
        };
      }),
      ...past.reviews.map(([daysAgo, product]): ShopEvent => ({
        id: `review-${product}-${member}`,
        type: 'review.published',
        at: ago(daysAgo, 20),
        member,
        product,
      })),
      ...past.checkIns.map((daysAgo): ShopEvent => ({
        id: `checkin-${member}-seed-${daysAgo}`,
        type: 'check-in',
        at: noon(daysAgo),
        member,
      })),
    ];
  });
  return events.sort((a, b) => a.at.localeCompare(b.at));
}
