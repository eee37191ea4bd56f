import { atRate, times } from '../../../../contract/amounts.js';
import type { Amount, Answer, Grant } from '../../../../contract/types.js';
import type { Because, Millis, Told } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { hasReached } from '../availability.js';
import type { Giving } from '../grants/grant.js';
import { giveGrant } from '../grants/index.js';
import { priced } from '../grants/priced.js';
import type { Line } from '../line.js';
import type { Programme, RuleDoc, UnitDoc } from '../programme/programme.js';
import { mapTold } from '../programme/texts.js';
import { quantity } from '../quantity.js';
import { tell } from '../words.js';
import type { Multiplied } from './multiply.js';
import { giveResult } from './quiz.js';

/** What a rule gives, put on a line together with the reason for every number. */

/** A level that multiplies a rule's rates for this member. */
interface Boost {
  readonly times: number;
  readonly step: Told<string>;
}

interface Options {
  /** What vouchers are called. */
  readonly title: Told<string>;
  /** What was paid for what the rule applies to, in minor units; absent for rules without an order. */
  readonly paid?: number;
  /** The parts of it that other rules multiply. */
  readonly more?: readonly Multiplied[];
  /** What was filled in. */
  readonly answers?: Readonly<Record<string, Answer>>;
}

export const titleOf = (programme: Programme, rule: RuleDoc): Told<string> =>
  mapTold(
    programme.toldOne((doc) => doc.rules, rule.id),
    (one) => one.title,
  );

/** @returns the rules that multiplied something of it */
export async function giveRule(
  account: Account,
  rule: RuleDoc,
  line: Line,
  { title, paid, more = [], answers }: Options,
): Promise<Set<RuleDoc>> {
  const { programme } = account;
  const { at } = line.head;
  const boost = boostOf(account, rule);
  const basis = paid === undefined ? {} : { basis: { value: paid, times: boost?.times ?? 1 } };
  const multipliers = new Set<RuleDoc>();
  const giving: Giving = { ...givingOf(account, rule, line, title), ...basis };
  const grants = mapTold(
    programme.toldOne((doc) => doc.rules, rule.id),
    (one) => one.grants,
  );
  for (const [grant, told] of programme.toldEach(grants)) {
    line.because.push(...reasons(account, rule, grant, paid, boost, title));
    await giveGrant(told, giving);
    for (const part of more) {
      const extra = extraOf(rule, grant, part, boost?.times ?? 1);
      if (!extra || extra.value <= 0) continue;
      multipliers.add(part.rule);
      line.because.push({
        text: tell(programme, 'because.times', {
          step: titleOf(programme, part.rule),
          times: part.times,
        }),
        rule: part.rule.id,
        times: part.times,
        amounts: [extra],
      });
      await giveGrant(
        programme.told(() => ({ kind: 'unit', amount: extra })),
        giving,
      );
    }
  }
  if (answers) await giveResult(account, rule, giving, answers);
  for (const { amount, rate } of rule.measures ?? []) {
    const counted = rate ? atRate(paid ?? 0, rate) : amount;
    if (counted) line.measure(counted.unit, counted.value, at);
  }
  return multipliers;
}

/** Nobody asked for a birthday present; it waits to be unwrapped. */
const isGift = ({ gift, trigger }: RuleDoc): boolean =>
  gift ?? (trigger === 'birthday' || trigger === 'anniversary');

function givingOf(account: Account, rule: RuleDoc, line: Line, title: Told<string>): Giving {
  const { calendar } = account.programme;
  const { at } = line.head;
  return {
    account,
    line,
    at,
    source: { kind: isGift(rule) ? 'gift' : 'rule', id: rule.id },
    title,
    usableAt: (unit) => usableAt(account, rule, unit, at),
    delivery: 'code',
    cost: null,
    undoUntil: null,
    expiresAt: rule.validFor ? calendar.endOfDay(calendar.plus(at, rule.validFor)) : null,
    seenAt: null,
    vouchers: [],
  };
}

/** What a multiplying rule adds to one grant; fixed amounts only where it names their rule. */
function extraOf(rule: RuleDoc, grant: Grant, part: Multiplied, boost: number): Amount | undefined {
  if (grant.kind !== 'unit') return undefined;
  if (grant.rate) return times(atRate(part.paid, grant.rate), boost * (part.times - 1));
  const isNamed = part.rule.multiplies?.includes(rule.id) === true;
  return grant.amount && isNamed ? times(grant.amount, part.times - 1) : undefined;
}

/** When what a rule gives becomes usable: the rule's own delay, or for orders that of the unit. */
function usableAt(account: Account, rule: RuleDoc, unit: UnitDoc, at: Millis): Millis {
  const fromOrder = rule.trigger === 'purchase' ? (unit.pendingDays ?? 0) : 0;
  const days = rule.delayDays ?? fromOrder;
  return days === 0 ? at : account.programme.calendar.plus(at, `P${days}D`);
}

/** The highest multiplier of the steps that the member has reached. */
function boostOf(account: Account, rule: RuleDoc): Boost | undefined {
  const open = (rule.steps ?? []).filter((step) => hasReached(account, step));
  const best = open.sort((a, b) => b.times - a.times)[0];
  if (!best || best.times === 1) return undefined;
  const step = account.programme.toldOne(
    (doc) => doc.tracks.flatMap(({ id, steps }) => (id === best.track ? steps : [])),
    best.step,
  );
  return { times: best.times, step: mapTold(step, ({ title }) => title) };
}

function reasons(
  account: Account,
  rule: RuleDoc,
  grant: Grant,
  paid: number | undefined,
  boost: Boost | undefined,
  title: Told<string>,
): Because[] {
  if (grant.kind !== 'unit') return [{ text: title, rule: rule.id }];
  // What is multiplied says so itself.
  if (grant.times !== undefined) return [];
  const { programme } = account;
  if (!grant.rate || paid === undefined) {
    const amounts = grant.amount ? [grant.amount] : [];
    return [{ text: title, rule: rule.id, amounts }];
  }
  const { per, give } = grant.rate;
  const plain = priced(grant, { basis: { value: paid, times: 1 } }).amount;
  const all = priced(grant, { basis: { value: paid, times: boost?.times ?? 1 } }).amount;
  if (!plain || !all || plain.value === 0) return [];
  const text = tell(programme, 'because.rate', {
    rule: title,
    give: programme.told((doc, locale) => quantity(doc, locale, give)),
    per: programme.told((doc, locale) => quantity(doc, locale, per)),
  });
  const base: Because = {
    text,
    rule: rule.id,
    amounts: [{ unit: per.unit, value: paid }, plain],
  };
  if (!boost) return [base];
  const more: Because = {
    text: tell(programme, 'because.times', { step: boost.step, times: boost.times }),
    rule: rule.id,
    times: boost.times,
    amounts: [{ unit: all.unit, value: all.value - plain.value }],
  };
  return [base, more];
}
