import type { Cost, Grant } from '../../../../../contract/types.js';
import { checkGrant } from '../../grants/index.js';
import type { ProgrammeDoc, RewardDoc } from '../file.js';
import { listed, unknownId, type Check, type Report } from '../report.js';
import { checkLimit, checkRequires, checkWindow } from './shared.js';

const DELIVERIES = ['code', 'auto', 'link', 'checkout', 'manual'];

export const checkRewards: Check = (doc, report) => {
  const earned = earnable(doc);
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
    checkWindow(reward.window, `${at}.window`, report);
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
      return;
    case 'range':
      checkUnit(cost.unit, `${at}.unit`);
      checkRange(cost, at, report);
      return;
    case 'any':
      if (cost.of.length === 0) report(`${at}.of`, 'one of no prices can be paid by nobody');
      for (const [index, one] of cost.of.entries()) {
        if (one.kind === 'any') report(`${at}.of[${index}].kind`, 'prices to choose from are flat');
        else checkCost(doc, earned, one, `${at}.of[${index}]`, report);
      }
      return;
    default:
      report(
        `${at}.kind`,
        `this engine takes no such price; it takes ${listed(['free', 'fixed', 'range', 'any'])}`,
      );
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

/** The units that something in the programme gives. */
function earnable(doc: ProgrammeDoc): ReadonlySet<string> {
  const units = (grant: Grant | null): string[] => {
    if (grant?.kind === 'pool') return grant.segments.flatMap((segment) => units(segment.grant));
    if (grant?.kind !== 'unit') return [];
    return [grant.amount?.unit, grant.rate?.give.unit].filter((id) => id !== undefined);
  };
  const grants = [
    ...doc.rules.flatMap((rule) => rule.grants),
    ...doc.rewards.flatMap((reward) => reward.grants),
    ...doc.tracks.flatMap((track) => track.steps.flatMap((step) => step.grants ?? [])),
  ];
  return new Set(grants.flatMap(units));
}
