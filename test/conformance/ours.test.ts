import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checks } from '../../src/conformance/checks/index.js';
import { conformance, type Result } from '../../src/conformance/run.js';
import { serve, type NodeServer } from '../../src/server/node.js';
import { stores, type StoreUnderTest } from '../server/stores/under-test.js';
import { openEndpoint, targetOf } from './stage.js';

/** Our own endpoint is held to what others are, over real HTTP and on every store. */
for (const [name, open] of Object.entries(stores)) {
  describe(`our endpoint over ${name}`, () => {
    let under: StoreUnderTest;
    let server: NodeServer;
    let results: readonly Result[];
    before(async () => {
      under = await open();
      server = await serve(await openEndpoint(under.store));
      results = await conformance(targetOf(`${server.origin}/loyalty/v1/pk_oak`));
    });
    after(async () => {
      await server?.close();
      await under?.stop();
    });

    for (const { id, must } of checks) {
      it(`${id}: ${must}`, () => {
        const result = results.find(({ check }) => check.id === id);
        assert.deepEqual([result?.verdict, result?.because], ['passed', '']);
      });
    }
  });
}
