import { z } from 'zod';
import { Grant } from './grant.js';
import { Bool, Id, Instant, Int, openEnum, Text } from './primitives.js';

/** A member's balance in one unit. `null` = not known to the engine; the row is hidden. */
export const Wallet = z
  .object({
    unit: Id,
    /** May be negative: a return can take back what is already spent. */
    available: Int,
    pending: Int.nullish(),
    held: Int.nullish(),
    lifetime: Int.nullish(),
    spent: Int.nullish(),
    /** Soonest first. */
    expiring: z.array(z.object({ value: Int, at: Instant })).nullish(),
    releases: z
      .array(z.object({ value: Int, at: Instant.nullish(), on: Text.optional() }))
      .nullish(),
  })
  .meta({ id: 'Wallet' });

export const Consent = z
  .object({ id: Id, label: Text, granted: Bool.nullable() })
  .meta({ id: 'Consent' });

export const Birthday = z
  .object({
    month: Int.refine((value) => value >= 1 && value <= 12, 'month is 1 to 12').meta({ atom: 'i' }),
    day: Int.refine((value) => value >= 1 && value <= 31, 'day is 1 to 31').meta({ atom: 'i' }),
  })
  .meta({ id: 'Birthday' });

export const Member = z
  .object({
    id: Id,
    state: openEnum('guest', 'member', 'paused', 'blocked'),
    name: Text.nullish(),
    joinedAt: Instant.nullish(),
    birthday: Birthday.nullish(),
    /** What boards call the member instead of the first name. */
    alias: Text.nullish(),
    /** `hidden`: on no board, and in no ranking; an alias takes part without the name. */
    boards: openEnum('shown', 'hidden').optional(),
    consents: z.array(Consent).optional(),
    card: z.object({ format: Id, value: Text }).optional(),
    passes: z.object({ apple: Text.optional(), google: Text.optional() }).optional(),
  })
  .meta({ id: 'Member' });

/** A way to pass the link on. */
export const ShareChannel = openEnum('copy', 'share', 'whatsapp', 'email', 'qr');

/** The member's share link, what both sides get, and how it went so far. */
export const Referral = z
  .object({
    url: Text,
    code: Text.optional(),
    channels: z.array(ShareChannel).optional(),
    /** What the friend gets. */
    give: z.array(Grant).optional(),
    /** What the member gets. */
    get: z.array(Grant).optional(),
    stats: z
      .object({ sent: Int.optional(), joined: Int.optional(), completed: Int.optional() })
      .optional(),
    /** Friends who came, newest first; `ordered` waits for the member's side to be booked. */
    friends: z
      .array(
        z.object({
          /** First name; `null` where it is not known. */
          name: Text.nullable(),
          state: openEnum('joined', 'ordered', 'completed'),
          at: Instant,
        }),
      )
      .optional(),
  })
  .meta({ id: 'Referral' });
