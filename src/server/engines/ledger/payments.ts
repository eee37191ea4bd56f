import type { Grant } from '../../../contract/types.js';
import { Refusal } from '../../engine.js';
import type { Millis, StoredVoucher, Told, VoucherRow } from '../../stores/rows.js';
import type { Account } from './account.js';
import type { Giving } from './grants/grant.js';
import { giveGrant } from './grants/index.js';
import { add, withCode } from './grants/issue.js';
import { Line } from './line.js';
import { stepIndex, type RewardDoc } from './programme/programme.js';
import { mapTold, pick } from './programme/texts.js';
import { quantity } from './quantity.js';
import { newId } from './random.js';
import { takeBack } from './reverse.js';
import { tell, type WordKey } from './words.js';
import type { MoneyPrice } from './writes/price.js';

/**
 * What costs real money. It begins as a pending voucher that leads to the shop's checkout; the shop
 * reports the payment, and only then is anything given. A plan is paid again and again for the same
 * voucher, whose `expiresAt` is the date to which it is paid.
 */

/** How long the shop's checkout has when the file does not say. */
const PAY_WITHIN = 'PT1H';
/** Where the checkout's address takes the voucher's id. */
export const VOUCHER_SLOT = '{voucher}';

/** The price of a reward in real money, alone or among others. */
export const priceIn = ({ cost }: RewardDoc): MoneyPrice | undefined => {
  const costs = cost.kind === 'any' ? cost.of : [cost];
  return costs.find((one) => one.kind === 'price');
};

/** Puts the voucher that waits for its payment into the member's hands. */
export async function awaitPayment(
  reward: RewardDoc,
  price: MoneyPrice,
  giving: Giving,
): Promise<VoucherRow> {
  const { account, at, title } = giving;
  const { calendar } = account.programme;
  const id = newId('v', account.desk.random);
  const until = calendar.plus(at, reward.payWithin ?? PAY_WITHIN);
  const voucher = await add(
    account,
    {
      id,
      member: account.member.id,
      title,
      status: 'pending',
      source: giving.source,
      grant: promised(account, reward, title),
      cost: price.amount,
      segment: null,
      choice: giving.choice ?? null,
      code: null,
      left: null,
      applyUrl: (price.checkoutUrl ?? '').replaceAll(VOUCHER_SLOT, encodeURIComponent(id)),
      issuedAt: at,
      expiresAt: until,
      usedAt: null,
      seenAt: at,
      undoUntil: until,
      endedAt: null,
      termsUrl: reward.termsUrl ?? null,
      entry: giving.line.id,
      usedBy: null,
      renews: false,
    },
    withCode(reward.delivery),
  );
  giving.vouchers.push(voucher);
  return voucher;
}

/** What is being bought. A draw is made when it is paid, so until then it goes by its name. */
function promised(account: Account, reward: RewardDoc, title: Told<string>): Told<Grant> {
  const told = account.programme.toldOne((doc) => doc.rewards, reward.id);
  return mapTold(told, ({ grants: [first] }, locale) =>
    first && first.kind !== 'pool'
      ? first
      : { kind: 'custom', label: pick(title, locale, account.programme.locale) },
  );
}

/** A payment of a member for one of their vouchers. */
export interface Payment {
  readonly at: Millis;
  /** Until when it is paid now; `null`: one interval of the plan. */
  readonly until: Millis | null;
  /** The shop event. */
  readonly cause: string;
  readonly ref: { readonly kind: string; readonly id: string } | null;
}

/** The shop has the money: the first payment gives, every further one of a plan gives again. */
export async function pay(
  account: Account,
  voucher: StoredVoucher,
  { at, until, cause, ref }: Payment,
): Promise<void> {
  const { programme } = account;
  const { reward, price } = saleOf(account, voucher);
  // The line of a purchase is written when it is paid.
  const isFirst = (await account.tx.ledger.entry(voucher.entry)) === null;
  if (!isFirst && price.every === undefined) return;
  if (isFirst && voucher.endedAt !== null) await takeAgain(account, reward, voucher, at);

  // Paid late, it counts from the payment; paid early, from the date that was paid for before.
  const from = isFirst ? at : Math.max(voucher.expiresAt ?? at, voucher.endedAt === null ? 0 : at);
  const paidTo = until ?? (price.every ? programme.calendar.plus(from, price.every) : null);
  const line = new Line(account, {
    ...(isFirst ? { id: voucher.entry } : {}),
    at,
    kind: 'grant',
    title: tell(programme, isFirst ? 'line.paid' : 'line.plan-renewed', { title: voucher.title }),
    ref: ref ?? { kind: 'voucher', id: voucher.id },
    cause,
  });
  line.because.push({
    text: tell(programme, 'because.price', {
      price: programme.told((doc, locale) => quantity(doc, locale, price.amount)),
    }),
  });
  await giveAll(account, reward, voucher, line, paidTo, isFirst);
  await line.write();
}

async function giveAll(
  account: Account,
  reward: RewardDoc,
  voucher: StoredVoucher,
  line: Line,
  paidTo: Millis | null,
  isFirst: boolean,
): Promise<void> {
  const { programme } = account;
  const { at } = line.head;
  const isPlan = paidTo !== null;
  const expiresAt = reward.validFor
    ? programme.calendar.endOfDay(programme.calendar.plus(at, reward.validFor))
    : null;
  const giving: Giving = {
    account,
    line,
    at,
    source: voucher.source,
    title: voucher.title,
    delivery: reward.delivery,
    // By its cost a plan's own voucher is told from what comes with it.
    cost: isPlan ? null : voucher.cost,
    choice: voucher.choice ?? undefined,
    undoUntil: null,
    expiresAt,
    seenAt: at,
    termsUrl: reward.termsUrl,
    holdsUntil: isPlan ? endOf(account, reward, paidTo) : (expiresAt ?? undefined),
    // A plan's own voucher stays what it is; what comes with it are vouchers of their own.
    awaited: isPlan || !isFirst ? undefined : voucher,
    vouchers: [],
  };
  const grants = mapTold(
    programme.toldOne((doc) => doc.rewards, reward.id),
    (one) => one.grants,
  );
  for (const [, told] of programme.toldEach(grants)) await giveGrant(told, giving);
  if (!isPlan && giving.vouchers.length > 0) return;
  await account.saveVoucher({
    ...voucher,
    status: isPlan ? 'ready' : 'used',
    applyUrl: null,
    code: null,
    expiresAt: paidTo,
    usedAt: isPlan ? null : at,
    endedAt: isPlan ? null : at,
    undoUntil: null,
    entry: line.id,
    renews: isPlan,
  });
}

/** The plan is not paid again: it runs to its date, or ends now because it was paid back. */
export async function cancelPlan(
  account: Account,
  voucher: StoredVoucher,
  ends: 'renewal' | 'now',
  at: Millis,
  cause: string,
): Promise<void> {
  const { reward } = saleOf(account, voucher);
  if (voucher.endedAt !== null) return;
  if (voucher.status === 'pending') {
    await lapse(account, voucher, at, 'cancelled');
    return;
  }
  const line = planLine(account, voucher, 'line.plan-cancelled', at, cause);
  line.because.push({
    text: tell(account.programme, ends === 'now' ? 'because.plan-now' : 'because.plan-until'),
  });
  if (ends === 'now') {
    await takeBack(account, line, voucher.entry);
    await end(account, reward, { ...voucher, status: 'cancelled' }, at);
  } else {
    await account.saveVoucher({ ...voucher, renews: false });
    setUntil(account, reward, voucher.expiresAt);
  }
  await line.write();
}

/** When a voucher passes: a plan that renews waits for its payment a little longer. */
export function passesAt(account: Account, voucher: VoucherRow): Millis | null {
  const reward = account.programme.rewardOf(voucher.source);
  if (!voucher.renews || voucher.expiresAt === null || !reward) return voucher.expiresAt;
  return endOf(account, reward, voucher.expiresAt);
}

/** A plan's time is over. */
export async function endPlan(account: Account, voucher: VoucherRow, at: Millis): Promise<void> {
  const line = planLine(account, voucher, 'line.plan-over', at, null);
  const reward = account.programme.rewardOf(voucher.source);
  if (reward) await end(account, reward, { ...voucher, status: 'expired' }, at);
  await line.write();
}

/** Nobody paid in time, or nobody wants to: whatever was kept for it is free again. */
export async function lapse(
  account: Account,
  voucher: VoucherRow,
  at: Millis,
  status: 'failed' | 'cancelled',
): Promise<void> {
  await account.saveVoucher({ ...voucher, status, endedAt: at, undoUntil: null });
  await account.tx.uses.undo(voucher.entry);
  const reward = account.programme.rewardOf(voucher.source);
  if (reward?.stock != null) await account.tx.stock.giveBack(reward.id);
}

/** Whether a voucher is, or was, one that runs from payment to payment. */
export const isPlan = (account: Account, { status, source, cost }: VoucherRow): boolean => {
  const reward = account.programme.rewardOf(source);
  const price = reward && priceIn(reward);
  return price?.every !== undefined && cost?.unit === price.amount.unit && status !== 'pending';
};

const endOf = ({ programme }: Account, { grace }: RewardDoc, paidTo: Millis): Millis =>
  grace === undefined ? paidTo : programme.calendar.plus(paidTo, grace);

const planLine = (
  account: Account,
  { title, id }: VoucherRow,
  key: WordKey,
  at: Millis,
  cause: string | null,
): Line =>
  new Line(account, {
    at,
    kind: 'status',
    title: tell(account.programme, key, { title }),
    ref: { kind: 'voucher', id },
    cause,
  });

async function end(
  account: Account,
  reward: RewardDoc,
  voucher: VoucherRow,
  at: Millis,
): Promise<void> {
  await account.saveVoucher({
    ...voucher,
    expiresAt: Math.min(voucher.expiresAt ?? at, at),
    endedAt: at,
    undoUntil: null,
    renews: false,
  });
  setUntil(account, reward, at);
}

/** The steps that a plan gave hold as long as it does; the next look at tracks ends them. */
function setUntil(account: Account, reward: RewardDoc, until: Millis | null): void {
  for (const grant of reward.grants) {
    if (grant.kind !== 'status') continue;
    const track = account.programme.tracks.get(grant.track);
    const row = account.track(grant.track);
    // Somebody who has climbed higher meanwhile keeps what is their own.
    if (!track || stepIndex(track, row.step) !== stepIndex(track, grant.step)) continue;
    account.setTrack({ ...row, until });
  }
}

/** Money came for something that had been given up; what it needs must still be there. */
async function takeAgain(
  account: Account,
  reward: RewardDoc,
  voucher: StoredVoucher,
  at: Millis,
): Promise<void> {
  const inStock = reward.stock == null || (await account.tx.stock.take(reward.id, reward.stock));
  if (!inStock) {
    const detail = `Voucher ${voucher.id} was not paid in time, and reward "${reward.id}" is sold out by now: pay the member back.`;
    throw new Refusal('sold-out', detail, { errors: [{ detail, pointer: '/voucher' }] });
  }
  await account.tx.uses.add({
    id: newId('u', account.desk.random),
    member: account.member.id,
    scope: 'reward',
    of: reward.id,
    at,
    ref: voucher.id,
    entry: voucher.entry,
    answers: null,
  });
}

/** What was sold. @throws Refusal for a voucher that nobody pays for */
function saleOf(
  account: Account,
  voucher: StoredVoucher,
): { reward: RewardDoc; price: MoneyPrice } {
  const { source } = voucher;
  const reward = account.programme.rewardOf(source);
  const price = reward && priceIn(reward);
  if (reward && price && voucher.cost?.unit === price.amount.unit) return { reward, price };
  const detail = `Voucher ${voucher.id} is not paid for in money.`;
  throw new Refusal('validation-failed', detail, { errors: [{ detail, pointer: '/voucher' }] });
}
