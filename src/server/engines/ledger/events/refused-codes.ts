import type { ShopEvent, ShopEventResult } from '../../../shop/schema.js';
import type { Tx } from '../../../stores/store.js';
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
