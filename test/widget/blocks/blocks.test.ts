import { expect, fixture, html } from '@open-wc/testing';
import type { Me, Program } from '../../../src/contract/types.js';
import type { Block } from '../../../src/widget/blocks/block.js';
import { blocks } from '../../../src/widget/blocks/registry.js';
import { Provision } from '../../../src/widget/context/store-context.js';
import { RedeemRequestEvent } from '../../../src/widget/events/requests.js';
import { Store } from '../../../src/widget/store/store.js';
import { audit } from '../support/audit.js';
import { bootstrap, guestBootstrap, me, NOW, program } from '../support/documents.js';
import { lost } from '../support/fails.js';
import { FakePort, settled, until } from '../support/fake-port.js';
import { place, rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

/** What stands in the shop's own flow is silent until it has something to say: estimate, cart and goal have tests of their own. */
const quiet = new Set(['loyalty-cart', 'loyalty-estimate', 'loyalty-goal']);
const tags = Object.keys(blocks).filter((tag) => !quiet.has(tag));
/** A word that a member, and a guest, meets in each block; a guest has no ledger and no codes. */
const words: Record<string, [member: string, guest: string]> = {
  'loyalty-points': ['620', say('guest.join')],
  'loyalty-tier': ['Seed', 'Oak'],
  'loyalty-challenges': ['Coffee card', 'Coffee card'],
  'loyalty-rewards': ['€5 off', '€5 off'],
  'loyalty-vouchers': ['OAK-15-9F3', ''],
  'loyalty-earn': ['Tell us how it was', 'Shop'],
  'loyalty-activity': ['Order 1042', ''],
  'loyalty-board': [say('board.none'), say('board.none')],
  'loyalty-referral': [say('referral.title'), say('referral.guest')],
  'loyalty-profile': [say('profile.device'), say('guest.join')],
  'loyalty-game': ['Spin the wheel', say('game.guest')],
};

before(() => Promise.all(Object.values(blocks).map((load) => load())));

describe('a block under a provider', () => {
  let port: FakePort;
  let host: HTMLElement;

  beforeEach(async () => {
    port = new FakePort();
    host = await place();
    const store = new Store({ port, scope: 'blocks', now: () => NOW });
    const provision = new Provision(host);
    provision.set(store, await wordsIn('en'));
    provision.connect();
  });

  const add = async (tag: string, attributes: Record<string, string> = {}): Promise<Block> => {
    const block = document.createElement(tag) as Block;
    for (const [name, value] of Object.entries(attributes)) block.setAttribute(name, value);
    host.append(block);
    await rendered(block);
    return block;
  };

  for (const tag of tags) {
    it(`${tag} shows bones, then the member’s part, and passes the audit`, async () => {
      const block = await add(tag);
      expect(all(block, '.bone').length).to.be.above(0);
      expect(textOf(block)).to.equal('');
      (await port.next()).answer(bootstrap());
      await until(() => textOf(block).includes(words[tag]![0]));
      await until(() => all(block, '.bone').length === 0);
      await rendered(block);
      expect(saidBy(block)).not.to.match(JUNK);
      expect(await audit(block)).to.deep.equal([]);
    });

    it(`${tag} shows a guest what is open to all`, async () => {
      const block = await add(tag);
      (await port.next()).answer(guestBootstrap());
      await until(() => all(block, '.bone').length === 0);
      await until(() => textOf(block).includes(words[tag]![1]));
      await rendered(block);
      expect(saidBy(block)).not.to.match(JUNK);
      if (!words[tag]![1]) expect(textOf(block)).to.equal('');
    });

    it(`${tag} that failed says so, and its Retry works`, async () => {
      const block = await add(tag);
      (await port.next()).fail(lost());
      await until(() => maybe(block, '[part=error]'));
      expect(textOf(block)).to.contain(say('error.load'));
      button(block, say('error.retry')).click();
      (await port.next()).answer(bootstrap());
      await until(() => textOf(block).includes(words[tag]![0]));
    });

    it(`${tag} shows an empty programme without nonsense`, async () => {
      const block = await add(tag);
      const empty = bootstrap();
      empty.program = { ...empty.program!, units: [], tracks: [], rewards: [], rules: [] };
      empty.me = {
        ...empty.me!,
        ...{ wallets: [], tracks: [], rewards: [], rules: [], vouchers: [], activity: [] },
      };
      (await port.next()).answer(empty);
      await until(() => all(block, '.bone').length === 0);
      await rendered(block);
      expect(saidBy(block)).not.to.match(JUNK);
    });
  }

  it('that loads a list and fails leaves the others alone, and can be tried again', async () => {
    const activity = await add('loyalty-activity');
    const points = await add('loyalty-points');
    (await port.next()).answer(bootstrap());
    await until(() => textOf(activity).includes('Order 1042'));
    button(activity, say('activity.more')).click();
    (await port.next()).fail(lost());
    await until(() => maybe(activity, '[part=error]'));
    expect(textOf(activity)).to.contain('Order 1042');
    expect(textOf(points)).to.contain('620');
    button(activity, say('error.retry')).click();
    const line = { ...me().activity[0]!, id: 't_0', title: 'Order 7' };
    (await port.next()).answer({ items: [...me().activity, line], next: null });
    await until(() => textOf(activity).includes('Order 7'));
    expect(textOf(activity)).not.to.contain(say('activity.more'));
  });

  for (const view of ['hologram', 'constructor', 'toString', '__proto__', '']) {
    it(`draws a view that it does not know (“${view}”) plainly`, async () => {
      const rewards = await add('loyalty-rewards');
      const challenges = await add('loyalty-challenges');
      const odd = bootstrap();
      for (const item of [...odd.program!.rewards, ...odd.program!.tracks]) item.view = view;
      odd.program!.rewards[0]!.cost = { kind: view } as never;
      (await port.next()).answer(odd);
      await until(() => maybe(rewards, 'loyalty-reward-card'));
      await rendered(host);
      expect(all(rewards, 'loyalty-reward-card')).to.have.length(2);
      expect(all(rewards, 'loyalty-reward-slider')).to.have.length(1);
      expect(all(challenges, 'loyalty-track-card')).to.have.length(3);
      expect(saidBy(host)).not.to.match(JUNK);
    });
  }

  it('of rewards puts what can be had first, and keeps its order when that changes', async () => {
    const block = await add('loyalty-rewards');
    const document = bootstrap();
    document.me!.rewards[0]!.availability = { state: 'sold-out' };
    const connecting = port.next();
    (await connecting).answer(document);
    const order = () => all(block, 'h3').map((title) => textOf(title));
    await until(() => order().length);
    expect(order()).to.deep.equal(['Turn leaves into money', 'Spin the wheel', '€5 off']);
  });

  it('shows the one that its attribute names', async () => {
    const reward = await add('loyalty-rewards', { reward: 'slide' });
    const track = await add('loyalty-challenges', { track: 'coffee' });
    const rule = await add('loyalty-earn', { rule: 'nps' });
    const unit = await add('loyalty-points', { unit: 'eur' });
    (await port.next()).answer(bootstrap());
    await until(() => textOf(unit).includes('€3'));
    await rendered(host);
    expect(all(reward, 'h3').map((title) => textOf(title))).to.deep.equal([
      'Turn leaves into money',
    ]);
    expect(all(track, 'h3').map((title) => textOf(title))).to.deep.equal(['Coffee card']);
    expect(all(rule, 'h3').map((title) => textOf(title))).to.deep.equal(['Tell us how it was']);
  });

  it('for a header is one line, and silent when it fails', async () => {
    const block = await add('loyalty-points', { compact: '' });
    (await port.next()).fail(lost());
    await settled();
    await rendered(block);
    expect(textOf(block)).to.equal('');
  });
});

describe('a block that stands alone', () => {
  const alone = async (tag: string, data: { program: Program; me?: Me | null }): Promise<Block> => {
    const parent = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const block = Object.assign(document.createElement(tag) as Block, data);
    parent.append(block);
    await rendered(block);
    return block;
  };

  for (const tag of tags) {
    it(`${tag} shows what the page hands it`, async () => {
      const block = await alone(tag, { program: program(), me: me() });
      await until(() => textOf(block).includes(words[tag]![0]));
      expect(saidBy(block)).not.to.match(JUNK);
    });

    it(`${tag} shows a guest where the page hands no member`, async () => {
      const block = await alone(tag, { program: program() });
      await until(() => all(block, '.bone').length === 0);
      await until(() => textOf(block).includes(words[tag]![1]));
    });
  }

  it('asks the page, and nobody else, for what the shopper wants', async () => {
    const block = await alone('loyalty-rewards', { program: program(), me: me() });
    await until(() => maybe(block, 'loyalty-reward-card'));
    const heard: string[] = [];
    document.addEventListener(
      RedeemRequestEvent.type,
      (event) => heard.push(event.detail.rewardId),
      { once: true },
    );
    const event = new RedeemRequestEvent({ rewardId: 'off5' });
    maybe(block, 'loyalty-reward-card')!.dispatchEvent(event);
    expect(await event.result).to.be.undefined;
    expect(heard).to.deep.equal(['off5']);
  });
});
