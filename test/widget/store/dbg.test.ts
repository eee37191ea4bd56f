import { Store } from '../../../src/widget/store/store.js';
import { bootstrap, NOW } from '../support/documents.js';
import { FakePort, settled } from '../support/fake-port.js';
it('dbg', async () => {
  const mk = async () => {
    const port = new FakePort();
    const store = new Store({ port, scope: 's', now: () => NOW });
    const c = store.connect(); (await port.next()).answer(bootstrap()); await c; await settled();
    return { port, store };
  };
  const a = await mk();
  void a.store.request('redeem', { id: 'off5', spend: 300 });
  await a.port.next();
  console.log(sessionStorage.getItem('loyalty-intents:s'));
  const b = await mk();
  console.log(b.port.names.join(), sessionStorage.getItem('loyalty-intents:s'));
});
