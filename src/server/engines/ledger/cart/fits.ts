import type { Amount, Availability, CartPreview, Grant } from '../../../../contract/types.js';
import { eligible, type PaidOrder } from '../events/order-lines.js';
import type { Programme } from '../programme/programme.js';
import { say } from '../words.js';

/** What taking something would do for one order. */
export type Fit = Omit<NonNullable<CartPreview['rewards']>[number], 'reward'>;

/** An order, and whose words are spoken about it. */
export interface Cart {
  readonly programme: Programme;
  readonly order: PaidOrder;
  readonly locale: string;
}

type AppliesTo = Parameters<typeof eligible>[1];
type Of<Kind extends Grant['kind']> = Extract<Grant, { kind: Kind }>;

/** What one grant is worth on an order: how much it takes off, or why it does not. */
interface Worth {
  readonly saves?: number;
  readonly not?: Availability;
  /** Nothing can be said of it. */
  readonly isSilent?: boolean;
}

type Appraisal<Kind extends Grant['kind']> = (
  grant: Of<Kind>,
  cart: Cart,
  appliesTo: AppliesTo,
) => Worth;

/** The kinds of grant that a checkout can take. To add one: a row. */
const appraisals: { readonly [Kind in 'coupon' | 'giftCard' | 'product']: Appraisal<Kind> } = {
  coupon(grant, cart, appliesTo) {
    const filter = grant.appliesTo ?? appliesTo;
    const part = eligible(cart.order, filter);
    if (!part) return { not: notHere(cart, filter?.text) };
    const gap = (grant.minSpend?.value ?? 0) - part.paid;
    if (grant.minSpend && gap > 0) {
      const missing = [{ unit: grant.minSpend.unit, value: gap }];
      return {
        not: { state: 'cart', missing, text: say(cart.programme, cart.locale, 'cart.min') },
      };
    }
    const { discount } = grant;
    switch (discount.type) {
      case 'percent': {
        const off = percentOf(part.paid, discount.percent);
        return { saves: Math.min(off, discount.upTo?.value ?? off) };
      }
      case 'amount':
        return { saves: Math.min(discount.amount.value, part.paid) };
      case 'product':
        return hasLine(cart, discount.product)
          ? pieceOf(cart, discount.product)
          : { not: notHere(cart, discount.title) };
      default:
        // What shipping costs is the shop's to know.
        return {};
    }
  },
  giftCard: ({ amount }, { order }) => ({ saves: Math.min(amount.value, order.total) }),
  // A present that the shop does not sell lies on no order: whether it can is the shop's to know.
  product: ({ product }, cart) => ({
    ...pieceOf(cart, product),
    isSilent: !hasLine(cart, product),
  }),
};

const isAppraised = (kind: string): kind is keyof typeof appraisals =>
  Object.hasOwn(appraisals, kind);

/** Whether a grant is something for a checkout at all. */
export const isForCheckout = (grants: readonly Grant[]): boolean =>
  grants.some(({ kind }) => isAppraised(kind));

/**
 * How well grants fit an order, with what already lies on it.
 * @param appliesTo of the reward that gives them, where they name nothing themselves
 * @returns nothing where nothing can be said of them
 */
export function fitOf(
  cart: Cart,
  grants: readonly Grant[],
  appliesTo?: AppliesTo,
): Fit | undefined {
  const { programme, order, locale } = cart;
  const worth = grants.flatMap((grant) => {
    if (!isAppraised(grant.kind)) return [];
    // A grant and its appraisal belong together by the key of the table, which types cannot follow.
    const appraise = appraisals[grant.kind] as Appraisal<Grant['kind']>;
    return [appraise(grant, cart, appliesTo)];
  });
  if (worth.every(({ isSilent }) => isSilent)) return undefined;
  const beside = programme.doc.codes?.perOrder;
  const combines = beside === undefined ? {} : { combines: beside > 1 };
  if (beside !== undefined && order.codes.length >= beside) {
    const text = say(programme, locale, beside === 1 ? 'cart.one-code' : 'cart.codes');
    return { availability: { state: 'cart', text }, ...combines };
  }
  const not = worth.find((one) => one.not)?.not;
  if (not) return { availability: not, ...combines };
  const saves = worth.reduce((sum, one) => sum + (one.saves ?? 0), 0);
  const amount = money(programme, Math.min(saves, order.total));
  return {
    availability: { state: 'available' },
    ...(amount ? { saves: amount } : {}),
    ...combines,
  };
}

/** Best first: what takes off most, then what fits without a number, then what does not fit. */
export const bestFirst = (a: Fit, b: Fit): number =>
  rank(a) - rank(b) || (b.saves?.value ?? 0) - (a.saves?.value ?? 0);

const order = ['available', 'cart', 'short'];
const rank = ({ availability: { state } }: Fit): number => {
  const place = order.indexOf(state);
  return place < 0 ? order.length : place;
};

/** Money of an order in a unit of the programme; absent where the programme has none for it. */
function money({ doc }: Programme, value: number): Amount | undefined {
  const unit = doc.units.find(({ currency }) => currency === doc.currency);
  return unit && value > 0 ? { unit: unit.id, value } : undefined;
}

const linesOf = ({ order }: Cart, product: string) =>
  eligible(order, { products: [product] })?.lines ?? [];

const hasLine = (cart: Cart, product: string): boolean => linesOf(cart, product).length > 0;

/** One piece of the dearest line of a product becomes free. */
const pieceOf = (cart: Cart, product: string): Worth => ({
  saves: Math.max(0, ...linesOf(cart, product).map(({ total, qty }) => Math.floor(total / qty))),
});

function notHere({ programme, locale }: Cart, what: string | undefined): Availability {
  const text = what
    ? say(programme, locale, 'cart.only', { what })
    : say(programme, locale, 'cart.other');
  return { state: 'cart', text };
}

/** Rounded down to the cent. Percentages may carry decimals; money may not. */
const percentOf = (value: number, percent: number): number =>
  Number((BigInt(value) * BigInt(Math.round(percent * 10_000))) / 1_000_000n);
