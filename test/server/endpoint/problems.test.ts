import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { Problem } from '../../../src/contract/schema/index.js';
import { Refusal } from '../../../src/server/engine.js';
import {
  BASE,
  bodyOf,
  everyRoute,
  isServed,
  NOW,
  openShop,
  problemIn,
  SHOP,
  tokenFor,
} from '../support/endpoint-shop.js';

const redeem = '/rewards/off5/redeem';

describe('every answer', () => {
  for (const { method, path, url } of everyRoute) {
    it(`of ${method} ${path} keeps the manners of the web`, async () => {
      const shop = openShop();
      const { headers } = await shop.call(method, url, { token: await tokenFor(), key: 'k' });
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
      assert.equal(headers.get('Date'), new Date(NOW).toUTCString());
      assert.notEqual(headers.get('Cache-Control'), null);
      assert.match(headers.get('Vary') ?? '', /^Origin/);
    });
  }
});

describe('a wrong address', () => {
  const wrong = [
    `${BASE}/nothing`,
    `${BASE}`,
    `${BASE}/`,
    `${BASE}/bootstrap/`,
    `${BASE}/rewards//redeem`,
    `${BASE}/rewards/%/redeem`,
    `${BASE}/vouchers/a%00b`,
    `${BASE}/vouchers/${'v'.repeat(256)}`,
    'https://api.example/loyalty/v1/pk_elm/bootstrap',
    'https://api.example/loyalty/v1/__proto__/bootstrap',
    'https://api.example/other/pk_oak/bootstrap',
  ];
  for (const url of wrong) {
    it(`${url.slice(0, 70)} is not found, as a problem`, async () => {
      const response = await openShop().endpoint.fetch(new Request(url));
      assert.equal(response.status, 404);
      assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
      assert.equal(Problem.parse(await response.json()).code, 'not-found');
    });
  }

  it('can be read by the shop’s page, so that its developer sees what is wrong', async () => {
    const response = await openShop().call('GET', '/nothing', { origin: SHOP });
    assert.equal(response.status, 404);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), SHOP);
  });

  it('can be another one: the shop says where the endpoint lies', async () => {
    for (const [basePath, url] of [
      ['', 'https://api.example/pk_oak/program'],
      ['/api/points/v1/', 'https://api.example/api/points/v1/pk_oak/program'],
    ] as const) {
      const shop = openShop({}, { basePath });
      assert.equal((await shop.endpoint.fetch(new Request(url))).status, 200);
    }
  });
});

describe('a method', () => {
  it('that a path does not have is answered with those it has', async () => {
    const shop = openShop();
    const response = await shop.call('PUT', '/me');
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('Allow'), 'GET, PATCH, DELETE, HEAD, OPTIONS');
    assert.equal((await problemIn(response)).status, 405);
    const redeemed = await shop.call('GET', redeem);
    assert.equal(redeemed.headers.get('Allow'), 'POST, OPTIONS');
  });

  it('HEAD says what GET would say, without the body', async () => {
    const shop = openShop();
    const get = await shop.call('GET', '/program');
    const head = await shop.call('HEAD', '/program');
    assert.deepEqual([...head.headers], [...get.headers]);
    assert.equal(await head.text(), '');
    assert.equal((await shop.call('HEAD', '/me')).status, 401);
    assert.equal((await shop.call('HEAD', redeem)).status, 405);
  });

  it('OPTIONS without a page lists the methods', async () => {
    const response = await openShop().call('OPTIONS', redeem);
    assert.deepEqual([response.status, response.headers.get('Allow')], [204, 'POST, OPTIONS']);
    assert.equal(response.headers.get('Access-Control-Allow-Methods'), null);
  });
});

describe('what is left to later', () => {
  const later: [string, string][] = [
    ...everyRoute
      .filter(({ name }) => !isServed(name))
      .map(({ method, url }): [string, string] => [method, url]),
  ];
  for (const [method, path] of later) {
    it(`${method} ${path} says so`, async () => {
      const shop = openShop();
      const response = await shop.call(method, path);
      assert.deepEqual([response.status, (await problemIn(response)).code], [501, 'not-supported']);
      assert.deepEqual(shop.log, []);
    });
  }
});

describe('an engine', () => {
  const me = async (fault: unknown) => {
    const shop = openShop();
    shop.engine.fault = fault;
    const response = await shop.call('GET', '/me', { token: await tokenFor() });
    return { shop, response, problem: Problem.parse(await response.clone().json()) };
  };

  it('that breaks down leaks nothing, and the operator can find it', async () => {
    const { shop, response, problem } = await me(new TypeError('password=hunter2 at db:5432'));
    const text = await response.text();
    assert.deepEqual(
      [response.status, problem.code, problem.retry],
      [502, 'upstream-down', 'same-key'],
    );
    assert.doesNotMatch(text, /hunter2|db:5432|TypeError| at /);
    const [entry] = shop.log;
    assert.equal(entry?.level, 'error');
    assert.equal(entry.reference, problem.instance);
    assert.equal(problem.detail?.includes(entry.reference), true);
    assert.deepEqual([entry.method, entry.route, entry.status], ['GET', '/me', 502]);
    assert.match(String(entry.error), /hunter2/);
  });

  it('whose database fails tells the operator why, but nothing of the data', async () => {
    const secrets = {
      severity: 'ERROR',
      detail: 'Key (id)=(hunter2) already exists.',
      query: 'INSERT INTO members VALUES ($1)',
      params: ['hunter2'],
    };
    const quoting = Object.assign(new Error('invalid input: "hunter2"'), secrets, {
      code: '22P02',
    });
    const driver = new Error('unique constraint "members_pkey"', { cause: quoting });
    const fault = new AggregateError([Object.assign(driver, secrets, { code: '23505' })], 'failed');
    const { shop } = await me(fault);
    const logged = inspect(shop.log, { depth: 20, showHidden: true });
    assert.match(logged, /AggregateError\]?: failed\n +at .*problems\.test/);
    assert.match(logged, /unique constraint "members_pkey"/);
    assert.match(logged, /23505[^]*22P02|22P02[^]*23505/);
    assert.doesNotMatch(logged, /hunter2|INSERT/);
  });

  it('whose parser fails quotes nothing in the log', async () => {
    const { shop } = await me(new SyntaxError('Unexpected token in "hunter2"'));
    assert.doesNotMatch(inspect(shop.log, { depth: 20 }), /hunter2/);
    assert.match(inspect(shop.log, { depth: 20 }), /SyntaxError/);
  });

  it('that throws what is no error, or answers what is no JSON, is caught as well', async () => {
    assert.equal((await me('oops')).response.status, 502);
    const shop = openShop();
    shop.engine.shopVoucher = () => Promise.resolve({ left: 1n } as never);
    const response = await shop.call('GET', '/shop/vouchers/x', {
      token: 'sk_oak_0123456789abcdef',
    });
    assert.equal(response.status, 502);
  });

  it('that is busy says when to come back, and that is logged without alarm', async () => {
    const { shop, response, problem } = await me(
      new Refusal('upstream-busy', 'Busy.', { after: 7.2 }),
    );
    assert.deepEqual([response.status, problem.retry, problem.after], [503, 'same-key', 8]);
    assert.equal(response.headers.get('Retry-After'), '8');
    assert.equal(shop.log[0]?.level, 'warn');
  });

  it('that still runs the first request asks to wait, even when it does not say how long', async () => {
    const { response, problem } = await me(new Refusal('idempotency-key-in-progress', 'Wait.'));
    assert.deepEqual([response.status, problem.retry, problem.after], [409, 'after', 1]);
    assert.equal(response.headers.get('Retry-After'), '1');
  });

  it('that knows when a limit ends makes it one that can be tried again', async () => {
    const never = await me(new Refusal('limit-reached', 'Enough.'));
    const later = await me(new Refusal('limit-reached', 'Tomorrow.', { after: 3600 }));
    assert.equal(never.problem.retry, 'never');
    assert.equal(later.problem.retry, 'after');
    assert.deepEqual(later.shop.log, []);
  });

  it('is told when time has passed, and let go at the end; a fault of one is logged', async () => {
    const shop = openShop();
    await shop.endpoint.tick();
    shop.engine.fault = new Error('not now');
    await shop.endpoint.tick();
    await shop.endpoint.close();
    assert.deepEqual([shop.engine.ticks, shop.engine.isClosed], [1, true]);
    assert.equal(shop.log.length, 1);
  });

  it('still answers when the log itself fails', async (t) => {
    t.mock.method(console, 'error', () => undefined);
    const shop = openShop({}, { log: () => assert.fail('disk full') });
    shop.engine.fault = new Error('broken');
    assert.equal((await shop.call('GET', '/bootstrap')).status, 502);
  });
});

describe('a page that writes without end', () => {
  it('is slowed down, by itself alone, and may go on when time has passed', async () => {
    const shop = openShop({}, { writesPerMinute: 2 });
    const [ada, bob] = [await tokenFor(), await tokenFor('bob')];
    const act = (token: string, key: string, path = '/rules/nps/complete') =>
      shop.call('POST', path, { token, key });
    assert.equal((await act(ada, 'k1')).status, 200);
    assert.equal((await act(ada, 'k2')).status, 200);
    const stopped = await act(ada, 'k3');
    const problem = await problemIn(stopped);
    assert.deepEqual([stopped.status, problem.code, problem.retry], [429, 'rate-limited', 'after']);
    assert.equal(stopped.headers.get('Retry-After'), '30');
    assert.equal((await act(bob, 'k1')).status, 200);
    assert.equal((await act(ada, 'k4', '/tracks/t/join')).status, 200);
    assert.equal((await shop.call('GET', '/me', { token: ada })).status, 200);
    shop.clock += 30_000;
    assert.equal((await act(ada, 'k3')).status, 200);
  });
});

describe('the description of the endpoint', () => {
  it('is served where the shop has given one', async () => {
    const shop = openShop({}, { openapi: { openapi: '3.1.0' } });
    const response = await shop.call('GET', '/openapi.json');
    assert.deepEqual(await bodyOf(response), { openapi: '3.1.0' });
    assert.equal((await openShop().call('GET', '/openapi.json')).status, 404);
  });
});
