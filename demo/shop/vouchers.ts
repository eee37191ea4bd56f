import { z } from 'zod';
import type { EndpointClient } from './endpoint-client.js';

/** Money in the only currency of this shop. Anything else it cannot take off a price. */
const euro = z.object({ unit: z.literal('eur'), value: z.int().nonnegative() });

const appliesTo = z.object({
  products: z.array(z.string()).optional(),
  collections: z.array(z.string()).optional(),
  channels: z.array(z.string()).optional(),
});

const discount = z.union([
  z.object({ type: z.literal('amount'), amount: euro }),
  z.object({
    type: z.literal('percent'),
    percent: z.number().positive().max(100),
    upTo: euro.optional(),
  }),
  z.object({ type: z.literal('shipping') }),
  z.object({ type: z.literal('product'), product: z.string() }),
  z.object({ type: z.string() }).transform(() => ({ type: 'other' as const })),
]);

/** The grants are an open list: what the shop does not know stays `other` and is refused kindly. */
const grant = z.union([
  z.object({
    kind: z.literal('coupon'),
    discount,
    minSpend: euro.optional(),
    appliesTo: appliesTo.optional(),
  }),
  z.object({ kind: z.literal('product'), product: z.string() }),
  z.object({ kind: z.string() }).transform(() => ({ kind: 'other' as const })),
]);

const shopVoucher = z.object({
  code: z.string(),
  status: z.string(),
  member: z.string().nullish(),
  grant,
});

export type AppliesTo = z.infer<typeof appliesTo>;
export type Grant = z.infer<typeof grant>;
/** What the endpoint tells a shop about a code. */
export type ShopVoucher = z.infer<typeof shopVoucher>;

/** Why a code cannot be used. */
export type Refusal =
  | 'unknown'
  | 'used'
  | 'expired'
  | 'cancelled'
  | 'not-ready'
  | 'other-member'
  | 'sign-in'
  | 'not-here'
  | 'unreachable';

export type VoucherCheck =
  { ok: true; voucher: ShopVoucher } | { ok: false; code: string; refusal: Refusal };

/** A code as it is printed: people type blanks and small letters. */
export const normaliseCode = (typed: string): string =>
  typed.replace(/\s+/g, '').toUpperCase().slice(0, 64);

const refusalFor = (voucher: ShopVoucher, member: string | null): Refusal | null => {
  if (voucher.member && voucher.member !== member) return member ? 'other-member' : 'sign-in';
  const { grant } = voucher;
  if (grant.kind === 'other') return 'not-here';
  if (grant.kind === 'coupon' && grant.discount.type === 'other') return 'not-here';
  switch (voucher.status) {
    case 'ready':
      return null;
    case 'used':
    case 'expired':
    case 'cancelled':
      return voucher.status;
    default:
      return 'not-ready';
  }
};

/** Asks the loyalty endpoint whether `member` may use a code. */
export async function checkVoucher(
  client: EndpointClient,
  code: string,
  member: string | null,
): Promise<VoucherCheck> {
  const refuse = (refusal: Refusal): VoucherCheck => ({ ok: false, code, refusal });
  if (!/^[A-Z0-9_-]+$/.test(code)) return refuse('unknown');
  try {
    const response = await client.get(`/shop/vouchers/${encodeURIComponent(code)}`);
    if (response.status === 404) return refuse('unknown');
    if (!response.ok) return refuse('unreachable');
    const parsed = shopVoucher.safeParse(await response.json());
    if (!parsed.success) return refuse('not-here');
    const refusal = refusalFor(parsed.data, member);
    return refusal ? refuse(refusal) : { ok: true, voucher: { ...parsed.data, code } };
  } catch {
    return refuse('unreachable');
  }
}
