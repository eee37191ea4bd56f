import { z } from 'zod';
import { Amount } from './amount.js';
import { Availability } from './availability.js';
import { Grant } from './grant.js';
import { Member, Referral, ShareChannel, Wallet } from './member.js';
import { Bool, Id, Instant, Int, openEnum, StepRef, Text } from './primitives.js';
import { Program } from './program.js';
import { RewardState } from './reward.js';
import { RuleState } from './rule.js';
import { TrackState } from './track.js';
import { Activity, Voucher } from './voucher.js';

/** The documents that travel whole: answers, and what the widget sends. */

const states = {
  wallets: z.array(Wallet),
  tracks: z.array(TrackState),
  rewards: z.array(RewardState),
  rules: z.array(RuleState),
  vouchers: z.array(Voucher),
  activity: z.array(Activity),
};

/** All private state of one member; small, points at definitions by id. */
export const Me = z
  .object({ rev: Id, member: Member, ...states, referral: Referral.nullish() })
  .meta({ id: 'Me' });

/** What a write changed: whole replaced objects by id, so that applying them twice is harmless. */
export const Changes = z
  .object({
    rev: Id,
    member: Member.optional(),
    wallets: states.wallets.optional(),
    tracks: states.tracks.optional(),
    rewards: states.rewards.optional(),
    rules: states.rules.optional(),
    vouchers: states.vouchers.optional(),
    activity: states.activity.optional(),
    referral: Referral.nullish(),
  })
  .meta({ id: 'Changes' });

/** First paint in one request. `program: null` when the reader's `rev` still holds; `me: null` for a guest. */
export const Bootstrap = z
  .object({
    now: Instant,
    programRev: Id,
    program: Program.nullable(),
    me: Me.nullable(),
    live: z.object({ events: Text.optional(), poll: Int.optional() }).optional(),
  })
  .meta({ id: 'Bootstrap' });

/** The answer to every write: what changed, and the voucher that it made or touched. */
export const Outcome = z
  .object({ voucher: Voucher.optional(), changes: Changes })
  .meta({ id: 'Outcome' });

export const RedeemRequest = z
  .object({ spend: Int.optional(), choice: Id.optional(), quote: Id.optional() })
  .meta({ id: 'RedeemRequest' });

export const RedeemResult = z
  .object({ voucher: Voucher, changes: Changes })
  .meta({ id: 'RedeemResult' });

export const QuoteRequest = z
  .object({ spend: Int.optional(), choice: Id.optional() })
  .meta({ id: 'QuoteRequest' });

/** Valid for at most 60 seconds. */
export const Quote = z
  .object({
    quote: Id,
    expiresAt: Instant,
    cost: Amount,
    grants: z.array(Grant),
    availability: Availability,
  })
  .meta({ id: 'Quote' });

/** One answer of a form; several for `choices`. */
export const Answer = z.union([Text, z.int(), z.boolean(), z.array(Id)]);

export const CompleteRequest = z
  .object({ answers: z.record(Id, Answer).optional(), ref: Id.optional() })
  .meta({ id: 'CompleteRequest' });

export const ActivityPage = z
  .object({ items: states.activity, next: Text.nullish() })
  .meta({ id: 'ActivityPage' });

export const VoucherPage = z
  .object({ items: states.vouchers, next: Text.nullish() })
  .meta({ id: 'VoucherPage' });

const NotNegative = Int.refine((value) => value >= 0, 'expected 0 or more');

/** An order that is not placed yet, as the shop's cart has it. Money in minor units of `currency`. */
export const CartRequest = z
  .object({
    currency: Id,
    /** What would be paid for the goods: after discounts that lie on them, without shipping. */
    subtotal: NotNegative,
    lines: z.array(
      z.object({
        product: Id,
        variant: Id.optional(),
        collections: z.array(Id).optional(),
        qty: Int.refine((value) => value >= 1, 'qty is 1 or more'),
        total: NotNegative,
      }),
    ),
    /** Codes that already lie on this order: what may be added to them is the server's to say. */
    codes: z.array(Id).optional(),
    /** Where it will be placed, in the words of `appliesTo.channels`. */
    channel: Id.optional(),
  })
  .meta({ id: 'CartRequest' });

/** What taking something would do for this order; every field the server's own word. */
const fits = {
  /** `available`: it can be used on this order, with what already lies on it. Else why not. */
  availability: Availability,
  /** How much it takes off this order. */
  saves: Amount.optional(),
  /** Whether other codes may lie beside it; absent where the server does not know. */
  combines: Bool.optional(),
};

/** What an order would earn and reach, and what fits it, if it were placed now. Nothing is promised by it. */
export const CartPreview = z
  .object({
    earns: z.array(Amount),
    tracks: z
      .array(
        z.object({
          track: Id,
          /** The step that this order reaches; absent where it only moves on. */
          reaches: Id.nullish(),
          /** What the member would have afterwards, in the units of the track. */
          have: z.array(Amount).optional(),
        }),
      )
      .optional(),
    /** Best first. */
    rewards: z.array(z.object({ reward: Id, ...fits })).optional(),
    /** What the member already holds and could use here; best first. */
    vouchers: z.array(z.object({ voucher: Id, ...fits })).optional(),
    /** The one thing that gives the most for this order. */
    best: z.object({ kind: openEnum('reward', 'voucher'), id: Id }).optional(),
  })
  .meta({ id: 'CartPreview' });

export const ProfilePatch = z
  .object({
    birthday: Member.shape.birthday,
    /** `null` takes it away. */
    alias: Member.shape.alias,
    boards: Member.shape.boards,
    consents: z.array(z.object({ id: Id, granted: Bool })).optional(),
  })
  .meta({ id: 'ProfilePatch' });

export const JoinRequest = z
  .object({
    birthday: Member.shape.birthday,
    consents: z.array(z.object({ id: Id, granted: Bool })).optional(),
    referral: Id.optional(),
  })
  .meta({ id: 'JoinRequest' });

/** That a member has sent their link; to whom is nobody's business here. */
export const InviteRequest = z
  .object({ channel: ShareChannel.optional() })
  .meta({ id: 'InviteRequest' });

/** A friend names the code of the link that brought them. */
export const ClaimRequest = z.object({ code: Id }).meta({ id: 'ClaimRequest' });

/**
 * What a code is good for. `pending`: for a guest, the page keeps the code and claims again once it
 * knows who the shopper is; `joined`: the friend is a member and has what stands in `give`.
 */
export const ClaimResult = z
  .object({
    code: Id,
    state: openEnum('pending', 'joined'),
    /** First name or alias of the one who invites. */
    from: Text.nullish(),
    give: z.array(Grant),
    changes: Changes.optional(),
  })
  .meta({ id: 'ClaimResult' });

/**
 * All that is kept of a member, as the shop keeps it: for the member to take along, not for a view.
 * Our own server hands out `exportedAt`, `programme` {id, name}, `me` as the widget shows it now,
 * `activity` and `vouchers` with all there ever were, and `records`: every row that is kept, by kind.
 */
export const Export = z.record(z.string(), z.unknown()).meta({ id: 'Export' });

/** RFC 9457, `application/problem+json`. Clients key on `code`, never on the number. */
export const Problem = z
  .object({
    type: Text,
    title: Text,
    status: Int,
    detail: Text.optional(),
    instance: Text.optional(),
    code: openEnum(
      'validation-failed',
      'token-missing',
      'token-invalid',
      'token-expired',
      'origin-not-allowed',
      'scope-missing',
      'member-blocked',
      'not-a-member',
      'insufficient-balance',
      'not-eligible',
      'sold-out',
      'not-started',
      'ended',
      'cart-required',
      'quote-expired',
      'not-refundable',
      'limit-reached',
      'verification-required',
      'not-found',
      'gone',
      'cursor-expired',
      'idempotency-key-missing',
      'idempotency-key-reused',
      'idempotency-key-in-progress',
      'rate-limited',
      'upstream-busy',
      'upstream-down',
      'not-supported',
    ),
    retry: openEnum('never', 'same-key', 'new-token', 'after'),
    after: Int.optional(),
    availability: Availability.optional(),
    step: StepRef.optional(),
    errors: z.array(z.object({ detail: Text, pointer: Text })).optional(),
  })
  .meta({ id: 'Problem' });

/** The claims of the shop's token. */
export const TokenClaims = z
  .object({
    iss: Text,
    aud: z.union([Text, z.array(Text)]),
    sub: Id,
    iat: Int,
    exp: Int,
    jti: Id.optional(),
    scope: Text,
    name: Text.optional(),
  })
  .meta({ id: 'TokenClaims' });
