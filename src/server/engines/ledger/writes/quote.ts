import { Refusal } from '../../../engine.js';
import type { Amount, Quote, QuoteRequest } from '../../../../contract/types.js';
import type { Millis } from '../../../stores/rows.js';
import { readFacts, rewardAvailability } from '../availability.js';
import { priced } from '../grants/priced.js';
import { instant } from '../time/calendar.js';
import { priceOf } from './price.js';
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
  const { cost, steps } = priceOf(session, reward.cost, request);
  const texts = account.programme.in(locale).rewards.find(({ id }) => id === rewardId) ?? reward;
  const expires = now + GOOD_FOR_MS;
  // What is free costs nothing of whatever can be spent; the contract wants an amount.
  const amount = cost ?? { unit: account.programme.doc.units[0]?.id ?? rewardId, value: 0 };
  return {
    quote: write(rewardId, cost, expires),
    expiresAt: instant(expires),
    cost: amount,
    grants: texts.grants.map((grant) =>
      priced(grant, { steps, ...(cost ? { basis: { value: cost.value, times: 1 } } : {}) }),
    ),
    availability: rewardAvailability(account, reward, facts, locale),
  };
}

const write = (reward: string, cost: Amount | null, expires: Millis): string =>
  [expires.toString(36), reward, cost?.unit ?? '', cost?.value ?? 0]
    .map(encodeURIComponent)
    .join('~');

/** @throws Refusal `quote-expired` when time or price is another by now */
export function checkQuote(
  session: Session,
  text: string,
  reward: string,
  cost: Amount | null,
): void {
  const expires = Number.parseInt(text.split('~')[0] ?? '', 36);
  // One that runs longer was not written here.
  const isInTime = expires >= session.now && expires <= session.now + GOOD_FOR_MS;
  const isGood = isInTime && text === write(reward, cost, expires);
  if (!isGood) throw new Refusal('quote-expired', sentence(session, 'no.quote'));
}
