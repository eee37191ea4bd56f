import type { Cost, Grant, Reward } from '../../../../contract/types.js';
import type { Amount } from '../../../../contract/types.js';
import type { Millis, Told, VoucherRow } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import type { Line } from '../line.js';
import type { ProgrammeDoc, UnitDoc } from '../programme/file.js';
import type { Report } from '../programme/report.js';

/** The port of a grant kind: how it is checked in a programme file, and how it is given. */

/** Where a grant stands in a programme file. */
export interface GrantPlace {
  readonly doc: ProgrammeDoc;
  readonly path: string;
  readonly report: Report;
  /** The price, for a reward's grant. */
  readonly cost?: Cost;
  /** When it is given, for a grant that is given at once. */
  readonly at?: Millis;
  /** Whether the grant is reckoned from an order. */
  readonly fromOrder: boolean;
}

/** Everything that is known when a grant is given. */
export interface Giving {
  readonly account: Account;
  /** The activity line that it becomes part of. */
  readonly line: Line;
  readonly at: Millis;
  readonly source: VoucherRow['source'];
  /** What a voucher is called. */
  readonly title: Told<string>;
  /** When units become usable; absent: at once. */
  readonly usableAt?: (unit: UnitDoc) => Millis;
  /** What a rate is taken of, and by how much it is multiplied. */
  readonly basis?: { readonly value: number; readonly times: number };
  /** How many steps of a range were paid; amounts of money in the grant are for one. */
  readonly steps?: number;
  readonly delivery: Reward['delivery'];
  readonly cost: Amount | null;
  readonly choice?: string | undefined;
  readonly segment?: string;
  readonly undoUntil: Millis | null;
  readonly expiresAt: Millis | null;
  /** Until when the price is only set aside for an order; what is given is held as long. */
  readonly heldUntil?: Millis | undefined;
  /** The voucher that was there before it was paid; the first thing given takes its place. */
  readonly awaited?: VoucherRow | undefined;
  /** Until when a step that is given holds; absent: as its track says. */
  readonly holdsUntil?: Millis | null | undefined;
  readonly seenAt: Millis | null;
  readonly termsUrl?: string | undefined;
  /** Vouchers that were issued so far; handlers add theirs. */
  readonly vouchers: VoucherRow[];
}

export interface GrantHandler<Kind extends Grant['kind']> {
  check(grant: Extract<Grant, { kind: Kind }>, place: GrantPlace): void;
  give(grant: Told<Extract<Grant, { kind: Kind }>>, giving: Giving): Promise<void>;
  /** Takes back what a voucher had brought about beyond the member's own balances. */
  undo?(grant: Extract<Grant, { kind: Kind }>, voucher: VoucherRow, account: Account): void;
}
