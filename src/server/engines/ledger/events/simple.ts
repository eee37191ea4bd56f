import { Refusal } from '../../../engine.js';
import { isMetric, type RuleDoc } from '../programme/programme.js';
import { Line } from '../line.js';
import { checkGrant, giveGrant } from '../grants/index.js';
import { accept } from '../referral/accept.js';
import { doRule } from '../rules/do-rule.js';
import { tell } from '../words.js';
import type { Account } from '../account.js';
import type { EventHandler } from './event.js';

/** Events that do one thing. */

const rulesFor = (account: Account, ...triggers: RuleDoc['trigger'][]): RuleDoc[] =>
  account.programme.doc.rules.filter(({ trigger }) => triggers.includes(trigger));

/** Somebody signed up: the rules for joining give, once in a lifetime. */
export const memberJoined: EventHandler<'member.joined'> = async ({ event, account, at }) => {
  const { name, birthday, id: cause } = event;
  account.setMember({
    ...(name === undefined ? {} : { name }),
    ...(birthday ? { birthday } : {}),
    // Somebody may have been seen before the shop came to report the sign-up.
    joinedAt: Math.min(at, account.member.joinedAt),
  });
  for (const rule of rulesFor(account, 'join')) {
    await doRule(account, rule, { at, ref: null, cause });
  }
  if (event.referral !== undefined) await accept(account, event.referral, at, { cause });
};

export const reviewPublished: EventHandler<'review.published'> = async ({ event, account, at }) => {
  const ref = event.product === undefined ? null : { kind: 'product', id: event.product };
  for (const rule of rulesFor(account, 'review')) {
    await doRule(account, rule, { at, ref, cause: event.id });
  }
};

export const checkIn: EventHandler<'check-in'> = async ({ event, account, at }) => {
  const ref = event.place === undefined ? null : { kind: 'place', id: event.place };
  for (const rule of rulesFor(account, 'check-in', 'visit')) {
    await doRule(account, rule, { at, ref, cause: event.id });
  }
};

/** The shop's server confirms that a rule was done. */
export const ruleCompleted: EventHandler<'rule.completed'> = async ({ event, account, at }) => {
  const rule = account.programme.rules.get(event.rule);
  if (!rule || rule.trigger === 'purchase') {
    const detail = rule
      ? `Rule "${event.rule}" is done by orders: report order.paid.`
      : `There is no rule "${event.rule}" in programme ${account.programme.id}.`;
    throw new Refusal('validation-failed', detail, { errors: [{ detail, pointer: '/rule' }] });
  }
  const ref = event.ref === undefined ? null : { kind: 'ref', id: event.ref };
  await doRule(account, rule, { at, ref, cause: event.id });
};

/** A present from the shop; it opens itself once, because nobody has seen it yet. */
export const voucherGranted: EventHandler<'voucher.granted'> = async ({ event, account, at }) => {
  const { programme } = account;
  const errors: { detail: string; pointer: string }[] = [];
  checkGrant(event.grant, {
    doc: programme.doc,
    path: 'grant',
    report: (path, sentence) =>
      errors.push({
        detail: sentence,
        pointer: `/${path.replace(/[.[]/g, '/').replaceAll(']', '')}`,
      }),
    at,
    fromOrder: false,
  });
  if (errors.length > 0) {
    throw new Refusal('validation-failed', `This present cannot be given: ${errors[0]?.detail}.`, {
      errors,
    });
  }
  const title = programme.told(() => event.title);
  const line = new Line(account, { at, kind: 'grant', title, cause: event.id });
  line.because.push({ text: tell(programme, 'because.shop') });
  const giving = {
    account,
    line,
    at,
    source: { kind: 'gift', id: null },
    title,
    delivery: 'code',
    cost: null,
    undoUntil: null,
    expiresAt: event.expiresAt === undefined ? null : Date.parse(event.expiresAt),
    seenAt: null,
    vouchers: [],
  } as const;
  await giveGrant(
    programme.told(() => event.grant),
    { ...giving, vouchers: [] },
  );
  await line.write();
};

/** Somebody at the shop sets a balance right. */
export const balanceAdjusted: EventHandler<'balance.adjusted'> = async ({ event, account, at }) => {
  const { programme } = account;
  const unit = programme.units.get(event.unit);
  if (!unit) {
    const detail = `There is no unit "${event.unit}" in programme ${programme.id}.`;
    throw new Refusal('validation-failed', detail, { errors: [{ detail, pointer: '/unit' }] });
  }
  const line = new Line(account, {
    at,
    kind: 'adjust',
    title: programme.told(() => event.reason),
    cause: event.id,
  });
  line.because.push({ text: tell(programme, 'because.shop') });
  if (isMetric(unit)) line.measure(unit.id, event.value, at);
  else if (event.value > 0) line.credit(unit, event.value);
  else line.debit(unit.id, -event.value, { running: 'lifetime', counts: true });
  await line.write();
};
