import type { Grant, Referral } from '../../../../contract/types.js';
import type { StoredReferral } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { firstName } from '../boards/names.js';
import type { ProgrammeDoc } from '../programme/file.js';
import { instant } from '../time/calendar.js';

/** The newest of those who came; the numbers count all. */
const FRIENDS = 20;

/** What whoever invites gets: it stands in the rules for invitations, and nowhere twice. */
const getOf = ({ rules }: ProgrammeDoc): Grant[] =>
  rules.filter(({ trigger }) => trigger === 'referral').flatMap(({ grants }) => grants);

/** The member's link and how it went so far; absent where the programme has no invitations. */
export async function referralState(
  { programme, tx, member }: Account,
  locale: string,
): Promise<Referral | undefined> {
  const doc = programme.in(locale);
  const referrer = doc.referral && (await tx.referrals.of(member.id));
  if (!doc.referral || !referrer) return undefined;
  const { url, channels, give } = doc.referral;
  const { code, sent } = referrer;
  const counts = await tx.referrals.counts(member.id);
  const friends = await tx.referrals.friends(member.id, FRIENDS);
  return {
    url: url.replaceAll('{code}', code),
    code,
    ...(channels ? { channels } : {}),
    give,
    get: getOf(doc),
    stats: { sent, joined: counts.joined, completed: counts.completed },
    friends: friends.map((row) => ({
      name: firstName(row.name),
      state: stateOf(row),
      at: instant(row.at),
    })),
  };
}

/** What is owed back has come to nothing already. */
const stateOf = ({ state }: StoredReferral): 'joined' | 'ordered' | 'completed' =>
  state === 'returned' ? 'joined' : state;
