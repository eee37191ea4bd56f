import { expect } from '@open-wc/testing';
import type { Bootstrap } from '../../../src/contract/types.js';
import { Provision } from '../../../src/widget/context/store-context.js';
import { OpenRequestEvent } from '../../../src/widget/events/ways-in.js';
import '../../../src/widget/shell/nudge/nudge.js';
import type { WidgetNudge } from '../../../src/widget/shell/nudge/nudge.js';
import { nudges } from '../../../src/widget/shell/nudge/nudges.js';
import { choicesOf, choose, markOf } from '../../../src/widget/store/choices.js';
import { Store } from '../../../src/widget/store/store.js';
import { audit } from '../support/audit.js';
import { bootstrap, guestBootstrap, me, NOW, program } from '../support/documents.js';
import { FakePort, settled, until } from '../support/fake-port.js';
import { HeldTimers } from '../support/held-timers.js';
import { place, rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { button, find, hasFocus, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const PROGRAM = program().id;
const soon = new Date(NOW + 3 * 86_400_000).toISOString();

/** A member who is to be reminded of nothing. */
function plain(): Bootstrap {
  const document = bootstrap();
  Object.assign(document.me!, {
    vouchers: [],
    wallets: document.me!.wallets.map((wallet) => ({ ...wallet, expiring: null })),
    tracks: [],
    rewards: document.me!.rewards.map(({ reward }) => ({
      reward,
      availability: { state: 'locked' },
    })),
    rules: [],
  });
  return document;
}

const with_ = (change: (document: Bootstrap) => void): Bootstrap => {
  const document = plain();
  change(document);
  return document;
};

/** Every reminder, with a shopper who is to hear it, and where it leads. */
const table: Record<string, [document: Bootstrap, words: string, to: string]> = {
  voucher: [
    with_((one) => (one.me!.vouchers = me().vouchers)),
    say('next.ready', { title: 'A gift for you' }),
    'vouchers/v_77',
  ],
  expiring: [
    with_((one) => (one.me!.wallets[0]!.expiring = [{ value: 200, at: soon }])),
    '200 leaves',
    'rewards',
  ],
  reward: [
    with_((one) => (one.me!.rewards[0]!.availability = { state: 'available' })),
    say('next.reward', { title: '€5 off' }),
    'rewards/off5',
  ],
  profile: [
    with_((one) => (one.me!.rules = me().rules.filter(({ rule }) => rule === 'bday'))),
    'Add your birthday',
    'earn/bday',
  ],
  step: [
    with_((one) => {
      const coffee = me().tracks.find(({ track }) => track === 'coffee')!;
      const have = [{ unit: 'stamp', value: 9 }];
      const next = { step: 'free', missing: [{ unit: 'stamp', value: 1 }] };
      one.me!.tracks = [{ ...coffee, have, next }];
    }),
    '1 stamp',
    'earn',
  ],
  join: [guestBootstrap(), say('nudge.join', { program: program().name }), 'home'],
};

describe('a reminder', () => {
  let port: FakePort;
  let host: HTMLElement;
  let button_: HTMLButtonElement;
  let opened: string[];
  const room = { width: innerWidth, height: innerHeight };

  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    delete document.body.dataset['page'];
    port = new FakePort();
    host = await place();
    button_ = document.createElement('button');
    button_.textContent = 'Rewards';
    host.append(button_);
    const store = new Store({ port, scope: 'nudge', now: () => NOW });
    const provision = new Provision(host);
    provision.set(store, await wordsIn('en'));
    provision.connect();
    opened = [];
    host.addEventListener(OpenRequestEvent.type, (event) => opened.push(event.detail.view));
  });

  const add = async (properties: Partial<WidgetNudge> = {}): Promise<WidgetNudge> => {
    const nudge = Object.assign(document.createElement('loyalty-nudge'), {
      wait: 0,
      home: () => button_,
      ...properties,
    });
    host.append(nudge);
    await rendered(nudge);
    return nudge;
  };
  const show = async (answer: Bootstrap, properties: Partial<WidgetNudge> = {}) => {
    const nudge = await add(properties);
    (await port.next()).answer(answer);
    await until(() => maybe(nudge, '[part=nudge]'));
    await rendered(nudge);
    return nudge;
  };
  const shows = async (nudge: WidgetNudge) => {
    await settled();
    await rendered(nudge);
    return !!maybe(nudge, '[part=nudge]');
  };

  it('has a shopper in this test for every kind there is', () => {
    expect(Object.keys(table)).to.deep.equal(nudges.map(({ name }) => name));
    expect(room.width).to.be.at.least(720);
  });

  for (const [name, [answer, words, to]] of Object.entries(table)) {
    it(`(${name}) says one thing and leads there`, async () => {
      const nudge = await show(answer);
      expect(textOf(nudge)).to.contain(words);
      expect(saidBy(nudge)).not.to.match(JUNK);
      expect(find(nudge, '[role=status]').contains(find(nudge, '[part=nudge]'))).to.equal(true);
      expect(await audit(nudge)).to.deep.equal([]);
      button(nudge, say('nudge.open')).click();
      expect(opened).to.deep.equal([to]);
      expect(await shows(nudge)).to.equal(false);
    });

    it(`(${name}) never comes again once the shopper says so`, async () => {
      const nudge = await show(answer);
      expect(localStorage.length).to.equal(0);
      button(nudge, say('nudge.never')).click();
      expect(choicesOf(PROGRAM).snoozed).to.deep.equal([name]);
      expect(await shows(nudge)).to.equal(false);
      nudge.remove();
      sessionStorage.clear();
      expect(await shows(await add())).to.equal(false);
    });
  }

  it('stores nothing by being shown', async () => {
    await show(table['voucher']![0]);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it('speaks of what was saved for before anything else that could be had', async () => {
    const member = me().member.id;
    choose(PROGRAM, { goal: { reward: 'wheel', by: markOf(member) } });
    const answer = plain();
    for (const state of answer.me!.rewards) state.availability = { state: 'available' };
    const nudge = await show(answer);
    expect(textOf(nudge)).to.contain(say('goal.lineReady', { title: 'Spin the wheel' }));
  });

  for (const [how, act] of [
    ['its button', (nudge: WidgetNudge) => find<HTMLElement>(nudge, '.close').click()],
    ['Escape', () => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))],
  ] as const) {
    it(`that is sent away by ${how} stays away while the tab lives, and no longer`, async () => {
      const nudge = await show(table['voucher']![0]);
      find<HTMLElement>(nudge, '.close').focus();
      act(nudge);
      expect(await shows(nudge)).to.equal(false);
      expect(hasFocus(button_)).to.equal('focused');
      nudge.remove();
      expect(await shows(await add())).to.equal(false);
      sessionStorage.clear();
      expect(localStorage.length).to.equal(0);
      const again = await add();
      await until(() => maybe(again, '[part=nudge]'));
    });
  }

  it('leaves an Escape alone that was meant for something else', async () => {
    const nudge = await show(table['voucher']![0]);
    const event = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
    event.preventDefault();
    document.dispatchEvent(event);
    expect(await shows(nudge)).to.equal(true);
  });

  it('stays until it is sent away: no time takes it from who reads slowly', async () => {
    const timers = new HeldTimers(1_000);
    try {
      const nudge = await show(table['voucher']![0]);
      for (let rung = 0; timers.size > 0 && rung < 5; rung++) await timers.fireNext();
      expect((await shows(nudge)) && nudge.isConnected).to.equal(true);
    } finally {
      timers.restore();
    }
  });

  it('takes no focus', async () => {
    button_.focus();
    await show(table['voucher']![0]);
    expect(hasFocus(button_)).to.equal('focused');
  });

  it('is not there for who wants none, and goes when they say so', async () => {
    const nudge = await show(table['voucher']![0]);
    choose(PROGRAM, { muteNudges: true });
    expect(await shows(nudge)).to.equal(false);
  });

  it('waits while someone types, and while a dialog stands open', async () => {
    const field = document.createElement('input');
    host.append(field);
    field.focus();
    const nudge = await add({ wait: 5 });
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(port.calls).to.be.empty;
    const dialog = document.createElement('dialog');
    host.append(dialog);
    dialog.showModal();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(port.calls).to.be.empty;
    dialog.close();
    field.blur();
    (await port.next()).answer(table['voucher']![0]);
    await until(() => maybe(nudge, '[part=nudge]'));
  });

  it('goes while the panel is open', async () => {
    const nudge = await show(table['voucher']![0]);
    nudge.isOpen = true;
    expect(await shows(nudge)).to.equal(false);
  });

  for (const [where, properties, page] of [
    ['a shop that wants it quiet', { mode: 'quiet' }, undefined],
    ['a checkout', {}, 'checkout'],
  ] as const) {
    it(`is a dot in ${where}, and words for a screen reader`, async () => {
      if (page) document.body.dataset['page'] = page;
      const nudge = await show(table['voucher']![0], properties);
      expect(maybe(nudge, '.bubble')).to.equal(undefined);
      expect(maybe(nudge, 'button')).to.equal(undefined);
      expect(textOf(find(nudge, '.dot'))).to.equal(table['voucher']![1]);
    });
  }

  it('has nothing to say to a member who misses nothing', async () => {
    const nudge = await add();
    (await port.next()).answer(plain());
    expect(await shows(nudge)).to.equal(false);
  });
});
