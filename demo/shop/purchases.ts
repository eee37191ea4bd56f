import { z } from 'zod';
import type { EndpointClient } from './endpoint-client.js';
import type { Lang } from './i18n.js';
import type { ShopEvent } from './loyalty-events.js';

/** What the loyalty programme sells for real money: the shop takes the payment and reports it. */

const purchase = z.object({
  voucher: z.string(),
  member: z.string(),
  status: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  price: z.object({ unit: z.string(), value: z.int().positive() }),
  every: z.string().optional(),
  priceNote: z.string().optional(),
  termsUrl: z.string().optional(),
  payUntil: z.string().nullable(),
  renewsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
});

/** Something to be paid, or a plan that is paid for. */
export type Purchase = z.infer<typeof purchase>;

async function read<T>(
  client: EndpointClient,
  path: string,
  lang: Lang,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const response = await client.get(`${path}?locale=${lang}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The loyalty endpoint answered ${response.status}`);
  return schema.parse(await response.json());
}

/** What is to be paid under the id that the checkout was opened with; null when there is nothing. */
export const findPurchase = (
  client: EndpointClient,
  voucher: string,
  lang: Lang,
): Promise<Purchase | null> =>
  read(client, `/shop/purchases/${encodeURIComponent(voucher)}`, lang, purchase);

/** All that a member has open or running. */
export const purchasesOf = async (
  client: EndpointClient,
  member: string,
  lang: Lang,
): Promise<Purchase[]> => {
  const path = `/shop/members/${encodeURIComponent(member)}/purchases`;
  return (await read(client, path, lang, z.object({ items: z.array(purchase) })))?.items ?? [];
};

/** The same payment has the same id, so that a second click and a retry pay once. */
export const paidEvent = ({ voucher, member, renewsAt }: Purchase, at: Date): ShopEvent => ({
  id: ['plan', voucher, renewsAt ?? 'first'].join('-'),
  type: 'plan.paid',
  at: at.toISOString(),
  member,
  voucher,
});

export const cancelledEvent = ({ voucher, member, renewsAt }: Purchase, at: Date): ShopEvent => ({
  id: ['cancel', voucher, renewsAt ?? ''].join('-'),
  type: 'plan.cancelled',
  at: at.toISOString(),
  member,
  voucher,
  ends: 'renewal',
});
