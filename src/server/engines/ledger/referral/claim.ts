import type { ClaimResult } from '../../../../contract/types.js';
import { Refusal } from '../../../engine.js';
import type { MemberRow } from '../../../stores/rows.js';
import type { Tx } from '../../../stores/store.js';
import { publicName } from '../boards/names.js';
import type { Programme } from '../programme/programme.js';
import { say, type WordKey } from '../words.js';
import { sentence, type Session } from '../writes/session.js';
import { accept, inviter, type NoFriend } from './accept.js';
import { readShareCode } from './code.js';

const refusals: Readonly<Record<NoFriend, readonly ['not-found' | 'not-eligible', WordKey]>> = {
  unknown: ['not-found', 'no.code'],
  self: ['not-eligible', 'no.self'],
  known: ['not-eligible', 'no.friend'],
  taken: ['not-eligible', 'no.second'],
};

/**
 * What a guest may know of a code. Nothing is kept: the page holds the code and claims again when it
 * knows who the shopper is, so nobody can fill the books with claims of nobody.
 * @throws Refusal `not-found`
 */
export async function lookAtCode(
  tx: Tx,
  programme: Programme,
  code: string,
  locale: string,
): Promise<ClaimResult> {
  const referrer = programme.doc.referral ? await inviter(tx, code) : null;
  if (!referrer) throw new Refusal('not-found', say(programme, locale, 'no.code'));
  return { ...offer(programme, referrer, code, locale), state: 'pending' };
}

/** A member says whose link brought them. @throws Refusal that says why it does not count */
export async function claim(session: Session, code: string): Promise<Omit<ClaimResult, 'changes'>> {
  const { account, now, locale } = session;
  const why = await accept(account, code, now);
  const referrer = await inviter(account.tx, code);
  if (why !== null || !referrer) {
    const [problem, key] = refusals[why ?? 'unknown'];
    throw new Refusal(problem, sentence(session, key));
  }
  return { ...offer(account.programme, referrer, code, locale), state: 'joined' };
}

const offer = (programme: Programme, referrer: MemberRow, code: string, locale: string) => ({
  code: readShareCode(code),
  from: publicName(referrer),
  give: programme.in(locale).referral?.give ?? [],
});
