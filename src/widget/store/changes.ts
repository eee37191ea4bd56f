import type { Changes, Me } from '../../contract/types.js';

/**
 * Applies what a write changed: whole replaced objects by id. Applying twice is harmless; an object
 * that did not change keeps its identity, so that nobody who shows it wakes up.
 */

const merge = <T>(
  before: readonly T[],
  after: readonly T[] | undefined,
  id: (item: T) => string,
): T[] => {
  if (!after?.length) return before as T[];
  const news = new Map(after.map((item) => [id(item), item]));
  const kept = before.map((item) => {
    const replaced = news.get(id(item));
    news.delete(id(item));
    return replaced ?? item;
  });
  return [...kept, ...news.values()];
};

/** New lines come first, as the ledger shows them. */
const mergeFirst = <T>(
  before: readonly T[],
  after: readonly T[] | undefined,
  id: (item: T) => string,
): T[] => {
  if (!after?.length) return before as T[];
  const known = new Set(before.map(id));
  const added = after.filter((item) => !known.has(id(item)));
  return [...added, ...merge(before, after, id).slice(0, before.length)];
};

const idOf = ({ id }: { id: string }) => id;

export function applyChanges(me: Me, changes: Changes): Me {
  return {
    rev: changes.rev,
    member: changes.member ?? me.member,
    wallets: merge(me.wallets, changes.wallets, ({ unit }) => unit),
    tracks: merge(me.tracks, changes.tracks, ({ track }) => track),
    rewards: merge(me.rewards, changes.rewards, ({ reward }) => reward),
    rules: merge(me.rules, changes.rules, ({ rule }) => rule),
    vouchers: mergeFirst(me.vouchers, changes.vouchers, idOf),
    activity: mergeFirst(me.activity, changes.activity, idOf),
    referral: changes.referral ?? me.referral,
  };
}

/**
 * A list that was fetched page by page, with what is known by now about its first items: pages grow
 * old, the member's own state does not.
 */
export const withNews = <T extends { id: string }>(
  items: readonly T[],
  news: readonly T[],
): readonly T[] => mergeFirst(items, news, idOf);
