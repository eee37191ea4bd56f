import type { Amount } from '../../../../contract/types.js';
import { mapTold } from '../programme/texts.js';
import type { GrantHandler, GrantPlace } from './grant.js';
import { issue } from './issue.js';
import { priced } from './priced.js';

/** Something off an order. In a reward with a range, an amount of money is what one step gives. */
export const couponGrant: GrantHandler<'coupon'> = {
  check({ discount, minSpend }, place) {
    const { path, report } = place;
    const isPercent = discount.type === 'percent';
    if (isPercent && (discount.percent <= 0 || discount.percent > 100)) {
      report(`${path}.discount.percent`, 'a percentage is above 0 and at most 100');
    }
    if (isPercent && discount.upTo) checkMoney(discount.upTo, `${path}.discount.upTo`, place);
    if (discount.type === 'amount') {
      checkMoney(discount.amount, `${path}.discount.amount`, place);
      checkGives(discount.amount, `${path}.discount.amount`, place);
    }
    if (minSpend) checkMoney(minSpend, `${path}.minSpend`, place);
  },

  give: (told, giving) =>
    issue(
      mapTold(told, (one) => priced(one, giving)),
      giving,
    ),
};

/** Money to pay with. In a reward with a range, the amount is what one step gives. */
export const giftCardGrant: GrantHandler<'giftCard'> = {
  check({ amount }, place) {
    checkMoney(amount, `${place.path}.amount`, place);
    checkGives(amount, `${place.path}.amount`, place);
  },
  give: (told, giving) =>
    issue(
      mapTold(told, (one) => priced(one, giving)),
      giving,
    ),
};

function checkMoney({ unit: id, value }: Amount, path: string, { doc, report }: GrantPlace): void {
  const unit = doc.units.find((candidate) => candidate.id === id);
  if (unit?.currency !== doc.currency) {
    report(`${path}.unit`, `"${id}" is not a unit of money in ${doc.currency}`);
  }
  if (value <= 0) report(`${path}.value`, 'an amount of money here is 1 or more');
}

/** What the slider promises per step and what the voucher gives per step are one number. */
export function checkGives(amount: Amount, path: string, { cost, report }: GrantPlace): void {
  if (cost?.kind !== 'range') return;
  if (cost.gives?.unit === amount.unit && cost.gives.value === amount.value) return;
  report(path, 'in a reward with a range this is what one step gives; it must equal "cost.gives"');
}
