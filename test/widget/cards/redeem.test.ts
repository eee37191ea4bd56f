import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Outcome, Reward } from '../../../src/contract/types.js';
import '../../../src/widget/cards/reward-card.js';
import type { RewardCard } from '../../../src/widget/cards/reward-card.js';
import '../../../src/widget/cards/reward-slider.js';
import type { RewardSlider } from '../../../src/widget/cards/reward-slider.js';
import { costText } from '../../../src/widget/cards/reward-words.js';
import { RedeemRequestEvent } from '../../../src/widget/events/requests.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { program, redeemResult } from '../support/documents.js';
import { refused } from '../support/fails.js';
import { rendered, shown } from '../support/place.js';
import { say } from '../support/say.js';
import { button, find, hasFocus, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

const [card, slider] = program().rewards as [Reward, Reward];
const clock = performance.now.bind(performance);

describe('a price', () => {
  it('of several kinds says that one of them will do', async () => {
    const of = ['pts', 'stamp'].map((unit) => ({
      kind: 'fixed' as const,
      amount: { unit, value: 5 },
    }));
    expect(costText(await wordsIn('de'), { kind: 'any', of })).to.match(/^5 \S+ oder 5 \S+$/);
  });
});

describe('redeeming a reward', () => {
  let loc: Localizer;
  let ahead: number;
  let asked: RedeemRequestEvent[];
  let answer: () => Promise<Outcome | undefined>;

  before(async () => (loc = await wordsIn('en')));
  beforeEach(() => {
    ahead = 0;
    performance.now = () => clock() + ahead;
    asked = [];
    answer = () => Promise.resolve(redeemResult());
    document.addEventListener(RedeemRequestEvent.type, take);
  });
  afterEach(() => {
    performance.now = clock;
    document.removeEventListener(RedeemRequestEvent.type, take);
  });

  function take(asking: Event): void {
    const event = asking as RedeemRequestEvent;
    asked.push(event);
    event.respondWith(answer());
  }

  const show = (): Promise<RewardCard> =>
    shown('loyalty-reward-card', {
      loc,
      reward: card,
      rewardState: { reward: 'off5', availability: { state: 'available' } },
      balance: { unit: 'pts', value: 620 },
    });
  const showSlider = (maxNow = 600, change: object = {}): Promise<RewardSlider> =>
    shown('loyalty-reward-slider', {
      loc,
      reward: { ...slider, cost: { ...slider.cost, ...change } },
      rewardState: { reward: 'slide', availability: { state: 'available' }, maxNow },
      balance: { unit: 'pts', value: 620 },
    });

  /** Presses the button with the keyboard and waits for the question. */
  const open = async (element: RewardCard) => {
    button(element, say('reward.redeem')).focus();
    await sendKeys({ press: 'Enter' });
    await rendered(element);
  };
  const later = () => (ahead += 500);

  it('is a button whose name has no blank before its colon', async () => {
    const element = await show();
    expect(find(element, '.open').ariaLabel).to.equal(`${say('reward.redeem')}: €5 off`);
  });

  it('asks first, with price and balance, and moves the focus to the question', async () => {
    const element = await show();
    await open(element);
    expect(textOf(find(element, '.confirm p'))).to.equal(
      `${say('reward.confirm', { amount: '500 leaves', title: '€5 off' })} ${say('reward.balance', { amount: '620 leaves' })}`,
    );
    expect(hasFocus(find(element, '.confirm'))).to.equal('focused');
    expect(find(element, '.confirm').ariaLabel).to.equal(textOf(find(element, '.confirm p')));
    expect(asked).to.be.empty;
  });

  it('is given up by Escape, which the panel around does not hear', async () => {
    const element = await show();
    const heard: string[] = [];
    element.parentElement!.addEventListener('keydown', ({ key }) => heard.push(key));
    await open(element);
    heard.length = 0;
    await sendKeys({ press: 'Escape' });
    await rendered(element);
    expect(!!maybe(element, '.confirm')).to.be.false;
    expect(hasFocus(button(element, say('reward.redeem')))).to.equal('focused');
    expect(heard).to.be.empty;
  });

  it('is given up by “Not now”, and the focus returns', async () => {
    const element = await show();
    await open(element);
    button(element, say('reward.confirmNo')).click();
    await rendered(element);
    expect(hasFocus(button(element, say('reward.redeem')))).to.equal('focused');
    expect(asked).to.be.empty;
  });

  it('is not confirmed by the second half of a double click', async () => {
    const element = await show();
    await open(element);
    button(element, say('reward.confirmYes')).click();
    await rendered(element);
    expect(asked).to.be.empty;
    later();
    button(element, say('reward.confirmYes')).click();
    expect(asked).to.have.length(1);
  });

  it('sends one request by keyboard, says that it works, and shows the voucher with the focus', async () => {
    let done: (outcome: Outcome) => void = () => undefined;
    answer = () => new Promise((resolve) => (done = resolve));
    const element = await show();
    await open(element);
    later();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await rendered(element);
    const working = button(element, say('reward.working'));
    expect(working.getAttribute('aria-busy')).to.equal('true');
    working.click();
    await sendKeys({ press: 'Escape' });
    await rendered(element);
    expect(!!maybe(element, '.confirm'), 'what is under way cannot be waved away').to.be.true;
    expect(asked.map(({ detail }) => detail)).to.deep.equal([{ rewardId: 'off5' }]);
    done(redeemResult());
    await rendered(element);
    expect(textOf(element)).to.contain(say('reward.done'));
    expect(textOf(element)).to.contain(`€3 · ${say('voucher.credited')}`);
    expect(hasFocus(find(element, '.won'))).to.equal('focused');
  });

  it('that fails says so in a sentence of ours, and can be tried again', async () => {
    answer = () => Promise.reject(refused('insufficient-balance'));
    const element = await show();
    await open(element);
    later();
    button(element, say('reward.confirmYes')).click();
    await rendered(element);
    const alert = find(element, '[role=alert]');
    expect(textOf(alert)).to.equal(say('error.short'));
    answer = () => Promise.resolve(redeemResult());
    later();
    button(element, say('reward.confirmYes')).click();
    await rendered(element);
    expect(!!maybe(element, '[role=alert]')).to.be.false;
    expect(asked).to.have.length(2);
  });

  it('that the page stops returns to the button, focus included', async () => {
    const element = await show();
    answer = () => Promise.resolve(undefined);
    await open(element);
    later();
    button(element, say('reward.confirmYes')).click();
    await rendered(element);
    expect(!!maybe(element, '.confirm')).to.be.false;
    expect(hasFocus(button(element, say('reward.redeem')))).to.equal('focused');
  });

  it('is asked of the page before anyone else: the event can be stopped and bubbles out', async () => {
    const element = await show();
    await open(element);
    later();
    const heard = oneEvent<RedeemRequestEvent>(document.body, RedeemRequestEvent.type);
    button(element, say('reward.confirmYes')).click();
    const event = await heard;
    expect(event).to.include({ bubbles: true, composed: true, cancelable: true });
    expect(event.detail).to.be.frozen;
  });

  it('whose card left the page while it worked throws nothing', async () => {
    let done: (outcome: Outcome) => void = () => undefined;
    answer = () => new Promise((resolve) => (done = resolve));
    const element = await show();
    await open(element);
    later();
    button(element, say('reward.confirmYes')).click();
    element.remove();
    done(redeemResult());
    await rendered(element);
    expect(element.isConnected).to.be.false;
  });

  it('of a spin that won nothing says so without a prize', async () => {
    const { changes, voucher } = redeemResult();
    const blank = { ...voucher, status: 'used', title: 'Next time', code: null, segment: 'c' };
    answer = () => Promise.resolve({ changes, voucher: blank });
    const element = await show();
    element.reward = program().rewards[2]!;
    await rendered(element);
    await open(element);
    later();
    button(element, say('reward.confirmYes')).click();
    await rendered(element);
    expect(textOf(element)).to.contain(say('reward.lost'));
    expect(textOf(element)).not.to.contain(say('reward.done'));
  });

  describe('with an amount that the shopper chooses', () => {
    const fields = (element: RewardSlider) => ({
      range: find<HTMLInputElement>(element, 'input[type=range]'),
      number: find<HTMLInputElement>(element, 'input[type=number]'),
    });
    const type = async (element: RewardSlider, text: string) => {
      const { number } = fields(element);
      number.value = text;
      number.dispatchEvent(new Event('change'));
      await rendered(element);
      return [fields(element).number.value, fields(element).range.value];
    };

    it('slider and number field always say the same', async () => {
      const element = await showSlider();
      const { range, number } = fields(element);
      range.focus();
      await sendKeys({ press: 'ArrowRight' });
      await rendered(element);
      expect([range.value, number.value]).to.deep.equal(['200', '200']);
      expect(range.getAttribute('aria-valuetext')).to.equal('200 leaves');
      expect(textOf(find(element, 'output'))).to.equal(say('slider.gives', { amount: '€2' }));
      expect(await type(element, '400')).to.deep.equal(['400', '400']);
    });

    it('goes in steps of euros where euros are spent, and every step of them is valid', async () => {
      const element = await showSlider(400, { unit: 'eur', min: 100, max: 5_000, step: 100 });
      await type(element, '3');
      const { range, number } = fields(element);
      expect([Number(range.value), Number(number.value)]).to.deep.equal([3, 3]);
      expect(number.validity.valid, number.validationMessage).to.be.true;
    });

    const typed: [text: string, spend: string][] = [
      ['1000', '600'],
      ['999999999', '600'],
      ['-5', '100'],
      ['0', '100'],
      ['', '100'],
      ['abc', '100'],
      ['250', '200'],
      ['2.9', '100'],
      ['1e9', '600'],
      ['600', '600'],
    ];
    for (const [text, spend] of typed) {
      it(`typed “${text}” is ${spend}`, async () => {
        expect(await type(await showSlider(), text)).to.deep.equal([spend, spend]);
      });
    }

    for (const [maxNow, most] of [
      [650, '600'],
      [99_999, '5000'],
      [100, '100'],
    ] as const) {
      it(`never goes beyond what the server allows (${maxNow})`, async () => {
        expect(await type(await showSlider(maxNow), '99999')).to.deep.equal([most, most]);
      });
    }

    it('spends what is shown, and nothing but ids and that number', async () => {
      const element = await showSlider();
      await type(element, '300');
      await open(element);
      expect(textOf(find(element, '.confirm p'))).to.contain('300 leaves');
      later();
      button(element, say('reward.confirmYes')).click();
      expect(asked.map(({ detail }) => detail)).to.deep.equal([{ rewardId: 'slide', spend: 300 }]);
    });

    it('follows when the server allows less meanwhile', async () => {
      const element = await showSlider();
      await type(element, '600');
      element.rewardState = { reward: 'slide', availability: { state: 'available' }, maxNow: 300 };
      await rendered(element);
      expect(fields(element).number.value).to.equal('300');
    });

    for (const step of [0, -1]) {
      it(`that comes in steps of ${step} still shows numbers`, async () => {
        const element = await showSlider(600, { step });
        await type(element, '300');
        expect(saidBy(element)).not.to.match(JUNK);
        expect(fields(element).number.value).to.equal('300');
      });
    }
  });
});
