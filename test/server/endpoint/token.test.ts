import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { exportJWK, exportSPKI, generateKeyPair } from 'jose';
import {
  everyRoute,
  isServed,
  NOW,
  openShop,
  problemIn,
  SECRET,
  tokenFor,
  unsignedToken,
} from '../support/endpoint-shop.js';

const seconds = NOW / 1000;
const OTHER_SECRET = 'another secret of at least 32 bytes, twice';

const asked = everyRoute.filter(({ name, access }) => isServed(name) && access !== 'none');
const guarded = asked.filter(({ access }) => access !== 'optional');

describe('every route that wants to know who calls', () => {
  const bad = {
    'a token for another audience': () => tokenFor('ada', { claims: { aud: 'another-shop' } }),
    'a token of another issuer': () => tokenFor('ada', { claims: { iss: 'shop_elm' } }),
    'a token that nobody signed': () => Promise.resolve(unsignedToken()),
    'a token signed with another secret': () =>
      tokenFor('ada', { key: new TextEncoder().encode(OTHER_SECRET) }),
    'a text that is no token': () => Promise.resolve('hello'),
  };
  for (const route of asked) {
    for (const [what, make] of Object.entries(bad)) {
      it(`${route.method} ${route.path} refuses ${what}`, async () => {
        const shop = openShop();
        const token = await make();
        const response = await shop.call(route.method, route.url, { token, key: 'k' });
        const problem = await problemIn(response);
        assert.equal(response.status, 401);
        assert.equal(problem.code, 'token-invalid');
        assert.equal(problem.retry, 'never');
        assert.match(
          response.headers.get('WWW-Authenticate') ?? '',
          /^Bearer error="invalid_token"/,
        );
        assert.ok(!JSON.stringify(problem).includes(token), 'the token is not repeated');
        assert.deepEqual(shop.engine.calls, []);
      });
    }

    it(`${route.method} ${route.path} asks for a new token when it has expired`, async () => {
      const shop = openShop();
      const token = await tokenFor('ada', { claims: { iat: seconds - 400, exp: seconds - 61 } });
      const response = await shop.call(route.method, route.url, { token, key: 'k' });
      const problem = await problemIn(response);
      assert.deepEqual(
        [response.status, problem.code, problem.retry],
        [401, 'token-expired', 'new-token'],
      );
      assert.deepEqual(shop.engine.calls, []);
    });

    it(`${route.method} ${route.path} needs its scope`, async () => {
      const shop = openShop();
      const needed = route.access === 'optional' ? 'read' : route.access;
      const scope = ['read', 'redeem', 'act', 'profile']
        .filter((name) => name !== needed)
        .join(' ');
      const token = await tokenFor('ada', { claims: { scope } });
      const response = await shop.call(route.method, route.url, { token, key: 'k' });
      const problem = await problemIn(response);
      assert.deepEqual([response.status, problem.code], [403, 'scope-missing']);
      assert.match(problem.detail, new RegExp(`"${needed}"`));
      assert.deepEqual(shop.engine.calls, []);
    });
  }

  for (const route of guarded) {
    it(`${route.method} ${route.path} says that a token is missing`, async () => {
      const shop = openShop();
      const response = await shop.call(route.method, route.url, { key: 'k' });
      assert.equal(response.status, 401);
      assert.equal((await problemIn(response)).code, 'token-missing');
      assert.equal(response.headers.get('WWW-Authenticate'), 'Bearer');
      assert.deepEqual(shop.engine.calls, []);
    });
  }
});

describe('a shop’s token', () => {
  const me = async (token: string, shop = openShop()) => {
    const response = await shop.call('GET', '/me', { token });
    return { status: response.status, problem: await problemIn(response) };
  };

  it('still counts when the clocks differ by less than a minute', async () => {
    const late = await tokenFor('ada', { claims: { iat: seconds - 300, exp: seconds - 59 } });
    const early = await tokenFor('ada', { claims: { iat: seconds + 59, exp: seconds + 300 } });
    assert.equal((await me(late)).status, 200);
    assert.equal((await me(early)).status, 200);
  });

  const unfit: [string, Record<string, unknown>, RegExp][] = [
    [
      'was made in the future',
      { iat: seconds + 120, exp: seconds + 300 },
      /"iat" lies in the future/,
    ],
    ['ends before it begins', { iat: seconds, exp: seconds - 30 }, /"exp" lies before its "iat"/],
    ['lives longer than a day', { exp: seconds + 86_401 }, /longer than 24 hours/],
    ['never ends', { exp: undefined }, /no "exp"/],
    ['does not say when it was made', { iat: undefined }, /"iat" is missing/],
    ['names nobody', { sub: undefined }, /no "sub"/],
    ['names an empty member', { sub: '' }, /"sub" is missing or malformed/],
    ['names half a surrogate pair', { sub: 'a\ud800' }, /"sub" holds NUL or an unpaired/],
    ['names a member with NUL', { sub: 'a\0' }, /"sub" holds NUL/],
    ['names the first name in half', { name: '\udc00' }, /"name" holds NUL or an unpaired/],
    ['names a member at endless length', { sub: 'a'.repeat(256) }, /"sub" is missing or malformed/],
    ['has no scope', { scope: undefined }, /"scope" is missing/],
    ['begins later', { nbf: seconds + 600 }, /not valid yet/],
  ];
  for (const [what, claims, detail] of unfit) {
    it(`is refused when it ${what}`, async () => {
      const { status, problem } = await me(await tokenFor('ada', { claims }));
      assert.equal(status, 401);
      assert.equal(problem.code, 'token-invalid');
      assert.match(problem.detail, detail);
    });
  }

  it('may be meant for several, us among them', async () => {
    const token = await tokenFor('ada', { claims: { aud: ['mail', 'loyalty-widget'] } });
    assert.equal((await me(token)).status, 200);
  });

  it('gives the member’s first name to the engine', async () => {
    const shop = openShop();
    const token = await tokenFor('ada', { claims: { name: 'Ada' } });
    const response = await shop.call('GET', '/me', { token });
    assert.equal(((await response.json()) as { member: { name: string } }).member.name, 'Ada');
  });

  it('is not taken from a query or another scheme', async () => {
    const shop = openShop();
    const token = await tokenFor();
    assert.equal((await shop.call('GET', `/me?token=${token}`)).status, 401);
    const basic = await shop.call('GET', '/bootstrap', {
      headers: { Authorization: 'Basic YTpi' },
    });
    assert.equal((await problemIn(basic)).code, 'token-invalid');
  });

  it('is not looked at when it is endlessly long', async () => {
    const { status, problem } = await me('a'.repeat(9000));
    assert.equal(status, 401);
    assert.match(problem.detail, /too long/);
  });
});

describe('the shop’s signing keys', () => {
  const withKeys = openShop;

  it('can be replaced while both are known, and the old one taken away', async () => {
    const both = { k1: SECRET, k2: OTHER_SECRET };
    const k2 = { header: { kid: 'k2' }, key: new TextEncoder().encode(OTHER_SECRET) };
    const during = withKeys({ token: { issuer: 'shop_oak', keys: { hs256: both } } });
    const after = withKeys({
      token: { issuer: 'shop_oak', keys: { hs256: { k2: OTHER_SECRET } } },
    });
    const [old, fresh] = [await tokenFor(), await tokenFor('ada', k2)];
    assert.equal((await during.call('GET', '/me', { token: old })).status, 200);
    assert.equal((await during.call('GET', '/me', { token: fresh })).status, 200);
    assert.equal((await after.call('GET', '/me', { token: fresh })).status, 200);
    const gone = await problemIn(await after.call('GET', '/me', { token: old }));
    assert.match(gone.detail, /"kid"/);
  });

  it('need no kid while there is one, and need it when there are two', async () => {
    const token = await tokenFor('ada', { header: { kid: undefined } });
    assert.equal((await openShop().call('GET', '/me', { token })).status, 200);
    const two = withKeys({
      token: { issuer: 'shop_oak', keys: { hs256: { k1: SECRET, k2: OTHER_SECRET } } },
    });
    assert.equal((await two.call('GET', '/me', { token })).status, 401);
  });

  for (const alg of ['EdDSA', 'RS256']) {
    it(`may be public ones for ${alg}`, async () => {
      const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
      const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'p1', alg }] };
      const shop = withKeys({ token: { issuer: 'shop_oak', keys: { jwks } } });
      const token = await tokenFor('ada', { header: { alg, kid: 'p1' }, key: privateKey });
      assert.equal((await shop.call('GET', '/me', { token })).status, 200);
      assert.equal((await shop.call('GET', '/me', { token: await tokenFor() })).status, 401);
    });
  }

  it('cannot be turned around: a public key is no shared secret', async () => {
    const { publicKey } = await generateKeyPair('RS256', { extractable: true });
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'p1', alg: 'RS256' }] };
    const shop = withKeys({ token: { issuer: 'shop_oak', keys: { jwks, hs256: { k1: SECRET } } } });
    const forged = await tokenFor('ada', {
      header: { alg: 'HS256', kid: 'p1' },
      key: new TextEncoder().encode(await exportSPKI(publicKey)),
    });
    assert.equal((await shop.call('GET', '/me', { token: forged })).status, 401);
  });

  it('sign nobody out while they cannot be fetched', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const shop = withKeys({
      token: { issuer: 'shop_oak', keys: { jwksUrl: `http://127.0.0.1:${port}/jwks.json` } },
    });
    const { privateKey } = await generateKeyPair('EdDSA');
    const token = await tokenFor('ada', { header: { alg: 'EdDSA', kid: 'p1' }, key: privateKey });
    const response = await shop.call('GET', '/me', { token });
    const problem = await problemIn(response);
    assert.deepEqual(
      [response.status, problem.code, problem.retry],
      [503, 'upstream-busy', 'same-key'],
    );
    assert.equal(response.headers.get('Retry-After'), '5');
    assert.equal(shop.log[0]?.level, 'warn');
  });
});
