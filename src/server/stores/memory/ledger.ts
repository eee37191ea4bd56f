import type { LotRow } from '../rows.js';
import type { LedgerStore } from '../store.js';
import { key, type Data } from './data.js';
import { pageOf } from './page.js';

/** The ledger's rows in memory. */
export function memoryLedger(data: Data): LedgerStore {
  const done = Promise.resolve();
  return {
    balances: (member) =>
      Promise.resolve(data.balances.of(member).sort((a, b) => (a.unit < b.unit ? -1 : 1))),
    saveBalances(rows) {
      for (const row of rows) data.balances.set(key(row.member, row.unit), row);
      return done;
    },
    openLots: (member) =>
      Promise.resolve(data.lots.of(member).filter(({ remaining }) => remaining !== 0)),
    lotsOf: (entries) =>
      Promise.resolve(data.lots.all().filter(({ entry }) => entries.includes(entry))),
    lots: (ids) =>
      Promise.resolve(
        ids.map((id) => data.lots.get(id)).filter((lot): lot is LotRow => lot !== undefined),
      ),
    saveLots(rows) {
      for (const row of rows) data.lots.set(row.id, row);
      return done;
    },
    addEntry(entry, postings) {
      data.entries.set(entry.id, { ...entry, seq: data.next() });
      for (const posting of postings) data.postings.set(key(entry.id, data.next()), posting);
      return done;
    },
    addUses(uses) {
      for (const use of uses) data.lotUses.set(key(use.entry, use.lot), use);
      return done;
    },
    usesOf: (entry) => Promise.resolve(data.lotUses.of(entry)),
    setState(id, state) {
      const entry = data.entries.get(id);
      if (entry) data.entries.set(id, { ...entry, state });
      return done;
    },
    entry: (id) => Promise.resolve(data.entries.get(id) ?? null),
    postingsOf(id) {
      const member = data.entries.get(id)?.member ?? '';
      return Promise.resolve(data.postings.of(member).filter(({ entry }) => entry === id));
    },
    page(member, limit, after, kind) {
      const rows = data.entries.of(member).filter((row) => kind === null || row.kind === kind);
      return Promise.resolve(pageOf(rows, ({ at }) => at, limit, after));
    },
    sums(member, queries) {
      const postings = data.postings.of(member).filter(({ counts }) => counts);
      return Promise.resolve(
        queries.map(({ unit, from, to }) =>
          postings
            .filter((row) => row.unit === unit)
            .filter(({ at }) => (from === null || at >= from) && (to === null || at < to))
            .reduce((sum, { value }) => sum + value, 0),
        ),
      );
    },
  };
}
