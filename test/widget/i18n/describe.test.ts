import { expect } from '@open-wc/testing';
import type { Grant, Limit } from '../../../src/contract/types.js';
import { describeGrant, describeGrants, describeLimit } from '../../../src/widget/i18n/describe.js';
import { failureTerm } from '../../../src/widget/i18n/failures.js';
import { firstWord } from '../../../src/widget/i18n/first-words.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { lost, refused } from '../support/fails.js';
import { wordsIn } from '../support/words.js';

const eur = (value: number) => ({ unit: 'eur', value });
const pts = (value: number) => ({ unit: 'pts', value });
const coupon = (discount: Extract<Grant, { kind: 'coupon' }>['discount']): Grant => ({
  kind: 'coupon',
  discount,
});

describe('what somebody gets', () => {
  let loc: Localizer;
  before(async () => (loc = await wordsIn('en')));

  const grants: [grant: Grant, words: string][] = [
    [{ kind: 'unit', amount: pts(100) }, '100 leaves'],
    [{ kind: 'unit', rate: { give: pts(1), per: eur(100) } }, '1 leaf per €1'],
    [{ kind: 'unit', times: 2 }, '2 times the points'],
    [coupon({ type: 'percent', percent: 15 }), '15% off'],
    [coupon({ type: 'percent', percent: 15, upTo: eur(2_000) }), '15% off, up to €20'],
    [coupon({ type: 'amount', amount: eur(500) }), '€5 off'],
    [coupon({ type: 'shipping' }), 'free shipping'],
    [coupon({ type: 'product', product: 'mug', title: 'Oak mug' }), 'Oak mug'],
    [coupon({ type: 'product', product: 'mug' }), ''],
    [coupon({ type: 'of-tomorrow', label: 'A day on the house' } as never), 'A day on the house'],
    [coupon({ type: 'of-tomorrow' } as never), ''],
    [{ kind: 'giftCard', amount: eur(1_000) }, 'a gift card of €10'],
    [{ kind: 'product', product: 'mug', title: 'Oak mug' }, 'Oak mug'],
    [{ kind: 'access', label: 'Early sale' }, 'Early sale'],
    [{ kind: 'custom', label: 'A walk in the woods' }, 'A walk in the woods'],
    [{ kind: 'pool', segments: [] } as unknown as Grant, 'a surprise'],
    [{ kind: 'of-tomorrow', label: 'Something new' } as never, 'Something new'],
    [{ kind: 'of-tomorrow' } as never, ''],
  ];
  for (const [grant, words] of grants) {
    it(`${JSON.stringify(grant)} reads “${words}”`, () => {
      expect(describeGrant(loc, grant)).to.equal(words);
    });
  }

  it('is joined, and what has no words is left out', () => {
    const list: Grant[] = [grants[0]![0], { kind: 'of-tomorrow' } as never, grants[5]![0]];
    expect(describeGrants(loc, list)).to.equal('100 leaves + €5 off');
    expect(describeGrants(loc)).to.equal('');
  });

  const limits: [limit: Limit, words: RegExp][] = [
    [{ count: 1, per: 'day' }, /day/],
    [{ count: 3, per: 'month' }, /3.*month/],
    [{ count: 2, per: 'full-moon' }, /^$/],
  ];
  for (const [limit, words] of limits) {
    it(`${JSON.stringify(limit)} reads like ${words}`, () => {
      expect(describeLimit(loc, limit)).to.match(words);
    });
  }
});

describe('what came to nothing', () => {
  afterEach(() => Reflect.deleteProperty(navigator, 'onLine'));
  const whileOnline = (value: boolean) =>
    Object.defineProperty(navigator, 'onLine', { configurable: true, value });

  const failures: [what: string, error: unknown, key: string][] = [
    ['a known refusal', refused('sold-out'), 'error.soldOut'],
    ['a refusal of tomorrow: sure to have cost nothing', refused('of-tomorrow'), 'error.other'],
    ['no answer: nobody knows', lost(), 'error.unsure'],
    ['a name that every object has', refused('constructor'), 'error.other'],
    ['a code that is no text', { code: 7 }, 'error.unsure'],
    ['code that did not come', new TypeError('Failed to fetch'), 'error.unsure'],
    ['nothing', null, 'error.unsure'],
  ];
  for (const [what, error, key] of failures) {
    it(`(${what}) is told by “${key}”`, () => {
      whileOnline(true);
      expect(failureTerm(error)).to.equal(key);
    });
  }

  it('(code that did not come to a device without a network) is told by “error.offline”', () => {
    whileOnline(false);
    expect(failureTerm(new TypeError('Failed to fetch'))).to.equal('error.offline');
  });
});

describe('the launcher’s first word', () => {
  const words: [lang: string, word: string][] = [
    ['de', 'Vorteile'],
    ['DE-at', 'Vorteile'],
    ['en', 'Rewards'],
    ['fr', 'Rewards'],
    ['', 'Rewards'],
  ];
  for (const [lang, word] of words) {
    it(`on a page in “${lang}” is “${word}”`, () => {
      expect(firstWord(lang)).to.equal(word);
    });
  }
});
