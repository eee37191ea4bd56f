import type { Grant, RedeemRequest } from '../../../../contract/types.js';
import { Refusal } from '../../../engine.js';
import type { Millis, Told, VoucherRow } from '../../../stores/rows.js';
import { readFacts, rewardAvailability } from '../availability.js';
import type { Giving } from '../grants/grant.js';
import { giveGrant } from '../grants/index.js';
import { issue } from '../grants/issue.js';
import { heldUntil } from '../holds.js';
import { Line } from '../line.js';
import { awaitPayment } from '../payments.js';
import type { RewardDoc } from '../programme/programme.js';
import { mapTold } from '../programme/texts.js';
import { newId } from '../random.js';
import { advance } from '../tracks/advance.js';
import { tell } from '../words.js';
import { priceOf } from './price.js';
import { checkQuote } from './quote.js';
import { demand, sentence, type Session } from './session.js';

/** How long something refundable can be undone when the file names no minutes. */
const UNDO_MINUTES = 30;

/**
 * A member takes a reward: checks, takes one from the stock, takes the price, gives the grants.
 * @returns the voucher that it made; where nothing is held afterwards, a record of it
 */
export async function redeem(
  session: Session,
  id: string,
  request: RedeemRequest,
): Promise<VoucherRow> {
  const { account, now } = session;
  const { programme, tx } = account;
  const reward = programme.rewards.get(id);
  if (!reward) throw new Refusal('not-found', sentence(session, 'no.reward'));
  const facts = await readFacts(account, now);
  demand(session, rewardAvailability(account, reward, facts, session.locale));
  const paid = priceOf(session, reward.cost, request);
  const { cost, steps, price } = paid;
  if (request.quote !== undefined) checkQuote(session, request.quote, id, paid);

  const told = programme.toldOne((doc) => doc.rewards, id);
  const title = mapTold(told, (one) => one.title);
  const line = new Line(account, { at: now, kind: 'spend', title });
  const isHeld = cost !== null && reward.delivery === 'checkout';
  if (cost) {
    if (isHeld) line.hold(cost.unit, cost.value);
    else line.debit(cost.unit, cost.value, { running: 'spent', counts: false });
    line.because.push({
      text: tell(programme, isHeld ? 'because.held' : 'because.cost'),
      amounts: [{ unit: cost.unit, value: -cost.value }],
    });
  }
  const held = isHeld ? heldUntil(now, reward.holdMinutes) : undefined;
  const expiresAt = reward.validFor
    ? programme.calendar.endOfDay(programme.calendar.plus(now, reward.validFor))
    : null;
  const giving: Giving = {
    account,
    line,
    at: now,
    source: { kind: 'reward', id },
    title,
    steps,
    ...(cost ? { basis: { value: cost.value, times: 1 } } : {}),
    delivery: reward.delivery,
    cost,
    choice: request.choice,
    // What is only set aside can be let go as long as it is.
    undoUntil: held ?? undoUntil(reward, now),
    expiresAt,
    heldUntil: held,
    holdsUntil: expiresAt ?? undefined,
    // Whoever presses the button sees what comes out of it.
    seenAt: now,
    termsUrl: reward.termsUrl,
    vouchers: [],
  };
  if (price) await awaitPayment(reward, price, giving);
  else
    await giveAll(
      mapTold(told, (one) => one.grants),
      giving,
    );
  const [voucher] = giving.vouchers;
  if (!voucher) throw new Error(`Reward "${id}" gave nothing that could be shown`);
  line.refer('voucher', voucher.id);
  // A purchase stands in the ledger from its payment on.
  if (!price) await line.write();
  await tx.uses.add({
    id: newId('u', account.desk.random),
    member: account.member.id,
    scope: 'reward',
    of: id,
    at: now,
    ref: voucher.id,
    entry: line.id,
    answers: null,
  });
  await advance(account, now, null);
  // Last, because this lock is shared with other members and must be held as short as possible.
  const inStock = reward.stock == null || (await tx.stock.take(id, reward.stock));
  if (!inStock) demand(session, { state: 'sold-out' });
  return voucher;
}

/** Everything that a reward gives; where nothing of it can be held, a record of it. */
async function giveAll(grants: Told<readonly Grant[]>, giving: Giving): Promise<void> {
  const { programme } = giving.account;
  for (const [, told] of programme.toldEach(grants)) await giveGrant(told, giving);
  if (giving.vouchers.length > 0) return;
  const record = mapTold(giving.title, (label) => ({ kind: 'custom', label }) as const);
  await issue(record, giving, 'used');
}

function undoUntil({ refundable, undoMinutes }: RewardDoc, now: Millis): Millis | null {
  if (refundable === false) return null;
  const minutes = undoMinutes ?? (refundable === true ? UNDO_MINUTES : 0);
  return minutes > 0 ? now + minutes * 60_000 : null;
}
