import { Refusal } from '../../../engine.js';
import { sentence, type Session } from '../writes/session.js';

/** A member has sent their link: it is counted. To whom it went is not asked and not kept. */
export async function invite(session: Session): Promise<void> {
  const { tx, member, programme } = session.account;
  if (!programme.doc.referral) throw new Refusal('not-eligible', sentence(session, 'no.invites'));
  await tx.referrals.countSent(member.id);
  session.account.touch();
}
