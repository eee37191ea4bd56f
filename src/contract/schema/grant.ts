import { z } from 'zod';
import { Amount } from './amount.js';
import { openUnion, type Body, type UnknownMember } from './open-union.js';
import { AppliesTo, Id, Image, Int, Num, Text, Window } from './primitives.js';

/** What a coupon takes off. */
export const Discount = openUnion('type', {
  percent: { percent: Num, upTo: Amount.optional() },
  amount: { amount: Amount },
  shipping: {},
  product: { product: Id, title: Text.optional(), image: Image.optional() },
}).meta({ id: 'Discount' });

const kinds = {
  /** Points, stamps, credit: a fixed amount, so much per so much, or a multiple of what a rule gives. */
  unit: {
    amount: Amount.optional(),
    rate: z.object({ per: Amount, give: Amount }).optional(),
    times: Num.optional(),
  },
  coupon: {
    discount: Discount,
    minSpend: Amount.optional(),
    appliesTo: AppliesTo.optional(),
    cycles: Int.optional(),
  },
  giftCard: { amount: Amount },
  product: {
    product: Id,
    title: Text,
    image: Image.optional(),
    choices: z.array(z.object({ id: Id, title: Text })).optional(),
  },
  access: { label: Text, url: Text.optional(), window: Window.optional() },
  status: { track: Id, step: Id },
  entry: { board: Id, count: Int },
  donation: {
    cause: Text,
    amount: Amount.optional(),
    /** Causes to choose from; `choice` of the request picks one. */
    choices: z.array(z.object({ id: Id, title: Text })).optional(),
  },
  custom: { label: Text },
} as const;

// The types are written out because a pool's segment holds a grant again.
type Flat = {
  [K in keyof typeof kinds]: { kind: K } & Body<(typeof kinds)[K]>;
}[keyof typeof kinds];

/** One field of a wheel, a side of a scratch card, a door's content. `grant: null` wins nothing. */
export interface Segment {
  id: string;
  title: string;
  color?: string | undefined;
  /** Between 0 and 1; the odds of a pool add up to 1. Shown where they are declared. */
  odds?: number | undefined;
  grant: Grant | null;
}

/** What is given: the same ten kinds everywhere. */
export type Grant = Flat | { kind: 'pool'; segments: Segment[] } | UnknownMember<'kind'>;

export const Segment: z.ZodType<Segment> = z
  .object({
    id: Id,
    title: Text,
    color: Text.optional(),
    odds: Num.optional(),
    grant: z.lazy(() => Grant.nullable()),
  })
  .meta({ id: 'Segment' });

export const Grant: z.ZodType<Grant> = openUnion('kind', {
  ...kinds,
  pool: { segments: z.array(Segment) },
}).meta({ id: 'Grant' });
