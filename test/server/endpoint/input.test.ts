import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BASE, credit, openShop, problemIn, tokenFor } from '../support/endpoint-shop.js';

const redeem = '/rewards/off5/redeem';

describe('a body', () => {
  const send = async (body: unknown, headers?: Record<string, string>, path = redeem) => {
    const shop = openShop();
    const token = await tokenFor();
    await credit(shop, 'ada', 500);
    shop.engine.calls.length = 0;
    const options = { token, key: 'k', body, ...(headers && { headers }) };
    const response = await shop.call('POST', path, options);
    const isRefused = response.status >= 400;
    if (isRefused) assert.deepEqual(shop.engine.calls, [], 'nothing was written');
    return { status: response.status, problem: await problemIn(response) };
  };
  const pointers = (problem: { errors?: { pointer: string }[] }) =>
    problem.errors?.map(({ pointer }) => pointer);

  it('that does not fit is refused with every place', async () => {
    const { status, problem } = await send({ spend: 1.5, choice: '', quote: 7 });
    assert.deepEqual([status, problem.code], [422, 'validation-failed']);
    assert.deepEqual(pointers(problem), ['/spend', '/choice', '/quote']);
    assert.match(problem.detail, /\/spend, \/choice, \/quote/);
  });

  it('is pointed into by JSON Pointer, with its escapes', async () => {
    const { problem } = await send({ answers: { 'a/b~c': {} } }, {}, '/rules/nps/complete');
    assert.deepEqual(pointers(problem), ['/answers/a~1b~0c']);
  });

  for (const [what, body] of [
    ['broken', '{"spend":'],
    ['a list', '[]'],
    ['well-formed, nested without end', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['a word', '"hello"'],
    ['nested without end', '['.repeat(60_000)],
    ['a text with NUL', '{"choice":"a\\u0000b"}'],
    ['a text with half a surrogate pair', '{"choice":"a\\ud800b"}'],
    ['a name with half a surrogate pair', '{"\\udc00":1}'],
  ] as const) {
    it(`that is ${what} is refused`, async () => {
      const { status, problem } = await send(body);
      assert.deepEqual([status, problem.code], [422, 'validation-failed']);
      assert.deepEqual(pointers(problem), ['']);
    });
  }

  it('must be JSON by its type too, whose parameters do not matter', async () => {
    const json = 'application/json; charset=utf-8';
    assert.equal((await send('{}', { 'Content-Type': json })).status, 200);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const { status, problem } = await send('{}', { 'Content-Type': type });
      assert.deepEqual([status, problem.status, problem.code], [415, 415, 'validation-failed']);
    }
    const gzip = { 'Content-Type': json, 'Content-Encoding': 'gzip' };
    assert.equal((await send('{}', gzip)).status, 415);
  });

  it('may be missing, and may hold what a later version knows', async () => {
    assert.equal((await send(undefined)).status, 200);
    assert.equal((await send({ newField: true })).status, 200);
  });

  const headersFor = async () => ({
    Authorization: `Bearer ${await tokenFor()}`,
    'Idempotency-Key': 'k',
    'Content-Type': 'application/json',
  });

  it('that is not UTF-8 is refused', async () => {
    const shop = openShop();
    const body = Buffer.from('{"choice":"caf\xe9"}', 'latin1');
    const init = { method: 'POST', headers: await headersFor(), body };
    const response = await shop.endpoint.fetch(new Request(`${BASE}${redeem}`, init));
    assert.match((await problemIn(response)).detail, /UTF-8/);
  });

  it('that breaks off is nobody’s alarm', async () => {
    const shop = openShop();
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });
    const init = { method: 'POST', headers: await headersFor(), body, duplex: 'half' };
    const response = await shop.endpoint.fetch(new Request(`${BASE}${redeem}`, init));
    assert.equal(response.status, 422);
    assert.deepEqual(shop.log, []);
  });

  it('is read as a whole where the browser gives no stream', async () => {
    const shop = openShop();
    const headers = await headersFor();
    const request = new Request(`${BASE}${redeem}`, {
      method: 'POST',
      headers,
      body: '{"spend":"x"}',
    });
    Object.defineProperty(request, 'body', { value: undefined });
    const problem = await problemIn(await shop.endpoint.fetch(request));
    assert.deepEqual(pointers(problem), ['/spend']);
  });

  it('of more than 64 kB is not read to its end', async () => {
    const { status, problem } = await send(JSON.stringify({ choice: 'x'.repeat(70_000) }));
    assert.deepEqual([status, problem.code], [422, 'validation-failed']);
    assert.match(problem.detail, /64 kB/);

    const shop = openShop();
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const headers = await headersFor();
    const init = { method: 'POST', headers, body: endless, duplex: 'half' };
    const response = await shop.endpoint.fetch(new Request(`${BASE}${redeem}`, init));
    assert.equal(response.status, 422);
    assert.ok(sent < 80, `${sent} kB were read`);
  });
});

describe('a query', () => {
  const wrong: [string, string, string[]][] = [
    ['/activity', 'limit=0', ['?limit']],
    ['/activity', 'limit=101', ['?limit']],
    ['/activity', 'limit=1.5', ['?limit']],
    ['/activity', 'limit=', ['?limit']],
    ['/activity', 'kind=sparkle&cursor=', ['?cursor', '?kind']],
    ['/activity', 'limit=1&limit=2', ['?limit']],
    ['/vouchers', 'status=shiny', ['?status']],
    ['/vouchers', `cursor=${'x'.repeat(1025)}`, ['?cursor']],
    ['/me', 'locale=de_AT', ['?locale']],
    ['/bootstrap', 'rev=', ['?rev']],
  ];
  for (const [path, query, pointers] of wrong) {
    it(`${path}?${query.slice(0, 30)} is refused with its place`, async () => {
      const shop = openShop();
      const response = await shop.call('GET', `${path}?${query}`, { token: await tokenFor() });
      const problem = await problemIn(response);
      assert.deepEqual([response.status, problem.code], [422, 'validation-failed']);
      assert.deepEqual(
        problem.errors?.map(({ pointer }) => pointer),
        pointers,
      );
      assert.deepEqual(shop.engine.calls, []);
    });
  }

  it('may hold what nobody asked for', async () => {
    const response = await openShop().call('GET', '/bootstrap?utm=a&utm=b&limit=x');
    assert.equal(response.status, 200);
  });
});
