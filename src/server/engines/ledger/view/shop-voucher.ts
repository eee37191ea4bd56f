import type { ShopVoucher } from '../../../engine.js';
import type { Millis, VoucherRow } from '../../../stores/rows.js';
import type { Programme } from '../programme/programme.js';
import { pick } from '../programme/texts.js';
import { instantOrNull } from '../time/calendar.js';

/** A code as it is stored; people type blanks and small letters. */
export const readCode = (typed: string): string => typed.replace(/\s+/g, '').toUpperCase();

/** Whether a voucher's time is over, even where nobody has looked at the member since. */
export const isOver = ({ endedAt, expiresAt }: VoucherRow, now: Millis): boolean =>
  endedAt === null && expiresAt !== null && expiresAt <= now;

/** What a code is worth at the checkout; `null` for a voucher without one. */
export function shopVoucher(
  programme: Programme,
  row: VoucherRow | null,
  now: Millis,
): ShopVoucher | null {
  if (row?.code == null) return null;
  return {
    code: row.code,
    member: row.member,
    // Set aside for an order that is being placed: that order may use it.
    status: isOver(row, now) ? 'expired' : row.status === 'held' ? 'ready' : row.status,
    title: pick(row.title, programme.locale, programme.locale),
    grant: pick(row.grant, programme.locale, programme.locale),
    expiresAt: instantOrNull(row.expiresAt),
    ...(row.left === null ? {} : { left: row.left }),
  };
}
