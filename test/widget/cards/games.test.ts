import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Outcome, Reward, Segment, Voucher } from '../../../src/contract/types.js';
import '../../../src/widget/cards/game-card.js';
import type { GameCard } from '../../../src/widget/cards/game-card.js';
import '../../../src/widget/cards/game-doors.js';
import type { GameDoors } from '../../../src/widget/cards/game-doors.js';
import {
  isToScale,
  linesOf,
  rotationTo,
  slicesOf,
} from '../../../src/widget/cards/wheel-slices.js';
import { PlayRequestEvent, SeenRequestEvent } from '../../../src/widget/events/play.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { contrast, hexColour, inkOn } from '../../../src/widget/ui/colour.js';
import { audit } from '../support/audit.js';
import { lessMotion } from '../support/device.js';
import { NOW, program } from '../support/documents.js';
import { lost } from '../support/fails.js';
import { settled, until } from '../support/fake-port.js';
import { place, rendered, shown } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, find, hasFocus, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const wheel = program().rewards.find(({ id }) => id === 'wheel')!;
const at = new Date(NOW).toISOString();
const prize = (segment: string, title: string, more: Partial<Voucher> = {}): Voucher => ({
  id: `v_${segment}`,
  title,
  status: 'used',
  source: { kind: 'reward', id: 'wheel' },
  segment,
  grant: { kind: 'unit', amount: { unit: 'pts', value: 50 } },
  issuedAt: at,
  seenAt: null,
  ...more,
});
const outcome = (voucher: Voucher): Outcome => ({ voucher, changes: { rev: 'm2' } });
const available = { reward: 'wheel', availability: { state: 'available' } };

describe('the fields of a wheel', () => {
  const segments = (...odds: (number | undefined)[]): Segment[] =>
    odds.map((share, index) => ({ id: `s${index}`, title: 'T', odds: share, grant: null }));
  const width = ({ from, to }: { from: number; to: number }) => to - from;

  it('are as wide as their chances', () => {
    expect(slicesOf(segments(0.7, 0.25, 0.05)).map(width)[0]).to.be.closeTo(252, 1e-9);
    expect(isToScale(segments(0.7, 0.25, 0.05))).to.be.true;
  });

  it('are equal where no chances are declared', () => {
    expect(slicesOf(segments(undefined, undefined)).map(width)).to.deep.equal([180, 180]);
  });

  it('can be seen however rare they are, and then the drawing says that it is not to scale', () => {
    const rare = segments(0.989, 0.01, 0.001);
    for (const slice of slicesOf(rare)) expect(width(slice)).to.be.at.least(16 - 1e-9);
    expect(slicesOf(rare).at(-1)!.to).to.be.closeTo(360, 1e-9);
    expect(isToScale(rare)).to.be.false;
  });

  it('come to rest under the pointer well within their borders, wherever the wheel stood', () => {
    for (const slice of slicesOf(segments(0.5, 0.2, 0.2, 0.1))) {
      for (const now of [0, 17, 359, 4_000]) {
        for (const where of [0, 0.5, 1]) {
          const end = rotationTo(slice, now, where, 5);
          const pointer = ((-end % 360) + 360) % 360;
          expect(end - now).to.be.within(5 * 360, 6 * 360);
          expect((pointer - slice.from) / width(slice)).to.be.within(0.29, 0.71);
        }
      }
    }
  });

  it('bear labels that end in an ellipsis where they are too long', () => {
    expect(linesOf('Free shipping on your next order', 14, 2)).to.deep.equal([
      'Free shipping',
      'on your next…',
    ]);
    for (const line of linesOf('Donaudampfschifffahrtsgesellschaft', 14, 2))
      expect([...line].length).to.be.at.most(14);
  });

  it('take plain colours alone, and can be read on every one of them', () => {
    for (const bad of ['red', 'url(x)', '#12', '#fff;fill:red', 'var(--x)', undefined]) {
      expect(hexColour(bad)).to.be.undefined;
    }
    for (let red = 0; red < 256; red += 51) {
      for (let green = 0; green < 256; green += 17) {
        const hex = `#${[red, green, 128].map((n) => n.toString(16).padStart(2, '0')).join('')}`;
        expect(contrast(hex, inkOn(hex))).to.be.at.least(4.5);
      }
    }
  });
});

describe('a game', () => {
  let loc: Localizer;
  let asked: PlayRequestEvent[];
  let seen: string[];
  let answer: () => Promise<Outcome | undefined>;

  const take = (event: Event) => {
    asked.push(event as PlayRequestEvent);
    (event as PlayRequestEvent).respondWith(answer());
  };
  const note = (event: Event) => seen.push((event as SeenRequestEvent).detail.voucherId);

  before(async () => {
    loc = await wordsIn('en');
    await lessMotion(true);
  });
  after(() => lessMotion(false));
  beforeEach(() => {
    asked = [];
    seen = [];
    answer = () => Promise.resolve(outcome(prize('a', '50 leaves')));
    document.addEventListener(PlayRequestEvent.type, take);
    document.addEventListener(SeenRequestEvent.type, note);
  });
  afterEach(() => {
    document.removeEventListener(PlayRequestEvent.type, take);
    document.removeEventListener(SeenRequestEvent.type, note);
  });

  const show = (properties: Partial<GameCard> = {}): Promise<GameCard> =>
    shown('loyalty-game-card', { loc, reward: wheel, rewardState: available, ...properties });
  const dear: Reward = {
    ...wheel,
    view: 'scratch',
    cost: { kind: 'fixed', amount: { unit: 'pts', value: 50 } },
  };

  for (const view of ['wheel', 'scratch', 'gift']) {
    it(`(${view}) passes the audit, before and after, and names all prizes with their chances`, async () => {
      const element = await show({ reward: { ...wheel, view } });
      for (const words of ['50 leaves', 'Free shipping', '70%', '5%'])
        expect(textOf(element)).to.contain(words);
      expect(await audit(element)).to.deep.equal([]);
      element.play();
      await until(() => maybe(element, '.open') && asked.length);
      await rendered(element);
      if (view === 'scratch') {
        await until(() => textOf(element).includes(say('game.scratchAll')));
        find<HTMLElement & { skip(): void }>(element, '.toy').skip();
      }
      await until(() => maybe(element, '.result'));
      expect(await audit(element)).to.deep.equal([]);
      expect(saidBy(element)).not.to.match(JUNK);
    });
  }

  it('is played by keyboard without a question where a spin pays for it, and the result has the focus', async () => {
    const element = await show();
    button(element, say('game.spin')).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => maybe(element, '.result'));
    await rendered(element);
    expect(asked.map(({ detail }) => detail)).to.deep.equal([{ rewardId: 'wheel' }]);
    expect(hasFocus(find(element, '.result'))).to.equal('focused');
    expect(textOf(find(element, '.result'))).to.contain(say('game.won', { title: '50 leaves' }));
    expect(textOf(find(element, '[role=status]')), 'said once').to.equal('');
  });

  it('says its result to who is elsewhere, once', async () => {
    const element = await show();
    element.play();
    await until(() => maybe(element, '.result'));
    await rendered(element);
    expect(textOf(find(element, '[role=status]'))).to.equal(
      say('game.won', { title: '50 leaves' }),
    );
  });

  it('gives nothing away before the card is scratched, and tells the rest of the page afterwards', async () => {
    const element = await show({ reward: { ...wheel, view: 'scratch' } });
    let isRevealed = false;
    element.play();
    await until(() => textOf(element).includes(say('game.scratchAll')));
    void asked[0]!.revealed.then(() => (isRevealed = true));
    await settled();
    expect(isRevealed).to.be.false;
    expect(maybe(element, '.result')).to.be.undefined;
    expect(find(element, '.field').getAttribute('aria-hidden')).to.equal('true');
    expect(seen).to.be.empty;
    find<HTMLElement & { skip(): void }>(element, '.toy').skip();
    await until(() => isRevealed);
    await until(() => seen.length);
    expect(seen).to.deep.equal(['v_a']);
  });

  it('lets nobody play twice at once', async () => {
    let done: (value: Outcome) => void = () => undefined;
    answer = () => new Promise((resolve) => (done = resolve));
    const element = await show();
    element.play();
    await rendered(element);
    element.play();
    button(element, say('reward.working')).click();
    expect(asked).to.have.length(1);
    done(outcome(prize('a', '50 leaves')));
    await until(() => maybe(element, '.result'));
  });

  it('says plainly that nothing was won, and that the next go is no better and no worse', async () => {
    answer = () => Promise.resolve(outcome(prize('c', 'Next time')));
    const element = await show();
    element.play();
    await until(() => maybe(element, '.result'));
    expect(textOf(find(element, '.result'))).to.equal(
      `${say('game.lost')} ${say('game.lostNote')}`,
    );
    expect(maybe(element, 'canvas')).to.be.undefined;
  });

  it('says what is missing as something that is missing', async () => {
    const missing = [{ unit: 'stamp', value: 1 }];
    const element = await show({
      reward: dear,
      rewardState: { reward: dear.id, availability: { state: 'short', missing } },
    });
    const words = say('game.more', { n: 1, amount: '1 stamp' });
    expect(textOf(find(element, '[part=state]'))).to.equal(words);
  });

  it('unfolds its chances under an arrow, as all that unfolds', async () => {
    const element = await show({ reward: dear });
    expect(maybe(element, 'summary > .icon')).not.to.be.undefined;
  });

  it('asks first where it costs points', async () => {
    const element = await show({ reward: dear, balance: { unit: 'pts', value: 620 } });
    element.play();
    await rendered(element);
    expect(asked).to.be.empty;
    expect(textOf(find(element, '.confirm p'))).to.contain('50 leaves');
  });

  it('says that nobody knows what came of it where the answer is lost', async () => {
    answer = () => Promise.reject(lost());
    const element = await show();
    element.play();
    await until(() => maybe(element, '[role=alert]'));
    expect(textOf(element)).to.contain(say('error.unsure'));
    expect(maybe(element, '.result')).to.be.undefined;
    button(element, say('game.spin'));
  });

  it('shows a result that lay there before, and asks for no other one', async () => {
    const element = await show({ vouchers: [prize('b', 'Free shipping')] });
    expect(textOf(element)).to.contain(say('game.waiting'));
    expect(maybe(element, '.result')).to.be.undefined;
    button(element, say('game.skip')).click();
    await until(() => maybe(element, '.result'));
    expect(asked).to.be.empty;
    expect(textOf(find(element, '.result'))).to.contain('Free shipping');
    await until(() => seen.length);
  });

  it('says when the next go is, by the shopper’s own clock', async () => {
    const off = (hours: number) =>
      show({
        rewardState: {
          reward: 'wheel',
          availability: { state: 'cooldown', at: new Date(NOW + hours * 3_600_000).toISOString() },
        },
      });
    expect(textOf(await off(24))).to.contain('tomorrow at');
    expect(textOf(await off(24 * 9))).to.contain(say('game.nextOn', { day: 'Dec 1' }));
    expect(maybe(await off(24), 'button')).to.be.undefined;
  });
});

describe('doors', () => {
  const door = (day: number): Reward => ({
    ...wheel,
    id: `d${day}`,
    view: 'gift',
    title: `Door ${day}`,
    group: 'Advent',
    cost: { kind: 'free' },
    window: { from: `2026-12-0${day}T00:00:00+01:00` },
  });
  const states: Record<number, object> = {
    1: { availability: { state: 'ended' }, used: 1 },
    2: { availability: { state: 'ended' }, used: 0 },
    3: { availability: { state: 'available' } },
    4: { availability: { state: 'scheduled' } },
  };

  it('show what was opened, what was missed, what is open today and what is to come', async () => {
    const element: GameDoors = await shown(
      'loyalty-game-doors',
      {
        loc: await wordsIn('en'),
        heading: 'Advent',
        doors: [1, 2, 3, 4].map((day) => ({
          reward: door(day),
          state: { reward: `d${day}`, ...states[day] } as never,
        })),
      },
      await place(),
    );
    expect(all(element, '.door').map((one) => textOf(one))).to.deep.equal([
      `Dec 1 ${say('doors.opened')}`,
      `Dec 2 ${say('doors.missed')}`,
      `Dec 3 ${say('doors.today')} : Door 3`,
      `Dec 4 ${say('doors.closed')}`,
    ]);
    expect(all(element, 'button'), 'only today’s can be opened').to.have.length(1);
    expect(await audit(element)).to.deep.equal([]);
  });
});
