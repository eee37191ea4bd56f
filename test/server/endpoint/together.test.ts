import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BoardPage, Bootstrap, ClaimResult, Outcome } from '../../../src/contract/schema/index.js';
import { createEndpoint, type Endpoint } from '../../../src/server/endpoint.js';
import { createLedgerEngine } from '../../../src/server/engines/ledger/index.js';
import { memoryStore } from '../../../src/server/stores/index.js';
import { SECRET, SHOP, SHOP_SECRET, tokenFor } from '../support/endpoint-shop.js';
import { basics, programme } from '../ledger/shop.js';

/** Boards and invitations over HTTP, with our own engine behind them. */

const file = () =>
  programme({
    capabilities: ['boards', 'invites'],
    rules: [
      ...basics.rules,
      {
        ...{ id: 'invite', trigger: 'referral', title: 'Invite', confirm: 'server' },
        grants: [{ kind: 'unit', amount: { unit: 'pts', value: 300 } }],
        cta: { kind: 'share' },
      },
    ],
    boards: [
      {
        ...{ id: 'nov', title: 'November', view: 'top', unit: 'spend' },
        window: { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' },
      },
    ],
    referral: {
      url: 'https://shop.example/?ref={code}',
      give: [{ kind: 'coupon', discount: { type: 'amount', amount: { unit: 'eur', value: 500 } } }],
    },
  });

interface Asked {
  readonly who?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

class House {
  now = Date.parse('2026-11-22T09:30:00Z');
  readonly endpoint: Endpoint;
  #keys = 0;

  constructor() {
    const now = () => new Date(this.now);
    const keys = { hs256: { k1: SECRET } };
    this.endpoint = createEndpoint({
      basePath: '/v1',
      now,
      programmes: {
        pk_demo: {
          engine: createLedgerEngine({ store: memoryStore(), programme: file(), now }),
          origins: [SHOP],
          token: { issuer: 'shop_oak', keys },
          shopSecrets: [SHOP_SECRET],
        },
      },
    });
  }

  async call(method: string, path: string, { who, body, key, headers = {} }: Asked = {}) {
    const seconds = this.now / 1000;
    const token = who && (await tokenFor(who, { claims: { iat: seconds, exp: seconds + 300 } }));
    return this.endpoint.fetch(
      new Request(`https://loyalty.example/v1/pk_demo${path}`, {
        method,
        headers: {
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(method === 'GET' ? {} : { 'Idempotency-Key': key ?? `k${(this.#keys += 1)}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  }

  async tell(event: object) {
    const id = `e${(this.#keys += 1)}`;
    const response = await this.call('POST', '/shop/events', {
      body: { id, ...event },
      headers: { Authorization: `Bearer ${SHOP_SECRET}` },
    });
    assert.equal(response.status, 200, await response.clone().text());
    return (await response.json()) as Record<string, unknown>;
  }

  pay = (member: string, total: number) =>
    this.tell({
      ...{ type: 'order.paid', member },
      order: { id: `o${(this.#keys += 1)}`, currency: 'EUR', total, lines: [] },
    });

  async me(who: string) {
    const body: unknown = await (await this.call('GET', '/bootstrap', { who })).json();
    return Bootstrap.parse(body);
  }
}

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('a board over HTTP', () => {
  it('is there for everyone, for a few seconds, and knows who looks', async () => {
    const house = new House();
    await house.tell({ type: 'member.joined', member: 'ada', name: 'Ada Lovelace' });
    await house.pay('ada', 900);
    await house.pay('ben', 700);
    const guest = await house.call('GET', '/boards/nov');
    assert.equal(guest.headers.get('Cache-Control'), 'public, max-age=5, s-maxage=10');
    assert.ok(guest.headers.get('Vary')?.includes('Authorization'));
    const page = BoardPage.parse(await guest.json());
    assert.deepEqual(page.items, [
      { rank: 1, name: 'Ada', value: 900 },
      { rank: 2, name: 'A member', value: 700 },
    ]);
    assert.equal(page.me, null);
    const mine = await house.call('GET', '/boards/nov?limit=1&around=me&locale=de', { who: 'ben' });
    assert.equal(mine.headers.get('Cache-Control'), 'private, max-age=5');
    const own = BoardPage.parse(await mine.json());
    assert.deepEqual([own.items[0]?.me, own.me], [true, { rank: 2, value: 700 }]);
  });

  it('costs nothing again until somebody moves', async () => {
    const house = new House();
    await house.pay('ada', 900);
    const first = await house.call('GET', '/boards/nov');
    const ask = { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } };
    house.now += 6000;
    assert.equal((await house.call('GET', '/boards/nov', ask)).status, 304);
    await house.pay('ben', 100);
    house.now += 6000;
    assert.equal((await house.call('GET', '/boards/nov', ask)).status, 200);
  });

  it('refuses what it does not understand', async () => {
    const house = new House();
    const problems = await Promise.all(
      [
        '/boards/other',
        '/boards/nov?limit=0',
        '/boards/nov?around=you',
        '/boards/nov?cursor=x',
      ].map(async (path) => codeOf(await house.call('GET', path))),
    );
    assert.deepEqual(problems, [
      'not-found',
      'validation-failed',
      'validation-failed',
      'cursor-expired',
    ]);
    const bad = await house.call('GET', '/boards/nov', { headers: { Authorization: 'Bearer x' } });
    assert.equal(bad.status, 401);
  });

  it('and invitations are announced', async () => {
    const { program } = await new House().me('ada');
    assert.deepEqual(program?.capabilities, ['boards', 'invites']);
    assert.deepEqual(
      program?.boards?.map(({ id }) => id),
      ['nov'],
    );
  });
});

describe('an invitation over HTTP', () => {
  it('is claimed by a guest, kept by the page, and claimed again by the member', async () => {
    const house = new House();
    await house.tell({ type: 'member.joined', member: 'ada', name: 'Ada Lovelace' });
    const code = (await house.me('ada')).me?.referral?.code ?? '';
    const guest = await house.call('POST', '/referral/claims', { body: { code } });
    assert.equal(guest.status, 200);
    const pending = ClaimResult.parse(await guest.json());
    assert.deepEqual([pending.state, pending.from, pending.changes], ['pending', 'Ada', undefined]);

    house.now += 1000;
    const ask = { who: 'ben', body: { code }, key: 'once' };
    const joined = await house.call('POST', '/referral/claims', ask);
    const result = ClaimResult.parse(await joined.clone().json());
    assert.deepEqual(
      [result.state, result.changes?.vouchers?.[0]?.source.kind],
      ['joined', 'referral'],
    );
    const again = await house.call('POST', '/referral/claims', ask);
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
    assert.equal(await again.text(), await joined.text());
    await house.pay('ben', 2000);
    const { referral, wallets } = (await house.me('ada')).me ?? {};
    assert.deepEqual(referral?.stats, { sent: 0, joined: 1, completed: 1 });
    assert.equal(wallets?.find(({ unit }) => unit === 'pts')?.available, 300);
  });

  it('is refused for a code of nobody, one’s own, and an empty one', async () => {
    const house = new House();
    const code = (await house.me('ada')).me?.referral?.code ?? '';
    const claim = (body: unknown, who?: string) =>
      house.call('POST', '/referral/claims', { body, ...(who ? { who } : {}) });
    const unknown = await claim({ code: 'NOSUCH' });
    assert.deepEqual([unknown.status, await codeOf(unknown)], [404, 'not-found']);
    const own = await claim({ code }, 'ada');
    assert.deepEqual([own.status, await codeOf(own)], [409, 'not-eligible']);
    assert.equal((await claim({})).status, 422);
    assert.equal((await claim({ code: '' })).status, 422);
  });

  it('is counted each time it is sent, by members only', async () => {
    const house = new House();
    const send = (who?: string, body: unknown = { channel: 'copy' }) =>
      house.call('POST', '/referral/invites', { body, ...(who ? { who } : {}) });
    const { changes } = Outcome.parse(await (await send('ada')).json());
    assert.equal(changes.referral?.stats?.sent, 1);
    assert.equal((await send()).status, 401);
    // Whatever a page adds, an address of a friend say, is not even read.
    const body = { channel: 'email', to: 'ben@example.com' };
    const told = await (await send('ada', body)).text();
    assert.ok(!told.includes('ben@'));
  });

  it('says to the shop when a code does not count', async () => {
    const house = new House();
    const result = await house.tell({ type: 'member.joined', member: 'ben', referral: 'NOSUCH' });
    assert.deepEqual([result['counted'], result['refusedReferral']], [true, true]);
  });
});
