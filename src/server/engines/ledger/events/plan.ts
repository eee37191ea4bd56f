import { Refusal } from '../../../engine.js';
import type { StoredVoucher } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { cancelPlan, pay } from '../payments.js';
import type { EventHandler } from './event.js';

/** What happens at the shop's own checkout to something that costs real money. */

export const planPaid: EventHandler<'plan.paid'> = async ({ event, account, at }) => {
  await pay(account, await theirs(account, event.voucher), {
    at,
    until: event.until === undefined ? null : Date.parse(event.until),
    cause: event.id,
    ref: event.payment === undefined ? null : { kind: 'payment', id: event.payment },
  });
};

export const planCancelled: EventHandler<'plan.cancelled'> = async ({ event, account, at }) => {
  await cancelPlan(account, await theirs(account, event.voucher), event.ends, at, event.id);
};

async function theirs({ tx, member }: Account, id: string): Promise<StoredVoucher> {
  const voucher = await tx.vouchers.find(id);
  if (voucher?.member === member.id) return voucher;
  const detail = `Member ${member.id} has no voucher ${id}.`;
  throw new Refusal('not-found', detail, { errors: [{ detail, pointer: '/voucher' }] });
}
