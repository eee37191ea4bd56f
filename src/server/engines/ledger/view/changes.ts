import type { Changes, Me } from '../../../../contract/types.js';

/** What each list of `me` is keyed by. */
const keys = {
  wallets: 'unit',
  tracks: 'track',
  rewards: 'reward',
  rules: 'rule',
  vouchers: 'id',
  activity: 'id',
} as const;

type ListName = keyof typeof keys;

/** The objects that are other than they were, whole, so that applying them twice is harmless. */
export function changesBetween(before: Me, after: Me): Changes {
  const changed = (name: ListName): object[] => {
    const key = keys[name];
    const text = (item: object): string => JSON.stringify(item);
    const id = (item: object): unknown => (item as Record<string, unknown>)[key];
    const old = new Map(before[name].map((item: object) => [id(item), text(item)]));
    return after[name].filter((item: object) => old.get(id(item)) !== text(item));
  };
  const lists = (Object.keys(keys) as ListName[])
    .map((name) => [name, changed(name)] as const)
    .filter(([, items]) => items.length > 0);
  const same = (name: 'member' | 'referral'): boolean =>
    JSON.stringify(before[name]) === JSON.stringify(after[name]);
  return {
    rev: after.rev,
    ...(same('member') ? {} : { member: after.member }),
    ...(same('referral') ? {} : { referral: after.referral ?? null }),
    // Each list holds objects of the list of the same name.
    ...(Object.fromEntries(lists) as Omit<Changes, 'rev'>),
  };
}

/** All of a member's state as one change, for who holds nothing of it that can be relied on. */
export function whole(me: Me): Changes {
  const { rev, member, wallets, tracks, rewards, rules, vouchers, activity, referral } = me;
  const lists = { wallets, tracks, rewards, rules, vouchers, activity };
  return { rev, member, ...lists, ...(referral ? { referral } : {}) };
}
