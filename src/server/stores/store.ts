import type { Answer } from '../../contract/types.js';
import type { Feed } from './feed.js';
import type {
  BalanceRow,
  ClosingRow,
  EntryRow,
  EventRow,
  GoalRow,
  KeyRow,
  LeftRow,
  LotRow,
  LotUseRow,
  MemberRow,
  Millis,
  OrderRow,
  PlaceRow,
  PostingRow,
  ReachRow,
  ReferralRow,
  ReferrerRow,
  ScoreRow,
  StoredEntry,
  StoredPlace,
  StoredReferral,
  StoredVoucher,
  Told,
  TrackRow,
  UseRow,
  VoucherRow,
} from './rows.js';

/**
 * The port between the ledger and where it is kept. Two stores implement it, in memory and on
 * PostgreSQL, and one suite (test/server/stores/conformance.ts) holds them to the same behaviour.
 *
 * Lock order, the same in every transaction, so that none can deadlock: key or event → member →
 * balances by unit → stock → what all members share (goals, tallies). A transaction changes one member
 * only; what somebody else's doing brings a member is noted as owed and booked in one of theirs.
 */
export interface Store {
  /** Tells of what was committed, also by other processes. */
  readonly feed: Feed;
  /**
   * Runs `work` for one programme, all or nothing. It may run again from the start after a conflict
   * in the database, so it must not keep anything outside of the transaction.
   * @throws StoreBusy when locks could not be had in time, or the database is away
   */
  transaction<T>(programme: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` on one unchanging picture of the data. It must not write. */
  snapshot<T>(programme: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Lets go of files and connections. Safe to call twice. */
  close(): Promise<void>;
}

/** Nothing was done, or it cannot be known whether it was; the same request may come again. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
  /**
   * @param reason `lock`: somebody else held what was needed for too long; `conflict`: too many
   *   rivals; `away`: the database cannot be reached
   */
  constructor(
    readonly reason: 'lock' | 'conflict' | 'away',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The half-open span of time that a sum is taken over; `null` is without end. */
export interface SumQuery {
  readonly unit: string;
  readonly from: Millis | null;
  readonly to: Millis | null;
}

/** Where a page begins: after this row. */
export interface Cursor {
  readonly at: Millis;
  readonly seq: number;
}

export interface Tx {
  /** Runs a part that is undone as a whole when it throws; what was done before stays. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
  readonly keys: KeyStore;
  readonly events: EventStore;
  readonly members: MemberStore;
  readonly ledger: LedgerStore;
  readonly vouchers: VoucherStore;
  readonly tracks: TrackStore;
  readonly uses: UseStore;
  readonly orders: OrderStore;
  readonly stock: StockStore;
  readonly tickets: TicketStore;
  readonly privacy: PrivacyStore;
  readonly boards: BoardStore;
  readonly goals: GoalStore;
  readonly referrals: ReferralStore;
  readonly tallies: TallyStore;
}

export interface KeyStore {
  /**
   * Takes a key for this transaction, after waiting for another one that holds it.
   * @returns `null` when the key is ours now, else the row of whoever had it before
   */
  claim(key: KeyRow): Promise<KeyRow | null>;
  answer(subject: string, key: string, status: number, body: unknown): Promise<void>;
  /** Gives a claimed key back, so that the same request may come again. */
  release(subject: string, key: string): Promise<void>;
  forget(before: Millis): Promise<void>;
}

export interface EventStore {
  /** `false` when an event with this id was counted before; waits for one that is being counted. */
  claim(event: EventRow): Promise<boolean>;
}

export interface MemberStore {
  find(id: string): Promise<MemberRow | null>;
  /** Finds and locks until the transaction ends: whatever is the member's waits. */
  lock(id: string): Promise<MemberRow | null>;
  /** Adds and locks; does nothing when the id is known already. */
  add(row: MemberRow): Promise<void>;
  save(row: MemberRow): Promise<void>;
  /** Members for whom something has passed, longest due first. */
  due(now: Millis, limit: number): Promise<string[]>;
}

export interface LedgerStore {
  /** Reads the balances; in a transaction that writes they are locked, in the order of their units. */
  balances(member: string): Promise<BalanceRow[]>;
  saveBalances(rows: readonly BalanceRow[]): Promise<void>;
  /** Lots with something left or something owed. */
  openLots(member: string): Promise<LotRow[]>;
  lotsOf(entries: readonly string[]): Promise<LotRow[]>;
  lots(ids: readonly string[]): Promise<LotRow[]>;
  saveLots(rows: readonly LotRow[]): Promise<void>;
  addEntry(entry: EntryRow, postings: readonly PostingRow[]): Promise<void>;
  addUses(uses: readonly LotUseRow[]): Promise<void>;
  usesOf(entry: string): Promise<LotUseRow[]>;
  setState(entry: string, state: EntryRow['state']): Promise<void>;
  entry(id: string): Promise<StoredEntry | null>;
  postingsOf(entry: string): Promise<PostingRow[]>;
  /** Newest first. */
  page(
    member: string,
    limit: number,
    after: Cursor | null,
    kind: string | null,
  ): Promise<StoredEntry[]>;
  /** What counted, one sum for each query, in their order. */
  sums(member: string, queries: readonly SumQuery[]): Promise<number[]>;
}

export interface VoucherStore {
  /** @returns `false` when the code is taken; nothing was written then */
  add(row: VoucherRow): Promise<boolean>;
  save(row: VoucherRow): Promise<void>;
  find(id: string): Promise<StoredVoucher | null>;
  findCode(code: string): Promise<StoredVoucher | null>;
  ofEntry(entry: string): Promise<StoredVoucher[]>;
  /** Those still good, and those that ended after `since`; newest first. */
  current(member: string, since: Millis): Promise<StoredVoucher[]>;
  /** Newest first. */
  page(
    member: string,
    limit: number,
    after: Cursor | null,
    status: string | null,
  ): Promise<StoredVoucher[]>;
}

export interface TrackStore {
  all(member: string): Promise<TrackRow[]>;
  save(rows: readonly TrackRow[]): Promise<void>;
  addReach(row: ReachRow): Promise<void>;
  /** Steps reached since a moment and not undone, newest first. */
  reaches(member: string, since: Millis): Promise<ReachRow[]>;
  /** The steps that were reached in one cycle and not undone. */
  reached(member: string, track: string, cycle: number): Promise<string[]>;
  undoReach(id: string): Promise<void>;
}

export interface UseTotal {
  readonly scope: UseRow['scope'];
  readonly of: string;
  readonly count: number;
  readonly lastAt: Millis;
}

export interface UseStore {
  add(row: UseRow): Promise<void>;
  undo(entry: string): Promise<void>;
  since(member: string, at: Millis): Promise<UseRow[]>;
  /** How often each rule was done and each reward taken, ever. */
  totals(member: string): Promise<UseTotal[]>;
  /** The one use that an entry stands for. */
  ofEntry(entry: string): Promise<UseRow | null>;
  /**
   * What all members filled in, oldest first.
   * @param rule only this one's; `null` for all
   * @param after the row where the last page ended
   */
  answered(
    rule: string | null,
    limit: number,
    after: { readonly at: Millis; readonly id: string } | null,
  ): Promise<AnswerRow[]>;
}

/** One filled-in form, as the shop reads it. */
export interface AnswerRow {
  readonly id: string;
  readonly member: string;
  readonly rule: string;
  readonly at: Millis;
  readonly ref: string | null;
  readonly answers: Readonly<Record<string, Answer>>;
}

export interface OrderStore {
  /** @returns `false` when the order is known already */
  add(row: OrderRow): Promise<boolean>;
  save(row: OrderRow): Promise<void>;
  find(id: string): Promise<OrderRow | null>;
  /** The member's newest order that was not paid back. */
  latest(member: string): Promise<OrderRow | null>;
  /** Whether the member ever ordered anything but this one, paid back or not. */
  hasOther(member: string, order: string | null): Promise<boolean>;
}

/** What is a member's by right: to see all of it, and to take it away. */
export interface PrivacyStore {
  /**
   * That somebody left once, whether or not they are back.
   * @param print a fingerprint of the id, since the id itself is not kept
   */
  left(print: string): Promise<LeftRow | null>;
  /** Somebody who had left is back. @returns what was kept of them; `null` unless they were away */
  welcome(print: string): Promise<LeftRow | null>;
  /** Everything that is kept of a member, by kind. */
  records(member: string): Promise<Record<string, object[]>>;
  /**
   * Takes a member away. What must stay for the books stays as `nobody`'s, without words of orders,
   * answers of forms and stored answers of requests; the keys of requests stay without a word of what
   * they asked for, so that a late retry does nothing.
   * @param how.had which limits were used up
   */
  erase(
    member: string,
    nobody: string,
    how: Pick<LeftRow, 'print' | 'at' | 'had'> & { readonly title: Told<string> },
  ): Promise<void>;
}

/** What lets readers of live updates in. */
export interface TicketStore {
  /** The programme's key for sealing tickets; `fresh` becomes it where there is none yet. */
  key(fresh: string): Promise<string>;
  /** `false` when it was spent before. @param until when it would have ended by itself */
  spend(id: string, until: Millis): Promise<boolean>;
  /** Forgets those that have ended by themselves. */
  forget(before: Millis): Promise<void>;
}

export interface StockStore {
  taken(rewards: readonly string[]): Promise<Map<string, number>>;
  /** Takes one of `stock`; `false` when none is left. Holds the reward until the transaction ends. */
  take(reward: string, stock: number): Promise<boolean>;
  giveBack(reward: string): Promise<void>;
}

export interface BoardStore {
  /**
   * What counted for each member who has any, in no order.
   * @param board whose groups are meant, for a league
   */
  scores(query: SumQuery, board: string): Promise<ScoreRow[]>;
  /** The member's group in a league; puts them into the one that fills up, of about `size`. */
  join(board: string, member: string, size: number, at: Millis): Promise<number>;
  closing(board: string): Promise<ClosingRow | null>;
  /** Records a result. @returns `false` when there is one already; nothing was written then */
  close(row: ClosingRow, places: readonly PlaceRow[]): Promise<boolean>;
  /** The result of a closed board, best first; the names of hidden members are left to the reader. */
  places(board: string): Promise<StoredPlace[]>;
  /** Prizes that a member won and does not have yet; locked until the transaction ends. */
  owed(member: string): Promise<PlaceRow[]>;
  /** Members with such prizes. */
  owing(limit: number): Promise<string[]>;
  given(board: string, member: string, at: Millis, entry: string | null): Promise<void>;
}

/** Which members have a share in what all reached together, and have not had theirs. */
export interface ShareQuery {
  readonly track: string;
  readonly step: string;
  /** Who contributed to any of these. */
  readonly units: readonly string[];
  readonly from: Millis | null;
  readonly to: Millis | null;
  /** Only who opted in. */
  readonly joined: boolean;
}

export interface GoalStore {
  /** What counted for all members together, one sum for each query, in their order. */
  totals(queries: readonly SumQuery[]): Promise<number[]>;
  /** Steps that were reached in a round. */
  reached(track: string, round: Millis): Promise<string[]>;
  /** Notes that a step was reached; the first to note it is kept. */
  reach(row: GoalRow): Promise<void>;
  waiting(query: ShareQuery, limit: number): Promise<string[]>;
}

export interface ReferralStore {
  of(member: string): Promise<ReferrerRow | null>;
  byCode(code: string): Promise<ReferrerRow | null>;
  /** @returns `false` when the code is taken; nothing was written then */
  addReferrer(row: ReferrerRow): Promise<boolean>;
  countSent(member: string): Promise<void>;
  /** @returns `false` when the friend has a referrer already; nothing was written then */
  add(row: ReferralRow): Promise<boolean>;
  save(row: ReferralRow): Promise<void>;
  /** Locked until the transaction ends, where it writes. */
  friend(friend: string): Promise<ReferralRow | null>;
  /** Who came through a member, newest first. */
  friends(member: string, limit: number): Promise<StoredReferral[]>;
  counts(member: string): Promise<{ readonly joined: number; readonly completed: number }>;
  /** Those for which something is to be booked for the referrer, oldest first; locked. */
  owed(member: string): Promise<StoredReferral[]>;
  /** Referrers with such. */
  owing(limit: number): Promise<string[]>;
}

/** Running totals over all members, such as what a donation has raised. */
export interface TallyStore {
  /** Those that were never added to are 0. */
  sums(names: readonly string[]): Promise<Map<string, number>>;
  /** Holds the total until the transaction ends. */
  add(name: string, value: number): Promise<void>;
}
