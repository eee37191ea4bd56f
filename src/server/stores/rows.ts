import type { Activity, Amount, Answer, Grant, Voucher } from '../../contract/types.js';

/**
 * What a store keeps, as plain rows. Times are milliseconds since 1970, quantities integers in the
 * unit's scale. Every row belongs to the programme that its transaction was opened for.
 */

/** A moment in milliseconds since 1970. */
export type Millis = number;

/** One thing in every language that the programme speaks: locale → the thing. */
export type Told<T> = Readonly<Record<string, T>>;

export interface MemberRow {
  readonly id: string;
  readonly state: 'member' | 'paused' | 'blocked';
  readonly name: string | null;
  readonly birthday: { readonly month: number; readonly day: number } | null;
  readonly joinedAt: Millis;
  /** What the member has agreed to and what not, by the consent's id; absent: not asked yet. */
  readonly consents: Readonly<Record<string, boolean>>;
  /** What boards call the member instead of the first name. */
  readonly alias: string | null;
  /** Takes no part in rankings; draws go on, without a name. */
  readonly hidden: boolean;
  /** Grows with every change of anything that is the member's. */
  readonly rev: number;
  /** Up to this moment everything that passes with time has been done. */
  readonly settledTo: Millis;
  /** When the next thing passes with time; `null` when nothing will. */
  readonly dueAt: Millis | null;
}

/** What a member has of one unit. Equals the sum of the lots, and of the postings by bucket. */
export interface BalanceRow {
  readonly member: string;
  readonly unit: string;
  /** Negative when a return took back what was spent already. */
  readonly available: number;
  readonly pending: number;
  readonly held: number;
  readonly lifetime: number;
  readonly spent: number;
}

/** What came in at one time and goes out together: spent and expiring oldest first. */
export interface LotRow {
  readonly id: string;
  readonly member: string;
  readonly unit: string;
  /** The entry that brought it. */
  readonly entry: string;
  /** What came in; 0 for a debt. */
  readonly value: number;
  /** What is left; negative for a debt, which the next credit pays first. */
  readonly remaining: number;
  /** How much of it has expired. */
  readonly expired: number;
  readonly pending: boolean;
  readonly usableAt: Millis;
  readonly expiresAt: Millis | null;
  readonly at: Millis;
}

/** Why a number is what it is. */
export interface Because {
  readonly text: Told<string>;
  readonly rule?: string;
  readonly times?: number;
  readonly amounts?: readonly Amount[];
}

/** One ledger line. Only `state` ever changes: it follows from lines that came later. */
export interface EntryRow {
  readonly id: string;
  readonly member: string;
  readonly at: Millis;
  readonly kind: Activity['kind'];
  readonly title: Told<string>;
  /** What a person reads; the bookkeeping stands in the postings. */
  readonly amounts: readonly Amount[];
  readonly state: 'pending' | 'final' | 'void';
  readonly releasesAt: Millis | null;
  readonly expiresAt: Millis | null;
  readonly ref: { readonly kind: string; readonly id: string } | null;
  readonly because: readonly Because[];
  /** The shop event that made it. */
  readonly cause: string | null;
}

/** An entry as read: `seq` is the order in which lines were written. */
export interface StoredEntry extends EntryRow {
  readonly seq: number;
}

/** A change of one bucket of one balance. Never changed, never removed. */
export interface PostingRow {
  readonly entry: string;
  readonly member: string;
  readonly unit: string;
  readonly value: number;
  readonly bucket: 'available' | 'pending' | 'held';
  /** The moment it counts for; a return counts for the moment of its order. */
  readonly at: Millis;
  /** Whether it moves tracks: spending points never costs progress. */
  readonly counts: boolean;
}

/** How much of a lot an entry took. */
export interface LotUseRow {
  readonly entry: string;
  readonly lot: string;
  readonly value: number;
}

export interface VoucherRow {
  readonly id: string;
  readonly member: string;
  readonly title: Told<string>;
  readonly status: Voucher['status'];
  readonly source: { readonly kind: Voucher['source']['kind']; readonly id: string | null };
  readonly grant: Told<Grant>;
  readonly cost: Amount | null;
  readonly segment: string | null;
  /** What was chosen of several causes or products. */
  readonly choice: string | null;
  /** Unique within the programme. */
  readonly code: string | null;
  readonly left: Amount | null;
  readonly applyUrl: string | null;
  readonly issuedAt: Millis;
  readonly expiresAt: Millis | null;
  readonly usedAt: Millis | null;
  readonly seenAt: Millis | null;
  readonly undoUntil: Millis | null;
  /** When it became used, expired or cancelled; `null` while it is good. */
  readonly endedAt: Millis | null;
  readonly termsUrl: string | null;
  /** The entry that it came with. */
  readonly entry: string;
  /** The order that used it. */
  readonly usedBy: string | null;
  /** A paid plan that will be paid for again when `expiresAt` comes. */
  readonly renews: boolean;
}

export interface StoredVoucher extends VoucherRow {
  readonly seq: number;
}

export interface StreakRow {
  readonly now: number;
  readonly best: number;
  /** Number of the last day or week that counted, since 1970. */
  readonly last: number;
  /** How much of `now` earlier completions have used up. */
  readonly used: number;
  readonly freezes: number;
  /** The last days or weeks that counted, oldest first. */
  readonly done: readonly number[];
  /** The last ones that were missed and forgiven, oldest first. */
  readonly frozen?: readonly number[];
  /** The member rests from this day or week on, until this moment at the latest. */
  readonly rest?: { readonly since: number; readonly until: Millis } | null;
  /** The first day or week after the last rest. */
  readonly rested?: number;
}

export interface TrackRow {
  readonly member: string;
  readonly track: string;
  /** The highest step reached. */
  readonly step: string | null;
  /** When the step is looked at again. */
  readonly until: Millis | null;
  /** Counts falls, resets and completions: a step gives its grants once in each. */
  readonly cycle: number;
  readonly doneCount: number;
  readonly joinedAt: Millis | null;
  readonly streak: StreakRow | null;
}

/** That a step was reached, and what stood before, so that a return can take it back. */
export interface ReachRow {
  readonly id: string;
  readonly member: string;
  readonly track: string;
  readonly step: string;
  readonly cycle: number;
  readonly at: Millis;
  readonly entry: string;
  readonly before: {
    readonly step: string | null;
    readonly until: Millis | null;
    /** The step was given, so that nothing returned can take it away. */
    readonly given?: true;
  };
  readonly undone: boolean;
}

/** That a rule was done or a reward taken once; limits count these. */
export interface UseRow {
  readonly id: string;
  readonly member: string;
  readonly scope: 'rule' | 'reward';
  /** The rule's or reward's id. */
  readonly of: string;
  readonly at: Millis;
  /** The order or other thing that it was done for. */
  readonly ref: string | null;
  /** The entry that it belongs to; undone with it. */
  readonly entry: string;
  /** What was filled in, for rules with a form. */
  readonly answers: Readonly<Record<string, Answer>> | null;
}

/** How much of a limit somebody had used when they left. */
export interface HadRow {
  readonly scope: UseRow['scope'];
  /** The rule's or reward's id. */
  readonly of: string;
  readonly count: number;
}

/** That somebody left, by a fingerprint of their id; it stays when they come back. */
export interface LeftRow {
  readonly print: string;
  readonly at: Millis;
  readonly back: boolean;
  /** Empty when they are back: then it stands among their uses. */
  readonly had: readonly HadRow[];
}

export interface OrderRow {
  readonly id: string;
  readonly member: string;
  readonly at: Millis;
  readonly total: number;
  /** How much of the total has been paid back. */
  readonly refunded: number;
  /** The earn entry of the order. */
  readonly entry: string;
}

export interface EventRow {
  readonly id: string;
  readonly member: string;
  readonly type: string;
  readonly at: Millis;
}

/** What a caller asked under a key. */
export interface KeyRow {
  readonly subject: string;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly bodyHash: string;
  readonly at: Millis;
  /** `null` while the first request runs. */
  readonly status: number | null;
  readonly body: unknown;
}

/** How somebody stands on a board: what counted for them, and since when. */
export interface ScoreRow {
  readonly member: string;
  /** As in the member's row: for whoever shows it to others. */
  readonly name: string | null;
  readonly alias: string | null;
  readonly hidden: boolean;
  /** The group of a league; 0 on other boards, and before somebody was put into one. */
  readonly group: number;
  readonly value: number;
  /** When the last of it was gained: of two with the same, who was there first. */
  readonly reached: Millis;
}

/** That a board is closed: from now on its places stand. */
export interface ClosingRow {
  readonly board: string;
  readonly at: Millis;
  /** How many took part. */
  readonly members: number;
  /** All that counted: the entries of a draw. */
  readonly total: number;
}

/** A place in the result of a board, and the prize that belongs to it. */
export interface PlaceRow {
  readonly board: string;
  readonly member: string;
  readonly group: number;
  /** `null` in a draw for who did not win. */
  readonly rank: number | null;
  readonly value: number;
  readonly reached: Millis;
  /** In a draw: which of the entries that were left was drawn, from 0. */
  readonly ticket: number | null;
  /** Index of the prize in the file; `null` for none. */
  readonly prize: number | null;
  /** When the prize was booked; `null` while it is owed. */
  readonly givenAt: Millis | null;
  /** The entry that booked it. */
  readonly entry: string | null;
}

/** A place with the name of who holds it, as far as the member is still known. */
export interface StoredPlace extends PlaceRow {
  readonly name: string | null;
  readonly alias: string | null;
  readonly hidden: boolean;
}

/** That all members together reached a step. */
export interface GoalRow {
  readonly track: string;
  readonly step: string;
  /** When the period began that it was reached in; 0 for one without beginning. */
  readonly round: Millis;
  readonly at: Millis;
}

/** Who may invite, and with which code. */
export interface ReferrerRow {
  readonly member: string;
  /** Unique within the programme. */
  readonly code: string;
  /** How often the link was sent. */
  readonly sent: number;
}

/** That somebody came through a member's link. A friend has one referrer for good. */
export interface ReferralRow {
  readonly friend: string;
  readonly referrer: string;
  /**
   * `joined` → `ordered`, the referrer's side is owed → `completed` → `returned`, it is owed back →
   * `joined`.
   */
  readonly state: 'joined' | 'ordered' | 'completed' | 'returned';
  readonly at: Millis;
  /** The order that counts, and when it was paid. */
  readonly order: string | null;
  readonly orderedAt: Millis | null;
  /** What the referrer's side was booked with. */
  readonly entries: readonly string[];
}

/** A referral with the first name of the friend. */
export interface StoredReferral extends ReferralRow {
  readonly name: string | null;
}
