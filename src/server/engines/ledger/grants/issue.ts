import type { Grant } from '../../../../contract/types.js';
import type { Told, VoucherRow } from '../../../stores/rows.js';
import { newCode, newId } from '../random.js';
import type { Giving } from './grant.js';

/** Two equal codes in a row are as good as impossible; so many are a broken source of chance. */
const CODE_TRIES = 10;

/** Codes of a programme that does not say how they begin. */
const PREFIX = 'CLUB';

/** Deliveries for which the shopper shows or types a code. */
const WITH_CODE = new Set(['code', 'checkout', 'manual']);

/**
 * Puts a voucher into the member's hands.
 * @param status `used` for what took effect at once and needs no code
 */
export async function issue(
  grant: Told<Grant>,
  giving: Giving,
  status: 'ready' | 'used' = 'ready',
): Promise<void> {
  const { account, line, at } = giving;
  const { doc, locale } = account.programme;
  const main = grant[locale];
  const withCode = status === 'ready' && WITH_CODE.has(giving.delivery);
  const row: VoucherRow = {
    id: newId('v', account.desk.random),
    member: account.member.id,
    title: giving.title,
    status,
    source: giving.source,
    grant,
    cost: giving.cost,
    segment: giving.segment ?? null,
    code: null,
    left: main?.kind === 'giftCard' ? main.amount : null,
    applyUrl: main?.kind === 'access' ? (main.url ?? null) : null,
    issuedAt: at,
    expiresAt: status === 'used' ? null : giving.expiresAt,
    usedAt: status === 'used' ? at : null,
    seenAt: giving.seenAt,
    undoUntil: giving.undoUntil,
    endedAt: status === 'used' ? at : null,
    termsUrl: giving.termsUrl ?? null,
    entry: line.id,
    usedBy: null,
  };
  for (let tries = 0; tries < CODE_TRIES; tries += 1) {
    const code = withCode ? newCode(doc.codes?.prefix ?? PREFIX, account.desk.random) : null;
    const applyUrl = row.applyUrl ?? (code && doc.codes?.applyUrl?.replaceAll('{code}', code));
    const voucher = { ...row, code, applyUrl: applyUrl ?? null };
    if (await account.addVoucher(voucher)) {
      giving.vouchers.push(voucher);
      return;
    }
  }
  throw new Error(
    `${CODE_TRIES} voucher codes in a row were taken: the random source repeats itself`,
  );
}
