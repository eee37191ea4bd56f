import { expect } from '@open-wc/testing';
import type { Voucher } from '../../../src/contract/types.js';
import { withNews } from '../../../src/widget/store/changes.js';
import { requests, type RequestName } from '../../../src/widget/store/requests.js';
import { valueOf } from '../../../src/widget/store/remote.js';
import { walletOf } from '../../../src/widget/store/selectors.js';
import { Store } from '../../../src/widget/store/store.js';
import { bootstrap, guestBootstrap, NOW, otherMember, redeemResult } from '../support/documents.js';
import { failure, lost, refused } from '../support/fails.js';
import { FakePort, settled, type SeenCall } from '../support/fake-port.js';

const SCOPE = 'https://api.example/v1';
const STORED = `loyalty-intents:${SCOPE}`;

describe('what the shopper asks for', () => {
  let port: FakePort;
  let store: Store;
  let redeemed: [string, string][];
  let errors: string[];

  /** A page load: a new store over the same tab's storage. */
  const load = async (document = bootstrap(), now = () => NOW) => {
    port = new FakePort();
    store = new Store({
      port,
      scope: SCOPE,
      now,
      onRedeemed: (voucher: Voucher, rewardId) => redeemed.push([voucher.id, rewardId]),
      onError: (error, what) => errors.push(`${what}: ${(error as { code: string }).code}`),
    });
    void store.connect();
    (await port.next()).answer(document);
    await settled();
  };
  const balance = () => walletOf(store.snapshot)?.available;
  const stored = () => JSON.parse(sessionStorage.getItem(STORED) ?? '[]') as { key: string }[];
  /** An answer to a repeated wish may be an old one: the truth is asked for, and given here. */
  const confirm = async (available: number) => {
    const call = await port.next();
    expect(call.name).to.equal('bootstrap');
    const now = bootstrap();
    now.me!.wallets[0] = { ...now.me!.wallets[0]!, available };
    call.answer(now);
  };
  const keyOf = ({ call }: SeenCall) => call.key;
  const redeem = (spend?: number) => store.request('redeem', { id: 'off5', spend });

  beforeEach(async () => {
    sessionStorage.clear();
    redeemed = [];
    errors = [];
    await load();
  });

  const details: { [Name in RequestName]: [detail: object, body: object | undefined] } = {
    redeem: [{ id: 'x', spend: 300, choice: undefined }, { spend: 300 }],
    cancel: [{ id: 'x' }, undefined],
    seen: [{ id: 'x' }, undefined],
    complete: [{ id: 'x', answers: { score: 9 } }, { answers: { score: 9 } }],
    'opt-in': [{ id: 'x' }, undefined],
    'opt-out': [{ id: 'x' }, undefined],
    invite: [{ id: 'x' }, { channel: 'x' }],
    claim: [{ id: 'x' }, { code: 'x' }],
    profile: [{ id: 'x', patch: { alias: 'Oakley' } }, { alias: 'Oakley' }],
    leave: [{ id: 'x' }, undefined],
  };
  for (const name of Object.keys(requests) as RequestName[]) {
    it(`“${name}” is one call with a key, and sends nothing but ids and wishes`, async () => {
      const [detail, body] = details[name];
      const asking = store.request(name, detail as never);
      const seen = await port.next();
      expect(seen.name).to.equal(requests[name].route);
      expect(seen.call.id).to.equal('x');
      expect(seen.call.body).to.deep.equal(body);
      expect(keyOf(seen)).to.match(/^[\w-]{16,64}$/);
      seen.answer({ changes: { rev: 'm2' } });
      if (requests[name].isWide) await confirm(620);
      expect(await asking).to.deep.equal({ changes: { rev: 'm2' } });
    });
  }

  it('gives away nothing of a draw before its result lies open', async () => {
    let reveal: () => void = () => undefined;
    const revealed = new Promise<void>((resolve) => (reveal = resolve));
    const asking = store.request('redeem', { id: 'wheel' }, revealed);
    (await port.next()).answer(redeemResult());
    expect((await asking)?.voucher?.id).to.equal(redeemResult().voucher.id);
    await settled();
    expect(balance()).to.equal(620);
    expect(redeemed).to.be.empty;
    reveal();
    await settled();
    expect(balance()).not.to.equal(620);
    expect(redeemed).to.have.length(1);
  });

  it('asks what is true by now where something else came in while a result was played out', async () => {
    let reveal: () => void = () => undefined;
    const asking = store.request(
      'redeem',
      { id: 'wheel' },
      new Promise<void>((resolve) => (reveal = resolve)),
    );
    (await port.next()).answer(redeemResult());
    await asking;
    void store.refresh();
    await confirm(700);
    await settled();
    reveal();
    await confirm(750);
    await settled();
    expect(balance()).to.equal(750);
  });

  it('lets a guest claim what a friend promised, and nothing else', async () => {
    await load(guestBootstrap());
    expect(await redeem()).to.be.undefined;
    const asking = store.request('claim', { id: 'ada7' });
    const seen = await port.next();
    expect(seen.name).to.equal('claims');
    seen.answer({ code: 'ada7', state: 'pending', give: [] });
    expect(await asking).to.deep.equal({ code: 'ada7', state: 'pending', give: [] });
  });

  it('moves the balance when the server has confirmed it, not before', async () => {
    const asking = redeem();
    const seen = await port.next();
    expect(balance()).to.equal(620);
    expect([...store.snapshot.busy]).to.deep.equal(['redeem:off5']);
    seen.answer(redeemResult());
    await asking;
    expect(balance()).to.equal(320);
    expect([...store.snapshot.busy]).to.be.empty;
    expect(redeemed).to.deep.equal([['v_78', 'off5']]);
    expect(sessionStorage.length, 'nothing is left behind').to.equal(0);
  });

  it('pressed twice is one call', async () => {
    const both = [redeem(), redeem()];
    (await port.next()).answer(redeemResult());
    expect(await Promise.all(both)).to.deep.equal([redeemResult(), undefined]);
    expect(port.names).to.deep.equal(['bootstrap', 'redeem']);
  });

  it('about two rewards at once are two calls with two keys', async () => {
    void redeem();
    void store.request('redeem', { id: 'slide', spend: 100 });
    const [one, two] = [await port.next(), await port.next()];
    expect(keyOf(one)).not.to.equal(keyOf(two));
  });

  it('by a guest is nothing to send', async () => {
    await load(guestBootstrap());
    expect(await redeem()).to.be.undefined;
    expect(port.names).to.deep.equal(['bootstrap']);
  });

  it('whose answer was lost is asked again with the same key when pressed again', async () => {
    const first = failure(redeem(300));
    const one = await port.next();
    one.fail(lost());
    expect((await first).code).to.equal('timeout');
    expect([...store.snapshot.busy], 'it may be pressed again').to.be.empty;
    const second = redeem(300);
    const two = await port.next();
    expect(keyOf(two)).to.equal(keyOf(one));
    two.answer(redeemResult());
    await confirm(100);
    await second;
    expect(balance(), 'what the stored answer says is older').to.equal(100);
    const third = redeem(300);
    const three = await port.next();
    expect(keyOf(three), 'a new wish is a new key').not.to.equal(keyOf(one));
    three.answer(redeemResult());
    await third;
  });

  it('with another amount is another wish, with a key of its own', async () => {
    const first = failure(redeem(300));
    const one = await port.next();
    one.fail(lost());
    await first;
    void redeem(400);
    expect(keyOf(await port.next())).not.to.equal(keyOf(one));
  });

  it('that was refused is closed: pressed again, it is a new wish', async () => {
    const first = failure(redeem());
    const one = await port.next();
    one.fail(refused('insufficient-balance'));
    expect((await first).code).to.equal('insufficient-balance');
    expect(errors).to.deep.equal(['redeem: insufficient-balance']);
    expect(stored()).to.be.empty;
    void redeem();
    expect(keyOf(await port.next())).not.to.equal(keyOf(one));
  });

  for (const code of ['token-expired', 'idempotency-key-in-progress']) {
    it(`that met “${code}” keeps its key`, async () => {
      const first = failure(redeem());
      const one = await port.next();
      one.fail(refused(code, 401));
      await first;
      void redeem();
      expect(keyOf(await port.next())).to.equal(keyOf(one));
    });
  }

  it('and answered after the shopper became someone else is not shown to that one', async () => {
    const asking = redeem();
    const late = await port.next();
    const changing = store.changeIdentity();
    late.answer(redeemResult());
    (await port.next()).answer({ ...bootstrap(), me: otherMember() });
    await changing;
    expect(await asking).to.be.undefined;
    expect(balance()).to.equal(55);
    expect(redeemed).to.be.empty;
    expect(stored()).to.be.empty;
  });

  it('has a key on a page that is not secure, too', async () => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      void redeem();
      expect(keyOf(await port.next())).to.match(/^[0-9a-f]{32}$/);
    } finally {
      Reflect.deleteProperty(crypto, 'randomUUID');
    }
  });

  it('stands first among the lines that were fetched before', async () => {
    const loading = store.load('activity');
    (await port.next()).answer({ items: bootstrap().me!.activity, next: null });
    await loading;
    const asking = redeem();
    (await port.next()).answer(redeemResult());
    await asking;
    const pages = valueOf(store.snapshot.activity)!;
    const ids = withNews(pages.items, valueOf(store.snapshot.me)!.activity).map(({ id }) => id);
    expect(ids).to.deep.equal(['t_6', 't_5']);
  });
});
