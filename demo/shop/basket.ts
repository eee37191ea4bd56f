import { type PricedCart, priceCart } from './cart.js';
import type { Deps } from './deps.js';
import type { Visit } from './visit.js';
import { type VoucherCheck, checkVoucher } from './vouchers.js';

/** The cart of a visit, with its codes checked a moment ago. */
export interface Basket {
  cart: PricedCart;
  /** Codes that stopped being usable, already taken out, with the reason in words. */
  lost: string[];
}

/** Prices the visitor's cart. Codes are asked for anew: one may have been used elsewhere. */
export async function openBasket(visit: Visit, { client }: Pick<Deps, 'client'>): Promise<Basket> {
  const { session, member, t, shop } = visit;
  const checks: VoucherCheck[] = await Promise.all(
    session.codes.map((code) => checkVoucher(client, code, member?.id ?? null)),
  );
  const vouchers = checks.flatMap((check) => (check.ok ? [check.voucher] : []));
  const refused = checks.flatMap((check) => (check.ok ? [] : [check]));
  const gone = new Set(
    refused.filter(({ refusal }) => refusal !== 'unreachable').map(({ code }) => code),
  );
  // A code that cannot be checked right now stays with the cart; it just does not count yet.
  session.codes = session.codes.filter((code) => !gone.has(code));
  return {
    cart: priceCart(shop.product, session.cart, vouchers),
    lost: refused.map(({ code, refusal }) => t.cart.codeLost(code, t.cart.refusals[refusal])),
  };
}
