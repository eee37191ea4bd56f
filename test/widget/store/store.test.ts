import { expect } from '@open-wc/testing';
import { valueOf } from '../../../src/widget/store/remote.js';
import { failureOf, phaseOf, walletOf } from '../../../src/widget/store/selectors.js';
import { Store, type StoreListeners } from '../../../src/widget/store/store.js';
import { bootstrap, guestBootstrap, me, NOW } from '../support/documents.js';
import { lost } from '../support/fails.js';
import { FakePort, settled } from '../support/fake-port.js';

const line = (id: string) => ({ ...me().activity[0]!, id });

describe('the store', () => {
  let port: FakePort;
  let store: Store;
  let heard: string[];

  const make = (listeners: Partial<StoreListeners> = {}) =>
    new Store({
      port,
      scope: 'https://api.example/v1',
      now: () => NOW,
      onError: (error, what) => heard.push(`${what}: ${(error as { code: string }).code}`),
      ...listeners,
    });
  const balance = () => walletOf(store.snapshot)?.available;

  beforeEach(() => {
    sessionStorage.clear();
    port = new FakePort();
    heard = [];
    store = make();
  });

  const connect = async (document = bootstrap()) => {
    const connecting = store.connect();
    (await port.next()).answer(document);
    await connecting;
  };

  describe('connecting', () => {
    it('asks once, however many want to show it', async () => {
      const stops = [1, 2, 3].map(() => store.subscribe(() => undefined));
      (await port.next()).answer(bootstrap());
      await settled();
      stops.push(store.subscribe(() => undefined));
      await settled();
      expect(port.names).to.deep.equal(['bootstrap']);
      expect(phaseOf(store.snapshot)).to.equal('member');
    });

    it('asks nothing for who only looks on', async () => {
      store.observe(() => undefined);
      await settled();
      expect(port.calls).to.be.empty;
      expect(phaseOf(store.snapshot)).to.equal('loading');
    });

    it('asks nothing where the page has printed the document', async () => {
      await store.connect(bootstrap());
      expect(port.calls).to.be.empty;
      expect(balance()).to.equal(620);
    });

    it('asks nothing for a guest while the page rests, and for a member at once', async () => {
      port.isMember = false;
      await store.connectIfSignedIn();
      expect(port.calls).to.be.empty;
      port.isMember = true;
      const connecting = store.connectIfSignedIn();
      (await port.next()).answer(bootstrap());
      await connecting;
      expect(balance()).to.equal(620);
    });

    it('shows a guest as a guest', async () => {
      await connect(guestBootstrap());
      expect(phaseOf(store.snapshot)).to.equal('guest');
    });

    it('knows how far the device’s clock is off', async () => {
      store = make({});
      await connect({ ...bootstrap(), now: new Date(NOW + 90_000).toISOString() });
      expect(store.snapshot.skew).to.equal(90_000);
    });

    it('says why it failed, and asks anew when the shopper presses Retry', async () => {
      const connecting = store.connect();
      (await port.next()).fail(lost());
      await connecting;
      expect(phaseOf(store.snapshot)).to.equal('failed');
      expect(failureOf(store.snapshot)).to.equal('timeout');
      expect(heard).to.deep.equal(['bootstrap: timeout']);
      const retry = store.retry('program');
      (await port.next()).answer(bootstrap());
      await retry;
      expect(phaseOf(store.snapshot)).to.equal('member');
    });

    it('to a server that keeps the programme to itself can be tried again, too', async () => {
      await connect({ ...bootstrap(), program: null });
      expect(phaseOf(store.snapshot)).to.equal('failed');
      const retry = store.retry('program');
      (await port.next()).answer(bootstrap());
      await retry;
      expect(phaseOf(store.snapshot)).to.equal('member');
    });

    it('may fail without a code, and throws nothing into the page', async () => {
      const connecting = store.connect();
      (await port.next()).fail(new Error('odd'));
      await connecting;
      expect(failureOf(store.snapshot)).to.equal('unknown');
    });
  });

  describe('refreshing', () => {
    it('names the revision that it holds, and keeps the programme when that still holds', async () => {
      await connect();
      const before = valueOf(store.snapshot.program);
      const refreshing = store.refresh();
      const call = await port.next();
      expect(call.call.query).to.deep.equal({ rev: 'p7f3' });
      expect(balance(), 'what is shown stays').to.equal(620);
      call.answer({ ...bootstrap(), program: null });
      await refreshing;
      expect(valueOf(store.snapshot.program)).to.equal(before);
    });

    it('shows the newest question’s answer, in whatever order answers come', async () => {
      await connect();
      const both = [store.refresh(), store.refresh()];
      const [old, young] = [await port.next(), await port.next()];
      const withBalance = (available: number) => {
        const document = bootstrap();
        document.me!.wallets[0] = { ...document.me!.wallets[0]!, available };
        return document;
      };
      young.answer(withBalance(700));
      await settled();
      old.answer(withBalance(100));
      await Promise.all(both);
      expect(balance()).to.equal(700);
    });

    it('does not let an overtaken failure spoil what the newer answer showed', async () => {
      await connect();
      const both = [store.refresh(), store.refresh()];
      const [old, young] = [await port.next(), await port.next()];
      young.answer(bootstrap());
      await settled();
      old.fail(lost());
      await Promise.all(both);
      expect(store.snapshot.me.status).to.equal('fresh');
      expect(heard).to.be.empty;
    });

    it('that fails keeps the last good state, and marks it', async () => {
      await connect();
      const refreshing = store.refresh();
      (await port.next()).fail(lost());
      await refreshing;
      expect(balance()).to.equal(620);
      expect(store.snapshot.me.status).to.equal('stale');
      expect(phaseOf(store.snapshot)).to.equal('member');
    });
  });

  describe('a list that grows page by page', () => {
    it('that fails leaves everything else as it is, and can be tried again', async () => {
      await connect();
      const { program, me: member, vouchers } = store.snapshot;
      const loading = store.load('activity');
      (await port.next()).fail(lost());
      await loading;
      expect(store.snapshot.activity.status).to.equal('failed');
      expect(store.snapshot).to.include({ program, me: member, vouchers });
      const retry = store.retry('activity');
      (await port.next()).answer({ items: [line('a')], next: null });
      await retry;
      expect(valueOf(store.snapshot.activity)?.items).to.have.length(1);
    });

    it('asks for the next page by its cursor, and for nothing beyond the last', async () => {
      await connect();
      const first = store.load('activity');
      (await port.next()).answer({ items: [line('a')], next: 'c2' });
      await first;
      const second = store.load('activity', true);
      const call = await port.next();
      expect(call.call.query).to.deep.equal({ limit: 20, cursor: 'c2' });
      call.answer({ items: [line('b')] });
      await second;
      await store.load('activity', true);
      expect(port.names).to.deep.equal(['bootstrap', 'activity', 'activity']);
      expect(valueOf(store.snapshot.activity)?.items.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    });

    it('is asked for once while an answer is on its way', async () => {
      await connect();
      const both = [store.load('vouchers'), store.load('vouchers')];
      (await port.next()).answer({ items: [], next: null });
      await Promise.all(both);
      expect(port.names).to.deep.equal(['bootstrap', 'vouchers']);
    });

    it('keeps what it had when the next page fails', async () => {
      await connect();
      const first = store.load('activity');
      (await port.next()).answer({ items: [line('a')], next: 'c2' });
      await first;
      const second = store.load('activity', true);
      (await port.next()).fail(lost());
      await second;
      expect(store.snapshot.activity.status).to.equal('stale');
      expect(valueOf(store.snapshot.activity)?.items).to.have.length(1);
    });
  });

  describe('let go', () => {
    it('and used again asks anew', async () => {
      const connecting = store.connect();
      const first = await port.next();
      store.disconnect();
      await connecting;
      expect(first.call.signal?.aborted).to.be.true;
      const again = store.connect();
      (await port.next()).answer(bootstrap());
      await again;
      expect(balance()).to.equal(620);
      expect(heard, 'letting go is no failure').to.be.empty;
    });
  });

  it('hands out states that nobody can change, and only changed parts are new', async () => {
    await connect();
    const before = store.snapshot;
    expect(before).to.be.frozen;
    const loading = store.load('activity');
    (await port.next()).answer({ items: [], next: null });
    await loading;
    expect(store.snapshot).not.to.equal(before);
    expect(store.snapshot.me).to.equal(before.me);
  });
});
