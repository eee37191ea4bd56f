import { Refusal } from '../../../engine.js';
import type { Amount, Quote, QuoteRequest } from '../../../../contract/types.js';
import type { Millis } from '../../../stores/rows.js';
import { readFacts, rewardAvailability } from '../availability.js';
import { priced } from '../grants/priced.js';
import { pick } from '../programme/texts.js';
import { instant } from '../time/calendar.js';
import { priceOf, type Paid } from './price.js';
import { sentence, type Session } from './session.js';

/** The contract allows a minute. */
const GOOD_FOR_MS = 60_000;

/**
 * A price, said before it is paid. The quote holds what was said and until when; it is no promise
 * that could be forged, because redeeming reckons again and only compares.
 */
export async function quote(
  session: Session,
  rewardId: string,
  request: QuoteRequest,
): Promise<Quote> {
  const { account, now, locale } = session;
  const reward = account.programme.rewards.get(rewardId);
  if (!reward) throw new Refusal('not-found', sentence(session, 'no.reward'));
  const facts = await readFacts(account, now);
  const paid = priceOf(session, reward.cost, request);
  const { cost, steps } = paid;
  const told = account.programme.toldOne((doc) => doc.rewards, rewardId);
  const expires = now + GOOD_FOR_MS;
  // What is free costs nothing of whatever can be spent; the contract wants an amount.
  const amount = asked(paid) ?? { unit: account.programme.doc.units[0]?.id ?? rewardId, value: 0 };
  return {
    quote: write(rewardId, paid, expires),
    expiresAt: instant(expires),
    cost: amount,
    grants: pick(told, locale, account.programme.locale).grants.map((grant) =>
      priced(grant, { steps, ...(cost ? { basis: { value: cost.value, times: 1 } } : {}) }),
    ),
    availability: rewardAvailability(account, reward, facts, locale),
  };
}

/** What will be asked for, in a unit or at the shop's checkout. */
const asked = ({ cost, price }: Paid): Amount | null => cost ?? price?.amount ?? null;

function write(reward: string, paid: Paid, expires: Millis): string {
  const amount = asked(paid);
  const parts = [expires.toString(36), reward, ...(amount ? [amount.unit, amount.value] : [])];
  return parts.map(encodeURIComponent).join('~');
}

/** @throws Refusal `quote-expired` when time or price is another by now */
export function checkQuote(session: Session, text: string, reward: string, paid: Paid): void {
  const expires = Number.parseInt(text, 36);
  // One that runs longer was not written here.
  const isInTime = expires >= session.now && expires <= session.now + GOOD_FOR_MS;
  const isGood = isInTime && text === write(reward, paid, expires);
  if (!isGood) throw new Refusal('quote-expired', sentence(session, 'no.quote'));
}
