import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createEndpoint } from '../../../src/server/endpoint.js';
import type { ProgrammeConfig } from '../../../src/server/http/programme.js';
import { serve } from '../../../src/server/node.js';
import { FakeEngine } from '../support/fake-engine.js';
import { openShop, programme, SECRET, SHOP_SECRET } from '../support/endpoint-shop.js';

const token = (keys: ProgrammeConfig['token']['keys']) => ({ token: { issuer: 'shop_oak', keys } });

describe('a shop that has configured something wrongly hears it at the start', () => {
  const wrong: [string, Partial<ProgrammeConfig>, RegExp][] = [
    [
      'an origin with a path',
      { origins: ['https://oak.example/'] },
      /such as https:\/\/oak\.example$/,
    ],
    ['an origin without a scheme', { origins: ['oak.example'] }, /is no origin/],
    ['no key at all', token({}), /names no key/],
    ['an empty issuer', { token: { issuer: '', keys: { hs256: { k1: SECRET } } } }, /issuer/],
    ['a poll without pause', { live: { poll: 0 } }, /live\.poll/],
    ['no secret', token({ hs256: {} }), /names no key/],
    ['a short secret', token({ hs256: { k1: 'secret' } }), /"k1" is shorter than 32 bytes/],
    ['keys over plain http', token({ jwksUrl: 'http://oak.example/jwks' }), /must be https/],
    ['a short shop secret', { shopSecrets: ['sk'] }, /shorter than 16 characters/],
    [
      'a shop secret with spaces',
      { shopSecrets: ['sixteen letters and more'] },
      /characters beyond/,
    ],
  ];
  for (const [what, change, message] of wrong) {
    it(what, () => {
      const config = { ...programme(new FakeEngine()), ...change };
      const open = () => createEndpoint({ programmes: { pk_oak: config } });
      assert.throws(open, (error: Error) => {
        assert.match(error.message, /^programme "pk_oak": /);
        assert.match(error.message, message);
        assert.equal(error.message.includes(SECRET), false);
        return true;
      });
    });
  }

  it('a limit that lets nobody through', () => {
    assert.throws(() => openShop({}, { writesPerMinute: 0 }), /writesPerMinute/);
  });

  it('a key that cannot stand in a path', () => {
    const programmes = { 'pk/oak': programme(new FakeEngine()) };
    assert.throws(() => createEndpoint({ programmes }), /cannot be a publishable key/);
  });
});

// Taken before any server has started.
const { Request: RequestBefore } = globalThis;

describe('the server on Node', () => {
  /** A server that is closed at the end of its test, whatever happens. */
  const open = async (t: TestContext, shop = openShop()) => {
    const server = await serve(shop.endpoint);
    t.after(() => server.close().catch(() => undefined));
    return server;
  };

  it('answers over HTTP, and closes the engine when it is closed', async (t) => {
    const shop = openShop();
    const server = await open(t, shop);
    const program = `${server.origin}/loyalty/v1/pk_oak/program`;
    const get = await fetch(program);
    const head = await fetch(program, { method: 'HEAD' });
    assert.equal(get.status, 200);
    assert.equal(head.headers.get('ETag'), get.headers.get('ETag'));
    await get.text();
    await server.close();
    assert.equal(shop.engine.isClosed, true);
    await assert.rejects(fetch(program));
  });

  it('leaves the process’s own Request and Response alone', async (t) => {
    await open(t);
    assert.equal(globalThis.Request, RequestBefore);
  });

  it('says that a port is taken', async (t) => {
    const port = Number(new URL((await open(t)).origin).port);
    await assert.rejects(serve(openShop().endpoint, { port }), /EADDRINUSE/);
  });

  it('does not wait for the end of a body that is too long, nor for idle connections', async (t) => {
    const server = await open(t);
    const response = await fetch(`${server.origin}/loyalty/v1/pk_oak/shop/events`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${SHOP_SECRET}`, 'Content-Type': 'application/json' },
      body: 'x'.repeat(3 * 1024 * 1024),
    });
    assert.equal(response.status, 422);
    await response.text();
    const before = performance.now();
    await server.close();
    assert.equal(performance.now() - before < 2000, true);
  });
});
