import { z } from 'zod';
import { Grant } from '../../contract/schema/grant.js';
import { Birthday } from '../../contract/schema/member.js';
import { Id, Instant, Int, Text } from '../../contract/schema/primitives.js';

/**
 * What a shop's own server tells the endpoint, with its secret key: `POST {endpoint}/shop/events`.
 * Not part of the widget's contract; no page ever calls it. An event counts once by its `id`.
 */

const head = {
  /** The shop's own id of this event. The same id never counts twice. */
  id: Id,
  /** When it happened; may lie in the past, never more than a minute in the future. */
  at: Instant.optional(),
  /** The member whom it concerns, as in the token's `sub`. */
  member: Id,
};

export const OrderLine = z.object({
  product: Id,
  variant: Id.optional(),
  collections: z.array(Id).optional(),
  qty: Int.refine((value) => value > 0, 'qty is 1 or more'),
  /** What was paid for this line, in minor units of the order's currency. */
  total: Int.refine((value) => value >= 0, 'total is 0 or more'),
});

export const ShopEvent = z
  .discriminatedUnion('type', [
    z.object({
      ...head,
      type: z.literal('member.joined'),
      name: Text.optional(),
      birthday: Birthday.optional(),
      /** The share code of whoever brought them. */
      referral: Text.optional(),
    }),
    z.object({
      ...head,
      type: z.literal('order.paid'),
      order: z.object({
        id: Id,
        currency: Id,
        /** What was paid for goods, after discounts and without shipping, in minor units. */
        total: Int.refine((value) => value >= 0, 'total is 0 or more'),
        lines: z.array(OrderLine).default([]),
        /** Voucher codes that were used with this order. */
        codes: z.array(Text).default([]),
        channel: Id.optional(),
      }),
      /** The share code of whoever brought them, where the first order is the first sign of a friend. */
      referral: Text.optional(),
    }),
    z.object({
      ...head,
      type: z.literal('order.refunded'),
      order: z.object({
        id: Id,
        /** How much of the order's total was paid back, in minor units; absent means all of it. */
        total: Int.refine((value) => value > 0, 'total is 1 or more').optional(),
      }),
    }),
    z.object({ ...head, type: z.literal('review.published'), product: Id.optional() }),
    z.object({ ...head, type: z.literal('check-in'), place: Id.optional() }),
    z.object({ ...head, type: z.literal('rule.completed'), rule: Id, ref: Id.optional() }),
    z.object({
      ...head,
      type: z.literal('voucher.granted'),
      title: Text,
      grant: Grant,
      expiresAt: Instant.optional(),
    }),
    z.object({
      ...head,
      type: z.literal('plan.paid'),
      /** The pending voucher of the checkout address; for a renewal the same one again. */
      voucher: Id,
      /** Until when it is paid now; absent: one interval of the plan from the last date on. */
      until: Instant.optional(),
      /** The shop's own number of the payment. */
      payment: Id.optional(),
    }),
    z.object({
      ...head,
      type: z.literal('plan.cancelled'),
      voucher: Id,
      /** `renewal`: it runs on to the date that is paid for. `now`: it was paid back, and ends. */
      ends: z.enum(['renewal', 'now']).default('renewal'),
    }),
    z.object({
      ...head,
      type: z.literal('balance.adjusted'),
      unit: Id,
      value: Int,
      reason: Text,
    }),
  ])
  .meta({ id: 'ShopEvent' });

export type ShopEvent = z.infer<typeof ShopEvent>;

/** What the endpoint made of an event. */
export interface ShopEventResult {
  readonly id: string;
  /** `false` when this id had been counted before: nothing happened this time. */
  readonly counted: boolean;
  /** Codes of a paid order that it does not hold: unknown, another member's, over, used elsewhere. */
  readonly refusedCodes?: readonly string[];
  /** `true` when the event named a share code that does not count for this member. */
  readonly refusedReferral?: boolean;
}

/** Which order of which member takes a code, or gives it back. */
export const VoucherClaim = z.object({ member: Id, order: Id });
