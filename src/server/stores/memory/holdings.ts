import type {
  UseTotal,
  StockStore,
  TallyStore,
  TrackStore,
  UseStore,
  VoucherStore,
} from '../store.js';
import { key, type Data } from './data.js';
import { pageOf } from './page.js';

const done = Promise.resolve();

export function memoryVouchers(data: Data): VoucherStore {
  return {
    add(row) {
      if (row.code !== null) {
        if (data.codes.get(row.code)) return Promise.resolve(false);
        data.codes.set(row.code, { code: row.code, voucher: row.id });
      }
      data.vouchers.set(row.id, { ...row, seq: data.next() });
      return Promise.resolve(true);
    },
    save(row) {
      const before = data.vouchers.get(row.id);
      if (before) data.vouchers.set(row.id, { ...before, ...row });
      return done;
    },
    find: (id) => Promise.resolve(data.vouchers.get(id) ?? null),
    findCode: (code) =>
      Promise.resolve(data.vouchers.get(data.codes.get(code)?.voucher ?? '') ?? null),
    ofEntry: (entry) =>
      Promise.resolve(data.vouchers.all().filter((voucher) => voucher.entry === entry)),
    current(member, since) {
      const rows = data.vouchers
        .of(member)
        .filter(({ endedAt }) => endedAt === null || endedAt > since);
      return Promise.resolve(pageOf(rows, ({ issuedAt }) => issuedAt, Infinity, null));
    },
    page(member, limit, after, status) {
      const rows = data.vouchers
        .of(member)
        .filter((row) => status === null || row.status === status);
      return Promise.resolve(pageOf(rows, ({ issuedAt }) => issuedAt, limit, after));
    },
  };
}

export function memoryTracks(data: Data): TrackStore {
  return {
    all: (member) => Promise.resolve(data.tracks.of(member)),
    save(rows) {
      for (const row of rows) data.tracks.set(key(row.member, row.track), row);
      return done;
    },
    addReach(row) {
      data.reaches.set(row.id, row);
      return done;
    },
    reaches(member, since) {
      const rows = data.reaches.of(member).filter(({ undone, at }) => !undone && at >= since);
      // The sort is stable: of two at the same moment, the one written later comes first.
      return Promise.resolve(rows.reverse().sort((a, b) => b.at - a.at));
    },
    reached: (member, track, cycle) =>
      Promise.resolve(
        data.reaches
          .of(member)
          .filter((row) => row.track === track && row.cycle === cycle && !row.undone)
          .map(({ step }) => step),
      ),
    undoReach(id) {
      const row = data.reaches.get(id);
      if (row) data.reaches.set(id, { ...row, undone: true });
      return done;
    },
  };
}

export function memoryUses(data: Data): UseStore {
  const good = (member: string) => data.uses.of(member).filter(({ undone }) => !undone);
  return {
    add(row) {
      data.uses.set(row.id, { ...row, undone: false });
      return done;
    },
    undo(entry) {
      for (const row of data.uses.all()) {
        if (row.entry === entry) data.uses.set(row.id, { ...row, undone: true });
      }
      return done;
    },
    since: (member, at) => Promise.resolve(good(member).filter((row) => row.at >= at)),
    totals(member) {
      const totals = new Map<string, UseTotal>();
      for (const { scope, of, at } of good(member)) {
        const before = totals.get(key(scope, of));
        totals.set(key(scope, of), {
          scope,
          of,
          count: (before?.count ?? 0) + 1,
          lastAt: Math.max(before?.lastAt ?? at, at),
        });
      }
      return Promise.resolve([...totals.values()]);
    },
    ofEntry: (entry) =>
      Promise.resolve(data.uses.all().find((row) => row.entry === entry && !row.undone) ?? null),
    answered(rule, limit, after) {
      const rows = data.uses
        .all()
        .filter(({ undone, scope }) => !undone && scope === 'rule')
        .filter(({ of }) => rule === null || of === rule)
        .flatMap(({ id, member, of, at, ref, answers }) =>
          answers === null ? [] : [{ id, member, rule: of, at, ref, answers }],
        )
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .filter(({ at, id }) => !after || at > after.at || (at === after.at && id > after.id));
      return Promise.resolve(rows.slice(0, limit));
    },
  };
}

export function memoryTallies(data: Data): TallyStore {
  const valueOf = (name: string): number => data.tallies.get(name)?.value ?? 0;
  return {
    sums: (names) => Promise.resolve(new Map(names.map((name) => [name, valueOf(name)]))),
    add(name, value) {
      data.tallies.set(name, { name, value: valueOf(name) + value });
      return done;
    },
  };
}

export function memoryStock(data: Data): StockStore {
  const takenOf = (reward: string): number => data.stock.get(reward)?.taken ?? 0;
  return {
    taken: (rewards) => Promise.resolve(new Map(rewards.map((id) => [id, takenOf(id)]))),
    take(reward, stock) {
      const taken = takenOf(reward);
      if (taken >= stock) return Promise.resolve(false);
      data.stock.set(reward, { reward, taken: taken + 1 });
      return Promise.resolve(true);
    },
    giveBack(reward) {
      data.stock.set(reward, { reward, taken: Math.max(0, takenOf(reward) - 1) });
      return done;
    },
  };
}
