import { expect } from '@open-wc/testing';
import type { Bootstrap, CartPreview, CartRequest } from '../../../src/contract/types.js';
import '../../../src/widget/blocks/cart.js';
import type { LoyaltyCart } from '../../../src/widget/blocks/cart.js';
import { Provision } from '../../../src/widget/context/store-context.js';
import { ApplyRequestEvent } from '../../../src/widget/events/requests.js';
import { answerRequests } from '../../../src/widget/shell/requests.js';
import { Store } from '../../../src/widget/store/store.js';
import { audit } from '../support/audit.js';
import { bootstrap, guestBootstrap, me, NOW, program, redeemResult } from '../support/documents.js';
import { lost } from '../support/fails.js';
import { FakePort, settled, until } from '../support/fake-port.js';
import { place, rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const order: CartRequest = {
  currency: 'EUR',
  subtotal: 18_990,
  lines: [{ product: 'grinder', qty: 1, total: 18_990 }],
};
/** What taking "€5 off" answers. */
const taken = () => {
  const result = redeemResult();
  const { voucher, changes } = result;
  return {
    voucher: { ...voucher, title: '€5 off', code: 'OAK-5', source: { kind: 'reward', id: 'off5' } },
    changes,
  };
};
const available = { state: 'available' };
const eur = (value: number) => ({ unit: 'eur', value });
const preview: CartPreview = {
  earns: [{ unit: 'pts', value: 189 }],
  tracks: [
    { track: 'vip', reaches: 'oak' },
    { track: 'coffee', have: [{ unit: 'stamp', value: 8 }] },
    { track: 'gone', reaches: 'x' },
  ],
  rewards: [
    { reward: 'off5', availability: available, saves: eur(500), combines: true },
    { reward: 'slide', availability: available, saves: eur(600) },
    {
      reward: 'wheel',
      availability: { state: 'cart', missing: [eur(1_200)], text: 'More, please.' },
    },
    { reward: 'gone', availability: available },
  ],
  vouchers: [{ voucher: 'v_77', availability: available, saves: eur(2_848), combines: false }],
  best: { kind: 'voucher', id: 'v_77' },
};

describe('the cart’s block', () => {
  let port: FakePort;
  let host: HTMLElement;
  let store: Store;
  let applyUrl: string | undefined;
  let applied: string[];
  const life = { end: new AbortController() };

  beforeEach(async () => {
    sessionStorage.clear();
    localStorage.clear();
    port = new FakePort();
    host = await place();
    applyUrl = '/d/{code}';
    store = new Store({ port, scope: 'cart', now: () => NOW, settings: () => ({ applyUrl }) });
    const provision = new Provision(host);
    provision.set(store, await wordsIn('en'));
    provision.connect();
    life.end = new AbortController();
    applied = [];
    host.addEventListener(ApplyRequestEvent.type, (event) => {
      event.preventDefault();
      applied.push(String(event.detail.url));
    });
    answerRequests(host, { store }, life.end.signal);
  });
  afterEach(() => life.end.abort());

  const add = async (properties: Partial<LoyaltyCart> = { cart: order }): Promise<LoyaltyCart> => {
    const block = Object.assign(document.createElement('loyalty-cart'), properties);
    host.append(block);
    await rendered(block);
    return block;
  };
  const connect = async (answer: Bootstrap = bootstrap()) => {
    // What a slider asks has a test of its own.
    const { capabilities } = answer.program!;
    answer.program!.capabilities = capabilities.filter((name) => name !== 'quote');
    (await port.next()).answer(answer);
  };
  const asked = async () => {
    const call = await port.next();
    expect(call.name).to.equal('cart');
    return { ...call, order: call.call.body as CartRequest };
  };
  const open = async (answer: CartPreview = preview) => {
    const block = await add();
    await connect();
    (await asked()).answer(answer);
    await until(() => maybe(block, '[part=cart]'));
    await rendered(block);
    return block;
  };
  const offers = (block: LoyaltyCart) =>
    all(block, 'loyalty-cart-offer').map((offer) => textOf(offer));

  it('says what the order earns and reaches, and what fits it, as the server says', async () => {
    const block = await open();
    const text = textOf(block);
    expect(text).to.contain('+189 leaves');
    expect(text).to.contain(say('cart.reaches', { track: 'Your level', step: 'Oak' }));
    expect(text).to.contain(
      say('cart.moves', {
        track: 'Coffee card',
        progress: say('tier.progress', { have: '8', need: '10' }),
      }),
    );
    const [held, off5, slide, near, ...more] = offers(block);
    expect(held).to.contain('A gift for you').and.contain(say('cart.alone'));
    expect(held)
      .to.contain(say('cart.best'))
      .and.contain(say('cart.saves', { amount: '€28.48' }));
    expect(off5).to.contain('€5 off').and.contain(say('cart.combines'));
    expect(off5).not.to.contain(say('cart.best'));
    expect(slide).to.contain(say('cart.savesUpTo', { amount: '€6' }));
    expect(near)
      .to.contain('More, please.')
      .and.contain(say('reward.more', { amount: '€12' }));
    expect(more).to.deep.equal([]);
    expect(saidBy(block)).not.to.match(JUNK);
    expect(await audit(block)).to.deep.equal([]);
  });

  it('takes a code that is held to the cart', async () => {
    const block = await open();
    button(block, say('cart.apply')).click();
    expect(applied).to.deep.equal(['/discount/OAK-15-9F3']);
  });

  const take = async (block: LoyaltyCart, answer: object = taken()) => {
    const row = all(block, 'loyalty-cart-offer').find((one) => textOf(one).includes('€5 off'))!;
    button(row, say('reward.redeem')).click();
    await rendered(block);
    // A tap that opens the question must not answer it.
    await new Promise((resolve) => setTimeout(resolve, 450));
    button(row, say('reward.confirmYes')).click();
    const call = await port.next();
    expect(call.name).to.equal('redeem');
    call.answer(answer);
    return row;
  };

  it('redeems and applies with one question', async () => {
    const block = await open();
    await take(block);
    await until(() => applied.length);
    expect(applied).to.deep.equal(['/d/OAK-5']);
  });

  it('applies what was set aside for this order just as well', async () => {
    const block = await open();
    const { voucher, ...answer } = taken();
    const held = { ...voucher, status: 'held', heldUntil: new Date(NOW + 60_000).toISOString() };
    await take(block, { ...answer, voucher: held, changes: { vouchers: [held] } });
    await until(() => applied.length);
    expect(applied).to.deep.equal(['/d/OAK-5']);
  });

  it('applies nothing that has no code', async () => {
    const block = await open();
    const row = await take(block, redeemResult());
    await until(() => textOf(row).includes(say('reward.done')));
    await settled();
    expect(applied).to.deep.equal([]);
  });

  it('keeps the row that was redeemed, with its code, where the shop has no page for codes', async () => {
    applyUrl = undefined;
    const block = await open();
    const row = await take(block);
    await until(() => textOf(row).includes('OAK-5'));
    // The member has changed: what fits is asked for anew, and the reward is no longer among it.
    (await asked()).answer({ ...preview, rewards: [], vouchers: [] });
    await settled();
    await rendered(block);
    expect(textOf(row)).to.contain('OAK-5');
    expect(row.isConnected).to.equal(true);
    expect(applied).to.deep.equal([]);
  });

  it('shows the last answer until the next one is there, and asks once for several changes', async () => {
    const block = await open();
    for (const subtotal of [1_000, 2_000, 3_000]) {
      block.cart = { ...order, subtotal };
      await rendered(block);
      expect(textOf(block)).to.contain('+189 leaves');
    }
    const call = await asked();
    expect(call.order.subtotal).to.equal(3_000);
    call.answer({ earns: [{ unit: 'pts', value: 30 }] });
    await until(() => textOf(block).includes('+30 leaves'));
    expect(offers(block)).to.deep.equal([]);
    expect(port.names.filter((name) => name === 'cart')).to.have.length(2);
  });

  it('reads the cart that the shop prints, and follows it', async () => {
    const block = document.createElement('loyalty-cart');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(order);
    block.append(script);
    host.append(block);
    await connect();
    const first = await asked();
    expect(first.order).to.deep.equal(order);
    first.answer(preview);
    script.textContent = JSON.stringify({ ...order, subtotal: 500 });
    expect((await asked()).order.subtotal).to.equal(500);
  });

  it('makes do with a sum', async () => {
    const block = await add({});
    block.setAttribute('subtotal', '2980');
    await connect();
    expect((await asked()).order).to.deep.equal({ currency: 'EUR', subtotal: 2_980, lines: [] });
  });

  it('shows a guest what a member would earn, and the way in', async () => {
    const block = await add();
    await connect(guestBootstrap());
    (await asked()).answer({ ...preview, rewards: [], vouchers: [] });
    await until(() => textOf(block).includes(say('cart.earnsGuest')));
    await until(() => textOf(block).includes(say('guest.join')));
    expect(textOf(block)).not.to.contain('Coffee card');
    expect(await audit(block)).to.deep.equal([]);
  });

  it('that fails says so, and its Retry works', async () => {
    const block = await add();
    await connect();
    (await asked()).fail(lost());
    await until(() => maybe(block, '[part=error]'));
    button(block, say('error.retry')).click();
    (await asked()).answer(preview);
    await until(() => textOf(block).includes('+189 leaves'));
  });

  it('is not there where the programme does not look at carts, or the cart is empty', async () => {
    const block = await add();
    const answer = bootstrap();
    answer.program!.capabilities = [];
    await connect(answer);
    await until(() => all(block, '.bone').length === 0);
    expect(textOf(block)).to.equal('');
    const other = await add({ cart: { currency: 'EUR', subtotal: 0, lines: [] } });
    await rendered(other);
    expect(textOf(other)).to.equal('');
    expect(port.names).to.deep.equal(['bootstrap']);
  });

  const line = order.lines[0]!;
  for (const [cart, sentence] of [
    [{}, '"currency"'],
    [{ ...order, subtotal: 189.9 }, '"subtotal"'],
    [{ currency: 'EUR', subtotal: 1 }, '"lines"'],
    [{ ...order, lines: [{ ...line, product: '' }] }, '"lines[0].product"'],
    [{ ...order, lines: [line, { ...line, qty: '2' }] }, '"lines[1].qty"'],
    [{ ...order, lines: [null] }, '"lines[0].product"'],
  ] as [object, string][]) {
    it(`names what is wrong with ${JSON.stringify(cart)}`, async () => {
      const { warn } = console;
      const heard: string[] = [];
      console.warn = (message: string) => heard.push(message);
      try {
        await add({ cart: cart as CartRequest });
        await connect();
        await until(() => heard.length);
        await settled();
      } finally {
        console.warn = warn;
      }
      expect(heard).to.have.length(1);
      expect(heard[0]).to.contain('<loyalty-cart>').and.contain(sentence);
      expect(port.names).to.deep.equal(['bootstrap']);
    });
  }

  it('stands alone on data of the page', async () => {
    const block = Object.assign(document.createElement('loyalty-cart'), {
      program: program(),
      me: me(),
      preview,
    });
    (await place()).append(block);
    await until(() => textOf(block).includes('189'));
  });
});
