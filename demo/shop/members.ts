/** The people of the demo, each at another point of the programme. */
export const memberKeys = ['new', 'near', 'top', 'empty', 'rich'] as const;
export type MemberKey = (typeof memberKeys)[number];

/** Someone with an account. */
export interface Member {
  /** What `?member=` says. */
  key: string;
  /** Which of the states of every programme they show, where their key does not say it. */
  state?: string;
  id: string;
  name: string;
}

const names: Record<MemberKey, string> = {
  new: 'Lena',
  near: 'Jonas',
  top: 'Marlene',
  empty: 'Tobias',
  rich: 'Valentina',
};

/** All members, in the order they are introduced. */
export const members: readonly Member[] = memberKeys.map((key) => ({
  key,
  ...(key === 'near' ? { state: 'middle' } : {}),
  id: `c_${key}`,
  name: names[key],
}));

/** The member with this key, if there is one. */
export const memberByKey = (key: string | null | undefined): Member | null =>
  members.find((member) => member.key === key || member.state === key) ?? null;
