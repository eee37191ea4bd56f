import { z } from 'zod';
import { Amount } from './amount.js';
import { Availability } from './availability.js';
import { Grant } from './grant.js';
import { openUnion, type Body, type UnknownMember } from './open-union.js';
import {
  AppliesTo,
  Bool,
  Id,
  Image,
  Int,
  Limit,
  Meta,
  openEnum,
  Requires,
  Text,
  Window,
} from './primitives.js';

const kinds = {
  free: {},
  fixed: { amount: Amount },
  /** A free choice between `min` and `max` in steps; `gives` is worth one step. */
  range: { unit: Id, min: Int, max: Int, step: Int, gives: Amount.optional() },
  /** Real money, paid on the shop's own checkout page; `every` is an ISO 8601 duration. */
  price: { amount: Amount, every: Id.optional(), checkoutUrl: Text.optional() },
} as const;

// Written out because `any` holds costs again.
type Flat = {
  [K in keyof typeof kinds]: { kind: K } & Body<(typeof kinds)[K]>;
}[keyof typeof kinds];

/** What a reward costs. */
export type Cost = Flat | { kind: 'any'; of: Cost[] } | UnknownMember<'kind'>;

export const Cost: z.ZodType<Cost> = openUnion('kind', {
  ...kinds,
  any: { of: z.array(z.lazy(() => Cost)) },
}).meta({ id: 'Cost' });

/** Something a member can take at a cost: coupon, slider, wheel, donation, paid plan, gift. */
export const Reward = z
  .object({
    id: Id,
    title: Text,
    detail: Text.optional(),
    image: Image.optional(),
    icon: Id.optional(),
    group: Id.optional(),
    /** How to draw it; absent or unknown: as a plain card. */
    view: openEnum('card', 'slider', 'wheel', 'scratch', 'plan', 'donate', 'gift').optional(),
    cost: Cost,
    grants: z.array(Grant),
    limit: Limit.optional(),
    window: Window.optional(),
    stock: Int.nullish(),
    requires: Requires.optional(),
    appliesTo: AppliesTo.optional(),
    delivery: openEnum('code', 'auto', 'link', 'checkout', 'manual'),
    refundable: Bool.optional(),
    undoMinutes: Int.optional(),
    termsUrl: Text.optional(),
    /** The button's text, where a law demands one ("zahlungspflichtig bestellen"). */
    label: Text.optional(),
    priceNote: Text.optional(),
    meta: Meta.optional(),
  })
  .meta({ id: 'Reward' });

export const RewardState = z
  .object({
    reward: Id,
    availability: Availability,
    /** How far a slider goes now. */
    maxNow: Int.optional(),
    used: Int.optional(),
    left: Int.nullish(),
    /** What all members together have given so far, for a donation. */
    raised: Amount.optional(),
    /** The same for each cause that can be chosen. */
    raisedFor: z.array(z.object({ choice: Id, raised: Amount })).optional(),
  })
  .meta({ id: 'RewardState' });
