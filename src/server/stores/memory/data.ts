import type {
  BalanceRow,
  ClosingRow,
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
  StoredEntry,
  StoredVoucher,
  TrackRow,
  UseRow,
} from '../rows.js';
import { Table, type Journal } from './table.js';

/** Who meets whom in a league. */
interface LeagueRow {
  readonly board: string;
  readonly member: string;
  readonly group: number;
  readonly at: Millis;
}

/** Everything that is kept for one programme. */
export interface Data {
  readonly keys: Table<KeyRow>;
  readonly events: Table<EventRow>;
  readonly members: Table<MemberRow>;
  readonly balances: Table<BalanceRow>;
  readonly entries: Table<StoredEntry>;
  readonly postings: Table<PostingRow>;
  readonly lots: Table<LotRow>;
  /** Filed under the entry that took from the lot. */
  readonly lotUses: Table<LotUseRow>;
  readonly vouchers: Table<StoredVoucher>;
  readonly codes: Table<{ readonly code: string; readonly voucher: string }>;
  readonly tracks: Table<TrackRow>;
  readonly reaches: Table<ReachRow>;
  readonly uses: Table<UseRow & { readonly undone: boolean }>;
  readonly orders: Table<OrderRow>;
  readonly stock: Table<{ readonly reward: string; readonly taken: number }>;
  readonly tickets: Table<{ readonly id: string; readonly until: Millis }>;
  readonly left: Table<LeftRow>;
  readonly secrets: Table<{ readonly name: string; readonly value: string }>;
  readonly leagues: Table<LeagueRow>;
  readonly closings: Table<ClosingRow>;
  readonly places: Table<PlaceRow>;
  readonly goals: Table<GoalRow>;
  readonly referrers: Table<ReferrerRow>;
  readonly referrals: Table<ReferralRow>;
  readonly tallies: Table<{ readonly name: string; readonly value: number }>;
  /** The next place in the order of writing. Gaps do not matter, so it is never taken back. */
  next(): number;
}

/** One key of several parts; NUL cannot occur in an id that came through JSON schemas of the web. */
export const key = (...parts: readonly (string | number)[]): string => parts.join('\u0000');

export function emptyData(journal: Journal): Data {
  const ofMember = (row: { readonly member: string }): string => row.member;
  let seq = 0;
  return {
    keys: new Table(journal, (row) => row.subject),
    events: new Table<EventRow>(journal, ofMember),
    members: new Table(journal, (row) => row.id),
    balances: new Table<BalanceRow>(journal, ofMember),
    entries: new Table<StoredEntry>(journal, ofMember),
    postings: new Table<PostingRow>(journal, ofMember),
    lots: new Table<LotRow>(journal, ofMember),
    lotUses: new Table(journal, (row) => row.entry),
    vouchers: new Table<StoredVoucher>(journal, ofMember),
    codes: new Table(journal, (row) => row.voucher),
    tracks: new Table<TrackRow>(journal, ofMember),
    reaches: new Table<ReachRow>(journal, ofMember),
    uses: new Table<UseRow & { readonly undone: boolean }>(journal, ofMember),
    orders: new Table<OrderRow>(journal, ofMember),
    stock: new Table(journal, (row) => row.reward),
    tickets: new Table(journal, (row) => row.id),
    left: new Table(journal, (row) => row.print),
    secrets: new Table(journal, (row) => row.name),
    leagues: new Table<LeagueRow>(journal, ofMember),
    closings: new Table(journal, (row) => row.board),
    places: new Table<PlaceRow>(journal, ofMember),
    goals: new Table(journal, (row) => row.track),
    referrers: new Table<ReferrerRow>(journal, ofMember),
    referrals: new Table(journal, (row) => row.friend),
    tallies: new Table(journal, (row) => row.name),
    next: () => ++seq,
  };
}
