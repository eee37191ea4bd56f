import type { ShopPurchase } from '../../../engine.js';
import type { Millis, VoucherRow } from '../../../stores/rows.js';
import { priceIn } from '../payments.js';
import type { Programme } from '../programme/programme.js';
import { pick } from '../programme/texts.js';
import { instantOrNull } from '../time/calendar.js';
import { isOver } from './shop-voucher.js';

/** What the shop's page for paying shows; `null` for a voucher that is not paid for in money. */
export function shopPurchase(
  programme: Programme,
  row: VoucherRow | null,
  locale: string | undefined,
  now: Millis,
): ShopPurchase | null {
  const reward = row && programme.rewardOf(row.source);
  const price = reward && priceIn(reward);
  if (!price || row.cost?.unit !== price.amount.unit) return null;
  const language = programme.localeFor(locale);
  const told = programme.toldOne((doc) => doc.rewards, reward.id);
  const words = pick(told, language, programme.locale);
  const isPending = row.status === 'pending';
  return {
    voucher: row.id,
    member: row.member,
    reward: reward.id,
    // Nobody has looked at the member since: the time to pay is over all the same.
    status: isPending && isOver(row, now) ? 'failed' : row.status,
    title: pick(row.title, language, programme.locale),
    price: price.amount,
    ...(price.every === undefined ? {} : { every: price.every }),
    ...(words.detail === undefined ? {} : { detail: words.detail }),
    ...(words.priceNote === undefined ? {} : { priceNote: words.priceNote }),
    ...(words.termsUrl === undefined ? {} : { termsUrl: words.termsUrl }),
    payUntil: isPending ? instantOrNull(row.expiresAt) : null,
    renewsAt: row.renews ? instantOrNull(row.expiresAt) : null,
    endsAt: isPending || row.renews ? null : instantOrNull(row.expiresAt),
  };
}
