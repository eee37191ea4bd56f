import { expect } from '@open-wc/testing';
import type {
  Activity,
  Program,
  Reward,
  Rule,
  Track,
  Voucher,
} from '../../../src/contract/types.js';
import '../../../src/widget/cards/activity-line.js';
import '../../../src/widget/cards/guest-card.js';
import '../../../src/widget/cards/points-card.js';
import '../../../src/widget/cards/reward-slider.js';
import '../../../src/widget/cards/rule-card.js';
import '../../../src/widget/cards/tier-card.js';
import '../../../src/widget/cards/tier-ladder.js';
import '../../../src/widget/cards/track-badges.js';
import '../../../src/widget/cards/track-challenge.js';
import '../../../src/widget/cards/track-join.js';
import '../../../src/widget/cards/track-meter.js';
import '../../../src/widget/cards/track-milestones.js';
import '../../../src/widget/cards/track-stamps.js';
import '../../../src/widget/cards/track-streak.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import { audit } from '../support/audit.js';
import { me, NOW, program } from '../support/documents.js';
import { place, rendered, shown } from '../support/place.js';
import { button, elementsIn, saidBy } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

/** Puts every card on the page; `spoil` changes the documents that they are given. */
async function every(
  loc: Localizer,
  parent: HTMLElement,
  spoil: <T>(document: T) => T = (document) => document,
): Promise<void> {
  const definition = spoil(program());
  const member = spoil(me());
  const [vip, coffee, visits] = definition.tracks as [Track, Track, Track];
  const [vipState, coffeeState, visitsState] = member.tracks;
  const [card, slider] = definition.rewards as [Reward, Reward];
  const [buy, nps] = definition.rules as [Rule, Rule];
  const ready = { state: 'available' };
  const voucher: Voucher = {
    ...member.vouchers[0]!,
    undoUntil: new Date(NOW + 600_000).toISOString(),
  };
  const show: typeof shown = (tag, properties) => shown(tag, { loc, ...properties }, parent);
  await show('loyalty-points-card', { wallet: member.wallets[0]! });
  await show('loyalty-points-card', { wallet: member.wallets[0]!, compact: true });
  await show('loyalty-points-card', { wallet: { ...member.wallets[0]!, available: -5 } });
  await show('loyalty-tier-card', { track: vip, trackState: vipState });
  await show('loyalty-tier-ladder', { track: vip, mine: 'seed' });
  await show('loyalty-track-stamps', { track: coffee, trackState: coffeeState });
  await show('loyalty-track-streak', { track: visits, trackState: visitsState });
  await show('loyalty-track-challenge', { track: coffee, trackState: coffeeState });
  await show('loyalty-track-milestones', { track: vip, trackState: vipState });
  await show('loyalty-track-meter', { track: vip, trackState: vipState });
  const badges = await show('loyalty-track-badges', {
    entries: [
      { track: coffee, state: coffeeState },
      { track: vip, state: vipState },
    ],
  });
  button(badges, /./).click();
  await show('loyalty-track-card', { track: coffee });
  await show('loyalty-track-join', { track: coffee });
  const reward = await show('loyalty-reward-card', {
    reward: card,
    rewardState: { reward: card.id, availability: ready },
  });
  button(reward, /./).click();
  await show('loyalty-reward-card', {
    reward: card,
    rewardState: {
      reward: card.id,
      availability: { state: 'short', missing: [{ unit: 'pts', value: 1 }] },
    },
  });
  await show('loyalty-reward-card', {
    reward: card,
    rewardState: { reward: card.id, availability: { state: 'sold-out' } },
  });
  await show('loyalty-reward-slider', {
    reward: slider,
    rewardState: { reward: slider.id, availability: ready, maxNow: 600 },
  });
  await show('loyalty-voucher-card', { voucher, applyUrl: '/d/{code}' });
  await show('loyalty-voucher-card', { voucher: { ...voucher, status: 'used' } });
  await show('loyalty-rule-card', { rule: buy, ruleState: { rule: buy.id, availability: ready } });
  const form = await show('loyalty-rule-card', {
    rule: nps,
    ruleState: { rule: nps.id, availability: ready },
  });
  button(form, /./).click();
  const line: Activity = { ...member.activity[0]!, because: [{ text: definition.name }] };
  await show('loyalty-activity-line', { line });
  await show('loyalty-activity-line', { line: { ...line, state: 'void' } });
  await show('loyalty-guest-card', { program: definition });
  await rendered(parent);
}

/** What is wider than the place that it stands in; a number and its unit are kept in one line. */
const sticksOut = (parent: HTMLElement): string[] => {
  const { right } = parent.getBoundingClientRect();
  return elementsIn(parent)
    .filter(
      (one) =>
        one.getBoundingClientRect().right > right + 1 &&
        getComputedStyle(one).whiteSpace !== 'nowrap',
    )
    .map(({ localName, className }) => `${localName}.${String(className)}`);
};

describe('every card', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const locale of ['en', 'de']) {
      it(`passes the accessibility audit in ${scheme} mode, in ${locale}`, async () => {
        const parent = await place(scheme);
        parent.lang = locale;
        await every(await wordsIn(locale), parent);
        expect(await audit(parent)).to.deep.equal([]);
      });
    }
  }

  /** Changes each text of a document that a server or a shop writes freely. */
  const texts = new Set(['title', 'name', 'label', 'detail', 'summary', 'text', 'code', 'other']);
  const urls = new Set(['url', 'termsUrl', 'terms', 'privacy', 'applyUrl', 'signIn', 'join']);
  const spoiler =
    (text: string, url: string) =>
    <T>(document: T): T =>
      JSON.parse(
        JSON.stringify(document, (key, value: unknown) => {
          if (typeof value !== 'string') return value;
          return texts.has(key) ? text : urls.has(key) ? url : value;
        }),
      ) as T;

  const hostile = [
    '<img src=x onerror="globalThis.hacked=1">',
    '"><script>globalThis.hacked=1</script>',
    '\u202Eevil\u202D \u05D0\u05D1\u05D2 (x) 12',
    '${globalThis.hacked=1}{{constructor}}',
    '\u0645\u0631\u064A\u0645 (12) \u2067Ada\u2069',
    '\u0E1E\u0E23\u0E30\u0E1E\u0E38\u0E17\u0E18',
    '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u200B\u00AD',
    `a${'\u0301'.repeat(200)}`,
    'x'.repeat(5_000),
    '',
  ];
  for (const text of hostile) {
    it(`shows ${JSON.stringify(text.slice(0, 40))} as it is written, and runs nothing`, async () => {
      const spoil = spoiler(text, '/ok');
      const definition: Program = spoil(program());
      const parent = await place();
      await every(await wordsIn('en', definition), parent, spoil);
      expect('hacked' in globalThis).to.be.false;
      expect(elementsIn(parent).some((one) => one.matches('script, img[src=x]'))).to.be.false;
      const words = text.replace(/\s+/g, ' ').trim();
      expect(saidBy(parent).includes(words)).to.be.true;
      expect(sticksOut(parent), 'nothing sticks out').to.deep.equal([]);
    });
  }

  for (const url of [
    'javascript:globalThis.hacked=1',
    'data:text/html,<script>1</script>',
    '//evil.example/x',
    'https:evil.example',
    'http://evil.example/x.png',
    'https://user:pass@evil.example/',
  ]) {
    it(`makes no link and no picture of ${url}`, async () => {
      const spoil = <T>(document: T): T => {
        const spoilt = spoiler('T', url)(document) as unknown as Partial<Program>;
        for (const reward of spoilt.rewards ?? []) {
          if (!('availability' in reward)) {
            Object.assign(reward, { termsUrl: url, image: { url, width: 1, height: 1, alt: '' } });
          }
        }
        for (const track of spoilt.tracks ?? []) track.termsUrl = url;
        for (const rule of spoilt.rules ?? []) {
          if (rule.cta && !rule.cta.form) Object.assign(rule.cta, { kind: 'link', url });
        }
        return spoilt as T;
      };
      const parent = await place();
      await every(await wordsIn('en', spoil(program())), parent, spoil);
      const links = elementsIn(parent).filter(
        (one) => one.hasAttribute('href') || one.matches('img'),
      );
      expect(links.map((one) => one.outerHTML)).to.deep.equal([]);
      expect('hacked' in globalThis).to.be.false;
    });
  }
});
