import type {
  BalanceRow,
  EntryRow,
  EventRow,
  KeyRow,
  LotRow,
  LotUseRow,
  MemberRow,
  Millis,
  OrderRow,
  PostingRow,
  ReachRow,
  StoredEntry,
  StoredVoucher,
  TrackRow,
  UseRow,
  VoucherRow,
} from './rows.js';

/**
 * The port between the ledger and where it is kept. Two stores implement it, in memory and on
 * PostgreSQL, and one suite (test/server/stores/conformance.ts) holds them to the same behaviour.
 *
 * Lock order, the same in every transaction, so that none can deadlock: key or event → member →
 * balances by unit → stock. A transaction changes one member only.
 */
export interface Store {
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
}

export interface OrderStore {
  /** @returns `false` when the order is known already */
  add(row: OrderRow): Promise<boolean>;
  save(row: OrderRow): Promise<void>;
  find(id: string): Promise<OrderRow | null>;
  /** The member's newest order that was not paid back. */
  latest(member: string): Promise<OrderRow | null>;
}

export interface StockStore {
  taken(rewards: readonly string[]): Promise<Map<string, number>>;
  /** Takes one of `stock`; `false` when none is left. Holds the reward until the transaction ends. */
  take(reward: string, stock: number): Promise<boolean>;
  giveBack(reward: string): Promise<void>;
}
