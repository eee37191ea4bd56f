import type { Voucher } from '../../contract/types.js';

/** Whether an order can take it now: one that is set aside waits for nothing else. */
export const isUsable = ({ status }: Voucher): boolean => status === 'ready' || status === 'held';

/**
 * Where a voucher's code is taken to the cart; undefined where it has none, or the shop no such page.
 * @param applyUrl of the shop, with `{code}` where the code belongs
 */
export const applyUrlOf = (
  { applyUrl: own, code }: Voucher,
  applyUrl: string | undefined,
): string | undefined => own ?? applyUrl?.replace('{code}', encodeURIComponent(code ?? ''));
