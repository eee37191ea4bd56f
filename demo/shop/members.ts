/** The people of the demo, each at another point of the programme. */
export const memberKeys = ['new', 'near', 'top', 'empty', 'rich'] as const;
export type MemberKey = (typeof memberKeys)[number];

/** Someone with an account. */
export interface Member {
  key: MemberKey;
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
  id: `c_${key}`,
  name: names[key],
}));

/** The member with this key, if there is one. */
export const memberByKey = (key: string | null | undefined): Member | null =>
  members.find((member) => member.key === key) ?? null;
