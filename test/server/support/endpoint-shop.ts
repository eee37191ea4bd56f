import { SignJWT } from 'jose';
import { routes, type Route } from '../../../src/contract/routes.js';
import type { Problem } from '../../../src/contract/types.js';
import {
  createEndpoint,
  type Endpoint,
  type EndpointOptions,
} from '../../../src/server/endpoint.js';
import type { LogEntry } from '../../../src/server/http/log.js';
import type { ProgrammeConfig } from '../../../src/server/http/programme.js';
import { FakeEngine } from './fake-engine.js';

/** A shop with one programme behind the endpoint: signs tokens, calls, and reports events. */

export const NOW = Date.parse('2026-11-22T09:30:00Z');
/** The page's origin. */
export const SHOP = 'https://oak.example';
export const SECRET = 'a shared secret of at least 32 bytes, once';
export const SHOP_SECRET = 'sk_oak_0123456789abcdef';
export const BASE = 'https://api.example/loyalty/v1/pk_oak';

const seconds = Math.floor(NOW / 1000);

interface TokenChange {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  key?: Parameters<SignJWT['sign']>[0];
}

/** A good token of a member, or one that is wrong in what the test changes. */
export function tokenFor(
  member = 'ada',
  { claims, header, key }: TokenChange = {},
): Promise<string> {
  const all = {
    iss: 'shop_oak',
    aud: 'loyalty-widget',
    sub: member,
    iat: seconds,
    exp: seconds + 300,
    scope: 'read redeem act profile',
    ...claims,
  };
  return new SignJWT(all)
    .setProtectedHeader({ alg: 'HS256', kid: 'k1', ...header })
    .sign(key ?? new TextEncoder().encode(SECRET));
}

/** What an attacker sends who has no key: `alg: none` and an empty signature. */
export function unsignedToken(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'shop_oak', aud: 'loyalty-widget', sub: 'ada', scope: 'read redeem act' };
  const times = { iat: seconds, exp: seconds + 300 };
  return `${part({ alg: 'none' })}.${part({ ...claims, ...times })}.`;
}

export const programme = (engine: ProgrammeConfig['engine']): ProgrammeConfig => ({
  engine,
  origins: [SHOP],
  token: { issuer: 'shop_oak', keys: { hs256: { k1: SECRET } } },
  shopSecrets: [SHOP_SECRET],
});

interface CallOptions {
  token?: string | undefined;
  key?: string | undefined;
  /** JSON, or the text of a body that is none. */
  body?: unknown;
  origin?: string | undefined;
  headers?: Record<string, string>;
}

export interface Shop {
  readonly engine: FakeEngine;
  readonly log: LogEntry[];
  /** Milliseconds; the endpoint's clock. */
  clock: number;
  readonly endpoint: Endpoint;
  call(method: string, path: string, options?: CallOptions): Promise<Response>;
  /** Reports a shop event with the secret. */
  tell(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

export function openShop(
  change: Partial<ProgrammeConfig> = {},
  options: Partial<EndpointOptions> = {},
): Shop {
  const engine = new FakeEngine();
  const log: LogEntry[] = [];
  const endpoint = createEndpoint({
    programmes: { pk_oak: { ...programme(engine), ...change } },
    now: () => new Date(shop.clock),
    log: (entry) => log.push(entry),
    ...options,
  });
  const shop: Shop = {
    engine,
    log,
    clock: NOW,
    endpoint,
    call(method, path, { token, key, body, origin, headers = {} } = {}) {
      const all = new Headers(headers);
      if (token !== undefined) all.set('Authorization', `Bearer ${token}`);
      if (key !== undefined) all.set('Idempotency-Key', key);
      if (origin !== undefined) all.set('Origin', origin);
      if (body !== undefined && !all.has('Content-Type')) {
        all.set('Content-Type', 'application/json');
      }
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const request = new Request(`${BASE}${path}`, {
        method,
        headers: all,
        ...(body === undefined ? {} : { body: text }),
      });
      return endpoint.fetch(request);
    },
    tell: (body, headers) =>
      shop.call('POST', '/shop/events', {
        token: SHOP_SECRET,
        body,
        ...(headers && { headers }),
      }),
  };
  return shop;
}

/** Gives a member points, as the shop would. */
export async function credit(shop: Shop, member: string, value: number): Promise<void> {
  const id = `credit-${member}-${value}-${shop.engine.calls.length}`;
  await shop.tell({ id, member, type: 'balance.adjusted', unit: 'pts', value, reason: 'test' });
}

/** The contract's routes with an address that can be called. */
export const everyRoute = Object.entries(routes as Record<string, Route>).map(([name, route]) => ({
  name,
  ...route,
  url: route.path.replace('{id}', name === 'board' ? 'nov' : 'v_1'),
  body: name === 'claims' ? { code: 'ADA7' } : {},
}));

/** Whether this version of the endpoint, over the engine of these tests, performs a route. */
export const isServed = (name: string): boolean => name !== 'events';

/** A problem document as the tests read it; that it fits the schema is a test of its own. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  retry: string;
  instance: string;
  after?: number;
  availability?: Problem['availability'];
  errors: { detail: string; pointer: string }[];
}

export const problemIn = async (response: Response): Promise<ProblemDocument> =>
  (await response.json()) as ProblemDocument;

/** The body of an answer; the test says what it expects to find there. */
export const bodyOf = async <Body = Record<string, unknown>>(response: Response): Promise<Body> =>
  (await response.json()) as Body;
