import type { Amount, Cost, RedeemRequest } from '../../../../contract/types.js';
import { missing } from '../../../../contract/amounts.js';
import { Refusal } from '../../../engine.js';
import { demand, sentence, type Session } from './session.js';

/** What a member pays for a reward. */
export interface Paid {
  /** `null` for what is free. */
  readonly cost: Amount | null;
  /** Steps of a range; 1 otherwise. */
  readonly steps: number;
  /** Real money, which is paid at the shop's checkout and not here. */
  readonly price?: MoneyPrice;
}

export type MoneyPrice = Extract<Cost, { kind: 'price' }>;

/**
 * Works out the price of a request.
 * @throws Refusal `validation-failed` for an amount that is not on offer, `insufficient-balance`
 */
export function priceOf(session: Session, cost: Cost, request: RedeemRequest): Paid {
  const one = cost.kind === 'any' ? chosen(session, cost.of, request) : cost;
  const paid = reckon(session, one, request);
  if (paid.cost) {
    const balance = session.account.balance(paid.cost.unit).available;
    const gaps = missing([paid.cost], [{ unit: paid.cost.unit, value: balance }]);
    if (gaps.length > 0) demand(session, { state: 'short', missing: gaps });
  }
  return paid;
}

function reckon(session: Session, cost: Cost | undefined, { spend }: RedeemRequest): Paid {
  const wrong = (key: 'no.spend' | 'no.spend-fixed'): Refusal => {
    const detail = sentence(session, key);
    return new Refusal('validation-failed', detail, { errors: [{ detail, pointer: '/spend' }] });
  };
  if (cost?.kind === 'range') {
    const { unit, min, max, step } = cost;
    const isOnGrid =
      spend !== undefined && spend >= min && spend <= max && (spend - min) % step === 0;
    if (!isOnGrid) throw wrong('no.spend');
    return { cost: { unit, value: spend }, steps: spend / step };
  }
  if (cost?.kind === 'price') {
    if (spend !== undefined && spend !== cost.amount.value) throw wrong('no.spend-fixed');
    return { cost: null, steps: 1, price: cost };
  }
  const fixed = cost?.kind === 'fixed' ? cost.amount : null;
  if (spend !== undefined && spend !== fixed?.value) throw wrong('no.spend-fixed');
  return { cost: fixed, steps: 1 };
}

/**
 * Of several prices the one that was chosen, by its unit or as `price` for the one in real money;
 * else the first that can be paid.
 */
function chosen(
  { account }: Session,
  costs: readonly Cost[],
  request: RedeemRequest,
): Cost | undefined {
  const unitOf = (cost: Cost): string | undefined =>
    cost.kind === 'fixed' ? cost.amount.unit : cost.kind === 'range' ? cost.unit : undefined;
  const least = (cost: Cost): number =>
    cost.kind === 'fixed' ? cost.amount.value : cost.kind === 'range' ? cost.min : 0;
  const canPay = (cost: Cost): boolean =>
    cost.kind === 'price' || account.balance(unitOf(cost) ?? '').available >= least(cost);
  const { choice } = request;
  const wanted = costs.find((cost) =>
    cost.kind === 'price' ? choice === 'price' : choice !== undefined && unitOf(cost) === choice,
  );
  const fitting = costs.filter((cost) => request.spend === undefined || cost.kind === 'range');
  return wanted ?? fitting.find(canPay) ?? fitting[0] ?? costs[0];
}
