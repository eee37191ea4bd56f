import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type {
  ActivityPage,
  Bootstrap,
  Me,
  Outcome,
  Problem,
  Voucher,
  VoucherPage,
  Wallet,
} from '../../../src/contract/types.js';
import type { ShopEvent } from '../../../src/server/shop/schema.js';

/** The running shops and their endpoints, asked directly: what the database holds, in the contract's words. */

export const ORIGIN = `http://127.0.0.1:${process.env['JOURNEYS_PORT'] ?? '4180'}`;
const endpointOf = (shop: string): string => `${ORIGIN}/loyalty/v1/pk_${shop}`;
export const ENDPOINT = endpointOf('oak');

// Open nothing but a demo on one's own machine (demo/server.ts).
const SECRET = 'sk_oak_for_this_machine_only';
const TOKEN_SECRET = new TextEncoder().encode('oak-demo-token-secret-for-this-machine-only');

/**
 * The token that the shop's server would sign for a member; it lives five minutes.
 * @param age how old it is, in seconds
 */
export function tokenFor(member: string, age = 0, shop = 'oak'): Promise<string> {
  const issued = Math.floor(Date.now() / 1_000) - age;
  return new SignJWT({ scope: 'read redeem act profile' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'oak-1' })
    .setIssuer(`shop_${shop}`)
    .setAudience('loyalty-widget')
    .setSubject(member)
    .setIssuedAt(issued)
    .setExpirationTime(issued + 300)
    .setJti(randomUUID())
    .sign(TOKEN_SECRET);
}

type EventBody<Event = ShopEvent> = Event extends ShopEvent ? Omit<Event, 'id'> : never;

/** Tells the endpoint what happened in the shop. @returns whether the event was counted now */
export async function tellShop(event: EventBody, id: string = randomUUID()): Promise<boolean> {
  const response = await fetch(`${ENDPOINT}/shop/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id, ...event }),
  });
  if (!response.ok) throw new Error(`shop event: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { counted: boolean }).counted;
}

/** A member of their own for one test: 100 leaves of welcome, and as many more as wanted. */
export async function newMember(points = 0): Promise<string> {
  const member = `c_journey_${randomUUID()}`;
  await tellShop({ type: 'member.joined', member, name: 'Ida' });
  if (points) {
    const reason = 'Für eine Reise durch den Laden';
    await tellShop({ type: 'balance.adjusted', member, unit: 'pts', value: points, reason });
  }
  return member;
}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** One call of the endpoint as a member, or as a guest. */
export async function call<Body>(
  member: string | null,
  method: string,
  path: string,
  { key, body, shop = 'oak' }: { key?: string; body?: object; shop?: string | undefined } = {},
): Promise<Answer<Body>> {
  const response = await fetch(`${endpointOf(shop)}${path}`, {
    method,
    headers: {
      ...(member && { authorization: `Bearer ${await tokenFor(member, 0, shop)}` }),
      ...(key && { 'idempotency-key': `"${key}"` }),
      ...(method !== 'GET' && { 'content-type': 'application/json' }),
    },
    ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
  });
  const { status, headers } = response;
  return { status, headers, body: (await response.json()) as Body };
}

export const redeem = (
  member: string,
  reward: string,
  key: string = randomUUID(),
): Promise<Answer<Outcome & Problem>> => call(member, 'POST', `/rewards/${reward}/redeem`, { key });

export async function meOf(member: string, shop?: string): Promise<Me> {
  const { body } = await call<Bootstrap>(member, 'GET', '/bootstrap?locale=de', { shop });
  if (!body.me) throw new Error(`${member} is unknown`);
  return body.me;
}

export async function walletOf(member: string, unit = 'pts', shop?: string): Promise<Wallet> {
  const wallet = (await meOf(member, shop)).wallets.find((one) => one.unit === unit);
  if (!wallet) throw new Error(`${member} has no wallet for ${unit}`);
  return wallet;
}

export async function vouchersOf(member: string, shop?: string): Promise<readonly Voucher[]> {
  const { body } = await call<VoucherPage>(member, 'GET', '/vouchers?limit=50', { shop });
  return body.items;
}

export async function activityOf(member: string, shop?: string): Promise<ActivityPage['items']> {
  const { body } = await call<ActivityPage>(member, 'GET', '/activity?limit=100', { shop });
  return body.items;
}
