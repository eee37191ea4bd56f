import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { table } from '../../contract/page-contract.js';
import { decode } from '../../../src/contract/decode.js';
import type { Changes } from '../../../src/contract/types.js';
import type { StreamListener } from '../../../src/widget/client/stream.js';
import { Live, liveName } from '../../../src/widget/store/live.js';
import { walletOf } from '../../../src/widget/store/selectors.js';
import { Store } from '../../../src/widget/store/store.js';
import { bootstrap, me, redeemResult } from '../support/documents.js';
import { FakePort, settled, until } from '../support/fake-port.js';

/** A network whose stream speaks when the test says so. */
class StreamingPort extends FakePort {
  readonly listeners: StreamListener[] = [];
  closed = 0;

  listen(_: string, listener: StreamListener): Promise<() => void> {
    this.listeners.push(listener);
    listener.onOpen();
    return Promise.resolve(() => void this.closed++);
  }

  readChanges(data: unknown): Promise<Changes> {
    return Promise.resolve(decode('Changes', data, table, () => undefined));
  }
}

interface Tab {
  readonly port: StreamingPort;
  readonly store: Store;
  readonly live: Live;
  balance(): number | undefined;
}

const balanceOf = (value: number): Changes => ({
  rev: `m_${value}`,
  wallets: [{ ...me().wallets.find(({ unit }) => unit === 'pts')!, available: value }],
});

describe('news for all tabs of a browser', () => {
  const uncaught: unknown[] = [];
  const note = (event: Event): void => void uncaught.push(event);
  let scope: string;
  let count = 0;
  let tabs: Tab[];

  beforeEach(() => {
    scope = `https://api.example/v1/${count++}`;
    tabs = [];
    uncaught.length = 0;
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });
  afterEach(() => {
    for (const { live } of tabs) live.stop();
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(uncaught).to.be.empty;
  });

  /** A tab that shows 620 points and wants to hear more. */
  const openTab = async (): Promise<Tab> => {
    const port = new StreamingPort();
    const store = new Store({ port, scope });
    const connecting = store.connect();
    (await port.next()).answer({ ...bootstrap(), live: { events: '/events?ticket=t' } });
    await connecting;
    const live = new Live(store, port, liveName(store, scope));
    const tab = { port, store, live, balance: () => walletOf(store.snapshot)?.available };
    tabs.push(tab);
    return tab;
  };
  const leader = async (): Promise<Tab> => {
    const tab = await openTab();
    await until(() => tab.store.isLive);
    return tab;
  };

  it('come over one stream, and go on when the tab that has it leaves', async () => {
    const first = await leader();
    const second = await openTab();
    await until(() => second.store.isLive);
    expect(second.port.listeners).to.be.empty;
    first.port.listeners[0]!.onChanges(balanceOf(700));
    await until(() => first.balance() === 700 && second.balance() === 700);

    first.live.stop();
    expect(first.port.closed).to.equal(1);
    await until(() => second.port.listeners.length === 1 && second.store.isLive);
    second.port.listeners[0]!.onChanges(balanceOf(710));
    await until(() => second.balance() === 710);
    expect(first.balance()).to.equal(700);
  });

  describe('when somebody else speaks on the channel', () => {
    /** Anything but a message of ours that is whole. */
    const forged: readonly unknown[] = [
      null,
      'changes',
      7,
      [],
      {},
      { type: 'changes' },
      { type: 'changes', changes: null },
      { type: 'changes', changes: { rev: 5 } },
      { type: 'changes', changes: { rev: 'x', wallets: 'all' } },
      { type: 'changes', changes: { rev: 'x', wallets: [{ unit: 'pts', available: '1e9' }] } },
      { type: 'changes', changes: { rev: 'x', member: { id: { toString: 1 } } } },
      { type: 'live', isLive: 'yes' },
      { type: 'live' },
      { type: 'hello' },
      { type: '__proto__' },
      JSON.parse('{"__proto__":{"type":"news"},"type":{"type":"changes"}}'),
    ];
    const say = async (tab: Tab, message: unknown): Promise<void> => {
      const name = liveName(tab.store, scope);
      const [mouth, ear] = [new BroadcastChannel(name), new BroadcastChannel(name)];
      // Who listened first hears first: when it is here, the tab has heard it too.
      const heard = new Promise((resolve) => (ear.onmessage = resolve));
      mouth.postMessage(message);
      await heard;
      mouth.close();
      ear.close();
      await settled();
    };

    it('looks at the server again at most, and never shows what was said', async () => {
      const tab = await leader();
      const told = ({ store }: Tab) => JSON.stringify({ ...store.snapshot.me, at: 0 });
      const before = told(tab);
      for (const message of forged) {
        const asked = tab.port.calls.length;
        await say(tab, message);
        const news = tab.port.calls.slice(asked);
        expect(news.length, JSON.stringify(message)).to.be.at.most(1);
        for (const call of news) call.answer(bootstrap());
        await settled();
        expect(tab.balance(), JSON.stringify(message)).to.equal(620);
        tab.port.listeners[0]!.onOpen();
      }
      expect(told(tab)).to.equal(before);
    });

    it('is not troubled by any message at all', async () => {
      const tab = await leader();
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (type, rest) => {
          await say(tab, { type, changes: rest, isLive: rest });
          expect(tab.balance()).to.equal(620);
          expect(tab.port.names.slice(1)).to.be.empty;
          tab.port.listeners[0]!.onOpen();
        }),
        { numRuns: 50 },
      );
    });
  });

  describe('when the tabs cannot agree who has the stream', () => {
    const { locks } = navigator;
    const withLocks = (value: unknown): void =>
      void Object.defineProperty(navigator, 'locks', { configurable: true, value });
    afterEach(() => Reflect.deleteProperty(navigator, 'locks'));

    const redeems = async ({ store, port }: Tab): Promise<void> => {
      const redeeming = store.request('redeem', { id: 'off5' });
      await until(() => port.names.includes('redeem'));
      port.calls.find(({ name }) => name === 'redeem')!.answer(redeemResult());
      await redeeming;
    };

    it('each has its own where a browser knows no locks', async () => {
      Reflect.deleteProperty(Navigator.prototype, 'locks');
      try {
        const [first, second] = [await leader(), await leader()];
        expect([first, second].map(({ port }) => port.listeners.length)).to.deep.equal([1, 1]);
      } finally {
        Object.defineProperty(Navigator.prototype, 'locks', {
          configurable: true,
          enumerable: true,
          get: () => locks,
        });
      }
    });

    it('looks for itself and redeems all the same where the lock is never given', async () => {
      withLocks({ request: () => new Promise(() => undefined) });
      const tab = await openTab();
      await settled();
      expect(tab.store.isLive).to.be.false;
      await redeems(tab);
    });

    it('goes on where the lock is refused', async () => {
      withLocks({ request: () => Promise.reject(new DOMException('no', 'SecurityError')) });
      await redeems(await openTab());
    });

    it('goes on where the lock is stolen', async () => {
      const tab = await leader();
      let release = (): void => undefined;
      void locks.request(
        liveName(tab.store, scope),
        { steal: true },
        () => new Promise<void>((resolve) => (release = resolve)),
      );
      await settled();
      await redeems(tab);
      release();
    });
  });
});
