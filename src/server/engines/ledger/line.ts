import type { Activity, Amount } from '../../../contract/types.js';
import type {
  Because,
  EntryRow,
  LotRow,
  LotUseRow,
  Millis,
  PostingRow,
  Told,
} from '../../stores/rows.js';
import type { Account } from './account.js';
import { settleDebts, takeFrom, type Take } from './lots.js';
import { isMetric, type UnitDoc } from './programme/programme.js';
import { newId } from './random.js';

/** What stands at the head of an activity line. */
export interface LineHead {
  /** Where what hangs on the line was there first, such as a purchase that was not paid yet. */
  readonly id?: string;
  readonly at: Millis;
  readonly kind: Activity['kind'];
  readonly title: Told<string>;
  readonly ref?: { readonly kind: string; readonly id: string } | null;
  /** The shop event behind it. */
  readonly cause?: string | null;
}

/** Moves between buckets that are neither earned nor spent, and no progress. */
const QUIET = { counts: false, running: 'none' } as const;

/** Which running total a change of the balance belongs to. */
type Running = 'lifetime' | 'spent' | 'none';

/**
 * One ledger line being drawn up. Its changes reach the account at once; `write` puts the line and
 * its postings into the store.
 */
export class Line {
  readonly id: string;
  readonly because: Because[] = [];
  readonly #postings: PostingRow[] = [];
  readonly #uses: LotUseRow[] = [];
  readonly #shown = new Map<string, number>();
  #ref: EntryRow['ref'];
  #releasesAt: Millis | null = null;
  #expiresAt: Millis | null = null;

  constructor(
    private readonly account: Account,
    readonly head: LineHead,
  ) {
    this.id = head.id ?? newId('e', account.desk.random);
    this.#ref = head.ref ?? null;
  }

  /** What the line is about, where that is known only when it is drawn up. */
  refer(kind: string, id: string): void {
    this.#ref = { kind, id };
  }

  /**
   * Brings something in: a lot of its own for what can be held, a plain count for a metric.
   * @param usableAt when later than the line, it is pending until then
   */
  credit(unit: UnitDoc, value: number, usableAt: Millis = this.head.at): void {
    if (value <= 0) return;
    const { at } = this.head;
    if (isMetric(unit)) {
      this.measure(unit.id, value, at);
      return;
    }
    const pending = usableAt > at;
    const expiresAt = this.#expiry(unit, usableAt);
    this.account.setLot({
      id: newId('l', this.account.desk.random),
      member: this.account.member.id,
      unit: unit.id,
      entry: this.id,
      value,
      remaining: value,
      expired: 0,
      pending,
      usableAt,
      expiresAt,
      at,
    });
    this.post(unit.id, value, pending ? 'pending' : 'available', { running: 'lifetime' });
    this.#show(unit.id, value);
    this.account.count({ unit: unit.id, value, at });
    if (pending) this.#releasesAt = Math.min(this.#releasesAt ?? usableAt, usableAt);
    else this.payDebts(unit.id);
    if (expiresAt !== null) this.#expiresAt = Math.min(this.#expiresAt ?? expiresAt, expiresAt);
  }

  /** Counts something of a metric, at the moment that it counts for; negative takes it back. */
  measure(unit: string, value: number, at: Millis): void {
    if (value === 0) return;
    this.post(unit, value, 'available', { at, counts: true, running: 'lifetime' });
    if (value > 0) this.account.count({ unit, value, at });
  }

  /**
   * Takes something out, oldest expiry first.
   * @param options.first lots to empty before all others
   * @param options.counts whether tracks lose it as well
   * @returns what could not be had and became a debt
   */
  debit(
    unit: string,
    value: number,
    options: {
      readonly running: Running;
      readonly counts: boolean;
      readonly first?: ReadonlySet<string>;
      readonly at?: Millis;
    },
  ): number {
    if (value <= 0) return 0;
    const { takes, short } = takeFrom(this.account.lots(unit), value, options.first);
    for (const take of takes) this.#take(take);
    if (short > 0) this.account.setLot(this.#debt(unit, short));
    this.post(unit, -value, 'available', options);
    this.#show(unit, -value);
    return short;
  }

  /** Puts back what an earlier line took, into the very lots it came from. */
  restore(
    unit: string,
    takes: readonly Take[],
    options: { readonly running: Running; readonly counts: boolean },
  ): void {
    const value = this.#putBack(takes);
    this.post(unit, value, 'available', options);
    this.#show(unit, value);
    this.payDebts(unit);
  }

  /** Sets something aside, oldest expiry first: it can be spent no more, and is not spent yet. */
  hold(unit: string, value: number): void {
    const { takes } = takeFrom(this.account.lots(unit), value);
    for (const take of takes) this.#take(take);
    this.post(unit, -value, 'available', QUIET);
    this.post(unit, value, 'held', QUIET);
    this.#show(unit, -value);
  }

  /** Puts what an earlier line set aside back into the very lots it came from. */
  unhold(unit: string, takes: readonly Take[]): void {
    const value = this.#putBack(takes);
    this.post(unit, -value, 'held', QUIET);
    this.post(unit, value, 'available', QUIET);
    this.#show(unit, value);
    this.payDebts(unit);
  }

  /** What was set aside is spent now; negative: it is only set aside again. */
  spendHeld(unit: string, value: number): void {
    this.post(unit, -value, 'held', { counts: false, running: 'spent' });
  }

  /** Takes back what is still pending of a lot. */
  voidPending(lot: LotRow, value: number, at: Millis): void {
    if (value <= 0) return;
    this.account.setLot({ ...lot, remaining: lot.remaining - value });
    this.post(lot.unit, -value, 'pending', { at, running: 'lifetime' });
    this.#show(lot.unit, -value);
  }

  /** Makes a pending lot usable. */
  release(lot: LotRow): void {
    this.account.setLot({ ...lot, pending: false });
    this.post(lot.unit, -lot.remaining, 'pending', { counts: false, running: 'none' });
    this.post(lot.unit, lot.remaining, 'available', { counts: false, running: 'none' });
    this.#show(lot.unit, lot.remaining);
    this.payDebts(lot.unit);
  }

  /** Takes out what has expired of a lot. */
  expire(lot: LotRow, counts: boolean): void {
    const value = lot.remaining;
    this.account.setLot({ ...lot, remaining: 0, expired: lot.expired + value });
    this.post(lot.unit, -value, 'available', { counts, running: 'none' });
    this.#show(lot.unit, -value);
  }

  /** What the line says has come and gone so far. */
  get amounts(): Amount[] {
    return [...this.#shown].map(([unit, value]) => ({ unit, value }));
  }

  async write(): Promise<EntryRow> {
    const { at, kind, title, cause = null } = this.head;
    const entry: EntryRow = {
      id: this.id,
      member: this.account.member.id,
      at,
      kind,
      title,
      amounts: this.amounts,
      state: this.#releasesAt === null ? 'final' : 'pending',
      releasesAt: this.#releasesAt,
      expiresAt: this.#expiresAt,
      ref: this.#ref,
      because: this.because,
      cause,
    };
    await this.account.tx.ledger.addEntry(entry, this.#postings);
    await this.account.tx.ledger.addUses(this.#uses);
    this.account.touch();
    return entry;
  }

  /** Changes a bucket of a balance, and notes it. */
  private post(
    unit: string,
    value: number,
    bucket: PostingRow['bucket'],
    options: { readonly at?: Millis; readonly counts?: boolean; readonly running: Running },
  ): void {
    if (value === 0) return;
    const { at = this.head.at, counts = true, running } = options;
    this.#postings.push({
      entry: this.id,
      member: this.account.member.id,
      unit,
      value,
      bucket,
      at,
      counts,
    });
    this.account.changeBalance(unit, {
      [bucket]: value,
      ...(running === 'lifetime' ? { lifetime: value } : {}),
      ...(running === 'spent' ? { spent: -value } : {}),
    });
  }

  private payDebts(unit: string): void {
    for (const lot of settleDebts(this.account.lots(unit))) this.account.setLot(lot);
  }

  #putBack(takes: readonly Take[]): number {
    for (const take of takes) {
      const lot = this.account.lot(take.lot.id) ?? take.lot;
      this.account.setLot({ ...lot, remaining: lot.remaining + take.value });
    }
    return takes.reduce((sum, take) => sum + take.value, 0);
  }

  #take({ lot, value }: Take): void {
    this.account.setLot({ ...lot, remaining: lot.remaining - value });
    const before = this.#uses.findIndex((use) => use.lot === lot.id);
    const taken = value + (this.#uses[before]?.value ?? 0);
    if (before >= 0) this.#uses.splice(before, 1);
    this.#uses.push({ entry: this.id, lot: lot.id, value: taken });
  }

  #debt(unit: string, value: number): LotRow {
    const { at } = this.head;
    return {
      id: newId('l', this.account.desk.random),
      member: this.account.member.id,
      unit,
      entry: this.id,
      value: 0,
      remaining: -value,
      expired: 0,
      pending: false,
      usableAt: at,
      expiresAt: null,
      at,
    };
  }

  /** The end of the day on which a lot that becomes usable then expires. */
  #expiry(unit: UnitDoc, usableAt: Millis): Millis | null {
    if (unit.expiresAfter === undefined) return null;
    const { calendar } = this.account.programme;
    return calendar.endOfDay(calendar.plus(usableAt, unit.expiresAfter));
  }

  #show(unit: string, value: number): void {
    this.#shown.set(unit, (this.#shown.get(unit) ?? 0) + value);
  }
}
