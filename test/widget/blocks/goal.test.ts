import { expect } from '@open-wc/testing';
import type { Bootstrap, RewardState } from '../../../src/contract/types.js';
import type { LoyaltyGoal } from '../../../src/widget/blocks/goal.js';
import '../../../src/widget/blocks/goal.js';
import '../../../src/widget/blocks/rewards.js';
import { Provision } from '../../../src/widget/context/store-context.js';
import { GoalRequestEvent } from '../../../src/widget/events/requests.js';
import { OpenRequestEvent } from '../../../src/widget/events/ways-in.js';
import { answerRequests } from '../../../src/widget/shell/requests.js';
import { choicesOf, choose, markOf } from '../../../src/widget/store/choices.js';
import { Store } from '../../../src/widget/store/store.js';
import { audit } from '../support/audit.js';
import {
  bootstrap,
  guestBootstrap,
  me,
  NOW,
  otherMember,
  program,
  redeemResult,
} from '../support/documents.js';
import { FakePort, until } from '../support/fake-port.js';
import { place, rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const PROGRAM = program().id;
const MEMBER = me().member.id;

describe('a goal', () => {
  let port: FakePort;
  let host: HTMLElement;
  let store: Store;
  const life = { end: new AbortController() };

  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    port = new FakePort();
    host = await place();
    store = new Store({
      port,
      scope: 'goal',
      now: () => NOW,
      settings: () => ({ hasPanel: true }),
    });
    const provision = new Provision(host);
    provision.set(store, await wordsIn('en'));
    provision.connect();
    life.end = new AbortController();
    answerRequests(host, { store }, life.end.signal);
  });
  afterEach(() => life.end.abort());

  /** The examples, with one reward out of reach. */
  const document = (availability?: RewardState['availability']): Bootstrap => {
    const all = bootstrap();
    const off5 = all.me!.rewards.find(({ reward }) => reward === 'off5')!;
    off5.availability = availability ?? {
      state: 'short',
      missing: [{ unit: 'pts', value: 130 }],
    };
    return all;
  };

  const add = async (tag: 'loyalty-goal' | 'loyalty-rewards', compact = false) => {
    const block = document_(tag);
    if (compact) block.setAttribute('compact', '');
    host.append(block);
    await rendered(block);
    return block;
  };
  const document_ = (tag: string) => window.document.createElement(tag) as LoyaltyGoal;

  const connect = async (answer = document()) => {
    (await port.next()).answer(answer);
    await until(() => store.snapshot.program.status === 'fresh');
    await rendered(host);
  };

  it('is pinned on a reward that is out of reach, and shown wherever its tag stands', async () => {
    const rewards = await add('loyalty-rewards');
    const goal = await add('loyalty-goal');
    await connect();
    await until(() => maybe(rewards, '.pin'));
    expect(textOf(goal)).to.equal('');
    expect(localStorage.length).to.equal(0);

    button(rewards, say('reward.goal')).click();
    await until(() => textOf(goal).includes('€5 off'));
    await rendered(host);
    expect(textOf(goal)).to.contain(say('reward.more', { amount: '130 leaves' }));
    expect(button(rewards, say('reward.isGoal')).getAttribute('aria-pressed')).to.equal('true');
    expect(JSON.stringify(localStorage)).not.to.contain(MEMBER);
    expect(saidBy(goal)).not.to.match(JUNK);
    expect(await audit(goal)).to.deep.equal([]);

    button(rewards, say('reward.isGoal')).click();
    await until(() => textOf(goal) === '');
    expect(localStorage.length).to.equal(0);
  });

  it('cannot be pinned where the reward can be had at once, or by a guest', async () => {
    const rewards = await add('loyalty-rewards');
    await connect(guestBootstrap());
    await until(() => textOf(rewards).includes('€5 off'));
    expect(all(rewards, '.pin')).to.be.empty;
  });

  const pin = (reward = 'off5', member = MEMBER) =>
    choose(PROGRAM, { goal: { reward, by: markOf(member) } });

  it('says which rules give what is missing, in the server’s order', async () => {
    pin();
    const goal = await add('loyalty-goal');
    const opened: string[] = [];
    host.addEventListener(OpenRequestEvent.type, (event) => opened.push(event.detail.view));
    const answer = document();
    answer.me!.rules = answer.program!.rules.map(({ id }) => ({
      rule: id,
      availability: { state: 'available' },
    }));
    await connect(answer);
    await until(() => maybe(goal, '.way'));
    const giving = answer
      .program!.rules.filter(({ grants }) =>
        grants.some((grant) => grant.kind === 'unit' && /"unit":"pts"/.test(JSON.stringify(grant))),
      )
      .map(({ title }) => title);
    expect(giving).not.to.be.empty;
    const shown = all(goal, '.way').map((way) => textOf(way));
    expect(shown.map((text, index) => text.startsWith(giving[index]!))).to.deep.equal(
      shown.map(() => true),
    );
    all(goal, 'button.way')[0]!.click();
    expect(opened).to.deep.equal([
      `earn/${answer.program!.rules.find(({ title }) => title === giving[0])!.id}`,
    ]);
  });

  it('names no way that is not open now', async () => {
    pin();
    const goal = await add('loyalty-goal');
    const answer = document();
    answer.me!.rules = answer.program!.rules.map(({ id }) => ({
      rule: id,
      availability: { state: 'used-up' },
    }));
    await connect(answer);
    await until(() => textOf(goal).includes('€5 off'));
    expect(all(goal, '.way')).to.be.empty;
  });

  it('that is reached leads to its reward', async () => {
    pin();
    const goal = await add('loyalty-goal');
    await connect(document({ state: 'available' }));
    await until(() => textOf(goal).includes(say('goal.ready')));
    const asked: string[] = [];
    host.addEventListener(OpenRequestEvent.type, (event) => asked.push(event.detail.view));
    button(goal, say('goal.toReward')).click();
    expect(asked).to.deep.equal(['rewards/off5']);
  });

  it('is one line in a header', async () => {
    pin();
    const goal = await add('loyalty-goal', true);
    await connect();
    await until(() => textOf(goal) === say('goal.line', { amount: '130 leaves', title: '€5 off' }));
    expect(await audit(goal)).to.deep.equal([]);
  });

  it('ends with its redemption', async () => {
    pin();
    const goal = await add('loyalty-goal');
    await connect(document({ state: 'available' }));
    await until(() => textOf(goal).includes('€5 off'));
    const done = store.request('redeem', { id: 'off5' });
    (await port.next()).answer(redeemResult());
    await done;
    await until(() => textOf(goal) === '');
    expect(choicesOf(PROGRAM)).to.deep.equal({});
  });

  it('stays when another reward is redeemed', async () => {
    pin('spinwheel');
    await add('loyalty-goal');
    await connect();
    const done = store.request('redeem', { id: 'off5' });
    (await port.next()).answer(redeemResult());
    await done;
    expect(choicesOf(PROGRAM).goal?.reward).to.equal('spinwheel');
  });

  it('is gone when someone else signs in', async () => {
    pin();
    const goal = await add('loyalty-goal');
    await connect({ ...document(), me: otherMember() });
    await until(() => choicesOf(PROGRAM).goal === undefined);
    expect(textOf(goal)).to.equal('');
  });

  it('waits while its member is signed out', async () => {
    pin();
    const goal = await add('loyalty-goal');
    await connect(guestBootstrap());
    await rendered(goal);
    expect(textOf(goal)).to.equal('');
    expect(choicesOf(PROGRAM).goal?.reward).to.equal('off5');
  });

  for (const reward of ['gone', '__proto__', 'constructor']) {
    it(`that the programme does not have (“${reward}”) shows nothing`, async () => {
      pin(reward);
      const goal = await add('loyalty-goal');
      await connect();
      await rendered(goal);
      expect(textOf(goal)).to.equal('');
    });
  }

  it('can be stopped by the page', async () => {
    const rewards = await add('loyalty-rewards');
    host.addEventListener(GoalRequestEvent.type, (event) => event.preventDefault());
    await connect();
    await until(() => maybe(rewards, '.pin'));
    button(rewards, say('reward.goal')).click();
    await rendered(host);
    expect(localStorage.length).to.equal(0);
  });
});
