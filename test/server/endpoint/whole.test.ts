import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Bootstrap, Outcome, RedeemResult } from '../../../src/contract/schema/index.js';
import { createEndpoint } from '../../../src/server/endpoint.js';
import { createLedgerEngine } from '../../../src/server/engines/ledger/index.js';
import { serve, type NodeServer } from '../../../src/server/node.js';
import { memoryStore } from '../../../src/server/stores/index.js';
import {
  bodyOf,
  problemIn,
  SECRET,
  SHOP,
  SHOP_SECRET,
  tokenFor,
} from '../support/endpoint-shop.js';

/** The whole house over real HTTP: Node's server, the endpoint, the ledger, a store in memory. */

const programme = {
  id: 'prg_1',
  name: { en: 'Oak Club', de: 'Eichenklub' },
  locale: 'en',
  locales: ['en', 'de'],
  currency: 'EUR',
  timeZone: 'Europe/Vienna',
  units: [
    {
      id: 'pts',
      kind: 'points',
      label: { one: 'leaf', other: 'leaves' },
      scale: 0,
      spendable: true,
      pendingDays: 14,
    },
    {
      id: 'eur',
      kind: 'money',
      label: { other: 'euro' },
      scale: 2,
      currency: 'EUR',
      spendable: false,
    },
  ],
  tracks: [],
  rules: [
    {
      id: 'buy',
      trigger: 'purchase',
      title: 'Shop',
      grants: [
        {
          kind: 'unit',
          rate: { per: { unit: 'eur', value: 100 }, give: { unit: 'pts', value: 1 } },
        },
      ],
      cta: { kind: 'none' },
      confirm: 'server',
    },
  ],
  rewards: [
    {
      id: 'off5',
      view: 'card',
      title: '€5 off',
      cost: { kind: 'fixed', amount: { unit: 'pts', value: 500 } },
      grants: [
        {
          kind: 'coupon',
          discount: { type: 'amount', amount: { unit: 'eur', value: 500 } },
        },
      ],
      delivery: 'code',
      refundable: true,
      undoMinutes: 30,
    },
  ],
  capabilities: ['activity.pages', 'vouchers.pages', 'cancel'],
};

describe('the whole house', () => {
  let server: NodeServer;
  let endpoint: string;

  before(async () => {
    const engine = createLedgerEngine({ store: memoryStore(), programme });
    const app = createEndpoint({
      programmes: {
        pk_oak: {
          engine,
          origins: [SHOP],
          token: { issuer: 'shop_oak', keys: { hs256: { k1: SECRET } } },
          shopSecrets: [SHOP_SECRET],
        },
      },
    });
    server = await serve(app);
    endpoint = `${server.origin}/loyalty/v1/pk_oak`;
  });
  after(() => server.close());

  const times = () => {
    const iat = Math.floor(Date.now() / 1000);
    return { iat, exp: iat + 300 };
  };
  const as = async (member: string) => ({
    Authorization: `Bearer ${await tokenFor(member, { claims: times() })}`,
    Origin: SHOP,
  });
  const tell = async (event: Record<string, unknown>) => {
    const response = await fetch(`${endpoint}/shop/events`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${SHOP_SECRET}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(event),
    });
    assert.equal(response.status, 200, await response.clone().text());
    return bodyOf(response);
  };
  const give = (member: string, value: number) =>
    tell({
      id: `gift-${member}-${value}`,
      member,
      type: 'balance.adjusted',
      unit: 'pts',
      value,
      reason: 'Welcome',
    });
  const look = async (member: string) => {
    const response = await fetch(`${endpoint}/bootstrap`, { headers: await as(member) });
    assert.equal(response.status, 200);
    const { me } = Bootstrap.parse(await response.json());
    return me?.wallets.find(({ unit }) => unit === 'pts');
  };
  const write = async (member: string, path: string, key: string) =>
    fetch(`${endpoint}${path}`, {
      method: 'POST',
      headers: { ...(await as(member)), 'Idempotency-Key': `"${key}"` },
    });

  it('shows what an order will give, and counts the order once', async () => {
    const order = { id: '1042', currency: 'EUR', total: 12_050 };
    const event = { id: 'o-1042', member: 'ada', type: 'order.paid', order };
    assert.deepEqual(await tell(event), { id: 'o-1042', counted: true });
    assert.deepEqual(await tell(event), { id: 'o-1042', counted: false });
    const wallet = await look('ada');
    assert.deepEqual([wallet?.available, wallet?.pending], [0, 120]);
  });

  it('redeems once, says so again, and takes it back', async () => {
    await give('bea', 700);
    const first = await write('bea', '/rewards/off5/redeem', 'k1');
    assert.equal(first.status, 200);
    assert.equal(first.headers.get('Access-Control-Allow-Origin'), SHOP);
    const text = await first.text();
    const { voucher } = RedeemResult.parse(JSON.parse(text));
    assert.equal(voucher.status, 'ready');
    assert.equal((await look('bea'))?.available, 200);

    const again = await write('bea', '/rewards/off5/redeem', 'k1');
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
    assert.deepEqual(await bodyOf(again), JSON.parse(text));
    assert.equal((await look('bea'))?.available, 200);

    const held = await fetch(`${endpoint}/shop/vouchers/${voucher.code}`, {
      headers: { Authorization: `Bearer ${SHOP_SECRET}` },
    });
    assert.equal((await bodyOf(held))['member'], 'bea');

    const cancelled = await write('bea', `/vouchers/${voucher.id}/cancel`, 'k2');
    assert.equal(Outcome.parse(await cancelled.json()).voucher?.status, 'cancelled');
    assert.equal((await look('bea'))?.available, 700);
  });

  it('refuses what is too dear, in the same words again', async () => {
    const first = await write('cleo', '/rewards/off5/redeem', 'k1');
    const again = await write('cleo', '/rewards/off5/redeem', 'k1');
    const problem = await problemIn(first);
    assert.deepEqual([first.status, problem.code], [409, 'insufficient-balance']);
    assert.deepEqual(await problemIn(again), problem);
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
  });

  it('refuses a key that was used for another reward’s voucher', async () => {
    await give('dora', 500);
    await write('dora', '/rewards/off5/redeem', 'k1');
    const response = await write('dora', '/vouchers/v_1/seen', 'k1');
    assert.equal((await problemIn(response)).code, 'idempotency-key-reused');
  });

  it('spends once, however many parallel requests carry one key', async () => {
    await give('eva', 2000);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => write('eva', '/rewards/off5/redeem', 'k')),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.equal(
      new Set(bodies.map((body) => RedeemResult.parse(JSON.parse(body)).voucher.id)).size,
      1,
    );
    assert.equal((await look('eva'))?.available, 1500);
  });

  it('spends once, however many keys meet a balance for one', async () => {
    await give('fay', 500);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => write('fay', '/rewards/off5/redeem', `k${n}`)),
    );
    const statuses = answers.map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 200).length, 1);
    assert.equal(statuses.filter((status) => status === 409).length, 49);
    assert.equal((await look('fay'))?.available, 0);
  });

  it('gives the same first look no second time, and tells languages apart', async () => {
    const headers = await as('ada');
    const first = await fetch(`${endpoint}/bootstrap`, { headers });
    const tag = first.headers.get('ETag') ?? '';
    const { programRev } = Bootstrap.parse(await first.json());
    const again = await fetch(`${endpoint}/bootstrap`, {
      headers: { ...headers, 'If-None-Match': tag },
    });
    assert.equal(again.status, 304);
    const known = await fetch(`${endpoint}/bootstrap?rev=${programRev}`, { headers });
    assert.equal(Bootstrap.parse(await known.json()).program, null);
    const german = await fetch(`${endpoint}/bootstrap?rev=${programRev}&locale=de-AT`, { headers });
    assert.equal(Bootstrap.parse(await german.json()).program?.name, 'Eichenklub');
  });
});
