import type { Grant, Reward } from '../../../../contract/types.js';
import type { Told, VoucherRow } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import type { ProgrammeDoc } from '../programme/file.js';
import { newCode, newId } from '../random.js';
import type { Giving } from './grant.js';

/** Two equal codes in a row are as good as impossible; so many are a broken source of chance. */
const CODE_TRIES = 10;

/** Codes of a programme that does not say how they begin. */
const PREFIX = 'CLUB';

/** Deliveries for which the shopper shows or types a code. */
const WITH_CODE = new Set<Reward['delivery']>(['code', 'checkout', 'manual']);

export const withCode = (delivery: Reward['delivery']): boolean => WITH_CODE.has(delivery);

/**
 * Puts a voucher into the member's hands.
 * @param status `used` for what took effect at once and needs no code
 */
export async function issue(
  grant: Told<Grant>,
  giving: Giving,
  status: 'ready' | 'used' = 'ready',
): Promise<void> {
  const { account, line, at, heldUntil, awaited } = giving;
  const main = grant[account.programme.locale];
  const isUsed = status === 'used';
  const isHeld = !isUsed && heldUntil !== undefined;
  const row: VoucherRow = {
    id: newId('v', account.desk.random),
    member: account.member.id,
    title: giving.title,
    status: isHeld ? 'held' : status,
    source: giving.source,
    grant,
    cost: giving.cost,
    segment: giving.segment ?? null,
    choice: giving.choice ?? null,
    code: null,
    left: main?.kind === 'giftCard' ? main.amount : null,
    applyUrl: main?.kind === 'access' ? (main.url ?? null) : null,
    issuedAt: at,
    expiresAt: isUsed ? null : (heldUntil ?? giving.expiresAt),
    usedAt: isUsed ? at : null,
    seenAt: giving.seenAt,
    undoUntil: giving.undoUntil,
    endedAt: isUsed ? at : null,
    termsUrl: giving.termsUrl ?? null,
    entry: line.id,
    usedBy: null,
    renews: false,
  };
  const wantsCode = !isUsed && withCode(giving.delivery);
  const isAwaited = awaited !== undefined && giving.vouchers.length === 0;
  giving.vouchers.push(
    isAwaited
      ? await replace(account, awaited, row, wantsCode)
      : await add(account, row, wantsCode),
  );
}

/** What was waited for takes the place of the voucher that waited, under its id and code. */
async function replace(
  account: Account,
  { id, code, issuedAt }: VoucherRow,
  row: VoucherRow,
  wantsCode: boolean,
): Promise<VoucherRow> {
  const voucher = withApplyUrl(account.programme.doc, {
    ...row,
    id,
    issuedAt,
    code: wantsCode ? code : null,
  });
  await account.saveVoucher(voucher);
  return voucher;
}

/** Adds a voucher, with a code of its own where it wants one. */
export async function add(
  account: Account,
  row: VoucherRow,
  wantsCode: boolean,
): Promise<VoucherRow> {
  const { doc } = account.programme;
  for (let tries = 0; tries < CODE_TRIES; tries += 1) {
    const code = wantsCode ? newCode(doc.codes?.prefix ?? PREFIX, account.desk.random) : null;
    const voucher = withApplyUrl(doc, { ...row, code });
    if (await account.addVoucher(voucher)) return voucher;
  }
  throw new Error(
    `${CODE_TRIES} voucher codes in a row were taken: the random source repeats itself`,
  );
}

/** A voucher is applied at its own address, or where the programme takes codes. */
const withApplyUrl = ({ codes }: ProgrammeDoc, row: VoucherRow): VoucherRow => ({
  ...row,
  applyUrl: row.applyUrl ?? (row.code && codes?.applyUrl?.replaceAll('{code}', row.code)) ?? null,
});
