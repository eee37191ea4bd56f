import { expect } from '@open-wc/testing';
import { valueOf } from '../../../src/widget/store/remote.js';
import { phaseOf, walletOf } from '../../../src/widget/store/selectors.js';
import { Store, type StoreListeners } from '../../../src/widget/store/store.js';
import { bootstrap, me, NOW, otherMember } from '../support/documents.js';
import { refused } from '../support/fails.js';
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

  describe('when the shopper becomes someone else', () => {
    it('nothing of the one before is there any more, at once', async () => {
      await connect();
      const loading = store.load('activity');
      (await port.next()).answer({ items: [line('a')], next: null });
      await loading;
      const seen: unknown[] = [];
      store.observe(() => seen.push(valueOf(store.snapshot.me)?.member.id));
      const changing = store.changeIdentity();
      expect(phaseOf(store.snapshot)).to.equal('loading');
      expect(valueOf(store.snapshot.activity)).to.be.undefined;
      expect(port.forgotten).to.equal(1);
      (await port.next()).answer({ ...bootstrap(), program: null, me: otherMember() });
      await changing;
      expect(seen).not.to.include('c_1001');
      expect(balance()).to.equal(55);
    });

    it('in another tab, the state of the one before goes as well', async () => {
      await connect();
      void store.refresh();
      (await port.next()).fail(refused('identity-changed', 401));
      const again = await port.next();
      expect(phaseOf(store.snapshot)).to.equal('loading');
      again.answer({ ...bootstrap(), program: null, me: otherMember() });
      await settled();
      expect(balance()).to.equal(55);
    });

    it('late answers for the one before are not shown', async () => {
      await connect();
      const refreshing = store.refresh();
      const late = await port.next();
      const listing = store.load('vouchers');
      const lateList = await port.next();
      const changing = store.changeIdentity();
      late.answer(bootstrap());
      lateList.answer({ items: me().vouchers, next: null });
      (await port.next()).answer({ ...bootstrap(), me: otherMember() });
      await Promise.all([changing, refreshing, listing]);
      expect(late.call.signal?.aborted).to.be.true;
      expect(balance()).to.equal(55);
      expect(store.snapshot.vouchers.status).to.equal('idle');
    });

    it('and the server answers for another one unasked, the lists of the one before go', async () => {
      await connect();
      const loading = store.load('activity');
      (await port.next()).answer({ items: [line('a')], next: null });
      await loading;
      const refreshing = store.refresh();
      (await port.next()).answer({ ...bootstrap(), me: otherMember() });
      await refreshing;
      expect(store.snapshot.activity.status).to.equal('idle');
    });

    it('a fact is never told between two members', async () => {
      const told: string[] = [];
      store = make({ onMe: (before, after) => told.push(`${before.rev} ${after.rev}`) });
      await connect();
      expect(told, 'nothing on the first load').to.be.empty;
      const other = store.refresh();
      (await port.next()).answer({ ...bootstrap(), me: otherMember() });
      await other;
      expect(told).to.be.empty;
      const again = store.refresh();
      (await port.next()).answer({ ...bootstrap(), me: { ...otherMember(), rev: 'm_3' } });
      await again;
      expect(told).to.deep.equal(['m_c_2002 m_3']);
    });
  });
});
