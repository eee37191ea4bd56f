import type { Bootstrap } from '../../../src/contract/types.js';
import { Store } from '../../../src/widget/store/store.js';
import { bootstrap, NOW } from './documents.js';
import { FakePort, settled } from './fake-port.js';

export interface Opened {
  readonly store: Store;
  readonly port: FakePort;
  /** What its clock shows. */
  readonly time: { now: number };
}

/** A store that has its first document. */
export async function openedStore(document: Bootstrap = bootstrap()): Promise<Opened> {
  const time = { now: NOW };
  const port = new FakePort();
  const store = new Store({ port, scope: 'https://api.example/v1', now: () => time.now });
  void store.connect();
  (await port.next()).answer(document);
  await settled();
  return { store, port, time };
}
