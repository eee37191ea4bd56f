import { z } from 'zod';
import { Amount } from './amount.js';
import { Grant } from './grant.js';
import { Id, Instant, Num, openEnum, Text } from './primitives.js';

/** A grant that the member now holds: coupon, gift card, pass, prize, pending delivery. */
export const Voucher = z
  .object({
    id: Id,
    title: Text,
    status: openEnum('pending', 'held', 'ready', 'used', 'expired', 'cancelled', 'failed'),
    source: z.object({
      kind: openEnum('reward', 'rule', 'track', 'gift', 'referral', 'board'),
      id: Id.optional(),
    }),
    /** Resolved: the prize that was won, never the pool. */
    grant: Grant,
    cost: Amount.nullish(),
    segment: Id.optional(),
    code: Text.nullish(),
    left: Amount.nullish(),
    applyUrl: Text.nullish(),
    barcode: z.object({ format: openEnum('qr', 'code128', 'ean13'), value: Text }).nullish(),
    issuedAt: Instant,
    expiresAt: Instant.nullish(),
    heldUntil: Instant.nullish(),
    /** When a paid plan is paid for again; absent once it was cancelled, and `expiresAt` says when it ends. */
    renewsAt: Instant.nullish(),
    usedAt: Instant.nullish(),
    /** `null` lets a surprise open itself, once. */
    seenAt: Instant.nullish(),
    undoUntil: Instant.nullish(),
    steps: z.array(Text).optional(),
    termsUrl: Text.optional(),
  })
  .meta({ id: 'Voucher' });

/** One ledger line, with the reason for its number. */
export const Activity = z
  .object({
    id: Id,
    at: Instant,
    kind: openEnum(
      'earn',
      'spend',
      'release',
      'expire',
      'adjust',
      'refund',
      'reverse',
      'transfer',
      'status',
      'grant',
    ),
    title: Text,
    amounts: z.array(Amount),
    state: openEnum('pending', 'final', 'void'),
    releasesAt: Instant.nullish(),
    expiresAt: Instant.nullish(),
    ref: z.object({ kind: Id, id: Id }).optional(),
    because: z
      .array(
        z.object({
          text: Text,
          rule: Id.optional(),
          times: Num.optional(),
          amounts: z.array(Amount).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Activity' });
