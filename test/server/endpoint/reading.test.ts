import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Bootstrap, Me, Program } from '../../../src/contract/schema/index.js';
import type * as contract from '../../../src/contract/types.js';
import { bodyOf, credit, NOW, openShop, problemIn, tokenFor } from '../support/endpoint-shop.js';

describe('the first look', () => {
  it('shows a guest the programme and nobody’s state', async () => {
    const shop = openShop();
    const response = await shop.call('GET', '/bootstrap');
    const body = Bootstrap.parse(await response.json());
    assert.equal(body.me, null);
    assert.equal(body.program?.name, 'Oak Club');
    assert.equal(body.programRev, body.program?.rev);
    assert.equal(Date.parse(body.now), NOW);
    assert.deepEqual(body.live, { poll: 60 });
    assert.deepEqual(shop.engine.calls, ['program']);
  });

  it('shows a member her own state', async () => {
    const shop = openShop({ live: { poll: 15 } });
    await credit(shop, 'ada', 620);
    const response = await shop.call('GET', '/bootstrap', { token: await tokenFor() });
    const body = Bootstrap.parse(await response.json());
    assert.equal(body.me?.member.id, 'ada');
    assert.equal(body.me.wallets[0]?.available, 620);
    assert.deepEqual(body.live, { poll: 15 });
  });

  it('leaves out definitions that the reader has, and sends them in another language', async () => {
    const shop = openShop();
    const same = await bodyOf(await shop.call('GET', '/bootstrap?rev=p7f3-en'));
    const other = await bodyOf<contract.Bootstrap>(
      await shop.call('GET', '/bootstrap?rev=p7f3-en&locale=de'),
    );
    assert.equal(same['program'], null);
    assert.equal(same['programRev'], 'p7f3-en');
    assert.equal(other.program?.name, 'Eichenklub');
  });

  it('announces only what both the engine and this endpoint can do', async () => {
    const body = await bodyOf<contract.Program>(await openShop().call('GET', '/program'));
    assert.deepEqual(body.capabilities, [
      'activity.pages',
      'vouchers.pages',
      'quote',
      'cancel',
      'join',
      'boards',
    ]);
  });

  it('is private, and costs nothing again until something changes', async () => {
    const shop = openShop();
    const token = await tokenFor();
    const first = await shop.call('GET', '/bootstrap', { token });
    const tag = first.headers.get('ETag') ?? '';
    assert.equal(first.headers.get('Cache-Control'), 'private, no-cache');
    assert.equal(first.headers.get('Vary'), 'Origin, Authorization, Accept-Language');

    shop.clock += 30_000;
    const headers = { 'If-None-Match': tag };
    const again = await shop.call('GET', '/bootstrap', { token, headers });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
    assert.equal(again.headers.get('ETag'), tag);
    assert.equal(again.headers.get('Date'), new Date(shop.clock).toUTCString());

    await credit(shop, 'ada', 1);
    assert.equal((await shop.call('GET', '/bootstrap', { token, headers })).status, 200);
    assert.equal((await shop.call('GET', '/bootstrap', { headers })).status, 200);
  });
});

describe('the language', () => {
  const asked: [string, Record<string, string>, string | undefined][] = [
    ['?locale=de-AT', { 'Accept-Language': 'fr' }, 'de-AT'],
    ['?locale=DE-at', {}, 'de-AT'],
    ['', { 'Accept-Language': 'fr;q=0.5, de-AT, en;q=0.9' }, 'de-AT'],
    ['', { 'Accept-Language': 'fr;q=0.5, en;q=0.9' }, 'en'],
    ['', { 'Accept-Language': 'de;q=0, *;q=0.1, _, fr;q=x' }, undefined],
    ['', {}, undefined],
  ];
  for (const [query, headers, expected] of asked) {
    it(`of "${query}" and ${JSON.stringify(headers)} is ${expected}`, async () => {
      const shop = openShop();
      await shop.call('GET', `/bootstrap${query}`, { headers });
      assert.deepEqual(shop.engine.locales, [expected]);
    });
  }
});

describe('the definitions', () => {
  it('may be kept by everyone, and need no token, not even a good one', async () => {
    const shop = openShop();
    const response = await shop.call('GET', '/program', { token: 'nonsense' });
    Program.parse(await response.json());
    assert.match(response.headers.get('Cache-Control') ?? '', /^public, max-age=\d+, s-maxage=\d+/);
    assert.match(response.headers.get('Cache-Control') ?? '', /stale-while-revalidate=\d+$/);
    const headers = { 'If-None-Match': `"other", ${response.headers.get('ETag')}` };
    assert.equal((await shop.call('GET', '/program', { headers })).status, 304);
    const strong = { 'If-None-Match': (response.headers.get('ETag') ?? '').replace('W/', '') };
    assert.equal((await shop.call('GET', '/program', { headers: strong })).status, 304);
    assert.equal((await shop.call('GET', '/program?locale=de', { headers })).status, 200);
  });
});

describe('a member’s state', () => {
  it('is private and tagged', async () => {
    const shop = openShop();
    const token = await tokenFor();
    const response = await shop.call('GET', '/me', { token });
    Me.parse(await response.json());
    assert.equal(response.headers.get('Cache-Control'), 'private, no-cache');
    const headers = { 'If-None-Match': response.headers.get('ETag') ?? '' };
    assert.equal((await shop.call('GET', '/me', { token, headers })).status, 304);
    const bob = await tokenFor('bob');
    assert.equal((await shop.call('GET', '/me', { token: bob, headers })).status, 200);
  });

  it('comes in pages whose length the reader may choose, and no cache keeps them', async () => {
    const shop = openShop();
    const token = await tokenFor();
    const lines = await shop.call('GET', '/activity', { token });
    await shop.call('GET', '/activity?limit=100&cursor=abc&kind=earn', { token });
    await shop.call('GET', '/vouchers?limit=1&status=ready', { token });
    assert.equal(lines.headers.get('Cache-Control'), 'no-store');
    assert.deepEqual(shop.engine.calls, [
      'activity {"limit":20}',
      'activity {"limit":100,"cursor":"abc","kind":"earn"}',
      'vouchers {"limit":1,"status":"ready"}',
    ]);
  });

  it('does not hold another member’s voucher', async () => {
    const shop = openShop();
    await credit(shop, 'ada', 500);
    await shop.call('POST', '/rewards/off5/redeem', { token: await tokenFor(), key: 'k' });
    const mine = await shop.call('GET', '/vouchers/v_1', { token: await tokenFor() });
    const his = await shop.call('GET', '/vouchers/v_1', { token: await tokenFor('bob') });
    assert.equal(mine.status, 200);
    assert.equal(mine.headers.get('Cache-Control'), 'no-store');
    assert.deepEqual([his.status, (await problemIn(his)).code], [404, 'not-found']);
  });

  it('prices a reward without changing anything, so no key is needed', async () => {
    const shop = openShop();
    const token = await tokenFor();
    const response = await shop.call('POST', '/rewards/slide/quote', {
      token,
      body: { spend: 300 },
    });
    assert.equal(response.status, 200);
    assert.deepEqual(shop.engine.calls, ['quote slide']);
  });
});
