import { Refusal } from '../../../engine.js';
import type { Because } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { readFacts, ruleAvailability } from '../availability.js';
import { isFree, takeCode } from '../codes.js';
import { Line } from '../line.js';
import type { RuleDoc } from '../programme/programme.js';
import { newId } from '../random.js';
import { giveRule, titleOf } from '../rules/give.js';
import { multiplied, openMultipliers, timesOf } from '../rules/multiply.js';
import { readCode } from '../view/shop-voucher.js';
import { tell } from '../words.js';
import type { EventHandler } from './event.js';
import { accept } from '../referral/accept.js';
import { friendPaid } from '../referral/orders.js';
import { eligible, type Eligible, type PaidOrder } from './order-lines.js';

/** An activity line names so many order lines at most; the rest is in the shop's own order. */
const LINES_SHOWN = 10;

/** An order was paid: every purchase rule that it fits gives, all on one activity line. */
export const orderPaid: EventHandler<'order.paid'> = async ({ event, account, at }) => {
  const { order } = event;
  const { programme, tx, member } = account;
  if (order.currency !== programme.doc.currency) {
    const detail = `Order ${order.id} is in ${order.currency}; this programme counts ${programme.doc.currency}.`;
    throw new Refusal('validation-failed', detail, {
      errors: [{ detail, pointer: '/order/currency' }],
    });
  }

  const line = new Line(account, {
    at,
    kind: 'earn',
    title: tell(programme, 'line.order', { id: order.id }),
    ref: { kind: 'order', id: order.id },
    cause: event.id,
  });
  const row = { id: order.id, member: member.id, at, total: order.total, refunded: 0 };
  // The same order under another event's id has been counted already.
  if (!(await tx.orders.add({ ...row, entry: line.id }))) return;

  if (event.referral !== undefined) {
    await accept(account, event.referral, at, { order: order.id, cause: event.id });
  }
  await useCodes(account, order, at);
  const facts = await readFacts(account, at);
  const multipliers = openMultipliers(account, order, facts);
  const used = new Set<RuleDoc>();
  for (const rule of programme.doc.rules.filter(({ trigger }) => trigger === 'purchase')) {
    const part = eligible(order, rule.appliesTo);
    if (!part || ruleAvailability(account, rule, facts, undefined).state !== 'available') continue;
    const title = titleOf(programme, rule);
    const more = multiplied(rule, part, multipliers);
    const by = await giveRule(account, rule, line, { title, paid: part.paid, more });
    line.because.push(...linesOf(account, rule, part));
    if (timesOf(rule) === undefined) used.add(rule);
    for (const multiplier of by) used.add(multiplier);
  }
  for (const rule of used) {
    await tx.uses.add({
      id: newId('u', account.desk.random),
      member: member.id,
      scope: 'rule',
      of: rule.id,
      at,
      ref: order.id,
      entry: line.id,
      answers: null,
    });
  }
  await line.write();
  await friendPaid(account, order, at);
};

/** The order lines behind a rule's number, for rules that reckon with money. */
function linesOf({ programme }: Account, rule: RuleDoc, part: Eligible): Because[] {
  if (!rule.grants.some((grant) => grant.kind === 'unit' && grant.rate)) return [];
  const money = programme.doc.units.find(({ currency }) => currency === programme.doc.currency);
  const lines = part.lines.slice(0, LINES_SHOWN).map(({ product, qty, total }): Because => ({
    text: tell(programme, 'because.line', { qty, product }),
    rule: rule.id,
    ...(money ? { amounts: [{ unit: money.id, value: total }] } : {}),
  }));
  if (!part.spread) return lines;
  return [...lines, { text: tell(programme, 'because.order-share'), rule: rule.id }];
}

/**
 * Codes that the order used and had not taken at its checkout. One that is not ours or not good is
 * left alone; `refusedCodes` tells the shop.
 */
async function useCodes(account: Account, order: PaidOrder, at: number): Promise<void> {
  for (const code of new Set(order.codes.map(readCode))) {
    const voucher = await account.tx.vouchers.findCode(code);
    if (voucher?.member !== account.member.id || !isFree(voucher)) continue;
    await takeCode(account, { ...voucher, undoUntil: null }, order.id, at);
  }
}
