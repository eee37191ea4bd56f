import type { ShopEvent, ShopEventResult } from '../../../shop/schema.js';
import type { Tx } from '../../../stores/store.js';
import { readShareCode } from '../referral/code.js';
import { readCode } from '../view/shop-voucher.js';

/**
 * The codes that an order came with and does not hold. Looked up afterwards and not noted meanwhile,
 * so that a shop that has lost the answer hears the same when it reports the order again.
 */
export async function refusedCodes(
  tx: Tx,
  event: ShopEvent,
): Promise<Pick<ShopEventResult, 'refusedCodes'>> {
  if (event.type !== 'order.paid') return {};
  const { id, codes } = event.order;
  const refused: string[] = [];
  // In the spelling of the shop, each once.
  for (const [code, sent] of new Map(codes.map((text) => [readCode(text), text]))) {
    const voucher = await tx.vouchers.findCode(code);
    const isAccepted = voucher?.member === event.member && voucher.usedBy === id;
    if (!isAccepted) refused.push(sent);
  }
  return refused.length > 0 ? { refusedCodes: refused } : {};
}

/**
 * Whether an event named a share code that has not made its member a friend: an unknown one, their
 * own, or that of somebody who is no newcomer. Looked up afterwards as well.
 */
export async function refusedReferral(
  tx: Tx,
  event: ShopEvent,
): Promise<Pick<ShopEventResult, 'refusedReferral'>> {
  const code = 'referral' in event ? event.referral : undefined;
  if (code === undefined) return {};
  const referrer = await tx.referrals.byCode(readShareCode(code));
  const friend = await tx.referrals.friend(event.member);
  const isFriend = referrer !== null && friend?.referrer === referrer.member;
  return isFriend ? {} : { refusedReferral: true };
}
