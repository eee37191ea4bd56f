import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import ambassadors from '../../demo/programmes/ambassadors.json' with { type: 'json' };
import type { Target } from '../../src/conformance/endpoint.js';
import type { TokenSource } from '../../src/conformance/tokens.js';
import { createEndpoint, type Endpoint } from '../../src/server/endpoint.js';
import { createLedgerEngine } from '../../src/server/engines/ledger/index.js';
import type { Store } from '../../src/server/stores/index.js';
import {
  programme as configured,
  SECRET,
  SHOP,
  SHOP_SECRET,
} from '../server/support/endpoint-shop.js';

/** A shop's endpoint that is ready to be checked: a programme with everything, and two members. */

export const URL_OF_ENDPOINT = 'https://api.example/loyalty/v1/pk_oak';
export const MEMBER = 'conformance-1';
export const OTHER = 'conformance-2';

const UNIT = 'spoke';
const COST = 100;
const FOREVER = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };

/** A programme that announces all that the contract has. */
const programme = {
  ...ambassadors,
  tracks: [
    ...ambassadors.tracks,
    {
      id: 'rides',
      title: { en: 'Three rides', de: 'Drei Fahrten' },
      view: 'challenge',
      join: 'opt-in',
      period: { kind: 'lifetime' },
      repeat: 'never',
      steps: [
        { id: 'three', title: { en: 'Three', de: 'Drei' }, needs: [{ unit: UNIT, value: 5000 }] },
      ],
    },
  ],
  rules: [
    ...ambassadors.rules,
    {
      id: 'hello',
      title: { en: 'Say hello', de: 'Sag hallo' },
      trigger: 'custom',
      grants: [{ kind: 'unit', amount: { unit: UNIT, value: 10 } }],
      limit: { count: 1, per: 'once' },
      cta: { kind: 'complete', label: { en: 'Hello', de: 'Hallo' } },
      confirm: 'client',
    },
  ],
  capabilities: [...ambassadors.capabilities, 'boards'],
  boards: [
    {
      id: 'all',
      title: { en: 'All', de: 'Alle' },
      view: 'top',
      unit: UNIT,
      window: FOREVER,
      prizes: [],
    },
  ],
  rewards: [
    ...ambassadors.rewards,
    {
      id: 'small',
      title: { en: 'A small coupon', de: 'Ein kleiner Gutschein' },
      cost: { kind: 'fixed', amount: { unit: UNIT, value: COST } },
      grants: [
        { kind: 'coupon', discount: { type: 'amount', amount: { unit: 'eur', value: 100 } } },
      ],
      delivery: 'code',
      refundable: true,
      undoMinutes: 30,
    },
  ],
};

/** The shop's own signing, in the process. */
export const tokens: TokenSource = ({ member, audience, issuedAt, expiresAt, scope }) =>
  new SignJWT({ iss: 'shop_oak', aud: audience, sub: member, iat: issuedAt, exp: expiresAt, scope })
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .sign(new TextEncoder().encode(SECRET));

export async function tell(endpoint: Endpoint, event: Record<string, unknown>): Promise<void> {
  const response = await endpoint.fetch(
    new Request(`${URL_OF_ENDPOINT}/shop/events`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${SHOP_SECRET}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: randomUUID(), ...event }),
    }),
  );
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

/** Our own endpoint over a store; one member who can take the reward often, one who can thrice. */
export async function openEndpoint(store: Store): Promise<Endpoint> {
  const engine = createLedgerEngine({ store, programme });
  const endpoint = createEndpoint({ programmes: { pk_oak: configured(engine) }, log: () => {} });
  for (const [member, rewards] of [
    [MEMBER, 20],
    [OTHER, 3],
  ] as const) {
    await tell(endpoint, { type: 'member.joined', member });
    const value = rewards * COST;
    await tell(endpoint, { type: 'balance.adjusted', member, unit: UNIT, value, reason: 'test' });
  }
  return endpoint;
}

/** The endpoint as the kit is told it; `call` in place of the network. */
export const targetOf = (url: string, call?: typeof fetch): Target => ({
  url,
  origin: SHOP,
  member: MEMBER,
  other: OTHER,
  timeout: 20_000,
  tokens,
  fetch: call,
});
