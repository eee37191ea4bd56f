import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bodyOf,
  credit,
  everyRoute,
  isServed,
  openShop,
  problemIn,
  tokenFor,
  type Shop,
} from '../support/endpoint-shop.js';

const keyed = everyRoute.filter(({ name, key }) => key && isServed(name));

/** A member with points for exactly `times` rewards, and one voucher to do something with. */
async function member(times: number): Promise<{ shop: Shop; token: string }> {
  const shop = openShop();
  const token = await tokenFor();
  await credit(shop, 'ada', 500 * (times + 1));
  await shop.call('POST', '/rewards/off5/redeem', { token, key: 'first' });
  shop.engine.calls.length = 0;
  return { shop, token };
}

const points = async (shop: Shop, token: string) => {
  const me = await bodyOf<{ wallets: { available: number }[] }>(
    await shop.call('GET', '/me', { token }),
  );
  return me.wallets[0]?.available;
};

describe('every call that changes something', () => {
  for (const { method, path, url, body } of keyed) {
    it(`${method} ${path} needs a key`, async () => {
      const { shop, token } = await member(1);
      for (const key of [undefined, '', '""', '"open', 'a b', '"ä"', 'x'.repeat(256)]) {
        const header = key === '"ä"' ? '"\u00e4"' : key;
        const response = await shop.call(method, url, { token, key: header });
        assert.equal(response.status, 400, `key ${key}`);
        assert.equal((await problemIn(response)).code, 'idempotency-key-missing');
      }
      assert.deepEqual(shop.engine.calls, []);
    });

    it(`${method} ${path} gives the first answer again for the same key`, async () => {
      const { shop, token } = await member(1);
      const first = await shop.call(method, url, { token, key: 'k1', body });
      const again = await shop.call(method, url, { token, key: '"k1"', body });
      assert.equal(first.status, 200);
      assert.equal(first.headers.get('Idempotency-Replayed'), null);
      assert.equal(again.status, 200);
      assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
      assert.equal(await again.text(), await first.text());
      assert.equal(shop.engine.calls.length, 1);
    });

    it(`${method} ${path} refuses a key that was used for something else`, async () => {
      const { shop, token } = await member(1);
      await shop.call('POST', '/rewards/other/redeem', { token, key: 'k1' });
      const response = await shop.call(method, url, { token, key: 'k1', body });
      assert.equal(response.status, 422);
      assert.equal((await problemIn(response)).code, 'idempotency-key-reused');
      assert.equal(shop.engine.calls.length, 1);
    });
  }
});

describe('a redemption', () => {
  const redeem = '/rewards/off5/redeem';

  it('happens once for fifty parallel presses with one key', async () => {
    const { shop, token } = await member(3);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => shop.call('POST', redeem, { token, key: 'k' })),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.equal(await points(shop, token), 1000);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    assert.equal(new Set(bodies).size, 1);
  });

  it('happens once when fifty different presses meet a balance for one', async () => {
    const { shop, token } = await member(1);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => shop.call('POST', redeem, { token, key: `k${n}` })),
    );
    const statuses = answers.map(({ status }) => status);
    assert.equal(statuses.filter((status) => status === 200).length, 1);
    assert.equal(statuses.filter((status) => status === 409).length, 49);
    assert.equal(await points(shop, token), 0);
  });

  it('is refused in the same words when the refused one is sent again', async () => {
    const { shop, token } = await member(0);
    const first = await shop.call('POST', redeem, { token, key: 'k' });
    await credit(shop, 'ada', 5000);
    const again = await shop.call('POST', redeem, { token, key: 'k' });
    assert.deepEqual([first.status, again.status], [409, 409]);
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
    assert.equal(again.headers.get('Content-Type'), 'application/problem+json');
    const problem = await problemIn(again);
    assert.deepEqual(problem, await problemIn(first));
    assert.equal(problem.code, 'insufficient-balance');
    assert.deepEqual(problem.availability, {
      state: 'short',
      missing: [{ unit: 'pts', value: 500 }],
    });
  });

  it('is the same one however its body and path are written', async () => {
    const { shop, token } = await member(2);
    const key = 'k';
    const url = (id: string) => `/rewards/${id}/redeem`;
    const bodies = ['{"spend":100,"choice":"a"}', ' { "choice": "a", "spend": 1e2, "new": 1 }'];
    const first = await shop.call('POST', url('off5'), { token, key, body: bodies[0] });
    const again = await shop.call('POST', url('%6fff5'), { token, key, body: bodies[1] });
    assert.deepEqual([first.status, again.status], [200, 200]);
    assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
    const other = await shop.call('POST', url('off5'), { token, key, body: { spend: 200 } });
    assert.equal((await problemIn(other)).code, 'idempotency-key-reused');
  });

  it('of a form is the same in whatever order its answers come', async () => {
    const { shop, token } = await member(1);
    const path = '/rules/nps/complete';
    const [first, again] = [
      { answers: { score: 9, why: 'fast' } },
      { answers: { why: 'fast', score: 9 } },
    ];
    await shop.call('POST', path, { token, key: 'k', body: first });
    const response = await shop.call('POST', path, { token, key: 'k', body: again });
    assert.equal(response.headers.get('Idempotency-Replayed'), 'true');
  });

  it('has its own key for each member', async () => {
    const { shop, token } = await member(1);
    await credit(shop, 'bob', 500);
    const bob = await tokenFor('bob');
    const mine = await shop.call('POST', redeem, { token, key: 'k' });
    const his = await shop.call('POST', redeem, { token: bob, key: 'k' });
    assert.deepEqual([mine.status, his.status], [200, 200]);
    assert.equal(his.headers.get('Idempotency-Replayed'), null);
  });

  it('can be tried again with the same key after the engine broke down', async () => {
    const { shop, token } = await member(1);
    shop.engine.fault = new Error('connection lost');
    const broken = await shop.call('POST', redeem, { token, key: 'k' });
    const problem = await problemIn(broken);
    assert.deepEqual([problem.code, problem.retry], ['upstream-down', 'same-key']);
    const again = await shop.call('POST', redeem, { token, key: 'k' });
    assert.equal(again.status, 200);
    assert.equal(await points(shop, token), 0);
  });

  it('of a slow engine is taken, and says when to ask for the voucher', async () => {
    const { shop, token } = await member(1);
    for (const replayed of [null, 'true']) {
      const response = await shop.call('POST', '/rewards/slow/redeem', { token, key: 'k' });
      assert.equal(response.status, 202);
      assert.equal(response.headers.get('Retry-After'), '2');
      assert.equal(response.headers.get('Idempotency-Replayed'), replayed);
    }
  });

  it('of a plan with a price is done: the shopper pays, nobody waits', async () => {
    const { shop, token } = await member(1);
    const response = await shop.call('POST', '/rewards/plan/redeem', { token, key: 'k' });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Retry-After'), null);
  });

  it('takes a quoted key with escapes for what it says', async () => {
    const { shop, token } = await member(2);
    const first = await shop.call('POST', redeem, { token, key: String.raw`"a\\b"` });
    const bare = await shop.call('POST', redeem, { token, key: String.raw`a\b` });
    assert.deepEqual([first.status, bare.status], [200, 200]);
    assert.equal(bare.headers.get('Idempotency-Replayed'), 'true');
    const wrong = await shop.call('POST', redeem, { token, key: String.raw`"a\nb"` });
    assert.equal(wrong.status, 400);
  });
});
