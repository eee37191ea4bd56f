import type { Grant } from '../../../../contract/types.js';
import type { Told, VoucherRow } from '../../../stores/rows.js';
import { listed } from '../programme/report.js';
import { couponGrant, giftCardGrant } from './coupon.js';
import type { Account } from '../account.js';
import { donationGrant } from './donation.js';
import { entryGrant } from './entry.js';
import type { Giving, GrantHandler, GrantPlace } from './grant.js';
import { poolGrant } from './pool.js';
import { statusGrant } from './status.js';
import { accessGrant, customGrant, productGrant } from './things.js';
import { unitGrant } from './unit.js';

/** Every kind of grant that this engine gives. To add one: a file, and a line here. */
const handlers = {
  unit: unitGrant,
  coupon: couponGrant,
  giftCard: giftCardGrant,
  product: productGrant,
  access: accessGrant,
  status: statusGrant,
  donation: donationGrant,
  entry: entryGrant,
  pool: poolGrant({ check: checkGrant, give: giveGrant }),
  custom: customGrant,
} satisfies { [Kind in Grant['kind']]?: GrantHandler<Kind> };

/** A grant and its handler belong together by the key of the table, which types cannot follow. */
const handlerOf = (kind: string): GrantHandler<Grant['kind']> | undefined =>
  Object.hasOwn(handlers, kind)
    ? (handlers[kind as keyof typeof handlers] as unknown as GrantHandler<Grant['kind']>)
    : undefined;

/** Checks a grant of a programme file. */
export function checkGrant(grant: Grant, place: GrantPlace): void {
  const handler = handlerOf(grant.kind);
  if (handler) handler.check(grant, place);
  else {
    place.report(
      `${place.path}.kind`,
      `this engine gives no "${grant.kind}"; it gives ${listed(Object.keys(handlers))}`,
    );
  }
}

/** Gives a grant, told in every language. */
export async function giveGrant(grant: Told<Grant>, giving: Giving): Promise<void> {
  const main = grant[giving.account.programme.locale];
  if (main) await handlerOf(main.kind)?.give(grant, giving);
}

/** Takes back what a voucher had brought about for others than its member. */
export function undoGrant(voucher: VoucherRow, account: Account): void {
  const grant = voucher.grant[account.programme.locale];
  if (grant) handlerOf(grant.kind)?.undo?.(grant, voucher, account);
}

/** Whether this engine gives such a grant at all. */
export const isGiven = (kind: string): boolean => handlerOf(kind) !== undefined;
