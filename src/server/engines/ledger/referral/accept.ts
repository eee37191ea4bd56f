import type { MemberRow, Millis } from '../../../stores/rows.js';
import type { Tx } from '../../../stores/store.js';
import type { Account } from '../account.js';
import { publicName } from '../boards/names.js';
import type { Giving } from '../grants/grant.js';
import { giveGrant } from '../grants/index.js';
import { Line } from '../line.js';
import { printOf } from '../membership/print.js';
import { tell } from '../words.js';
import { readShareCode } from './code.js';

/** Why a code does not make somebody a friend. */
export type NoFriend = 'unknown' | 'self' | 'known' | 'taken';

/** Who invites with a code; `null` for a code of nobody who may. */
export async function inviter(tx: Tx, code: string): Promise<MemberRow | null> {
  const referrer = await tx.referrals.byCode(readShareCode(code));
  const member = referrer && (await tx.members.find(referrer.member));
  return member?.state === 'member' ? member : null;
}

/**
 * Makes a member the friend of whoever passed a code on, and gives them the friend's side. Said again
 * with the same code it changes nothing.
 * @param order the order that named the code, where it is the first sign of the friend
 * @returns why not; `null` when they are friends now
 */
export async function accept(
  account: Account,
  code: string,
  at: Millis,
  { order = null, cause = null }: { order?: string | null; cause?: string | null } = {},
): Promise<NoFriend | null> {
  const { tx, member, programme } = account;
  if (!programme.doc.referral) return 'unknown';
  const referrer = await inviter(tx, code);
  if (!referrer) return 'unknown';
  if (referrer.id === member.id) return 'self';
  const known = await tx.referrals.friend(member.id);
  if (known) return known.referrer === referrer.id ? null : 'taken';
  // Who was here first cannot have been brought by who came later, not even in a circle.
  if (member.joinedAt < referrer.joinedAt || (await tx.orders.hasOther(member.id, order))) {
    return 'known';
  }
  // Nor is anybody new who was here, left and is back: what they were then is no longer known.
  if (await tx.privacy.left(await printOf(tx, member.id))) return 'known';
  const added = await tx.referrals.add({
    friend: member.id,
    referrer: referrer.id,
    state: 'joined',
    at,
    order: null,
    orderedAt: null,
    entries: [],
  });
  if (!added) return 'taken';
  account.touch();
  account.tellOf(referrer.id);
  await welcome(account, referrer, at, cause);
  return null;
}

/** The friend's side. */
async function welcome(
  account: Account,
  referrer: MemberRow,
  at: Millis,
  cause: string | null,
): Promise<void> {
  const { programme } = account;
  const { calendar } = programme;
  const { give = [], validFor } = programme.doc.referral ?? {};
  if (give.length === 0) return;
  const name = publicName(referrer);
  const title = name
    ? tell(programme, 'line.welcome-from', { name })
    : tell(programme, 'line.welcome');
  const line = new Line(account, { at, kind: 'grant', title, cause });
  line.because.push({ text: tell(programme, 'because.welcome') });
  const giving: Giving = {
    account,
    line,
    at,
    source: { kind: 'referral', id: null },
    title,
    delivery: 'code',
    cost: null,
    undoUntil: null,
    expiresAt: validFor ? calendar.endOfDay(calendar.plus(at, validFor)) : null,
    seenAt: null,
    vouchers: [],
  };
  const told = programme.told(({ referral }) => referral?.give ?? []);
  for (const [, grant] of programme.toldEach(told)) await giveGrant(grant, giving);
  await line.write();
}
