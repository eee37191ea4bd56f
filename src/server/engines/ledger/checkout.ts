import { Refusal, type ShopVoucher } from '../../engine.js';
import type { Millis, StoredVoucher } from '../../stores/rows.js';
import type { Store, Tx } from '../../stores/store.js';
import type { Account } from './account.js';
import { giveCodeBack, isFree, takeCode } from './codes.js';
import type { Members } from './members.js';
import { settle } from './passing/settle.js';
import type { Programme } from './programme/programme.js';
import { readCode, shopVoucher } from './view/shop-voucher.js';

interface Parts {
  readonly store: Store;
  readonly programme: Programme;
  readonly members: Members;
  readonly now: () => Millis;
}

/** A member's code, and the order that wants it or gives it back. */
interface Claim {
  readonly account: Account;
  readonly voucher: StoredVoucher;
  readonly order: string;
  readonly now: Millis;
}

const unknown = (code: string): Refusal =>
  new Refusal('not-found', `There is no voucher with the code ${code}.`);

const refuse = (detail: string): Refusal => new Refusal('not-eligible', detail);

const isHeld = ({ voucher, order }: Claim): boolean => voucher.usedBy === order;

/** What the shop's checkout does with a code. The member's row is locked meanwhile: one at a time. */
export function createCheckout({ store, programme, members, now: clock }: Parts) {
  const change =
    (act: (claim: Claim) => Promise<void>) =>
    (typed: string, member: string, order: string): Promise<ShopVoucher> =>
      store.transaction(programme.id, async (tx) => {
        const now = clock();
        const code = readCode(typed);
        const account = await holder(tx, code, member, now);
        await settle(account, now);
        // Read anew behind the lock: whoever held it may have taken the code.
        const voucher = await tx.vouchers.findCode(code);
        if (!voucher) throw unknown(code);
        await act({ account, voucher, order, now });
        await members.catchUp(account, now);
        const result = shopVoucher(programme, await tx.vouchers.findCode(code), now);
        if (!result) throw unknown(code);
        return result;
      });

  /** Locks the member whose code it is; somebody who only names a code never becomes a member. */
  const holder = async (tx: Tx, code: string, member: string, now: Millis): Promise<Account> => {
    const voucher = await tx.vouchers.findCode(code);
    if (!voucher) throw unknown(code);
    const isTheirs = voucher.member === member;
    const account = isTheirs ? await members.open(tx, { id: member }, now, false) : null;
    if (!account) throw refuse(`The code ${code} is not member ${member}’s.`);
    return account;
  };

  return { use: change(use), release: change(release) };
}

async function use(claim: Claim): Promise<void> {
  const { account, voucher, order, now } = claim;
  if (isHeld(claim)) return;
  if (!isFree(voucher)) {
    const why = voucher.usedBy === null ? voucher.status : 'used by another order';
    throw refuse(`The code ${voucher.code ?? ''} cannot be used: it is ${why}.`);
  }
  await takeCode(account, voucher, order, now);
}

async function release(claim: Claim): Promise<void> {
  const { account, voucher, order, now } = claim;
  if (voucher.usedBy === null) return;
  if (!isHeld(claim)) throw refuse(`Another order holds the code ${voucher.code ?? ''}.`);
  if (await account.tx.orders.find(order)) {
    throw refuse(`Order ${order} was paid with the code ${voucher.code ?? ''}, so it stays used.`);
  }
  await giveCodeBack(account, voucher, now);
}
