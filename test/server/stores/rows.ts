import type {
  EntryRow,
  KeyRow,
  LotRow,
  MemberRow,
  VoucherRow,
} from '../../../src/server/stores/rows.js';

/** One row of each kind, for the suite to write and read again. */

export const T = Date.parse('2026-11-23T10:00:00.123Z');
export const member: MemberRow = {
  id: 'lena',
  state: 'member',
  name: 'Lena',
  birthday: { month: 2, day: 29 },
  joinedAt: T,
  alias: null,
  hidden: false,
  rev: 0,
  settledTo: T,
  dueAt: null,
};
export const entry: EntryRow = {
  id: 'e1',
  member: 'lena',
  at: T,
  kind: 'earn',
  title: { de: 'Bestellung', en: 'Order' },
  amounts: [{ unit: 'pts', value: 100 }],
  state: 'pending',
  releasesAt: T + 1000,
  expiresAt: null,
  ref: { kind: 'order', id: '1042' },
  because: [{ text: { en: 'why' }, times: 2 }],
  cause: 'event-1',
};
export const lot: LotRow = {
  id: 'l1',
  member: 'lena',
  unit: 'pts',
  entry: 'e1',
  value: 100,
  remaining: 100,
  expired: 0,
  pending: true,
  usableAt: T + 1000,
  expiresAt: null,
  at: T,
};
export const voucher: VoucherRow = {
  id: 'v1',
  member: 'lena',
  title: { en: '5 off' },
  status: 'ready',
  source: { kind: 'reward', id: 'off5' },
  grant: { en: { kind: 'custom', label: '5 off' } },
  cost: { unit: 'pts', value: 500 },
  segment: null,
  choice: null,
  code: 'OAK-AAAA-BBBB',
  left: null,
  applyUrl: null,
  issuedAt: T,
  expiresAt: null,
  usedAt: null,
  seenAt: null,
  undoUntil: T + 60_000,
  endedAt: null,
  termsUrl: null,
  entry: 'e1',
  usedBy: null,
  renews: true,
};
export const key: KeyRow = {
  subject: 'lena',
  key: 'k1',
  method: 'POST',
  path: '/rewards/off5/redeem',
  bodyHash: 'abc',
  at: T,
  status: null,
  body: null,
};
