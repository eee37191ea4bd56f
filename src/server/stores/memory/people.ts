import type { EventStore, KeyStore, MemberStore, OrderStore } from '../store.js';
import { key, type Data } from './data.js';

const done = Promise.resolve();

export function memoryKeys(data: Data): KeyStore {
  return {
    claim(row) {
      const taken = data.keys.get(key(row.subject, row.key));
      if (!taken) data.keys.set(key(row.subject, row.key), row);
      return Promise.resolve(taken ?? null);
    },
    answer(subject, name, status, body) {
      const row = data.keys.get(key(subject, name));
      if (row) data.keys.set(key(subject, name), { ...row, status, body });
      return done;
    },
    release(subject, name) {
      data.keys.delete(key(subject, name));
      return done;
    },
    forget(before) {
      for (const row of data.keys.all()) {
        if (row.at < before) data.keys.delete(key(row.subject, row.key));
      }
      return done;
    },
  };
}

export function memoryEvents(data: Data): EventStore {
  return {
    claim(event) {
      if (data.events.get(event.id)) return Promise.resolve(false);
      data.events.set(event.id, event);
      return Promise.resolve(true);
    },
  };
}

export function memoryMembers(data: Data): MemberStore {
  const find = (id: string) => Promise.resolve(data.members.get(id) ?? null);
  return {
    find,
    // Transactions run one after the other, so whoever reads has it alone.
    lock: find,
    add(row) {
      if (!data.members.get(row.id)) data.members.set(row.id, row);
      return done;
    },
    save(row) {
      data.members.set(row.id, row);
      return done;
    },
    due(now, limit) {
      const due = data.members
        .all()
        .filter(({ dueAt }) => dueAt !== null && dueAt <= now)
        .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
      return Promise.resolve(due.slice(0, limit).map(({ id }) => id));
    },
  };
}

export function memoryOrders(data: Data): OrderStore {
  return {
    add(row) {
      if (data.orders.get(row.id)) return Promise.resolve(false);
      data.orders.set(row.id, row);
      return Promise.resolve(true);
    },
    save(row) {
      data.orders.set(row.id, row);
      return done;
    },
    find: (id) => Promise.resolve(data.orders.get(id) ?? null),
    latest(member) {
      const kept = data.orders
        .of(member)
        .filter(({ refunded, total }) => refunded === 0 || refunded < total);
      return Promise.resolve(kept.sort((a, b) => b.at - a.at)[0] ?? null);
    },
    hasOther: (member, order) =>
      Promise.resolve(data.orders.of(member).some(({ id }) => id !== order)),
  };
}
