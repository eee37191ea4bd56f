import { isolated } from '../../contract/isolated.js';
import type { Amount, Discount, Grant, Limit } from '../../contract/types.js';
import type { TermKey } from './catalogue.js';
import type { Localizer } from './localizer.js';

/** A grant in words: "100 leaves", "€5 off". Unknown kinds speak by their own label. */
export function describeGrant(loc: Localizer, grant: Grant): string {
  switch (grant.kind) {
    case 'unit':
      if (grant.amount) return loc.amount(grant.amount);
      if (grant.rate) {
        const { give, per } = grant.rate;
        return loc.term('earn.rate', { give: loc.amount(give), per: loc.amount(per) });
      }
      return loc.term('grant.times', { times: loc.number(grant.times ?? 1) });
    case 'coupon':
      return describeDiscount(loc, grant.discount);
    case 'giftCard':
      return loc.term('grant.giftCard', { amount: loc.amount(grant.amount) });
    case 'product':
      return grant.title;
    case 'access':
    case 'custom':
      return grant.label;
    case 'pool':
      return loc.term('grant.surprise');
    default:
      return ('label' in grant && grant.label) || '';
  }
}

/** A discount that ends somewhere says where. */
const atMost = (loc: Localizer, discount: string, upTo: Amount | undefined): string =>
  upTo ? loc.term('grant.upTo', { discount, amount: loc.amount(upTo) }) : discount;

function describeDiscount(loc: Localizer, discount: Discount): string {
  switch (discount.type) {
    case 'percent':
      return atMost(
        loc,
        loc.term('grant.percent', { percent: loc.number(discount.percent) }),
        discount.upTo,
      );
    case 'amount':
      return loc.term('grant.amount', { amount: loc.amount(discount.amount) });
    case 'shipping':
      return loc.term('grant.shipping');
    case 'product':
      return discount.title ?? '';
    default:
      return discount.label ?? '';
  }
}

/** Several grants as one text; what cannot be put into words is left out. */
export const describeGrants = (loc: Localizer, grants: readonly Grant[] = []): string =>
  grants
    .map((grant) => isolated(describeGrant(loc, grant)))
    .filter(Boolean)
    .join(' + ');

/** How often something is possible; empty where the period is one that this version does not know. */
export function describeLimit(loc: Localizer, { count, per }: Limit): string {
  const key = `limit.${per}`;
  return isLimitKey(key) ? loc.term(key, { n: count }) : '';
}

const LIMITS = new Set([
  'limit.once',
  'limit.order',
  'limit.day',
  'limit.week',
  'limit.month',
  'limit.year',
]);
const isLimitKey = (key: string): key is TermKey => LIMITS.has(key);
