import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  everyRoute,
  isServed,
  openShop,
  problemIn,
  SHOP,
  SHOP_SECRET,
  tokenFor,
} from '../support/endpoint-shop.js';

const corsOf = (response: Response) =>
  [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));

describe('a page of another shop', () => {
  for (const route of everyRoute) {
    it(`is refused at ${route.method} ${route.path}, and cannot read why`, async () => {
      const shop = openShop();
      const response = await shop.call(route.method, route.url, {
        token: await tokenFor(),
        key: 'k',
        origin: 'https://elm.example',
      });
      assert.equal(response.status, 403);
      assert.equal((await problemIn(response)).code, 'origin-not-allowed');
      assert.deepEqual(corsOf(response), []);
      assert.match(response.headers.get('Vary') ?? '', /Origin/);
      assert.deepEqual(shop.engine.calls, []);
    });
  }

  const near = [
    'http://oak.example',
    'https://oak.example:8443',
    'https://oak.example.evil.example',
    'https://www.oak.example',
    'null',
  ];
  for (const origin of near) {
    it(`is refused as ${origin}, which only looks like the shop`, async () => {
      const response = await openShop().call('GET', '/program', { origin });
      assert.equal(response.status, 403);
    });
  }

  it('is refused its preflight', async () => {
    const response = await openShop().call('OPTIONS', '/me', { origin: 'https://elm.example' });
    assert.equal(response.status, 403);
    assert.deepEqual(corsOf(response), []);
  });
});

describe('the shop’s own page', () => {
  for (const route of everyRoute) {
    it(`may ask beforehand whether it may ${route.method} ${route.path}`, async () => {
      const shop = openShop();
      const response = await shop.call('OPTIONS', route.url, {
        origin: SHOP,
        headers: { 'Access-Control-Request-Method': route.method },
      });
      const { headers } = response;
      assert.equal(response.status, 204);
      assert.equal(headers.get('Access-Control-Allow-Origin'), SHOP);
      assert.match(
        headers.get('Access-Control-Allow-Methods') ?? '',
        new RegExp(`\\b${route.method}\\b`),
      );
      assert.equal(
        headers.get('Access-Control-Allow-Headers'),
        'authorization, content-type, idempotency-key, if-none-match',
      );
      assert.equal(headers.get('Access-Control-Max-Age'), '7200');
      assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
      assert.equal(await response.text(), '');
    });

    it(`may read the answer of ${route.method} ${route.path}, also a refusal`, async () => {
      const response = await openShop().call(route.method, route.url, {
        token: await tokenFor(),
        key: 'k',
        origin: SHOP,
      });
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), SHOP);
      assert.equal(
        response.headers.get('Access-Control-Expose-Headers'),
        'etag, retry-after, date, deprecation, sunset, idempotency-replayed',
      );
      assert.equal(response.status === 501, !isServed(route.name));
    });
  }

  it('needs no leave on the endpoint’s own origin, also behind a proxy that ends TLS', async () => {
    const shop = openShop();
    const same = await shop.call('GET', '/program', { origin: 'https://api.example' });
    const proxied = await shop.call('GET', '/program', {
      origin: 'http://api.example',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    assert.deepEqual([same.status, proxied.status], [200, 200]);
    assert.deepEqual(corsOf(same), []);
  });

  it('is anyone’s when the shop has written * itself', async () => {
    const shop = openShop({ origins: ['*'] });
    const response = await shop.call('GET', '/program', { origin: 'https://anyone.example' });
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), 'https://anyone.example');
  });
});

describe('the shop’s own API', () => {
  const calls: [string, string][] = [
    ['POST', '/shop/events'],
    ['GET', '/shop/vouchers/OAK-1'],
  ];
  for (const [method, path] of calls) {
    it(`${method} ${path} is closed to pages, even the shop’s own with the right secret`, async () => {
      const shop = openShop();
      const pages = [{ Origin: SHOP }, { 'Sec-Fetch-Site': 'same-origin' }];
      for (const headers of pages) {
        const options = { token: SHOP_SECRET, headers: { ...headers } as Record<string, string> };
        for (const verb of [method, 'OPTIONS']) {
          const response = await shop.call(verb, path, options);
          assert.equal(response.status, 403);
          assert.equal((await problemIn(response)).code, 'origin-not-allowed');
          assert.deepEqual(corsOf(response), []);
        }
      }
      assert.deepEqual(shop.engine.calls, []);
    });
  }
});
