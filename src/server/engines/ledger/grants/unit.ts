import type { Amount } from '../../../../contract/types.js';
import { mapTold } from '../programme/texts.js';
import { unknownId } from '../programme/report.js';
import type { GrantHandler, GrantPlace } from './grant.js';
import { issue } from './issue.js';
import { priced } from './priced.js';

/** Whoever pays for units or is given them as a present sees them as a thing, not only as a number. */
const SHOWN_AS_VOUCHER = new Set(['reward', 'gift']);

/** Points, stamps, credit, spins: goes to the balance at once, or after the waiting time. */
export const unitGrant: GrantHandler<'unit'> = {
  check(grant, place) {
    const { doc, path, report, cost, fromOrder } = place;
    if (grant.times !== undefined) {
      report(
        `${path}.times`,
        'multiples of other rules are not kept by this engine; use the rule’s "steps"',
      );
    }
    if ((grant.amount === undefined) === (grant.rate === undefined)) {
      report(path, 'a unit grant has either an "amount" or a "rate"');
    }
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
    giving.line.credit(unit, amount.value, giving.usableAt?.(unit));
    if (SHOWN_AS_VOUCHER.has(giving.source.kind)) await issue(grant, giving, 'used');
  },
};

function checkAmount({ unit, value }: Amount, path: string, { doc, report }: GrantPlace): void {
  const known = doc.units.map(({ id }) => id);
  if (!known.includes(unit)) report(`${path}.unit`, unknownId('unit', unit, known));
  if (value <= 0) report(`${path}.value`, 'a grant gives 1 or more');
}
