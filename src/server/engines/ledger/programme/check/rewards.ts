import type { Cost } from '../../../../../contract/types.js';
import { checkGrant } from '../../grants/index.js';
import type { ProgrammeDoc, RewardDoc } from '../file.js';
import { VOUCHER_SLOT } from '../../payments.js';
import { isDuration } from '../../time/calendar.js';
import { givenUnits } from '../reach.js';
import { listed, unknownId, type Check, type Report } from '../report.js';
import { checkLimit, checkRequires, checkWindow } from './shared.js';

const DELIVERIES = ['code', 'auto', 'link', 'checkout', 'manual'];

export const checkRewards: Check = (doc, report) => {
  const earned = givenUnits(doc);
  for (const [index, reward] of doc.rewards.entries()) {
    const at = `rewards[${index}]`;
    checkCost(doc, earned, reward.cost, `${at}.cost`, report);
    for (const [place, grant] of reward.grants.entries()) {
      const path = `${at}.grants[${place}]`;
      checkGrant(grant, { doc, path, report, cost: reward.cost, fromOrder: false });
    }
    if (reward.grants.length === 0) report(`${at}.grants`, 'a reward gives something');
    if (!DELIVERIES.includes(reward.delivery)) {
      report(`${at}.delivery`, unknownId('delivery', reward.delivery, DELIVERIES));
    }
    if (reward.stock != null && reward.stock < 0) report(`${at}.stock`, 'a stock is 0 or more');
    checkUndo(reward, at, report);
    checkLimit(reward.limit, `${at}.limit`, report);
    if (reward.limit?.per === 'order') {
      report(`${at}.limit.per`, 'a reward is not part of an order; use a span of time or "once"');
    }
    checkWindow(reward.window, doc, `${at}.window`, report);
    checkRequires(doc, reward.requires, `${at}.requires`, report);
  }
};

function checkUndo(
  { grants, refundable, undoMinutes }: RewardDoc,
  at: string,
  report: Report,
): void {
  const canUndo = refundable === true || (undoMinutes ?? 0) > 0;
  if (canUndo && grants.some(({ kind }) => kind === 'pool')) {
    report(at, 'a draw cannot be undone, or everyone would draw until they win');
  }
  if (canUndo && grants.some(({ kind }) => kind === 'status')) {
    report(at, 'a step that is given cannot be undone');
  }
}

/** A price that can be paid: in a unit that exists, can be spent and can be earned at all. */
function checkCost(
  doc: ProgrammeDoc,
  earned: ReadonlySet<string>,
  cost: Cost,
  at: string,
  report: Report,
): void {
  const checkUnit = (id: string, path: string): void => {
    const unit = doc.units.find((candidate) => candidate.id === id);
    if (!unit)
      report(
        path,
        unknownId(
          'unit',
          id,
          doc.units.map((known) => known.id),
        ),
      );
    else if (!unit.spendable) report(path, `"${id}" cannot be spent, so nobody can ever pay this`);
    else if (!earned.has(id)) {
      report(path, `nothing in this programme gives "${id}", so nobody can ever pay this`);
    }
  };
  switch (cost.kind) {
    case 'free':
      return;
    case 'fixed':
      checkUnit(cost.amount.unit, `${at}.amount.unit`);
      if (cost.amount.value <= 0) report(`${at}.amount.value`, 'a price is 1 or more, or "free"');
      checkMost(doc, cost.amount.unit, cost.amount.value, `${at}.amount.value`, report);
      return;
    case 'range':
      checkUnit(cost.unit, `${at}.unit`);
      checkMost(doc, cost.unit, cost.min, `${at}.min`, report);
      checkRange(cost, at, report);
      return;
    case 'any':
      if (cost.of.length === 0) report(`${at}.of`, 'one of no prices can be paid by nobody');
      for (const [index, one] of cost.of.entries()) {
        if (one.kind === 'any') report(`${at}.of[${index}].kind`, 'prices to choose from are flat');
        else checkCost(doc, earned, one, `${at}.of[${index}]`, report);
      }
      return;
    case 'price':
      checkPrice(doc, cost, at, report);
      return;
    default:
      report(
        `${at}.kind`,
        `this engine takes no such price; it takes ${listed(['free', 'fixed', 'range', 'price', 'any'])}`,
      );
  }
}

/** What nobody can hold so much of nobody can ever pay. */
function checkMost(
  { units }: ProgrammeDoc,
  id: string,
  value: number,
  path: string,
  report: Report,
): void {
  const most = units.find((unit) => unit.id === id)?.atMost;
  if (most !== undefined && value > most) {
    report(path, `a member holds ${most} "${id}" at most, so nobody can ever pay this`);
  }
}

/** Real money, paid at a page of the shop that is told for what. */
function checkPrice(
  doc: ProgrammeDoc,
  { amount, every, checkoutUrl }: Extract<Cost, { kind: 'price' }>,
  at: string,
  report: Report,
): void {
  const unit = doc.units.find(({ id }) => id === amount.unit);
  if (unit?.currency !== doc.currency || unit.kind !== 'money') {
    report(`${at}.amount.unit`, `"${amount.unit}" is not a unit of money in ${doc.currency}`);
  }
  if (amount.value <= 0) report(`${at}.amount.value`, 'a price is 1 or more, or "free"');
  if (every !== undefined && !isDuration(every)) {
    report(`${at}.every`, `"${every}" is no ISO 8601 duration such as P1Y`);
  }
  if (!checkoutUrl?.includes(VOUCHER_SLOT)) {
    report(`${at}.checkoutUrl`, `the shop's page for paying needs ${VOUCHER_SLOT} in its address`);
  }
}

function checkRange(cost: Extract<Cost, { kind: 'range' }>, at: string, report: Report): void {
  const { min, max, step } = cost;
  if (step <= 0) report(`${at}.step`, 'a slider moves by 1 or more');
  else if (min < step || min % step !== 0 || max % step !== 0) {
    report(at, `"min" and "max" are multiples of "step", ${step}, and not 0`);
  }
  if (min > max) report(at, '"min" is above "max"');
}
