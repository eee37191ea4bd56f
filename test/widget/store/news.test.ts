import { expect } from '@open-wc/testing';
import type { Bootstrap, Me } from '../../../src/contract/types.js';
import { walletOf } from '../../../src/widget/store/selectors.js';
import { bootstrap, guestBootstrap } from '../support/documents.js';
import { openedStore, type Opened } from '../support/opened-store.js';

describe('what the server says of itself', () => {
  let port: Opened['port'];
  let store: Opened['store'];
  let time: Opened['time'];

  const open = async (document?: Bootstrap) => {
    ({ port, store, time } = await openedStore(document));
  };
  const with700 = (before: Me): Me => ({
    ...before,
    rev: 'm_700',
    wallets: before.wallets.map((wallet) =>
      wallet.unit === 'pts' ? { ...wallet, available: 700 } : wallet,
    ),
  });
  const balance = () => walletOf(store.snapshot)?.available;

  beforeEach(async () => {
    await open();
  });

  it('is shown, and once', async () => {
    await store.hear('m_700', with700);
    expect(balance()).to.equal(700);
    const before = store.snapshot;
    await store.hear('m_700', with700);
    expect(store.snapshot, 'this page knows it already').to.equal(before);
  });

  it('is newer than what is being fetched meanwhile, and nothing waits for that any more', async () => {
    const refreshing = store.refresh();
    const late = await port.next();
    await store.hear('m_700', with700);
    expect(store.snapshot.program.status).to.equal('fresh');
    late.answer(bootstrap());
    await refreshing;
    expect(balance()).to.equal(700);
  });

  it('is nothing to a guest', async () => {
    await open(guestBootstrap());
    const before = store.snapshot;
    await store.hear('m_700', with700);
    expect(store.snapshot).to.equal(before);
  });

  it('comes from an address that is good once, and for half a minute', async () => {
    const address = bootstrap().live!.events;
    expect(await store.eventsAddress()).to.equal(address);
    expect(port.names).to.deep.equal(['bootstrap']);
    const again = store.eventsAddress();
    (await port.next()).answer({ ...bootstrap(), live: { events: '/events?ticket=2' } });
    expect(await again, 'a new one for the second time').to.equal('/events?ticket=2');

    const fetching = store.refresh();
    (await port.next()).answer(bootstrap());
    await fetching;
    time.now += 30_000;
    const late = store.eventsAddress();
    (await port.next()).answer({ ...bootstrap(), live: { events: '/events?ticket=3' } });
    expect(await late).to.equal('/events?ticket=3');
  });

  const polls: [live: Bootstrap['live'], seconds: number][] = [
    [undefined, 60],
    [{}, 60],
    [{ poll: 0 }, 0],
    [{ poll: -5 }, 0],
    [{ poll: 1 }, 15],
    [{ poll: 120 }, 120],
    [{ poll: 1e9 }, 3_600],
  ];
  for (const [live, seconds] of polls) {
    it(`looks ${seconds ? `every ${seconds} s` : 'never'} where it says ${JSON.stringify(live) ?? 'nothing'}`, async () => {
      const document = bootstrap();
      delete document.live;
      await open({ ...document, ...(live && { live }) });
      expect(store.pollSeconds).to.equal(seconds);
    });
  }
});
