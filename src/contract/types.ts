import type { z } from 'zod';
import type * as amount from './schema/amount.js';
import type * as availability from './schema/availability.js';
import type * as board from './schema/board.js';
import type * as documents from './schema/documents.js';
import type * as grant from './schema/grant.js';
import type * as member from './schema/member.js';
import type * as primitives from './schema/primitives.js';
import type * as program from './schema/program.js';
import type * as reward from './schema/reward.js';
import type * as rule from './schema/rule.js';
import type * as track from './schema/track.js';
import type * as voucher from './schema/voucher.js';

/** The contract's types, inferred from its schemas. This file is erased: the page never loads zod. */

export type Image = z.infer<typeof primitives.Image>;
export type Limit = z.infer<typeof primitives.Limit>;
export type PluralLabel = z.infer<typeof primitives.PluralLabel>;
export type StepRef = z.infer<typeof primitives.StepRef>;
export type Window = z.infer<typeof primitives.Window>;

export type Amount = z.infer<typeof amount.Amount>;
export type Unit = z.infer<typeof amount.Unit>;
export type Availability = z.infer<typeof availability.Availability>;
export type Discount = z.infer<typeof grant.Discount>;
export type Grant = grant.Grant;
export type Segment = grant.Segment;
export type Cost = reward.Cost;

export type Step = z.infer<typeof track.Step>;
export type Track = z.infer<typeof track.Track>;
export type TrackState = z.infer<typeof track.TrackState>;
export type Field = z.infer<typeof rule.Field>;
export type Rule = z.infer<typeof rule.Rule>;
export type RuleState = z.infer<typeof rule.RuleState>;
export type Reward = z.infer<typeof reward.Reward>;
export type RewardState = z.infer<typeof reward.RewardState>;
export type Wallet = z.infer<typeof member.Wallet>;
export type Member = z.infer<typeof member.Member>;
export type Referral = z.infer<typeof member.Referral>;
export type Voucher = z.infer<typeof voucher.Voucher>;
export type Activity = z.infer<typeof voucher.Activity>;
export type Board = z.infer<typeof board.Board>;
export type BoardPage = z.infer<typeof board.BoardPage>;
export type Links = z.infer<typeof program.Links>;
export type Capability = z.infer<typeof program.Capability>;
export type Program = z.infer<typeof program.Program>;

export type Me = z.infer<typeof documents.Me>;
export type Changes = z.infer<typeof documents.Changes>;
export type Bootstrap = z.infer<typeof documents.Bootstrap>;
export type Outcome = z.infer<typeof documents.Outcome>;
export type RedeemRequest = z.infer<typeof documents.RedeemRequest>;
export type RedeemResult = z.infer<typeof documents.RedeemResult>;
export type QuoteRequest = z.infer<typeof documents.QuoteRequest>;
export type Quote = z.infer<typeof documents.Quote>;
export type Answer = z.infer<typeof documents.Answer>;
export type CompleteRequest = z.infer<typeof documents.CompleteRequest>;
export type ActivityPage = z.infer<typeof documents.ActivityPage>;
export type VoucherPage = z.infer<typeof documents.VoucherPage>;
export type CartRequest = z.infer<typeof documents.CartRequest>;
export type CartPreview = z.infer<typeof documents.CartPreview>;
export type ProfilePatch = z.infer<typeof documents.ProfilePatch>;
export type JoinRequest = z.infer<typeof documents.JoinRequest>;
export type Problem = z.infer<typeof documents.Problem>;
export type TokenClaims = z.infer<typeof documents.TokenClaims>;
