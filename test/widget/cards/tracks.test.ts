import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Track, TrackState } from '../../../src/contract/types.js';
import '../../../src/widget/cards/tier-card.js';
import '../../../src/widget/cards/track-challenge.js';
import '../../../src/widget/cards/track-join.js';
import '../../../src/widget/cards/track-stamps.js';
import '../../../src/widget/cards/track-streak.js';
import { TrackJoinRequestEvent } from '../../../src/widget/events/requests.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { me, NOW, program } from '../support/documents.js';
import { rendered, shown } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, find, hasFocus, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const [vip, coffee, visits] = program().tracks as [Track, Track, Track];
const [vipState, coffeeState, visitsState] = me().tracks as [TrackState, TrackState, TrackState];

type Tag =
  | 'loyalty-track-card'
  | 'loyalty-track-challenge'
  | 'loyalty-track-stamps'
  | 'loyalty-track-streak'
  | 'loyalty-tier-card';

describe('a track', () => {
  let loc: Localizer;
  before(async () => (loc = await wordsIn('en')));
  const show = (tag: Tag, track: Track, trackState?: TrackState) =>
    shown(tag, { loc, track, trackState });

  describe('of stamps', () => {
    it('shows a place for each and says how many there are', async () => {
      const card = await show('loyalty-track-stamps', coffee, coffeeState);
      expect(all(card, '.stamps .full')).to.have.length(7);
      expect(all(card, '[part=stamp]')).to.have.length(10);
      expect(find(card, '[role=img]').ariaLabel).to.equal('7 of 10 stamps');
      expect(textOf(card)).to.contain(say('track.left', { amount: '3 stamps' }));
      expect(textOf(card)).to.contain(say('stamps.card', { n: 3 }));
      expect(textOf(card)).to.contain(say('track.reward', { what: '250 g bag' }));
    });

    it('says in German how many there are without a case that its unit does not have', async () => {
      const card = await shown('loyalty-track-stamps', {
        loc: await wordsIn('de'),
        track: coffee,
        trackState: coffeeState,
      });
      expect(find(card, '[role=img]').ariaLabel).to.match(/^\S+: 7 von 10$/);
    });

    it('never has more stamps than places', async () => {
      const have = [{ unit: 'stamp', value: 99 }];
      const card = await show('loyalty-track-stamps', coffee, { ...coffeeState, have });
      expect(all(card, '.stamps .full')).to.have.length(10);
    });

    it('whose size makes no sense is still a card', async () => {
      const steps = [{ ...coffee.steps[0]!, needs: [{ unit: 'stamp', value: -3 }] }];
      const card = await show('loyalty-track-stamps', { ...coffee, steps }, coffeeState);
      expect(all(card, '[part=stamp]')).to.have.length(0);
      expect(textOf(card)).to.contain(coffee.title);
    });

    for (const value of [2, 5, 12, 24, 30, 40]) {
      it(`with ${value} places shows them all`, async () => {
        const track = {
          ...coffee,
          steps: [{ ...coffee.steps[0]!, needs: [{ unit: 'stamp', value }] }],
        };
        const card = await show('loyalty-track-stamps', track, coffeeState);
        expect(all(card, '[part=stamp]')).to.have.length(value);
      });
    }

    it('with a prize on the way keeps one card, with both prizes in their places', async () => {
      const half = { ...coffee.steps[0]!, id: 'half', needs: [{ unit: 'stamp', value: 5 }] };
      const track = { ...coffee, steps: [half, coffee.steps[0]!] };
      const card = await show('loyalty-track-stamps', track, {
        ...coffeeState,
        next: { step: 'half', missing: [] },
        have: [{ unit: 'stamp', value: 3 }],
      });
      const places = all(card, '[part=stamp]');
      expect(places).to.have.length(10);
      expect(
        places.flatMap((place, at) => (place.matches('.prize') ? [at + 1] : [])),
      ).to.deep.equal([5, 10]);
      expect(textOf(card)).to.contain(say('track.left', { amount: '2 stamps' }));
    });

    it('presses the stamp that comes while one looks on, and no other', async () => {
      const card = await show('loyalty-track-stamps', coffee, coffeeState);
      expect(all(card, '.new')).to.be.empty;
      card.trackState = { ...coffeeState, have: [{ unit: 'stamp', value: 9 }] };
      await rendered(card);
      expect(
        all(card, '.stamps span').flatMap((one, at) => (one.matches('.new') ? [at] : [])),
      ).to.deep.equal([7, 8]);
      card.trackState = { ...coffeeState, have: [{ unit: 'stamp', value: 0 }] };
      await rendered(card);
      expect(all(card, '.new'), 'a new card is no stamp').to.be.empty;
    });

    for (const value of [0, 1, 41, 1_000_000_000, -5]) {
      it(`with ${value} places is a bar`, async () => {
        const track = {
          ...coffee,
          steps: [{ ...coffee.steps[0]!, needs: [{ unit: 'stamp', value }] }],
        };
        const card = await show('loyalty-track-stamps', track, coffeeState);
        expect(!!maybe(card, '.stamps')).to.be.false;
        expect(saidBy(card)).not.to.match(JUNK);
        expect(find(card, '[role=progressbar]').getAttribute('aria-valuetext')).to.match(/ of /);
      });
    }
  });

  describe('of days in a row', () => {
    const streak = (change: object) =>
      show('loyalty-track-streak', visits, {
        ...visitsState,
        streak: { ...visitsState.streak!, ...change },
      });

    it('that breaks today says until when', async () => {
      const card = await streak({ ends: new Date(NOW + 3_600_000).toISOString() });
      expect(textOf(card)).to.contain(say('streak.now', { n: 4 }));
      expect(textOf(card)).to.contain(say('streak.lastChance', { time: '' }).slice(0, 12));
      expect(textOf(card)).to.contain(say('streak.freezes', { n: 1 }));
    });

    it('that breaks tomorrow is safe for today', async () => {
      const card = await streak({ ends: new Date(NOW + 86_400_000).toISOString() });
      expect(textOf(card)).to.contain(say('streak.safe'));
    });

    it('goes by the programme’s midnight, not by the device’s', async () => {
      // 23:30 in Vienna is today; 00:30 is tomorrow, although both are today in UTC.
      const late = await streak({ ends: '2026-11-22T22:30:00Z' });
      expect(textOf(late)).to.contain(say('streak.lastChance', { time: '' }).slice(0, 12));
      const next = await streak({ ends: '2026-11-22T23:30:00Z' });
      expect(textOf(next)).to.contain(say('streak.safe'));
    });

    it('that has not begun promises nothing', async () => {
      const card = await streak({ now: 0, best: 0, freezes: 0 });
      expect(textOf(card)).not.to.match(/Last chance|Safe/);
      expect(saidBy(card)).not.to.match(JUNK);
    });
  });

  describe('of several tasks', () => {
    const track: Track = {
      ...coffee,
      view: 'challenge',
      steps: [
        {
          ...coffee.steps[0]!,
          tasks: [
            { id: 'a', title: 'Buy tea', need: { unit: 'stamp', value: 5 } },
            { id: 'b', title: 'Buy beans', need: { unit: 'stamp', value: 9 } },
            { id: 'c', title: 'Say hello', need: { unit: 'day', value: 1 } },
          ],
        },
      ],
    };
    it('ticks what is done, and says so', async () => {
      const card = await show('loyalty-track-challenge', track, {
        ...coffeeState,
        tasksDone: ['c'],
      });
      expect(all(card, '.tick.done')).to.have.length(2);
      expect(all(card, '.tick[role=img]').map((one) => one.ariaLabel)).to.deep.equal([
        'done',
        'done',
      ]);
      expect(textOf(card)).to.contain('Buy tea');
      expect(textOf(card)).to.contain('7 of 9 stamps');
    });
  });

  it('to take part in is joined, and left where nothing is lost, by one press', async () => {
    const track: Track = { ...coffee, join: 'opt-in' };
    for (const joined of [false, true]) {
      const card = await show('loyalty-track-card', track, { ...coffeeState, have: [], joined });
      const asked = oneEvent<TrackJoinRequestEvent>(card, TrackJoinRequestEvent.type);
      button(card, say(joined ? 'track.leave' : 'track.join')).click();
      expect((await asked).detail).to.deep.equal({ trackId: 'coffee', join: !joined });
      expect(!!maybe(card, '[role=progressbar]'), 'progress begins with taking part').to.equal(
        joined,
      );
    }
  });

  describe('to leave with something to lose', () => {
    const track: Track = { ...coffee, join: 'opt-in' };
    const visit = { unit: 'day', value: 2 };
    const shownWith = async (have: TrackState['have']) => {
      const card = await show('loyalty-track-card', track, { ...coffeeState, have, joined: true });
      const left: unknown[] = [];
      card.addEventListener(TrackJoinRequestEvent.type, (event) => left.push(event));
      button(card, say('track.leave')).focus();
      await sendKeys({ press: 'Enter' });
      await rendered(card);
      return { card, left };
    };

    it('asks first and says what that is', async () => {
      const { card, left } = await shownWith([{ unit: 'stamp', value: 7 }]);
      expect(left).to.be.empty;
      expect(textOf(card)).to.contain(say('leave.ask', { title: coffee.title }));
      expect(textOf(card)).to.contain(say('leave.loses', { progress: '7 of 10' }));
      expect(hasFocus(find(card, '.confirm'))).to.equal('focused');
      await aTimeout(450);
      button(card, say('leave.yes')).click();
      expect(left).to.have.length(1);
    });

    it('names all that was gathered', async () => {
      const { card } = await shownWith([{ unit: 'stamp', value: 7 }, visit]);
      expect(textOf(card)).to.contain(say('leave.loses', { progress: '7 stamps and 2 days' }));
    });

    for (const [how, back] of [
      ['by Escape', () => sendKeys({ press: 'Escape' })],
      ['by the second answer', (card: Element) => button(card, say('reward.confirmNo')).click()],
    ] as const) {
      it(`goes back ${how}`, async () => {
        const { card, left } = await shownWith([{ unit: 'stamp', value: 7 }]);
        await back(card);
        await rendered(card);
        expect(left).to.be.empty;
        expect(hasFocus(button(card, say('track.leave')))).to.equal('focused');
      });
    }
  });

  for (const [status, words] of [
    ['done', say('track.done')],
    ['expired', say('track.expired')],
    ['locked', say('track.locked')],
    ['dreaming', 'Coffee card'],
  ] as const) {
    it(`that is ${status} says “${words}” in every view`, async () => {
      for (const tag of [
        'loyalty-track-card',
        'loyalty-track-challenge',
        'loyalty-track-stamps',
        'loyalty-track-streak',
      ] as const) {
        const card = await show(tag, coffee, { ...coffeeState, status });
        expect(textOf(card), tag).to.contain(words);
        expect(saidBy(card), tag).not.to.match(JUNK);
      }
    });
  }

  it('without steps, or with steps that nobody defined, is still a card', async () => {
    for (const tag of [
      'loyalty-track-card',
      'loyalty-track-stamps',
      'loyalty-tier-card',
    ] as const) {
      for (const track of [{ ...coffee, steps: [] }, vip]) {
        const card = await show(tag, track, {
          ...vipState,
          step: 'gone',
          next: { step: 'gone', missing: [] },
        });
        expect(textOf(card)).to.contain(track.title);
        expect(saidBy(card)).not.to.match(JUNK);
      }
    }
  });

  describe('of levels', () => {
    const tier = (change: Partial<TrackState> = {}) =>
      show('loyalty-tier-card', vip, { ...vipState, ...change });

    it('says where the member stands and what is missing', async () => {
      const card = await tier();
      expect(textOf(find(card, '.level'))).to.equal('Seed');
      const bar = find(card, '[role=progressbar]');
      expect(bar.getAttribute('aria-valuetext')).to.equal(
        say('tier.missing', { amount: '€187.50', step: 'Oak' }),
      );
      expect(bar.getAttribute('aria-valuenow')).to.equal('63');
      expect(textOf(card)).to.contain(say('tier.progress', { have: '€312.50', need: '€500' }));
    });

    const keeps: [what: string, change: Partial<TrackState>, words: string][] = [
      ['the top', { step: 'oak', next: null }, say('tier.top')],
      [
        'an end',
        { step: 'oak', next: null, until: '2027-01-31T12:00:00Z' },
        say('tier.until', { day: 'Jan 31, 2027' }),
      ],
      [
        'a condition',
        {
          step: 'oak',
          next: null,
          keep: { missing: [{ unit: 'spend12', value: 1_000 }], by: '2027-01-31T12:00:00Z' },
          fallsTo: 'seed',
        },
        say('tier.falls', { step: 'Seed' }),
      ],
      [
        'a condition that is met',
        { step: 'oak', next: null, keep: { missing: [], by: '2027-01-31T12:00:00Z' } },
        say('tier.kept', { step: 'Oak', day: 'Jan 31, 2027' }),
      ],
    ];
    for (const [what, change, words] of keeps) {
      it(`speaks of ${what}: “${words}”`, async () => {
        expect(textOf(await tier(change))).to.contain(words);
      });
    }

    describe('that is a circle one is let into', () => {
      const perk = { title: 'Shipping always free' };
      const circle: Track = {
        ...vip,
        title: 'The Circle',
        summary: 'By invitation.',
        join: 'invite',
        steps: [{ id: 'in', title: 'Insider', needs: [], perks: [perk] }],
      };
      const visit = (change: Partial<TrackState>) =>
        show('loyalty-tier-card', circle, { ...vipState, next: null, have: [], ...change });

      it('shows from outside what is in it, and says nothing twice', async () => {
        const card = await visit({ step: null, status: 'locked' });
        expect(textOf(card).split('The Circle')).to.have.length(2);
        expect(textOf(card)).to.contain('By invitation.');
        expect(textOf(card)).to.contain(perk.title);
        expect(textOf(card)).not.to.contain(say('tier.perks'));
        expect(maybe(card, 'details')).to.equal(undefined);
      });

      it('shows from inside what is theirs, and no ladder of one level', async () => {
        const card = await visit({ step: 'in', status: 'done' });
        expect(textOf(find(card, '.level'))).to.equal('Insider');
        expect(textOf(card)).to.contain(say('tier.perks'));
        expect(textOf(card)).not.to.contain(say('tier.top'));
        expect(maybe(card, 'details')).to.equal(undefined);
      });

      it('of one name says it once', async () => {
        const card = await shown('loyalty-tier-card', {
          loc,
          track: { ...circle, steps: [{ ...circle.steps[0]!, title: 'The Circle' }] },
          trackState: { ...vipState, step: 'in', next: null, have: [], status: 'done' as const },
        });
        expect(textOf(find(card, '[part=level]'))).to.equal('The Circle');
        expect(textOf(card).split('The Circle')).to.have.length(2);
        expect(textOf(card)).to.contain(say('tier.perks'));
      });

      it('among several says of none that it is there from the start', async () => {
        const steps = [...circle.steps, { id: 'deep', title: 'Inner circle', needs: [] }];
        const card = await shown('loyalty-tier-card', {
          loc,
          track: { ...circle, steps },
          trackState: { ...vipState, step: null, next: null, have: [], status: 'locked' as const },
        });
        find(card, 'summary').click();
        await oneEvent(find(card, 'details'), 'toggle');
        await rendered(card);
        await customElements.whenDefined('loyalty-tier-ladder');
        await rendered(card);
        expect(textOf(find(card, '[part=ladder]'))).to.contain('Inner circle');
        expect(textOf(card)).not.to.contain(say('tier.start'));
      });
    });

    it('opens the ladder with what each level needs and brings', async () => {
      const card = await tier();
      find(card, 'summary').click();
      await oneEvent(find(card, 'details'), 'toggle');
      await rendered(card);
      await customElements.whenDefined('loyalty-tier-ladder');
      await rendered(card);
      const ladder = textOf(find(card, '[part=ladder]'));
      expect(ladder).to.contain(`Seed ${say('tier.yours')}`);
      expect(ladder).to.contain(`Oak ${say('tier.from', { amount: '€500' })}`);
      expect(ladder).to.contain('500 leaves');
    });

    it('is the ladder alone for a guest', async () => {
      const card = await show('loyalty-tier-card', vip);
      await customElements.whenDefined('loyalty-tier-ladder');
      await rendered(card);
      expect(textOf(card)).to.contain(`Seed ${say('tier.start')}`);
      expect(textOf(card)).not.to.contain(say('tier.top'));
    });
  });
});
