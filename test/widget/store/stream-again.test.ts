import { expect } from '@open-wc/testing';
import type { StreamListener } from '../../../src/widget/client/stream.js';
import { Live, liveName } from '../../../src/widget/store/live.js';
import { Store } from '../../../src/widget/store/store.js';
import { bootstrap, guestBootstrap } from '../support/documents.js';
import { lost } from '../support/fails.js';
import { FakePort, settled, until } from '../support/fake-port.js';
import { HeldTimers } from '../support/held-timers.js';

/** A network whose stream comes when the test says so. */
class Streaming extends FakePort {
  readonly opened: { listener: StreamListener; come(): void; fail(error: Error): void }[] = [];
  closed = 0;

  listen(_: string, listener: StreamListener): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const before = this.closed;
      // As a browser does: its first event comes after whoever asked has the way to close it.
      const come = () => {
        resolve(() => void this.closed++);
        void settled().then(() => this.closed === before && listener.onOpen());
      };
      this.opened.push({ listener, come, fail: reject });
    });
  }
}

describe('a stream that ends', () => {
  let count = 0;
  let port: Streaming;
  let store: Store;
  let live: Live;
  let timers: HeldTimers;
  const chance = Math.random;

  const open = async (document = bootstrap()) => {
    const scope = `https://again.example/v1/${count++}`;
    port = new Streaming();
    store = new Store({ port, scope });
    const connecting = store.connect();
    (await port.next()).answer(document);
    await connecting;
    live = new Live(store, port, liveName(store, scope));
  };
  /** The tickets are spent: each opening asks for a new one. */
  const nextTicket = async (events: string | undefined = '/events?ticket=2') =>
    (await port.next()).answer({ ...bootstrap(), live: events ? { events } : {} });

  beforeEach(() => {
    // The longest of the waits, so that each is known; held, so that nobody waits.
    Math.random = () => 1;
    timers = new HeldTimers(1_000);
  });
  afterEach(() => {
    live.stop();
    timers.restore();
    Math.random = chance;
  });

  it('is opened again later and later while it does not come, and soon once it has come', async () => {
    await open();
    const waits = [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000];
    for (const [index, wait] of waits.entries()) {
      await until(() => port.opened.length === index + 1);
      port.opened[index]!.fail(lost());
      await timers.fire(wait);
      await nextTicket();
    }
    expect(store.isLive).to.be.false;
    await until(() => port.opened.length === waits.length + 1);
    port.opened.at(-1)!.come();
    await until(() => store.isLive);
    port.opened.at(-1)!.listener.onEnd();
    expect(store.isLive).to.be.false;
    await timers.fire(2_000);
    await nextTicket();
  });

  it('is not opened where the server has none any more', async () => {
    await open();
    await until(() => port.opened.length === 1);
    port.opened[0]!.listener.onEnd();
    await timers.fire(2_000);
    await nextTicket('');
    await settled();
    expect(port.opened).to.have.length(1);
    expect(timers.size).to.equal(0);
  });

  it('after the page has let go is not opened again', async () => {
    await open();
    await until(() => port.opened.length === 1);
    port.opened[0]!.come();
    await until(() => store.isLive);
    live.stop();
    expect(port.closed).to.equal(1);
    port.opened[0]!.listener.onEnd();
    await settled();
    expect(timers.size).to.equal(0);
    expect(store.isLive).to.be.false;
  });

  it('that comes after the page has let go is closed at once', async () => {
    await open();
    await until(() => port.opened.length === 1);
    live.stop();
    port.opened[0]!.come();
    await until(() => port.closed === 1);
  });

  it('is not begun where the page lets go before the tabs have agreed', async () => {
    await open();
    live.stop();
    await settled();
    expect(port.opened).to.be.empty;
  });

  it('has the name of the member, and a guest’s is nobody’s', async () => {
    await open();
    expect(liveName(store, 'https://a.example')).to.equal('loyalty-live https://a.example c_1001');
    live.stop();
    await open(guestBootstrap());
    expect(liveName(store, 'https://a.example')).to.equal('loyalty-live https://a.example ');
  });

  it('looks at the server where changes that another tab passed on cannot be checked', async () => {
    await open();
    await until(() => port.opened.length === 1);
    const channel = new BroadcastChannel(liveName(store, `https://again.example/v1/${count - 1}`));
    channel.postMessage({ type: 'changes', changes: { rev: 'm_1', wallets: [] } });
    const look = await port.next();
    channel.close();
    expect(look.name).to.equal('bootstrap');
  });
});
