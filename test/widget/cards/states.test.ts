import { expect } from '@open-wc/testing';
import type { Availability, Reward } from '../../../src/contract/types.js';
import '../../../src/widget/cards/reward-card.js';
import '../../../src/widget/cards/reward-slider.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { program } from '../support/documents.js';
import { shown } from '../support/place.js';
import { say } from '../support/say.js';
import { JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const AT = '2026-12-24T12:00:00Z';
const [card, slider] = program().rewards as [Reward, Reward];

describe('a reward says whether it can be had', () => {
  let loc: Localizer;
  before(async () => (loc = await wordsIn('en')));

  const show = (reward: Reward, availability: Availability | undefined) =>
    shown(reward.view === 'slider' ? 'loyalty-reward-slider' : 'loyalty-reward-card', {
      loc,
      program: program(),
      reward,
      rewardState: availability && { reward: reward.id, availability },
    });

  const table: [availability: Availability, words: string][] = [
    [{ state: 'available' }, say('reward.redeem')],
    [
      { state: 'short', missing: [{ unit: 'pts', value: 180 }] },
      say('reward.more', { amount: '180 leaves' }),
    ],
    [{ state: 'short' }, say('error.short')],
    [{ state: 'short', text: 'Nearly there' }, 'Nearly there'],
    [
      { state: 'locked', step: { track: 'vip', step: 'oak' } },
      say('reward.locked', { step: 'Oak' }),
    ],
    [{ state: 'locked', step: { track: 'vip', step: 'gone' } }, say('reward.lockedOther')],
    [{ state: 'locked' }, say('reward.lockedOther')],
    [{ state: 'used-up' }, say('reward.usedUp')],
    [{ state: 'used-up', at: AT }, say('reward.again', { day: 'Dec 24' })],
    [{ state: 'cooldown', at: AT }, say('reward.again', { day: 'Dec 24' })],
    [{ state: 'cooldown' }, say('reward.usedUp')],
    [{ state: 'sold-out' }, say('reward.soldOut')],
    [{ state: 'scheduled', at: AT }, say('reward.scheduled', { day: 'Dec 24' })],
    [{ state: 'scheduled' }, say('reward.scheduledOther')],
    [{ state: 'ended' }, say('reward.ended')],
    [{ state: 'cart' }, say('reward.cart')],
    [{ state: 'profile' }, say('reward.profile')],
    [{ state: 'unknown' }, say('reward.unavailable')],
    [{ state: 'quantum' }, say('reward.unavailable')],
    [{ state: 'constructor' }, say('reward.unavailable')],
    [{ state: 'ended', text: 'Ask us at the counter' }, 'Ask us at the counter'],
  ];
  const words = (availability: Availability) => {
    const { state, ...more } = availability;
    const keys = Object.keys(more);
    return keys.length ? `${state} with ${keys.join(', ')}` : state;
  };
  for (const [availability, expected] of table) {
    for (const reward of [card, slider]) {
      it(`${words(availability)} (${reward.view}): “${expected}”`, async () => {
        const element = await show(reward, availability);
        expect(textOf(element)).to.contain(expected);
        expect(saidBy(element)).not.to.match(JUNK);
        const canBePressed = !!maybe(element, 'button');
        expect(canBePressed).to.equal(availability.state === 'available');
      });
    }
  }

  it('to a guest it can be read, and nothing can be taken', async () => {
    const element = await show(card, undefined);
    expect(textOf(element)).to.contain('€5 off');
    expect(textOf(element)).to.contain('500 leaves');
    expect(!!maybe(element, 'button')).to.be.false;
  });

  const costs: [cost: Reward['cost'], words: string][] = [
    [{ kind: 'free' }, say('reward.free')],
    [{ kind: 'fixed', amount: { unit: 'eur', value: 1_050 } }, '€10.50'],
    [{ kind: 'fixed', amount: { unit: 'spin', value: 1 } }, '1 spin'],
    [
      { kind: 'range', unit: 'pts', min: 100, max: 500, step: 100 },
      say('reward.from', { amount: '100 leaves' }),
    ],
    [{ kind: 'price', amount: { unit: 'eur', value: 4_900 }, checkoutUrl: '/buy' }, '€49'],
    [{ kind: 'fixed', amount: { unit: 'ghost', value: 3 } }, '3 ghost'],
  ];
  for (const [cost, expected] of costs) {
    it(`costs ${expected}`, async () => {
      const element = await show({ ...card, cost }, { state: 'available' });
      expect(textOf(maybe(element, '[part=cost]')!)).to.equal(expected);
    });
  }

  const odd: [what: string, reward: Reward, availability: Availability][] = [
    [
      'a range without steps',
      { ...slider, cost: { ...slider.cost, step: 0 } as Reward['cost'] },
      { state: 'available' },
    ],
    [
      'a range that goes backwards',
      { ...slider, cost: { ...slider.cost, step: -100, min: 900, max: 100 } as Reward['cost'] },
      { state: 'available' },
    ],
    [
      'a price of nothing that is short',
      { ...card, cost: { kind: 'fixed', amount: { unit: 'pts', value: 0 } } },
      { state: 'short', missing: [{ unit: 'pts', value: 0 }] },
    ],
    [
      'more missing than it costs',
      card,
      { state: 'short', missing: [{ unit: 'pts', value: 9_000_000_000_000_000 }] },
    ],
    ['a cost of a newer version', { ...card, cost: { kind: 'unknown' } }, { state: 'available' }],
    ['no stock left', { ...card, stock: 0 }, { state: 'available' }],
  ];
  for (const [what, reward, availability] of odd) {
    it(`shows no nonsense for ${what}`, async () => {
      const element = await show(reward, availability);
      expect(saidBy(element)).not.to.match(JUNK);
    });
  }

  it('names what is scarce, and what is bound to an order', async () => {
    const element = await shown('loyalty-reward-card', {
      loc,
      reward: { ...card, priceNote: 'incl. VAT', window: { to: AT } },
      rewardState: { reward: 'off5', availability: { state: 'available' }, left: 1 },
    });
    const text = textOf(element);
    for (const fact of [
      say('reward.minSpend', { amount: '€20' }),
      say('reward.left', { n: 1 }),
      'incl. VAT',
      'until',
    ]) {
      expect(text).to.contain(fact);
    }
  });
});
