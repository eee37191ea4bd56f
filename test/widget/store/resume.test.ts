import { expect } from '@open-wc/testing';
import type { Voucher } from '../../../src/contract/types.js';
import { walletOf } from '../../../src/widget/store/selectors.js';
import { Store } from '../../../src/widget/store/store.js';
import { bootstrap, guestBootstrap, NOW, otherMember, redeemResult } from '../support/documents.js';
import { failure, lost } from '../support/fails.js';
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
      await confirm(320);
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
    ['a time that has not come', JSON.stringify([{ ...good, at: NOW + 1 }])],
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
      await confirm(320);
      await second;
      expect(balance()).to.equal(320);
    } finally {
      Object.defineProperty(window, 'sessionStorage', forbidden!);
    }
  });
});
