import { z } from 'zod';
import { Amount, Unit } from '../../../../contract/schema/amount.js';
import { Board } from '../../../../contract/schema/board.js';
import { Answer } from '../../../../contract/schema/documents.js';
import { Grant } from '../../../../contract/schema/grant.js';
import { Referral } from '../../../../contract/schema/member.js';
import { Id, Int, StepRef, Text } from '../../../../contract/schema/primitives.js';
import { Capability, Program } from '../../../../contract/schema/program.js';
import { Reward } from '../../../../contract/schema/reward.js';
import { Rule } from '../../../../contract/schema/rule.js';
import { Step, Track } from '../../../../contract/schema/track.js';
import { isDuration } from '../time/calendar.js';

/**
 * The programme file: the contract's public definitions, and beside them the settings that only our
 * engine reads. Those are listed here; the contract's schema strips them before anything goes out.
 * Any text may stand in several languages, `{"de": …, "en": …}`, for the locales of `locales`.
 */

/** ISO 8601, such as `P12M` or `P14D`. */
const Duration = z
  .string()
  .max(64)
  .refine(isDuration, 'expected an ISO 8601 duration such as P12M or P14D');

const Count = Int.refine((value) => value >= 0, 'expected 0 or more');

const UnitSettings = Unit.extend({
  /** Days until what a purchase gave becomes usable; absent: at once. */
  pendingDays: Count.optional(),
  /** How long a lot stays usable, from the day it becomes so; absent: without end. */
  expiresAfter: Duration.optional(),
  /** The most that a member can hold; what would go beyond is not given. For freezes and spins. */
  atMost: Count.refine((value) => value > 0, 'expected 1 or more').optional(),
}).strict();

/** Something counted beside the grants, in a metric unit. The shopper never sees it as a reward. */
export const Measure = z.strictObject({
  amount: Amount.optional(),
  rate: z.strictObject({ per: Amount, give: Amount }).optional(),
});

/** The right answers of a quiz stay on the server; the page only hears what they were worth. */
const Quiz = z.strictObject({
  /** Field → the right answer; for `choices` all right ones. */
  right: z.record(Id, Answer),
  /** What so many right answers give, besides the rule's own grants; the highest that applies. */
  results: z.array(z.strictObject({ from: Count, grants: z.array(Grant) })),
});

const RuleSettings = Rule.extend({
  /**
   * For a rule that gives `times`: the purchase rules that it multiplies, rates and fixed amounts;
   * absent: the rates of all of them.
   */
  multiplies: z.array(Id).optional(),
  /** What it gives comes as a present that opens itself once; the default on birthdays and anniversaries. */
  gift: z.boolean().optional(),
  quiz: Quiz.optional(),
  /** Members at a step get this rule's rates times so much; the highest that applies counts. */
  steps: z
    .array(z.strictObject({ ...StepRef.shape, times: z.number().positive().max(100) }))
    .optional(),
  /** Days until what the rule gives becomes usable; absent: the unit's `pendingDays`, for purchases. */
  delayDays: Count.optional(),
  measures: z.array(Measure).optional(),
  /** How long vouchers from this rule are good. */
  validFor: Duration.optional(),
}).strict();

const StepSettings = Step.extend({
  /** How long vouchers from this step are good. */
  validFor: Duration.optional(),
}).strict();

const TrackSettings = Track.extend({
  steps: z.array(StepSettings),
  /**
   * What happens to a step as time passes. `at-review`: it is kept for one more period, then the
   * period that has just ended decides. `at-reset`: it ends with the period. `never`: it stays.
   */
  falls: z.enum(['at-review', 'at-reset', 'never']).optional(),
  /** Counts days or weeks in a row on which something of `unit` came in. */
  streak: z
    .strictObject({
      unit: Id,
      /** Days or weeks that are forgiven in each round, without doing anything for it. */
      freezes: Count.optional(),
      /** A unit of which one is used up for each missed day or week, such as a freeze that is a reward. */
      freezeUnit: Id.optional(),
      /** How long a member may rest at most (`DELETE /tracks/{id}/join`); absent: no resting. */
      rest: Duration.optional(),
    })
    .optional(),
}).strict();

const RewardSettings = Reward.extend({
  /** How long vouchers from this reward are good. */
  validFor: Duration.optional(),
  /** With delivery `checkout`: how long the price is held for an order before it goes back; 30. */
  holdMinutes: Count.optional(),
  /** With a price in money: how long the shop's checkout has for the payment; `PT1H`. */
  payWithin: Duration.optional(),
  /** With a plan: how long it stays open after the renewal date when no payment has come. */
  grace: Duration.optional(),
}).strict();

const BoardSettings = Board.extend({
  prizes: z
    .array(
      z.strictObject({
        /** The first and the last place that wins this; of a draw, in the order of drawing. */
        from: Int,
        to: Int,
        grants: z.array(Grant),
        /** How long vouchers of this prize are good. */
        validFor: Duration.optional(),
      }),
    )
    .optional(),
  /** How many meet in one group of a league; absent: 30. */
  group: Count.optional(),
  /** How long after the window the result waits for late orders and returns; absent: not at all. */
  closesAfter: Duration.optional(),
}).strict();

/** What the one who invites gets stands in a rule with the trigger `referral`. */
const ReferralSettings = z.strictObject({
  /** The link that members share; `{code}` stands for the code of each. */
  url: Text.refine((url) => url.includes('{code}'), 'expected {code} in it'),
  channels: Referral.shape.channels,
  /** What a friend gets on joining. */
  give: z.array(Grant).default([]),
  /** How long the friend's vouchers are good. */
  validFor: Duration.optional(),
  /** The least that the friend's first order must come to; absent: any order counts. */
  minOrder: Amount.optional(),
  /** A return within so many days takes back what the invitation brought; absent: 14. */
  returnDays: Count.optional(),
});

const CodeSettings = z.strictObject({
  /** What codes begin with: `OAK` makes `OAK-7KQ4-M2XW`. */
  prefix: z.string().regex(/^[A-Z0-9]{2,8}$/, 'expected 2 to 8 capital letters or digits'),
  /** Where a code is applied; `{code}` stands for it. */
  applyUrl: Text.refine((url) => url.includes('{code}'), 'expected {code} in it').optional(),
  /** How many codes one order may hold; absent: the shop's checkout decides, and nothing is said. */
  perOrder: Int.refine((value) => value >= 1, 'expected 1 or more').optional(),
  /** Draws codes for the till as well. */
  barcode: z.enum(['qr', 'code128']).optional(),
});

export const ProgrammeFile = Program.omit({ rev: true })
  .extend({
    /** The languages of the file's texts; absent: the default locale alone. */
    locales: z.array(Id).optional(),
    /** Whether everyone who is seen becomes a member, or only who is reported by `member.joined`. */
    enrol: z.enum(['auto', 'event']).optional(),
    /** What members are asked to agree to, each by itself; a `newsletter` sets off its rules. */
    consents: z.array(z.strictObject({ id: Id, label: Text })).optional(),
    codes: CodeSettings.optional(),
    capabilities: z.array(Capability).default([]),
    units: z.array(UnitSettings),
    tracks: z.array(TrackSettings),
    rules: z.array(RuleSettings),
    rewards: z.array(RewardSettings),
    boards: z.array(BoardSettings).optional(),
    referral: ReferralSettings.optional(),
  })
  .strict();

/** A programme file in one language. */
export type ProgrammeDoc = z.infer<typeof ProgrammeFile>;
export type UnitDoc = ProgrammeDoc['units'][number];
export type RuleDoc = ProgrammeDoc['rules'][number];
export type TrackDoc = ProgrammeDoc['tracks'][number];
export type StepDoc = TrackDoc['steps'][number];
export type RewardDoc = ProgrammeDoc['rewards'][number];
export type BoardDoc = NonNullable<ProgrammeDoc['boards']>[number];
export type ReferralDoc = NonNullable<ProgrammeDoc['referral']>;
