import type { ProblemCode } from '../contract/problems.js';
import type {
  ActivityPage,
  Amount,
  Answer as FormAnswer,
  Availability,
  CartPreview,
  CartRequest,
  BoardPage,
  Changes,
  ClaimRequest,
  ClaimResult,
  Grant,
  CompleteRequest,
  InviteRequest,
  Export,
  JoinRequest,
  ProfilePatch,
  Me,
  Outcome,
  Program,
  Quote,
  QuoteRequest,
  RedeemRequest,
  Voucher,
  VoucherPage,
} from '../contract/types.js';
import type { ShopEvent, ShopEventResult } from './shop/schema.js';

/**
 * The port between the endpoint (HTTP, tokens, keys) and whatever keeps the points: our own ledger,
 * or a translator to an engine that the shop already pays for.
 */

/** The member on whose behalf something happens; identity comes from the token only. */
export interface Subject {
  readonly id: string;
  /** First name from the token, if the shop sends one; used when the member is first seen. */
  readonly name?: string | undefined;
}

export interface Page {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface BoardRequest extends Page {
  /** The page around the member's own place. */
  readonly around?: 'me' | undefined;
}

/**
 * A refusal that the caller must hear as a problem document. Thrown inside a write it rolls the
 * transaction back; the answer is stored with the key all the same, so that a replay hears it too.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly extra: {
      readonly availability?: Availability;
      readonly after?: number;
      readonly errors?: readonly { detail: string; pointer: string }[];
    } = {},
  ) {
    super(detail);
  }
}

/** The identity of one write: who, which key, and what exactly was asked. */
export interface Intent {
  readonly subject: string;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  /** SHA-256 of the body, hex. */
  readonly bodyHash: string;
}

/** A stored or fresh answer: HTTP status and JSON body. */
export interface Answer {
  readonly status: number;
  /** An `Outcome`; from status 400 the problem document of a refusal (`problemOf` in ./problem.ts). */
  readonly body: unknown;
  /** The answer of an earlier call with this key. */
  readonly replayed: boolean;
}

/** The writes that an engine performs for a member. */
export interface Writes {
  redeem(reward: string, request: RedeemRequest): Promise<Outcome>;
  cancel(voucher: string): Promise<Outcome>;
  seen(voucher: string): Promise<Outcome>;
  complete(rule: string, request: CompleteRequest): Promise<Outcome>;
  optIn(track: string): Promise<Outcome>;
  optOut(track: string): Promise<Outcome>;
  /** Runs in a `once` that enrols whoever is no member yet. */
  join(request: JoinRequest): Promise<Outcome>;
  profile(patch: ProfilePatch): Promise<Outcome>;
  /** Everything personal is gone afterwards, and the member with it. */
  leave(): Promise<Outcome>;
  /** The member has sent their link; it is counted, to whom is not asked. */
  invite(request: InviteRequest): Promise<Outcome>;
  /** The member came through somebody's link. @throws Refusal that says why it does not count */
  claim(request: ClaimRequest): Promise<ClaimResult & { changes: Changes }>;
}

/** Something that a page hears of as it happens. */
export type LiveEvent =
  | { readonly type: 'changes'; readonly changes: Changes }
  /** The definitions are others by now. */
  | { readonly type: 'program'; readonly rev: string }
  /** What was missed cannot be told: read everything anew. The last event of its stream. */
  | { readonly type: 'reset' };

/** Live updates, by tickets that stand in an address and open one stream each. */
export interface Live {
  /** @param seen the revisions that the reader holds: what changes from there on is told */
  ticket(
    subject: Subject,
    seen: { readonly rev: string; readonly program: string },
    locale: string | undefined,
  ): Promise<string>;
  /**
   * What changes for the ticket's member, until the signal aborts or the member leaves.
   * @param lastEvent the revision that a reader has heard last who was cut off
   * @throws Refusal `token-invalid` for a ticket that was used, has ended, or is none
   */
  open(
    ticket: string,
    lastEvent: string | null,
    signal: AbortSignal,
  ): Promise<AsyncIterable<LiveEvent>>;
}

export interface LoyaltyEngine {
  /** Absent where the engine cannot tell when something changes; pages then poll. */
  readonly live?: Live;
  /**
   * Definitions in the language nearest to `locale`. Same for everyone; `rev` changes with them, and
   * differs between languages, because a reader that sends a matching `rev` gets no definitions.
   */
  program(locale: string | undefined): Promise<Program>;
  /** All private state. Makes the member known when first seen, where the programme enrols everyone. */
  me(subject: Subject, locale: string | undefined): Promise<Me>;
  activity(
    subject: Subject,
    page: Page & { kind?: string | undefined },
    locale: string | undefined,
  ): Promise<ActivityPage>;
  vouchers(
    subject: Subject,
    page: Page & { status?: string | undefined },
    locale: string | undefined,
  ): Promise<VoucherPage>;
  /** @throws Refusal `not-found`, also for another member's voucher */
  voucher(subject: Subject, id: string, locale: string | undefined): Promise<Voucher>;
  quote(
    subject: Subject,
    reward: string,
    request: QuoteRequest,
    locale: string | undefined,
  ): Promise<Quote>;

  /**
   * What an order would earn and reach if it were placed now, and what fits it. Writes nothing.
   * @param subject `null` for a guest, who is told what a new member would get
   */
  preview(
    subject: Subject | null,
    cart: CartRequest,
    locale: string | undefined,
  ): Promise<CartPreview>;

  /**
   * A page of a ranking, or who won a draw.
   * @param subject `null` for a guest
   * @throws Refusal `not-found`
   */
  board(
    subject: Subject | null,
    id: string,
    request: BoardRequest,
    locale: string | undefined,
  ): Promise<BoardPage>;
  /** What a guest may know of a share code; keeps nothing. @throws Refusal `not-found` */
  claim(request: ClaimRequest, locale: string | undefined): Promise<ClaimResult>;

  /**
   * Runs one write exactly once for its key. The key, the effect and the answer are committed in one
   * transaction; the same intent again gets the stored answer, a different one with the key is refused
   * (`idempotency-key-reused`), a concurrent one waits or is refused (`idempotency-key-in-progress`).
   * @param enrols makes whoever is no member yet one
   */
  once(
    subject: Subject,
    intent: Intent,
    locale: string | undefined,
    write: (writes: Writes) => Promise<Outcome>,
    enrols?: boolean,
  ): Promise<Answer>;

  /** Everything that is kept of a member. @throws Refusal `not-a-member` */
  export(subject: Subject, locale: string | undefined): Promise<Export>;

  /** What the shop's server reports. Idempotent by the event's id. */
  shopEvent(event: ShopEvent): Promise<ShopEventResult>;
  /** A code at the shop's checkout: what is it worth, and whose is it? `null` when there is none. */
  shopVoucher(code: string): Promise<ShopVoucher | null>;
  /**
   * Takes a member's ready code for an order, once and for all others; the same order again hears the
   * same. Looking first does not help: two checkouts may look before either takes.
   * @throws Refusal `not-found`; `not-eligible` for a code that is another's, over, or used otherwise
   */
  useVoucher(code: string, member: string, order: string): Promise<ShopVoucher>;
  /**
   * Gives back what an order took and was not paid for. A code that the order does not hold, and no
   * other does, stays as it is.
   * @throws Refusal `not-found`; `not-eligible` for an order that was paid, or a code that is another's
   */
  releaseVoucher(code: string, member: string, order: string): Promise<ShopVoucher>;

  /**
   * What is to be paid, or is paid for, under a pending voucher's id; `null` where there is nothing.
   * Absent in engines that sell nothing for money.
   */
  shopPurchase?(voucher: string, locale: string | undefined): Promise<ShopPurchase | null>;
  /** All that a member has to pay, or pays for again and again. */
  shopPurchases?(member: string, locale: string | undefined): Promise<readonly ShopPurchase[]>;
  /** What members filled in, oldest first. Absent in engines that keep no answers. */
  answers?(page: Page & { rule?: string | undefined }): Promise<AnswerPage>;

  /** What has passed with time (pending → available, expiry, a level that falls). Safe to call often. */
  tick?(): Promise<void>;
  close(): Promise<void>;
}

/** What the shop's page for paying needs to know of something that costs real money. */
export interface ShopPurchase {
  /** The voucher's id, as in `plan.paid`. */
  readonly voucher: string;
  readonly member: string;
  readonly reward: string;
  /** `pending` before it is paid, `failed` when the time for that is over, `ready` while a plan runs. */
  readonly status: Voucher['status'];
  readonly title: string;
  readonly detail?: string;
  readonly price: Amount;
  /** ISO 8601, for a plan. */
  readonly every?: string;
  readonly priceNote?: string;
  readonly termsUrl?: string;
  readonly payUntil: string | null;
  readonly renewsAt: string | null;
  /** When a plan that was cancelled ends. */
  readonly endsAt: string | null;
}

/** A filled-in form. */
export interface FormAnswers {
  readonly id: string;
  readonly member: string;
  readonly rule: string;
  readonly at: string;
  /** The order or other thing that it was about. */
  readonly ref: string | null;
  readonly answers: Readonly<Record<string, FormAnswer>>;
}

export interface AnswerPage {
  readonly items: readonly FormAnswers[];
  /** Where the next page begins. Also kept when there is none yet: later answers follow there. */
  readonly next: string | null;
}

/** What the shop's checkout needs to know of a code. */
export interface ShopVoucher {
  readonly code: string;
  readonly member: string;
  readonly status: Voucher['status'];
  readonly title: string;
  readonly grant: Grant;
  readonly expiresAt: string | null;
  readonly left?: Amount | null;
}
