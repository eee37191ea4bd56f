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
      expect(await asking).to.deep.equal({ changes: { rev: 'm2' } });
    });
  }

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
    await second;
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

  describe('and not answered before the page was loaded anew', () => {
    const press = async () => {
      void redeem(300)?.catch(() => undefined);
      return keyOf(await port.next());
    };

    it('is asked again with its key and its wish, and what came of it is shown', async () => {
      const key = await press();
      await load();
      const resumed = await port.next();
      expect(resumed.name).to.equal('redeem');
      expect(resumed.call).to.deep.include({ id: 'off5', key, body: { spend: 300 } });
      resumed.answer(redeemResult());
      await settled();
      expect(balance()).to.equal(320);
      expect(redeemed).to.deep.equal([['v_78', 'off5']]);
      expect(stored()).to.be.empty;
    });

    it('is pressed again while it is resumed: still one key', async () => {
      const key = await press();
      await load();
      expect(keyOf(await port.next())).to.equal(key);
      void redeem(300);
      expect(keyOf(await port.next())).to.equal(key);
    });

    it('is never sent for another member', async () => {
      await press();
      await load({ ...bootstrap(), me: otherMember() });
      expect(port.names).to.deep.equal(['bootstrap']);
    });

    it('is never sent for a guest', async () => {
      await press();
      await load(guestBootstrap());
      expect(port.names).to.deep.equal(['bootstrap']);
    });

    it('is not sent after a day: the server keeps no key so long', async () => {
      await press();
      await load(bootstrap(), () => NOW + 24 * 3_600_000);
      expect(port.names).to.deep.equal(['bootstrap']);
    });

    it('is forgotten when the shopper signs out', async () => {
      await press();
      await load({ ...bootstrap(), me: otherMember() });
      const changing = store.changeIdentity();
      expect(stored()).to.be.empty;
      (await port.next()).answer(guestBootstrap());
      await changing;
    });

    it('that fails again throws nothing into the page, and stays', async () => {
      const key = await press();
      await load();
      (await port.next()).fail(lost());
      await settled();
      expect(stored().map((intent) => intent.key)).to.deep.equal([key]);
      expect(errors).to.deep.equal(['redeem: timeout']);
    });
  });

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

  const good = { key: 'k'.repeat(20), name: 'redeem', id: 'off5', member: 'c_1001', at: NOW };
  const forged: [what: string, text: string][] = [
    ['no JSON', '{'],
    ['a number', '7'],
    ['an object', JSON.stringify(good)],
    ['null in a list', '[null]'],
    [
      'a key that would break the header',
      JSON.stringify([{ ...good, key: 'x\r\nevil: 1'.repeat(3) }]),
    ],
    ['a key that is too short', JSON.stringify([{ ...good, key: 'short' }])],
    ['an action that does not exist', JSON.stringify([{ ...good, name: 'constructor' }])],
    ['an action that is no text', JSON.stringify([{ ...good, name: { toString: 1 } }])],
    ['an id that is no text', JSON.stringify([{ ...good, id: 7 }])],
    ['a body that is no object', JSON.stringify([{ ...good, body: 'spend=1' }])],
    ['no time', JSON.stringify([{ ...good, at: undefined }])],
    ['another member', JSON.stringify([{ ...good, member: 'c_2002' }])],
  ];
  for (const [what, text] of forged) {
    it(`is never made of what someone else wrote into the storage: ${what}`, async () => {
      sessionStorage.setItem(STORED, text);
      await load();
      expect(port.names).to.deep.equal(['bootstrap']);
      void redeem();
      expect((await port.next()).name, 'and the shopper can still redeem').to.equal('redeem');
    });
  }

  it('works where storage is forbidden', async () => {
    const forbidden = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    try {
      await load();
      const first = failure(redeem());
      const one = await port.next();
      one.fail(lost());
      await first;
      const second = redeem();
      const two = await port.next();
      expect(keyOf(two), 'in memory it holds for this page').to.equal(keyOf(one));
      two.answer(redeemResult());
      await second;
      expect(balance()).to.equal(320);
    } finally {
      Object.defineProperty(window, 'sessionStorage', forbidden!);
    }
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
