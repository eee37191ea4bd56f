import type { Amount } from '../../../../contract/types.js';
import { mapTold } from '../programme/texts.js';
import { unknownId } from '../programme/report.js';
import type { GrantHandler, GrantPlace } from './grant.js';
import { issue } from './issue.js';
import { priced } from './priced.js';
import type { Account } from '../account.js';
import type { UnitDoc } from '../programme/file.js';
import { tell } from '../words.js';

/** Whoever pays for units, wins them or is given them as a present sees them as a thing, not only as a number. */
export const SHOWN_AS_VOUCHER: ReadonlySet<string> = new Set([
  'reward',
  'gift',
  'board',
  'referral',
]);

/** Points, stamps, credit, spins: goes to the balance at once, or after the waiting time. */
export const unitGrant: GrantHandler<'unit'> = {
  check(grant, place) {
    const { doc, path, report, cost, fromOrder } = place;
    const ways = [grant.amount, grant.rate, grant.times].filter((way) => way !== undefined);
    if (ways.length !== 1)
      report(path, 'a unit grant has either an "amount" or a "rate" or "times"');
    if (grant.times !== undefined) checkTimes(grant.times, `${path}.times`, place);
    if (grant.amount) checkAmount(grant.amount, `${path}.amount`, place);
    if (!grant.rate) return;
    const { per, give } = grant.rate;
    checkAmount(give, `${path}.rate.give`, place);
    if (per.value <= 0) report(`${path}.rate.per.value`, 'a rate per nothing gives nothing');
    const money = doc.units.find(({ id }) => id === per.unit);
    const isPrice = cost?.kind === 'range' && cost.unit === per.unit;
    const isMoney = fromOrder && money?.currency === doc.currency;
    if (!isPrice && !isMoney) {
      report(
        `${path}.rate.per.unit`,
        `"${per.unit}" is neither money of an order in ${doc.currency} nor the price of this reward`,
      );
    }
  },

  async give(told, giving) {
    const grant = mapTold(told, (one) => priced(one, giving));
    const { amount } = grant[giving.account.programme.locale] ?? {};
    const unit = amount && giving.account.programme.units.get(amount.unit);
    if (!unit || amount.value <= 0) return;
    const room = roomFor(giving.account, unit);
    if (amount.value > room) {
      giving.line.because.push({ text: tell(giving.account.programme, 'because.full') });
    }
    giving.line.credit(unit, Math.min(amount.value, room), giving.usableAt?.(unit));
    if (SHOWN_AS_VOUCHER.has(giving.source.kind)) await issue(grant, giving, 'used');
  },
};

/** How much more of a unit a member can hold. */
export function roomFor(account: Account, { id, atMost }: UnitDoc): number {
  if (atMost === undefined) return Infinity;
  const { available, pending, held } = account.balance(id);
  return Math.max(0, atMost - available - pending - held);
}

function checkTimes(times: number, path: string, { report, fromOrder }: GrantPlace): void {
  if (!fromOrder) report(path, 'only a rule for purchases multiplies what other rules give');
  if (times <= 1 || times > 100) report(path, 'a multiple is above 1 and at most 100');
}

export function checkAmount(
  { unit, value }: Amount,
  path: string,
  { doc, report }: GrantPlace,
): void {
  const known = doc.units.map(({ id }) => id);
  if (!known.includes(unit)) report(`${path}.unit`, unknownId('unit', unit, known));
  if (value <= 0) report(`${path}.value`, 'a grant gives 1 or more');
}
