import { after, before, describe } from 'node:test';
import type { Store } from '../../../src/server/stores/index.js';
import { stores, type StoreUnderTest } from '../stores/under-test.js';
import { programme, Shop } from './shop.js';

type Options = NonNullable<ConstructorParameters<typeof Shop>[1]>;

/** Opens a shop with a programme of its own in the store under test. */
export type OpenShop = (parts?: Record<string, unknown>, options?: Options) => Shop;

/** The stores that need no server; what a served one does besides is tested with the stores. */
const names = ['memory', 'embedded PostgreSQL'];

/** One store of each kind for all tests of a file: every shop has a programme of its own in it. */
const opened = new Map<string, Promise<StoreUnderTest>>();
after(async () => {
  for (const under of opened.values()) await (await under).stop();
});

/** Runs tests against each store: what a programme does must not depend on where it is kept. */
export function onStores(what: string, tests: (open: OpenShop) => void): void {
  for (const [name, start] of Object.entries(stores).filter(([one]) => names.includes(one))) {
    describe(`${what} (${name})`, () => {
      let store: Store;
      before(async () => {
        const under = opened.get(name) ?? start();
        opened.set(name, under);
        ({ store } = await under);
      });
      tests((parts, options) => new Shop(programme(parts), { ...options, store }));
    });
  }
}
