import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryStore, openStore, type Store } from '../../../src/server/stores/index.js';
import { startPostgres } from '../support/postgres.js';

/** A store to test against, and how to leave nothing of it behind. */
export interface StoreUnderTest {
  readonly store: Store;
  stop(): Promise<void>;
}

/** Every store there is; tests that walk this table cover a new one on arrival. */
export const stores: Readonly<Record<string, () => Promise<StoreUnderTest>>> = {
  memory() {
    const store = memoryStore();
    return Promise.resolve({ store, stop: () => store.close() });
  },

  async 'embedded PostgreSQL'() {
    const dir = await mkdtemp(join(tmpdir(), 'loyalty-pglite-'));
    const store = await openStore({ dir: join(dir, 'data') });
    return {
      store,
      async stop() {
        await store.close();
        await rm(dir, { recursive: true, force: true });
      },
    };
  },

  async 'served PostgreSQL'() {
    const server = await startPostgres();
    const store = await openStore(server.url);
    return {
      store,
      async stop() {
        await store.close();
        await server.stop();
      },
    };
  },
};
