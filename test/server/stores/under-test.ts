import { memoryStore, openStore, type Store } from '../../../src/server/stores/index.js';
import { embeddedFolder } from '../support/embedded-folder.js';
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
    const folder = await embeddedFolder();
    const store = await openStore({ dir: folder.dir });
    return {
      store,
      async stop() {
        await store.close();
        await folder.remove();
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
