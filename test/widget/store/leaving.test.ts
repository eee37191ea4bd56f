import { expect } from '@open-wc/testing';
import { Store } from '../../../src/widget/store/store.js';
import { walletOf } from '../../../src/widget/store/selectors.js';
import { bootstrap, otherMember, redeemResult } from '../support/documents.js';
import { failure, lost } from '../support/fails.js';
import { FakePort, settled } from '../support/fake-port.js';

describe('what is answered in the very moment in which the shopper signs out', () => {
  let port: FakePort;
  let store: Store;
  let told: string[];

  beforeEach(async () => {
    sessionStorage.clear();
    port = new FakePort();
    told = [];
    store = new Store({
      port,
      scope: 'https://api.example/v1',
      onRedeemed: ({ id }) => told.push(id),
      onError: (_error, what) => told.push(what),
    });
    void store.connect();
    (await port.next()).answer(bootstrap());
    await settled();
  });

  /** Someone else is there, and nothing of the one before. */
  const someoneElse = async (): Promise<void> => {
    const changing = store.changeIdentity();
    (await port.next()).answer({ ...bootstrap(), me: otherMember() });
    await changing;
  };
  const seesTheirOwn = (): void => {
    const { activity, found } = store.snapshot;
    expect(walletOf(store.snapshot)?.available).to.equal(55);
    expect(activity.status).to.equal('idle');
    expect(found).to.deep.equal({});
    expect(told).to.be.empty;
  };

  it('is not shown to the next: a list', async () => {
    const loading = store.load('activity');
    (await port.next()).answer({ items: bootstrap().me!.activity, next: null });
    await someoneElse();
    await loading;
    seesTheirOwn();
  });

  it('is not shown to the next: what a block has asked', async () => {
    const looking = store.look('quote', { id: 'slide', spend: 300 });
    (await port.next()).answer({});
    await someoneElse();
    await looking;
    seesTheirOwn();
  });

  it('is not shown to the next: a reward', async () => {
    const redeeming = store.request('redeem', { id: 'off5' });
    (await port.next()).answer(redeemResult());
    await someoneElse();
    expect(await redeeming).to.be.undefined;
    seesTheirOwn();
  });

  it('is not shown to the next: a prize that was still being drawn', async () => {
    let reveal = (): void => undefined;
    const revealed = new Promise<void>((resolve) => (reveal = resolve));
    const redeeming = store.request('redeem', { id: 'wheel' }, revealed);
    (await port.next()).answer(redeemResult());
    await redeeming;
    await someoneElse();
    reveal();
    await settled();
    seesTheirOwn();
  });
});

describe('a document for the shopper', () => {
  const open = (told: string[]) => {
    const port = new FakePort();
    const onError = (_: unknown, what: string): void => void told.push(what);
    return { port, store: new Store({ port, scope: 'https://api.example/v1', onError }) };
  };

  it('is handed over and not kept', async () => {
    const { port, store } = open([]);
    const before = store.snapshot;
    const reading = store.read('export');
    const document = { exportedAt: '2026-11-22T09:31:00Z' };
    (await port.next()).answer(document);
    expect(await reading).to.equal(document);
    expect(store.snapshot).to.equal(before);
  });

  it('that does not come is told to the shop and to who asked', async () => {
    const told: string[] = [];
    const { port, store } = open(told);
    const reading = failure(store.read('export'));
    (await port.next()).fail(lost());
    expect((await reading).code).to.equal('timeout');
    expect(told).to.deep.equal(['export']);
  });
});
