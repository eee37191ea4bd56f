import { z } from 'zod';
import { Answer } from '../contract/schema/documents.js';
import { Grant } from '../contract/schema/grant.js';
import { Id, Int, Text } from '../contract/schema/primitives.js';
import type { Outcome, Problem } from '../contract/types.js';
import type { LoyaltyEngine, Writes } from '../server/engine.js';
import { ShopEvent } from '../server/shop/schema.js';

/** What can have happened to a member of a demo: one row for each kind of deed. */

const Count = Int.refine((value) => value >= 0, 'expected 0 or more');

/** What the shop sells, as orders tell it: by `product` or `product/variant`, in minor units. */
export const Goods = z.record(
  Id,
  z.strictObject({ price: Int, collections: z.array(Id).optional() }),
);
export type Goods = z.infer<typeof Goods>;

/** What of an engine a past needs. */
export type Stage = Pick<LoyaltyEngine, 'shopEvent' | 'once' | 'me'>;

/**
 * Something that is more than one event: a member's own hand, and what comes of it.
 * @throws Error where the engine refuses it
 */
export type Act = (engine: Stage) => Promise<void>;

/** An event of the shop without its time and member, or an act. */
export type Told =
  | { readonly event: { readonly id: string; readonly type: string } & Record<string, unknown> }
  | { readonly act: Act };

/** What a row needs to know besides the deed itself. */
export interface Scene {
  readonly goods: Goods;
  readonly member: string;
  readonly at: number;
  /** Days before today. */
  readonly ago: number;
  /** Stable name of this deed on this day. */
  readonly key: string;
  /** The number that an order of this deed has. */
  readonly order: string;
}

interface Kind<Shape extends z.ZodRawShape> {
  readonly shape: Shape;
  readonly tell: (deed: z.infer<z.ZodObject<Shape>>, scene: Scene) => Told;
}

const kind = <Shape extends z.ZodRawShape>(row: Kind<Shape>): Kind<Shape> => row;

const DAY_MS = 86_400_000;

/** `latte`, `ember/500-bean`, `mug/ember × 2`: product, variant and pieces. */
const Line = z.string().regex(/^[^\s/]+(\/\S+)?( × \d+)?$/, 'expected "product/variant × 2"');

/** An order of the past as the shop reports it. */
function orderOf(goods: Goods, id: string, texts: readonly string[]) {
  const lines = texts.map((text) => paidLine(goods, text));
  const total = lines.reduce((sum, line) => sum + line.total, 0);
  return { id, currency: 'EUR', total, lines };
}

/** A demo outlives the seasons of its programmes: what was not open on that day did not happen. */
const OUT_OF_SEASON = new Set(['ended', 'not-started']);

/** One write by a member, under the deed's own key; `null` where it was not the season for it. */
async function write(
  engine: Stage,
  { member, key }: Scene,
  path: string,
  work: (writes: Writes) => Promise<Outcome>,
): Promise<Outcome | null> {
  const intent = { subject: member, key, method: 'POST', path, bodyHash: key };
  const { status, body } = await engine.once({ id: member }, intent, undefined, work);
  if (status < 400) return body as Outcome;
  if (OUT_OF_SEASON.has((body as Problem).code)) return null;
  throw new Error(`${member} cannot have done ${path}: ${JSON.stringify(body)}`);
}

function paidLine(goods: Goods, text: string) {
  const [, name = '', pieces = '1'] = /^(\S+?)(?: × (\d+))?$/.exec(text) ?? [];
  const item = goods[name];
  if (!item) throw new Error(`An order of the past names "${name}", which is not among the goods.`);
  const [product = '', variant] = name.split('/');
  const qty = Number(pieces);
  const collections = item.collections ?? [];
  return { product, ...(variant && { variant }), collections, qty, total: item.price * qty };
}

export const kinds = {
  /** Bought and paid. */
  order: kind({
    shape: {
      order: z.array(Line).min(1),
      channel: Id.default('web'),
      codes: z.array(Text).default([]),
    },
    tell({ order: texts, channel, codes }, { goods, order: id }) {
      const order = { ...orderOf(goods, id, texts), codes, channel };
      return { event: { id: `order-${id}-paid`, type: 'order.paid', order } };
    },
  }),

  review: kind({
    shape: { review: Id },
    tell: ({ review: product }, { member }) => ({
      event: { id: `review-${product}-${member}`, type: 'review.published', product },
    }),
  }),

  /** Came by; `true`, or the place. */
  checkIn: kind({
    shape: { checkIn: z.union([z.literal(true), Id]) },
    tell: ({ checkIn }, { member, ago }) => ({
      event: {
        id: `checkin-${member}-seed-${ago}`,
        type: 'check-in',
        ...(checkIn === true ? {} : { place: checkIn }),
      },
    }),
  }),

  /** Did something that the shop's server confirms. */
  done: kind({
    shape: { done: Id },
    tell: ({ done: rule }, { key }) => ({ event: { id: key, type: 'rule.completed', rule } }),
  }),

  /** Was given something by the shop, good for so many days. */
  gift: kind({
    shape: { gift: Grant, title: Text, days: Count.optional() },
    tell: ({ gift: grant, title, days }, { key, at }) => ({
      event: {
        id: key,
        type: 'voucher.granted',
        title,
        grant,
        ...(days === undefined ? {} : { expiresAt: new Date(at + days * DAY_MS).toISOString() }),
      },
    }),
  }),

  /** Any other event of the shop, without what every event has. */
  event: kind({
    shape: { event: z.looseObject({ type: Id }) },
    tell: ({ event }, { key }) => ({ event: { id: key, ...event } }),
  }),

  /** Took a reward. */
  take: kind({
    shape: { take: Id, spend: Int.optional(), choice: Id.optional() },
    tell: ({ take, spend, choice }, scene) => ({
      async act(engine) {
        const path = `/rewards/${take}/redeem`;
        await write(engine, scene, path, (writes) => writes.redeem(take, { spend, choice }));
      },
    }),
  }),

  /** Bought a plan, and paid for it at the shop's checkout. */
  plan: kind({
    shape: { plan: Id },
    tell: ({ plan }, scene) => ({
      async act(engine) {
        const path = `/rewards/${plan}/redeem`;
        const bought = await write(engine, scene, path, (writes) => writes.redeem(plan, {}));
        if (!bought) return;
        const { key, member, at } = scene;
        const head = { id: `${key}-paid`, type: 'plan.paid', at: new Date(at).toISOString() };
        await engine.shopEvent(ShopEvent.parse({ ...head, member, voucher: bought.voucher?.id }));
      },
    }),
  }),

  /** A friend came by the member's link, joined, and ordered at once. */
  friend: kind({
    shape: { friend: Text, buys: z.array(Line).min(1).optional() },
    tell: ({ friend: name, buys }, { goods, member, key, at, order }) => ({
      async act(engine) {
        const { referral } = await engine.me({ id: member }, undefined);
        const head = { at: new Date(at).toISOString(), member: `${key}-friend` };
        const joined = { ...head, id: `joined-${head.member}`, type: 'member.joined', name };
        await engine.shopEvent(ShopEvent.parse({ ...joined, referral: referral?.code }));
        if (!buys) return;
        const bought = orderOf(goods, `${order}-${key}`, buys);
        const paid = { ...head, id: `order-${bought.id}-paid`, type: 'order.paid', order: bought };
        await engine.shopEvent(ShopEvent.parse(paid));
      },
    }),
  }),

  /** Did a rule in the widget, with the answers of its form. */
  answer: kind({
    shape: { answer: Id, answers: z.record(Id, Answer).optional() },
    tell: ({ answer, answers }, scene) => ({
      async act(engine) {
        const path = `/rules/${answer}/complete`;
        await write(engine, scene, path, (writes) => writes.complete(answer, { answers }));
      },
    }),
  }),

  /** Joined a track. */
  optIn: kind({
    shape: { optIn: Id },
    tell: ({ optIn }, scene) => ({
      async act(engine) {
        await write(engine, scene, `/tracks/${optIn}/join`, (writes) => writes.optIn(optIn));
      },
    }),
  }),
} as const;

/** Days before today: one, several, or `times` days spread evenly between two, oldest first. */
const Ago = z.union([
  Count,
  z.array(Count).min(1),
  z.strictObject({ from: Count, to: Count, times: Int.refine((value) => value > 1) }),
]);

/** One deed, or the same one on several days. */
export type Deed = { readonly ago: z.infer<typeof Ago> } & Record<string, unknown>;

const schemas = Object.entries(kinds).map(
  ([name, { shape }]) => [name, z.strictObject({ ago: Ago, ...shape })] as const,
);

/** A deed is of the kind whose name it carries. */
export const Deed: z.ZodType<Deed> = z.looseObject({ ago: Ago }).transform((deed, context) => {
  const found = schemas.find(([name]) => Object.hasOwn(deed, name));
  const parsed = found?.[1].safeParse(deed);
  if (parsed?.success) return parsed.data;
  const names = schemas.map(([name]) => name).join(', ');
  for (const { message, path } of parsed?.error.issues ?? []) {
    context.addIssue({ code: 'custom', message, path });
  }
  if (!parsed) context.addIssue({ code: 'custom', message: `expected one of ${names}` });
  return z.NEVER;
});

/** The days of a deed, oldest first. */
export function daysOf({ ago }: Deed): readonly number[] {
  if (typeof ago === 'number') return [ago];
  if (Array.isArray(ago)) return ago;
  const { from, to, times } = ago;
  return Array.from({ length: times }, (_, i) =>
    Math.round(from + ((to - from) * i) / (times - 1)),
  );
}

/** Says a deed as the shop's event or the member's act. */
export function tell(deed: Deed, scene: Scene): Told {
  const row = Object.entries(kinds).find(([name]) => Object.hasOwn(deed, name));
  if (!row) throw new Error(`Nothing is known of ${JSON.stringify(deed)}.`);
  return (row[1] as unknown as Kind<z.ZodRawShape>).tell(deed, scene);
}
