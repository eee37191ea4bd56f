import { expect } from '@open-wc/testing';
import type { Bootstrap } from '../../../src/contract/types.js';
import { choicesOf, choose, markOf } from '../../../src/widget/store/choices.js';
import { walletOf } from '../../../src/widget/store/selectors.js';
import { bootstrap, guestBootstrap, redeemResult } from '../support/documents.js';
import { failure, lost } from '../support/fails.js';
import { openedStore, type Opened } from '../support/opened-store.js';

describe('spending', () => {
  let port: Opened['port'];
  let store: Opened['store'];
  let time: Opened['time'];

  const open = async (document?: Bootstrap) => {
    ({ port, store, time } = await openedStore(document));
  };

  beforeEach(async () => {
    sessionStorage.clear();
    localStorage.clear();
    await open();
  });

  it('by a balance of an hour ago looks at it again first', async () => {
    time.now += 3_600_000;
    const redeeming = store.request('redeem', { id: 'off5' });
    const look = await port.next();
    expect(look.name).to.equal('bootstrap');
    look.answer(bootstrap());
    const redeem = await port.next();
    expect(redeem.name).to.equal('redeem');
    redeem.answer(redeemResult());
    expect((await redeeming)?.voucher?.id).to.equal('v_78');
  });

  it('by a balance of an hour ago that nobody can look at sends nothing', async () => {
    time.now += 3_600_000;
    const redeeming = failure(store.request('redeem', { id: 'off5' }));
    (await port.next()).fail(lost());
    expect(await redeeming).to.include({ code: 'stale', isUnsent: true });
    expect(port.names).to.deep.equal(['bootstrap', 'bootstrap']);
    expect([...store.snapshot.busy], 'it may be pressed again').to.be.empty;
  });

  it('asks nothing before where news come by themselves', async () => {
    time.now += 3_600_000;
    store.isLive = true;
    void store.request('redeem', { id: 'off5' });
    expect((await port.next()).name).to.equal('redeem');
  });

  const program = bootstrap().program!.id;
  const goal = (reward: string) => ({ reward, by: markOf('c_1001') });

  it('what was saved for ends the saving', async () => {
    choose(program, { goal: goal('off5') });
    const redeeming = store.request('redeem', { id: 'off5' });
    (await port.next()).answer(redeemResult());
    await redeeming;
    expect(choicesOf(program).goal).to.be.undefined;
  });

  it('something else leaves the goal where it is', async () => {
    choose(program, { goal: goal('off5') });
    const redeeming = store.request('redeem', { id: 'slide', spend: 100 });
    (await port.next()).answer(redeemResult());
    await redeeming;
    expect(choicesOf(program).goal?.reward).to.equal('off5');
  });

  it('is nothing a guest does, even where a server answers as if they were a member', async () => {
    await open(guestBootstrap());
    const claiming = store.request('claim', { id: 'ada7' });
    (await port.next()).answer({ state: 'pending', give: [], changes: redeemResult().changes });
    await claiming;
    expect(walletOf(store.snapshot)).to.be.undefined;
  });
});
