import type { Voucher } from '../../../../contract/types.js';
import type { StoredVoucher, VoucherRow } from '../../../stores/rows.js';
import type { Programme } from '../programme/programme.js';
import { pick } from '../programme/texts.js';
import { instant, instantOrNull } from '../time/calendar.js';

/** A voucher in one language. */
export function voucher(
  programme: Programme,
  row: VoucherRow | StoredVoucher,
  locale: string,
): Voucher {
  const barcode = programme.doc.codes?.barcode;
  const isGood = row.endedAt === null;
  return {
    id: row.id,
    title: pick(row.title, locale, programme.locale),
    status: row.status,
    source: { kind: row.source.kind, ...(row.source.id === null ? {} : { id: row.source.id }) },
    grant: pick(row.grant, locale, programme.locale),
    ...(row.cost === null ? {} : { cost: row.cost }),
    ...(row.segment === null ? {} : { segment: row.segment }),
    // Before it is paid there is nothing to use.
    code: row.status === 'pending' ? null : row.code,
    ...(row.left === null ? {} : { left: row.left }),
    ...(row.applyUrl !== null && isGood ? { applyUrl: row.applyUrl } : {}),
    ...(barcode && row.code !== null && isGood && row.status !== 'pending'
      ? { barcode: { format: barcode, value: row.code } }
      : {}),
    issuedAt: instant(row.issuedAt),
    expiresAt: instantOrNull(row.renews && isGood ? null : row.expiresAt),
    ...(row.status === 'held' ? { heldUntil: instantOrNull(row.expiresAt) } : {}),
    ...(row.renews && isGood ? { renewsAt: instantOrNull(row.expiresAt) } : {}),
    usedAt: instantOrNull(row.usedAt),
    seenAt: instantOrNull(row.seenAt),
    // An order that holds the voucher rules an undo out; a release brings it back.
    undoUntil: instantOrNull(row.usedBy === null ? row.undoUntil : null),
    ...(row.termsUrl === null ? {} : { termsUrl: row.termsUrl }),
  };
}
