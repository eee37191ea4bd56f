import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bodyOf,
  credit,
  NOW,
  openShop,
  problemIn,
  SHOP_SECRET,
  tokenFor,
} from '../support/endpoint-shop.js';

const adjusted = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  member: 'ada',
  type: 'balance.adjusted',
  unit: 'pts',
  value: 100,
  reason: 'sorry',
  ...more,
});

describe('the shop’s secret', () => {
  it('is needed, and nothing else will do', async () => {
    const shop = openShop();
    const body = adjusted('e1');
    const missing = await shop.call('POST', '/shop/events', { body });
    assert.equal((await problemIn(missing)).code, 'token-missing');
    const wrong = ['sk_oak_0123456789abcdeg', 'sk_oak', `${SHOP_SECRET}x`, await tokenFor()];
    for (const token of wrong) {
      const response = await shop.call('POST', '/shop/events', { body, token });
      const problem = await problemIn(response);
      assert.deepEqual([response.status, problem.code], [401, 'token-invalid']);
      assert.equal(JSON.stringify(problem).includes(token), false);
    }
    assert.deepEqual(shop.engine.calls, []);
  });

  it('is no token of a member', async () => {
    const response = await openShop().call('GET', '/me', { token: SHOP_SECRET });
    assert.equal(response.status, 401);
  });

  it('can be replaced while both count', async () => {
    const shop = openShop({ shopSecrets: ['sk_old_0123456789abc', 'sk_new_0123456789abc'] });
    for (const token of ['sk_old_0123456789abc', 'sk_new_0123456789abc']) {
      const response = await shop.call('POST', '/shop/events', { token, body: adjusted(token) });
      assert.equal(response.status, 200);
    }
  });

  it('does not exist where the shop has given none', async () => {
    const shop = openShop({ shopSecrets: [] });
    assert.equal((await shop.tell(adjusted('e1'))).status, 401);
  });
});

describe('what the shop reports', () => {
  it('counts once, and says so', async () => {
    const shop = openShop();
    assert.deepEqual(await bodyOf(await shop.tell(adjusted('e1'))), { id: 'e1', counted: true });
    assert.deepEqual(await bodyOf(await shop.tell(adjusted('e1'))), { id: 'e1', counted: false });
  });

  it('may come in one go, in its order', async () => {
    const shop = openShop();
    const events = [adjusted('e1'), adjusted('e2'), adjusted('e1')];
    assert.deepEqual(await bodyOf(await shop.tell({ events })), {
      results: [
        { id: 'e1', counted: true },
        { id: 'e2', counted: true },
        { id: 'e1', counted: false },
      ],
    });
    const full = Array.from({ length: 500 }, (_, n) => adjusted(`f${n}`));
    assert.equal((await shop.tell({ events: full })).status, 200);
  });

  const unfit: [string, unknown, string[]][] = [
    [
      'an event without its parts',
      { type: 'balance.adjusted' },
      ['/id', '/member', '/unit', '/value', '/reason'],
    ],
    ['an event of an unknown type', adjusted('e1', { type: 'sparkle' }), ['/type']],
    [
      'an event from the future',
      adjusted('e1', { at: new Date(NOW + 61_000).toISOString() }),
      ['/at'],
    ],
    [
      'a batch with one broken event',
      { events: [adjusted('e1'), adjusted('e2', { value: 0.5 })] },
      ['/events/1/value'],
    ],
    [
      'a batch with a future event',
      { events: [adjusted('e1', { at: '2027-01-01T00:00:00Z' })] },
      ['/events/0/at'],
    ],
    ['an empty batch', { events: [] }, ['/events']],
    [
      'too large a batch',
      { events: Array.from({ length: 501 }, (_, n) => adjusted(`e${n}`)) },
      ['/events'],
    ],
    ['a batch that is none', { events: 'all' }, ['/events']],
    ['nothing', null, ['']],
  ];
  for (const [what, body, pointers] of unfit) {
    it(`is refused with its places and without effect: ${what}`, async () => {
      const shop = openShop();
      const response = await shop.tell(body);
      const problem = await problemIn(response);
      assert.deepEqual([response.status, problem.code], [422, 'validation-failed']);
      assert.deepEqual(
        problem.errors?.map(({ pointer }) => pointer),
        pointers,
      );
      assert.match(problem.detail, /^Nothing was counted/);
      assert.deepEqual(shop.engine.calls, []);
    });
  }

  it('may be a little ahead of our clock, and lie in the past', async () => {
    const shop = openShop();
    const at = [new Date(NOW + 59_000).toISOString(), '2020-01-01T00:00:00+01:00'];
    const events = at.map((time, n) => adjusted(`e${n}`, { at: time }));
    assert.equal((await shop.tell({ events })).status, 200);
  });

  it('is refused with half a surrogate pair in any text', async () => {
    const shop = openShop();
    const event = { id: 'e\ud800', member: 'ada', type: 'check-in' };
    const response = await shop.tell(event);
    assert.deepEqual([response.status, shop.engine.calls.length], [422, 0]);
  });

  it('names the event that the engine refuses, and can be sent again whole', async () => {
    const shop = openShop();
    const events = [adjusted('e1'), adjusted('e2', { unit: 'gems' }), adjusted('e3')];
    const response = await shop.tell({ events });
    const problem = await problemIn(response);
    assert.deepEqual([response.status, problem.code], [404, 'not-found']);
    assert.deepEqual(
      problem.errors?.map(({ pointer }) => pointer),
      ['/events/1/unit'],
    );
    assert.deepEqual(shop.engine.calls, ['event e1', 'event e2']);
  });
});

describe('a code at the checkout', () => {
  it('tells the shop whose it is and what it is worth', async () => {
    const shop = openShop();
    await credit(shop, 'ada', 500);
    await shop.call('POST', '/rewards/off5/redeem', { token: await tokenFor(), key: 'k' });
    const response = await shop.call('GET', '/shop/vouchers/OAK-ada-1', { token: SHOP_SECRET });
    const { code, member, status } = await bodyOf(response);
    assert.deepEqual([code, member, status], ['OAK-ada-1', 'ada', 'ready']);
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
  });

  const claim = { member: 'ada', order: '1043' };
  const open = async () => {
    const shop = openShop();
    await credit(shop, 'ada', 500);
    await shop.call('POST', '/rewards/off5/redeem', { token: await tokenFor(), key: 'k' });
    const act = (what: string, body: unknown = claim, code = 'OAK-ada-1') =>
      shop.call('POST', `/shop/vouchers/${code}/${what}`, { token: SHOP_SECRET, body });
    return { shop, act };
  };

  it('is taken for one order, as often as that order asks, and for no other', async () => {
    const { act } = await open();
    for (const time of ['first', 'again']) {
      const response = await act('use');
      const { code, member, status } = await bodyOf(response);
      assert.deepEqual(
        [response.status, code, member, status],
        [200, 'OAK-ada-1', 'ada', 'used'],
        time,
      );
    }
    for (const other of [
      { ...claim, order: '1044' },
      { ...claim, member: 'bea' },
    ]) {
      const response = await act('use', other);
      assert.deepEqual([response.status, (await problemIn(response)).code], [409, 'not-eligible']);
    }
  });

  it('is given back by the order that took it', async () => {
    const { act } = await open();
    await act('use');
    assert.equal((await act('release', { ...claim, order: '1044' })).status, 409);
    assert.equal((await bodyOf(await act('release')))['status'], 'ready');
    assert.equal((await act('use', { ...claim, order: '1044' })).status, 200);
  });

  it('needs the secret, a whole claim, and a code that there is', async () => {
    const { shop, act } = await open();
    for (const what of ['use', 'release']) {
      const path = `/shop/vouchers/OAK-ada-1/${what}`;
      for (const token of [undefined, await tokenFor()]) {
        const before = shop.engine.calls.length;
        assert.equal((await shop.call('POST', path, { token, body: claim })).status, 401);
        assert.equal(shop.engine.calls.length, before);
      }
      const unfit = await act(what, { member: 7 });
      assert.equal(unfit.status, 422);
      assert.deepEqual(
        (await problemIn(unfit)).errors.map(({ pointer }) => pointer),
        ['/member', '/order'],
      );
      assert.equal((await act(what, claim, 'NO')).status, 404);
    }
  });

  it('that a paid order does not hold is named in the answer', async () => {
    const { shop } = await open();
    const order = { id: '1', currency: 'EUR', total: 100, codes: ['OAK-ada-1'] };
    const event = { id: 'e', member: 'ada', type: 'order.paid', order };
    const result = { id: 'e', counted: true, refusedCodes: ['OAK-ada-1'] };
    assert.deepEqual(await bodyOf(await shop.tell(event)), result);
  });

  it('that nobody holds is not found', async () => {
    const response = await openShop().call('GET', '/shop/vouchers/NO', { token: SHOP_SECRET });
    assert.deepEqual([response.status, (await problemIn(response)).code], [404, 'not-found']);
  });
});
