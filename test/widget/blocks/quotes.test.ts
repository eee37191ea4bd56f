import { expect } from '@open-wc/testing';
import type { Bootstrap, Quote } from '../../../src/contract/types.js';
import type { Block } from '../../../src/widget/blocks/block.js';
import '../../../src/widget/blocks/rewards.js';
import { Provision } from '../../../src/widget/context/store-context.js';
import { Store } from '../../../src/widget/store/store.js';
import { bootstrap, NOW } from '../support/documents.js';
import { lost } from '../support/fails.js';
import { FakePort, until } from '../support/fake-port.js';
import { place, rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { find, maybe, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

/** What the server would give for a size: not the rate that the programme names, so that it shows. */
const quote = (value: number): Quote => ({
  quote: `q_${value}`,
  expiresAt: new Date(NOW + 60_000).toISOString(),
  cost: { unit: 'pts', value },
  grants: [{ kind: 'unit', amount: { unit: 'eur', value: value + 7 } }],
  availability: { state: 'available' },
});
const words = (euro: string) => say('slider.gives', { amount: euro });

describe('a slider where the server gives quotes', () => {
  let port: FakePort;
  let block: Block;

  const open = async (answer: Bootstrap = bootstrap()) => {
    port = new FakePort();
    const host = await place();
    const store = new Store({ port, scope: 'quotes', now: () => Date.now() });
    const provision = new Provision(host);
    provision.set(store, await wordsIn('en'));
    provision.connect();
    block = document.createElement('loyalty-rewards');
    block.setAttribute('reward', 'slide');
    host.append(block);
    (await port.next()).answer(answer);
    await until(() => maybe(block, 'input[type=range]'));
    await rendered(block);
  };
  const given = () => textOf(find(block, 'output'));
  const slide = async (value: number) => {
    const range = find<HTMLInputElement>(block, 'input[type=range]');
    range.value = String(value);
    range.dispatchEvent(new Event('input', { bubbles: true }));
    await rendered(block);
  };
  const asked = async () => {
    const call = await port.next();
    expect(call.name).to.equal('quote');
    return call;
  };

  it('says what the server would give, asked once for where the thumb rests', async () => {
    await open();
    const first = await asked();
    expect(first.call.id).to.equal('slide');
    expect(first.call.body).to.include({ spend: 100 });
    first.answer(quote(100));
    await until(() => given() === words('€1.07'));
    // In one go: on a slow machine the thumb must not rest between.
    await Promise.all([200, 300, 400].map(slide));
    // The last word stands until the next one is there.
    expect(given()).to.equal(words('€1.07'));
    expect(find(block, 'output').getAttribute('aria-busy')).to.equal('true');
    const next = await asked();
    expect(next.call.body).to.include({ spend: 400 });
    next.answer(quote(400));
    await until(() => given() === words('€4.07'));
    expect(port.names).to.deep.equal(['bootstrap', 'quote', 'quote']);
  });

  it('knows a size that was asked for a moment ago', async () => {
    await open();
    (await asked()).answer(quote(100));
    await until(() => given() === words('€1.07'));
    await slide(200);
    (await asked()).answer(quote(200));
    await until(() => given() === words('€2.07'));
    await slide(100);
    await until(() => given() === words('€1.07'));
    expect(port.names).to.have.length(3);
  });

  it('promises nothing where the server does not answer', async () => {
    await open();
    (await asked()).fail(lost());
    await until(() => given() === '');
    expect(textOf(block)).to.contain(say('reward.redeem'));
  });

  it('shows the programme’s own rate where there are no quotes, and asks for none', async () => {
    const answer = bootstrap();
    answer.program!.capabilities = [];
    await open(answer);
    expect(given()).to.equal(words('€1'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(port.names).to.deep.equal(['bootstrap']);
  });
});
