import type { Amount, CartPreview, CartRequest, TrackState } from '../../../../contract/types.js';
import { AmountError } from '../../../../contract/amounts.js';
import { Refusal, type Subject } from '../../../engine.js';
import type { Millis, StoredVoucher } from '../../../stores/rows.js';
import type { Store, Tx } from '../../../stores/store.js';
import type { Account } from '../account.js';
import { isFree } from '../codes.js';
import { readFacts, type Facts } from '../availability.js';
import { happen } from '../events/index.js';
import type { PaidOrder } from '../events/order-lines.js';
import { priced } from '../grants/priced.js';
import type { Members } from '../members.js';
import { settle } from '../passing/settle.js';
import { isMetric, stepIndex, type Programme } from '../programme/programme.js';
import { pick } from '../programme/texts.js';
import { newId } from '../random.js';
import { rewardStates } from '../view/rewards.js';
import { trackStates } from '../view/tracks.js';
import { say } from '../words.js';
import { bestFirst, fitOf, isForCheckout, type Cart, type Fit } from './fits.js';
import { rehearse, rehearseAlone } from './rehearse.js';

interface Parts {
  readonly store: Store;
  readonly programme: Programme;
  readonly members: Members;
  readonly now: () => Millis;
}

/** How a reward can come to lie on an order. */
const AT_CHECKOUT = new Set(['code', 'auto', 'checkout']);
/** What is over or has not begun is no news at a checkout. */
const UNSHOWN = new Set(['ended', 'scheduled']);

/** What an order would earn and reach, and what fits it: the order itself, done and undone. */
export function createPreview({ store, programme, members, now }: Parts) {
  /** As a new member would be treated; what is limited for all is limited here too. */
  const asNew = async (cart: Cart, at: Millis): Promise<CartPreview> => {
    const limited = programme.doc.rewards.filter(({ stock }) => stock != null).map(({ id }) => id);
    const taken =
      limited.length > 0
        ? await store.snapshot(programme.id, (tx) => tx.stock.taken(limited))
        : new Map<string, number>();
    return rehearseAlone(programme.id, async (tx) => {
      const account = await members.open(tx, { id: 'guest' }, at, true);
      if (!account) throw new Error('An empty store refused a member');
      const facts = await readFacts(account, at);
      return preview(account, cart, { ...facts, stockTaken: taken }, at);
    });
  };

  return async (
    subject: Subject | null,
    request: CartRequest,
    locale: string,
  ): Promise<CartPreview> => {
    const at = now();
    const cart: Cart = { programme, order: orderOf(programme, request, locale), locale };
    try {
      const known =
        subject &&
        (await rehearse(store, programme.id, async (tx) => {
          const account = await members.open(tx, subject, at, false);
          if (!account) return null;
          await settle(account, at);
          return preview(account, cart, await readFacts(account, at), at);
        }));
      return known ?? (await asNew(cart, at));
    } catch (error) {
      if (!(error instanceof AmountError)) throw error;
      throw wrong(say(programme, locale, 'cart.huge'), '/subtotal');
    }
  };
}

/** @throws Refusal `validation-failed` for an order that this programme could not count */
function orderOf(programme: Programme, request: CartRequest, locale: string): PaidOrder {
  const { currency, subtotal, lines, codes = [], channel } = request;
  if (currency !== programme.doc.currency) {
    const slots = { currency: programme.doc.currency };
    throw wrong(say(programme, locale, 'cart.currency', slots), '/currency');
  }
  return {
    // Until it is placed it has no number; limits per order count it as one of its own.
    id: 'cart',
    currency,
    total: subtotal,
    lines: lines.map((line) => ({ ...line })),
    codes: [...codes],
    ...(channel === undefined ? {} : { channel }),
  };
}

const wrong = (detail: string, pointer: string): Refusal =>
  new Refusal('validation-failed', detail, { errors: [{ detail, pointer }] });

async function preview(
  account: Account,
  cart: Cart,
  facts: Facts,
  at: Millis,
): Promise<CartPreview> {
  const { programme, member, tx } = account;
  const canTake = member.state === 'member';
  const rewards = canTake ? rewardFits(account, cart, facts) : [];
  const vouchers = canTake ? await voucherFits(account, cart) : [];
  const lifetime = new Map(programme.doc.units.map(({ id }) => [id, account.balance(id).lifetime]));
  const before = await trackStates(account, at);
  const reached = new Set((await tx.tracks.reaches(member.id, at)).map(({ id }) => id));

  const order = { ...cart.order, id: newId('cart', account.desk.random) };
  const event = { type: 'order.paid', id: order.id, member: member.id, order } as const;
  await happen(account, event, at);

  const after = await trackStates(account, at);
  const best = bestOf(rewards, vouchers);
  return {
    earns: programme.doc.units
      .filter((unit) => !isMetric(unit))
      .map(({ id }) => ({
        unit: id,
        value: account.balance(id).lifetime - (lifetime.get(id) ?? 0),
      }))
      .filter(({ value }) => value > 0),
    tracks: moved(programme, before, after, await newReaches(tx, member.id, at, reached)),
    rewards,
    vouchers,
    ...(best ? { best } : {}),
  };
}

/** The highest step of each track that was reached just now, also of a card that has begun anew. */
async function newReaches(
  tx: Tx,
  member: string,
  at: Millis,
  known: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const reaches = await tx.tracks.reaches(member, at);
  const fresh = reaches.filter(({ id }) => !known.has(id));
  // Newest first, and the last one entered is the one that stays.
  return new Map(fresh.reverse().map(({ track, step }) => [track, step]));
}

function moved(
  programme: Programme,
  before: readonly TrackState[],
  after: readonly TrackState[],
  reaches: ReadonlyMap<string, string>,
): NonNullable<CartPreview['tracks']> {
  return after.flatMap((state, index) => {
    const { track, step, have } = state;
    const old = before[index];
    if (!old || JSON.stringify(old) === JSON.stringify(state)) return [];
    const doc = programme.tracks.get(track);
    const isHigher = doc !== undefined && stepIndex(doc, step) > stepIndex(doc, old.step);
    const reached = reaches.get(track) ?? (isHigher ? step : undefined);
    return [{ track, ...(reached == null ? {} : { reaches: reached }), have }];
  });
}

function rewardFits(
  account: Account,
  cart: Cart,
  facts: Facts,
): NonNullable<CartPreview['rewards']> {
  const { programme } = account;
  const states = rewardStates(account, facts, cart.locale);
  return programme
    .in(cart.locale)
    .rewards.flatMap((reward, index) => {
      const { id, grants, delivery, appliesTo } = reward;
      const state = states[index];
      const isMeant = AT_CHECKOUT.has(delivery) && isForCheckout(grants);
      if (!isMeant || !state || UNSHOWN.has(state.availability.state)) return [];
      if (state.availability.state !== 'available') {
        return [{ reward: id, availability: state.availability }];
      }
      const steps = stepsOf(reward.cost, state.maxNow);
      const paid = grants.map((grant) => priced(grant, { steps }));
      const fit = fitOf(cart, paid, appliesTo);
      return fit ? [{ reward: id, ...fit }] : [];
    })
    .sort(bestFirst);
}

type Cost = Parameters<typeof rewardStates>[0]['programme']['doc']['rewards'][number]['cost'];

/** How many steps of a range the member can pay now; 1 where there is nothing to choose. */
function stepsOf(cost: Cost, maxNow: number | undefined): number {
  const range = cost.kind === 'any' ? cost.of.find(({ kind }) => kind === 'range') : cost;
  return range?.kind === 'range' && maxNow !== undefined ? Math.floor(maxNow / range.step) : 1;
}

async function voucherFits(
  account: Account,
  cart: Cart,
): Promise<NonNullable<CartPreview['vouchers']>> {
  const { tx, member, programme } = account;
  const rows = await tx.vouchers.current(member.id, FAR);
  const lying = new Set(cart.order.codes.map((code) => code.toUpperCase()));
  const isUsable = (row: StoredVoucher): boolean =>
    isFree(row) && row.code !== null && !lying.has(row.code);
  return rows
    .filter(isUsable)
    .flatMap((row) => {
      const grant = pick(row.grant, cart.locale, programme.locale);
      if (!isForCheckout([grant])) return [];
      const appliesTo = programme.rewardOf(row.source)?.appliesTo;
      const fit = fitOf(cart, [left(grant, row.left)], appliesTo);
      return fit ? [{ voucher: row.id, ...fit }] : [];
    })
    .sort(bestFirst);
}

/** A gift card is worth what is left of it. */
const left = (
  grant: Parameters<typeof isForCheckout>[0][number],
  amount: Amount | null,
): typeof grant => (grant.kind === 'giftCard' && amount ? { ...grant, amount } : grant);

/** The one thing that takes off most; what is held already comes before what must be paid first. */
function bestOf(
  rewards: NonNullable<CartPreview['rewards']>,
  vouchers: NonNullable<CartPreview['vouchers']>,
): CartPreview['best'] {
  const all: (Fit & NonNullable<CartPreview['best']>)[] = [
    ...vouchers.map((fit) => ({ ...fit, kind: 'voucher' as const, id: fit.voucher })),
    ...rewards.map((fit) => ({ ...fit, kind: 'reward' as const, id: fit.reward })),
  ];
  const [first] = all.sort(bestFirst);
  const isWorthIt = first?.availability.state === 'available' && first.saves !== undefined;
  return isWorthIt ? { kind: first.kind, id: first.id } : undefined;
}

/** Later than anything that has ended. */
const FAR = Date.UTC(9999, 11, 31);
