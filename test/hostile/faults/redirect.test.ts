import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { reads } from './deeds.js';
import { openPage } from './page.js';
import { hurry } from './quick.js';
import { FaultServer } from './server.js';

describe('an endpoint that sends the page to another origin', () => {
  it('is not followed, and nothing of the shopper’s reaches that origin', async () => {
    const unhurry = hurry();
    const strangers: IncomingMessage[] = [];
    const stranger = createServer((request, response) => {
      strangers.push(request);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as AddressInfo;
    const server = await FaultServer.start();
    try {
      const { store, line, errors, close } = await openPage(server);
      line.elsewhere = `http://127.0.0.1:${port}/v1`;
      await store.connect();
      const deed = { method: 'GET', path: /^\/(?!bootstrap)/, fault: 'moved away' } as const;
      line.rules = [deed, { ...deed, method: 'POST' }];
      for (const [name, read] of Object.entries(reads)) {
        if (name !== 'bootstrap') await read.act(store);
      }
      await assert.rejects(store.request('redeem', { id: 'small' }));
      assert.deepEqual(
        [...new Set(errors.map((error) => (error as { code: string }).code))],
        ['network'],
      );
      assert.equal(strangers.length, 0);
      close();
    } finally {
      await server.stop();
      stranger.close();
      unhurry();
    }
  });
});
