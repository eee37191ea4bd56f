import type { JoinRequest, ProfilePatch } from '../../../../contract/types.js';
import { Refusal } from '../../../engine.js';
import { NAME_LENGTH } from '../boards/names.js';
import { memberJoined } from '../events/simple.js';
import type { RuleDoc } from '../programme/programme.js';
import { newId } from '../random.js';
import { doRule } from '../rules/do-rule.js';
import { advance } from '../tracks/advance.js';
import { sentence, type Session } from '../writes/session.js';
import type { WordKey } from '../words.js';

/** What a member says about themselves. */

/**
 * What nobody sees, or what moves the words around it. Joiners and selectors of variants stay: Persian
 * and Indian scripts are written with them, and so are emoji.
 */
const UNSEEN =
  /(?![\u200C\u200D\p{Variation_Selector}])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** A name that others can tell from nothing. */
const isName = (text: string): boolean =>
  [...text].length <= NAME_LENGTH && !UNSEEN.test(text) && /[\p{L}\p{N}]/u.test(text);

const wrong = (session: Session, key: WordKey, pointer: string): Refusal => {
  const detail = sentence(session, key);
  return new Refusal('validation-failed', detail, { errors: [{ detail, pointer }] });
};

/**
 * Changes what the patch names and leaves the rest.
 * @throws Refusal `validation-failed` with the place; `not-eligible` for a second birthday
 */
export async function patchProfile(session: Session, patch: ProfilePatch): Promise<void> {
  const { account } = session;
  const { birthday, alias, boards } = patch;
  const isFirstBirthday = birthday != null && takesBirthday(session, birthday);
  const consents = consentsOf(session, patch.consents ?? []);
  if (boards !== undefined && boards !== 'shown' && boards !== 'hidden') {
    throw wrong(session, 'no.choice', '/boards');
  }
  const name = alias?.trim();
  if (name !== undefined && !isName(name)) throw wrong(session, 'no.alias', '/alias');
  const isNewsletter = consents['newsletter'] && !account.member.consents['newsletter'];
  account.setMember({
    ...(isFirstBirthday ? { birthday: { month: birthday.month, day: birthday.day } } : {}),
    ...(alias === undefined ? {} : { alias: name ?? null }),
    ...(boards === undefined ? {} : { hidden: boards === 'hidden' }),
    consents: { ...account.member.consents, ...consents },
  });
  await reward(session, isFirstBirthday ? 'profile' : undefined);
  await reward(session, isNewsletter ? 'newsletter' : undefined);
  await advance(account, session.now, null);
}

/** Enrols somebody, with what joining gives. Who is a member already only adds what is new. */
export async function join(session: Session, request: JoinRequest): Promise<void> {
  const { account, now } = session;
  const { referral, ...patch } = request;
  await memberJoined({
    event: {
      type: 'member.joined',
      id: newId('join', account.desk.random),
      member: account.member.id,
      ...(referral === undefined ? {} : { referral }),
    },
    account,
    at: now,
  });
  await patchProfile(session, patch);
}

/** A day that is set stays: a birthday that moves would bring a present each time. */
function takesBirthday(
  session: Session,
  { month, day }: NonNullable<ProfilePatch['birthday']>,
): boolean {
  const { birthday } = session.account.member;
  // The longest year has all the days there are.
  if (day > new Date(Date.UTC(2024, month, 0)).getUTCDate()) {
    throw wrong(session, 'no.birthday', '/birthday/day');
  }
  if (birthday === null) return true;
  if (birthday.month === month && birthday.day === day) return false;
  throw new Refusal('not-eligible', sentence(session, 'no.birthday-set'));
}

function consentsOf(
  session: Session,
  given: NonNullable<ProfilePatch['consents']>,
): Record<string, boolean> {
  const known = new Set(session.account.programme.doc.consents?.map(({ id }) => id));
  for (const [index, { id }] of given.entries()) {
    if (!known.has(id)) throw wrong(session, 'no.consent', `/consents/${index}/id`);
  }
  return Object.fromEntries(given.map(({ id, granted }) => [id, granted]));
}

/** What the programme gives for it, as often as its limit allows. */
async function reward(session: Session, trigger: RuleDoc['trigger'] | undefined): Promise<void> {
  const { account, now } = session;
  if (trigger === undefined) return;
  for (const rule of account.programme.doc.rules.filter((one) => one.trigger === trigger)) {
    await doRule(account, rule, { at: now, ref: null, cause: null });
  }
}
