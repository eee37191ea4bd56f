import type { PrivacyStore } from '../store.js';
import type { Data } from './data.js';
import type { Table } from './table.js';

/** Every table whose rows are a member's. A new one belongs here. */
const holdingsOf = (data: Data) =>
  ({
    balance: data.balances,
    entry: data.entries,
    posting: data.postings,
    lot: data.lots,
    voucher: data.vouchers,
    track: data.tracks,
    reach: data.reaches,
    use: data.uses,
    order: data.orders,
    event: data.events,
    league: data.leagues,
    place: data.places,
  }) as unknown as Readonly<Record<string, Table<{ readonly member: string }>>>;

export function memoryPrivacy(data: Data): PrivacyStore {
  return {
    left: (print) => Promise.resolve(data.left.get(print) ?? null),
    welcome(print) {
      const row = data.left.get(print);
      if (!row || row.back) return Promise.resolve(null);
      data.left.set(print, { ...row, back: true, had: [] });
      return Promise.resolve(row);
    },
    records(member) {
      const referral = data.referrals.all().filter(({ friend }) => friend === member);
      const all: [string, readonly object[]][] = [
        ['member', data.members.of(member)],
        ['referrer', data.referrers.of(member)],
        ['referral', referral],
        ...Object.entries(holdingsOf(data)).map(([name, table]): [string, readonly object[]] => [
          name,
          table.of(member),
        ]),
      ];
      return Promise.resolve(
        Object.fromEntries(
          all.filter(([, rows]) => rows.length > 0).map(([name, rows]) => [name, [...rows]]),
        ),
      );
    },
    erase(member, nobody, { print, at, had, title }) {
      const renamed = (key: string): string =>
        key
          .split('\u0000')
          .map((part) => (part === member ? nobody : part))
          .join('\u0000');
      for (const table of Object.values(holdingsOf(data))) {
        for (const [key, row] of table.entriesOf(member)) {
          table.delete(key);
          table.set(renamed(key), { ...row, member: nobody });
        }
      }
      for (const [key, row] of data.entries.entriesOf(nobody)) {
        data.entries.set(key, { ...row, title, ref: null, because: [], cause: null });
      }
      for (const [key, row] of data.uses.entriesOf(nobody)) {
        data.uses.set(key, { ...row, answers: null, ref: null });
      }
      for (const [key, row] of data.places.entriesOf(nobody)) {
        if (row.givenAt === null) data.places.set(key, { ...row, prize: null });
      }
      for (const row of data.referrals.all()) {
        if (row.friend !== member && row.referrer !== member) continue;
        const friend = row.friend === member ? nobody : row.friend;
        const referrer = row.referrer === member ? nobody : row.referrer;
        data.referrals.delete(row.friend);
        data.referrals.set(friend, { ...row, friend, referrer });
      }
      for (const [key, row] of data.keys.entriesOf(member)) {
        if (row.status === null) continue;
        data.keys.set(key, { ...row, method: '', path: '', bodyHash: '', body: null });
      }
      for (const [key] of data.referrers.entriesOf(member)) data.referrers.delete(key);
      data.members.delete(member);
      data.left.set(print, { print, at, back: false, had });
      return Promise.resolve();
    },
  };
}
