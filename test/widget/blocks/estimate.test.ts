import { expect } from '@open-wc/testing';
import type { Bootstrap, CartPreview, CartRequest } from '../../../src/contract/types.js';
import '../../../src/widget/blocks/estimate.js';
import type { LoyaltyEstimate } from '../../../src/widget/blocks/estimate.js';
import { Provision } from '../../../src/widget/context/store-context.js';
import { JoinRequestEvent } from '../../../src/widget/events/ways-in.js';
import { Store } from '../../../src/widget/store/store.js';
import { audit } from '../support/audit.js';
import { bootstrap, guestBootstrap, me, NOW, program } from '../support/documents.js';
import { lost } from '../support/fails.js';
import { FakePort, settled, until } from '../support/fake-port.js';
import { place, rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { button, JUNK, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const earns = (value: number): CartPreview => ({
  earns: [
    { unit: 'pts', value },
    { unit: 'stamp', value: 1 },
    // What only measures is nothing to be glad of.
    { unit: 'spend12', value: 1_490 },
  ],
});
const words = (value: number) =>
  say('estimate.earn', { amounts: `${value} leaves ${say('list.and')} 1 stamp` });

describe('an estimate on a product page', () => {
  let port: FakePort;
  let host: HTMLElement;
  let store: Store;

  beforeEach(async () => {
    port = new FakePort();
    host = await place();
    store = new Store({ port, scope: 'estimate', now: () => NOW });
    const provision = new Provision(host);
    provision.set(store, await wordsIn('en'));
    provision.connect();
  });

  const add = async (
    attributes: Record<string, string> = { product: 'ember', amount: '1490' },
  ): Promise<LoyaltyEstimate> => {
    const block = document.createElement('loyalty-estimate');
    for (const [name, value] of Object.entries(attributes)) block.setAttribute(name, value);
    host.append(block);
    await rendered(block);
    return block;
  };
  const connect = async (answer: Bootstrap = bootstrap()) => (await port.next()).answer(answer);
  const asked = async () => {
    const call = await port.next();
    expect(call.name).to.equal('cart');
    return { ...call, order: call.call.body as CartRequest };
  };

  it('asks for one line of an order and says what the server says', async () => {
    const block = await add({
      product: 'ember',
      amount: '1490',
      variant: '250',
      collections: 'coffee  gifts',
      quantity: '2',
    });
    expect(textOf(block)).to.equal('');
    await connect();
    const call = await asked();
    expect(call.order).to.deep.equal({
      currency: 'EUR',
      subtotal: 2_980,
      lines: [
        {
          product: 'ember',
          variant: '250',
          collections: ['coffee', 'gifts'],
          qty: 2,
          total: 2_980,
        },
      ],
    });
    call.answer(earns(29));
    await until(() => textOf(block) === words(29));
    expect(saidBy(block)).not.to.match(JUNK);
    expect(await audit(block)).to.deep.equal([]);
  });

  it('stands as high before it has something to say as after', async () => {
    const block = await add();
    const { height } = block.getBoundingClientRect();
    await connect();
    (await asked()).answer(earns(14));
    await until(() => textOf(block) !== '');
    expect(height).to.be.above(0);
    expect(block.getBoundingClientRect().height).to.equal(height);
  });

  it('keeps its line where nothing is earned, and where asking fails, and says nothing', async () => {
    const block = await add();
    const { height } = block.getBoundingClientRect();
    await connect();
    (await asked()).answer({ earns: [] });
    await settled();
    await rendered(block);
    expect(textOf(block)).to.equal('');
    block.quantity = 2;
    (await asked()).fail(lost());
    await settled();
    await rendered(block);
    expect(textOf(block)).to.equal('');
    expect(block.getBoundingClientRect().height).to.equal(height);
  });

  it('takes no room where the programme gives no estimates, and asks for none', async () => {
    const block = await add();
    const answer = bootstrap();
    answer.program!.capabilities = ['quote'];
    await connect(answer);
    await until(() => block.unavailable);
    await rendered(block);
    expect(block.getBoundingClientRect().height).to.equal(0);
    expect(port.names).to.deep.equal(['bootstrap']);
  });

  it('says nothing when the programme itself cannot be had', async () => {
    const block = await add();
    (await port.next()).fail(lost());
    await rendered(block);
    expect(textOf(block)).to.equal('');
  });

  it('follows its attributes, asks once for several quick changes, and never empties meanwhile', async () => {
    const block = await add();
    await connect();
    (await asked()).answer(earns(14));
    await until(() => textOf(block) === words(14));
    for (const quantity of ['2', '3', '4']) {
      block.setAttribute('quantity', quantity);
      await rendered(block);
      expect(textOf(block)).to.equal(words(14));
    }
    const call = await asked();
    expect(call.order.lines[0]!.qty).to.equal(4);
    expect(textOf(block)).to.equal(words(14));
    call.answer(earns(59));
    await until(() => textOf(block) === words(59));
    expect(port.names).to.deep.equal(['bootstrap', 'cart', 'cart']);
  });

  it('asks anew when the member’s state has changed', async () => {
    const block = await add();
    await connect();
    (await asked()).answer(earns(14));
    await until(() => textOf(block) === words(14));
    const refreshing = store.refresh();
    (await port.next()).answer({ ...bootstrap(), me: { ...me(), rev: 'm92' } });
    await refreshing;
    (await asked()).answer(earns(28));
    await until(() => textOf(block) === words(28));
  });

  it('tells a guest what a member would get, and lets them join', async () => {
    const block = await add();
    await connect(guestBootstrap());
    (await asked()).answer(earns(14));
    await until(() => textOf(block).includes('14 leaves'));
    const heard: string[] = [];
    host.addEventListener(JoinRequestEvent.type, () => heard.push('join'));
    button(block, say('estimate.join')).click();
    expect(heard).to.deep.equal(['join']);
    expect(await audit(block)).to.deep.equal([]);
  });

  for (const [form, expected] of [
    [
      '<select name="variant"><option value="a">a<option value="b" data-amount="990">b</select>',
      990,
    ],
    [
      '<input type="radio" name="variant" value="a" checked><input type="radio" name="variant" value="b" data-amount="990">',
      990,
    ],
    ['<select name="variant"><option value="a">a<option value="b">b</select>', 1_490],
  ] as const) {
    it(`follows the shop’s own form: ${form.slice(0, 32)}… at ${expected}`, async () => {
      const shop = document.createElement('form');
      shop.id = 'buy';
      shop.innerHTML = `${form}<input type="number" name="quantity" value="1">`;
      host.append(shop);
      const block = await add({ product: 'ember', amount: '1490', for: 'buy' });
      await connect();
      const first = await asked();
      expect(first.order.lines[0]).to.include({ variant: 'a', qty: 1, total: 1_490 });
      first.answer(earns(14));

      const list = shop.querySelector('select');
      if (list) list.value = 'b';
      else shop.querySelectorAll('input')[1]!.checked = true;
      shop.querySelector<HTMLInputElement>('[type=number]')!.value = '3';
      (list ?? shop.querySelector('input')!).dispatchEvent(new Event('change', { bubbles: true }));
      expect((await asked()).order.lines[0]).to.include({
        variant: 'b',
        qty: 3,
        total: 3 * expected,
      });

      shop.reset();
      expect((await asked()).order.lines[0]).to.include({ variant: 'a', qty: 1 });
      await rendered(block);
    });
  }

  it('does not listen to other forms', async () => {
    const shop = document.createElement('form');
    shop.id = 'search';
    shop.innerHTML = '<input name="quantity" value="7">';
    host.append(shop);
    await add({ product: 'ember', amount: '1490', for: 'buy' });
    await connect();
    (await asked()).answer(earns(14));
    shop.querySelector('input')!.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(port.names).to.deep.equal(['bootstrap', 'cart']);
  });

  for (const [attributes, sentence] of [
    [{ product: 'ember', amount: '14.90' }, 'amount="14.90"'],
    [{ product: 'ember', amount: 'free' }, 'amount="free"'],
    [{ product: 'ember', amount: '1490', quantity: '1.5' }, 'quantity="1.5"'],
    [{ amount: '1490' }, 'product='],
  ] as const) {
    it(`explains ${JSON.stringify(attributes)} on the console, once, and shows nothing`, async () => {
      const { warn } = console;
      const heard: string[] = [];
      console.warn = (message: string) => heard.push(message);
      try {
        const block = await add(attributes);
        await connect();
        await until(() => heard.length);
        block.requestUpdate();
        await rendered(block);
        expect(textOf(block)).to.equal('');
      } finally {
        console.warn = warn;
      }
      expect(heard).to.have.length(1);
      expect(heard[0]).to.contain('<loyalty-estimate>').and.contain(sentence);
      expect(port.names).to.deep.equal(['bootstrap']);
    });
  }

  it('stands alone on data of the page', async () => {
    const block = Object.assign(document.createElement('loyalty-estimate'), {
      program: program(),
      me: null,
      preview: earns(14),
    });
    (await place()).append(block);
    await until(() => textOf(block).includes('14'));
  });
});
