import { AmountError } from '../../../contract/amounts.js';
import type {
  BalanceRow,
  LotRow,
  MemberRow,
  Millis,
  StoredVoucher,
  TrackRow,
  VoucherRow,
} from '../../stores/rows.js';
import type { Tx } from '../../stores/store.js';
import type { Programme } from './programme/programme.js';
import type { RandomBytes } from './random.js';

/** What the engine works with, apart from one member. */
export interface Desk {
  readonly programme: Programme;
  readonly random: RandomBytes;
}

/** Something was counted in a unit at a moment; streaks are moved by it. */
export interface Counted {
  readonly unit: string;
  readonly value: number;
  readonly at: Millis;
}

/** A step that somebody was put on, by its place in the track. */
export interface GivenStep {
  readonly track: string;
  readonly step: number;
}

/** Half of what JavaScript holds exactly: a need minus a balance must be exact too. */
const MOST = 2 ** 52;

/**
 * One member's holdings while a transaction works on them. Lots, balances and track states are read
 * once, changed here and written together by `save`; entries and vouchers are written as they come,
 * because sums and pages are read from the store in between.
 */
export class Account {
  readonly #balances: Map<string, BalanceRow>;
  readonly #lots: Map<string, LotRow>;
  readonly #tracks: Map<string, TrackRow>;
  readonly #vouchers: Map<string, VoucherRow>;
  readonly #dirty = {
    balances: new Set<string>(),
    lots: new Set<string>(),
    tracks: new Set<string>(),
  };
  #member: MemberRow;
  #changed: boolean;
  #counted: Counted[] = [];
  #given: GivenStep[] = [];
  readonly #tallies = new Map<string, number>();
  readonly #scored = new Set<string>();
  readonly #others = new Set<string>();

  private constructor(
    readonly desk: Desk,
    readonly tx: Tx,
    member: MemberRow,
    rows: {
      readonly balances: readonly BalanceRow[];
      readonly lots: readonly LotRow[];
      readonly tracks: readonly TrackRow[];
      readonly vouchers: readonly StoredVoucher[];
    },
    isNew: boolean,
  ) {
    this.#member = member;
    this.#changed = isNew;
    this.#balances = new Map(rows.balances.map((row) => [row.unit, row]));
    this.#lots = new Map(rows.lots.map((row) => [row.id, row]));
    this.#tracks = new Map(rows.tracks.map((row) => [row.track, row]));
    this.#vouchers = new Map(rows.vouchers.map((row) => [row.id, row]));
  }

  /** Reads a member whose row is locked already, or who is looked at only. */
  static async load(desk: Desk, tx: Tx, member: MemberRow, isNew = false): Promise<Account> {
    const balances = await tx.ledger.balances(member.id);
    const lots = await tx.ledger.openLots(member.id);
    const tracks = await tx.tracks.all(member.id);
    // Nothing ended is needed: a moment in the future leaves only those that are still good.
    const vouchers = await tx.vouchers.current(member.id, FAR);
    return new Account(desk, tx, member, { balances, lots, tracks, vouchers }, isNew);
  }

  get programme(): Programme {
    return this.desk.programme;
  }

  get member(): MemberRow {
    return this.#member;
  }

  setMember(change: Partial<Omit<MemberRow, 'id' | 'rev'>>): void {
    this.#member = { ...this.#member, ...change };
    this.#changed = true;
  }

  balance(unit: string): BalanceRow {
    return (
      this.#balances.get(unit) ?? {
        member: this.#member.id,
        unit,
        available: 0,
        pending: 0,
        held: 0,
        lifetime: 0,
        spent: 0,
      }
    );
  }

  /** @throws AmountError when a balance leaves the range of exact integers */
  changeBalance(unit: string, by: Partial<Omit<BalanceRow, 'member' | 'unit'>>): void {
    const row = this.balance(unit);
    const sum = (field: 'available' | 'pending' | 'held' | 'lifetime' | 'spent'): number => {
      const value = row[field] + (by[field] ?? 0);
      if (!Number.isSafeInteger(value) || Math.abs(value) > MOST) {
        throw new AmountError(`a balance of ${value} "${unit}" is more than can be reckoned with`);
      }
      return value;
    };
    this.#balances.set(unit, {
      ...row,
      available: sum('available'),
      pending: sum('pending'),
      held: sum('held'),
      lifetime: sum('lifetime'),
      spent: sum('spent'),
    });
    this.#dirty.balances.add(unit);
  }

  lots(unit?: string): LotRow[] {
    const all = [...this.#lots.values()];
    return unit === undefined ? all : all.filter((lot) => lot.unit === unit);
  }

  lot(id: string): LotRow | undefined {
    return this.#lots.get(id);
  }

  /** Puts a lot back among the open ones, or a new one to them. */
  setLot(lot: LotRow): void {
    this.#lots.set(lot.id, lot);
    this.#dirty.lots.add(lot.id);
  }

  track(id: string): TrackRow {
    return (
      this.#tracks.get(id) ?? {
        member: this.#member.id,
        track: id,
        step: null,
        until: null,
        cycle: 0,
        doneCount: 0,
        joinedAt: null,
        streak: null,
      }
    );
  }

  tracks(): TrackRow[] {
    return [...this.#tracks.values()];
  }

  setTrack(row: TrackRow): void {
    this.#tracks.set(row.track, row);
    this.#dirty.tracks.add(row.track);
  }

  /** Vouchers that are still good for something. */
  vouchers(): VoucherRow[] {
    return [...this.#vouchers.values()].filter(({ endedAt }) => endedAt === null);
  }

  /** @returns `false` when the code is taken */
  async addVoucher(row: VoucherRow): Promise<boolean> {
    if (!(await this.tx.vouchers.add(row))) return false;
    this.#vouchers.set(row.id, row);
    this.#changed = true;
    return true;
  }

  async saveVoucher(row: VoucherRow): Promise<void> {
    await this.tx.vouchers.save(row);
    this.#vouchers.set(row.id, row);
    this.#changed = true;
  }

  /** Notes that something was counted, for whoever asks next. */
  count(counted: Counted): void {
    this.#counted.push(counted);
    this.#scored.add(counted.unit);
  }

  /** What was counted since the last call. */
  takeCounted(): readonly Counted[] {
    const counted = this.#counted;
    this.#counted = [];
    return counted;
  }

  /** Adds to a running total over all members; written last, because everybody waits for it. */
  tally(name: string, value: number): void {
    this.#tallies.set(name, (this.#tallies.get(name) ?? 0) + value);
    this.#changed = true;
  }

  /** Notes that a step was given rather than reached. */
  noteGiven(step: GivenStep): void {
    this.#given.push(step);
  }

  /** The steps that were given since the last call. */
  takeGiven(): readonly GivenStep[] {
    const given = this.#given;
    this.#given = [];
    return given;
  }

  /** Units of which something was counted in this transaction. */
  get scored(): ReadonlySet<string> {
    return this.#scored;
  }

  /** Notes that this concerns another member, whose turn comes in a transaction of their own. */
  tellOf(member: string): void {
    this.#others.add(member);
  }

  get others(): ReadonlySet<string> {
    return this.#others;
  }

  /** That an entry was written: the member's revision will grow. */
  touch(): void {
    this.#changed = true;
  }

  /** Whether there is anything to write. */
  get isChanged(): boolean {
    const { balances, lots, tracks } = this.#dirty;
    return this.#changed || balances.size + lots.size + tracks.size > 0;
  }

  /** Writes what has changed; the member's revision grows by one. */
  async save(): Promise<void> {
    if (!this.isChanged) return;
    const { balances, lots, tracks } = this.#dirty;
    // In the order of units, the same everywhere, so that two writers cannot block each other.
    const units = [...balances].sort();
    await this.tx.ledger.saveBalances(units.map((unit) => this.balance(unit)));
    await this.tx.ledger.saveLots([...lots].flatMap((id) => this.#lots.get(id) ?? []));
    await this.tx.tracks.save([...tracks].map((track) => this.track(track)));
    this.#member = { ...this.#member, rev: this.#member.rev + 1 };
    await this.tx.members.save(this.#member);
    for (const [name, value] of [...this.#tallies].sort()) await this.tx.tallies.add(name, value);
    this.#tallies.clear();
    for (const dirty of [balances, lots, tracks]) dirty.clear();
    this.#changed = false;
  }
}

/** Later than anything that has ended: 31 December 9999. */
const FAR = Date.UTC(9999, 11, 31);
