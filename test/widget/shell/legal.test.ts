import { expect, fixture } from '@open-wc/testing';
import '../../../src/widget/blocks/profile.js';
import '../../../src/widget/cards/rule-form.js';
import type { Bootstrap, Links, Member } from '../../../src/contract/types.js';
import type { TermKey } from '../../../src/widget/i18n/catalogue.js';
import { views } from '../../../src/widget/shell/views.js';
import '../../../src/widget/shell/widget.js';
import type { LoyaltyWidget } from '../../../src/widget/shell/widget.js';
import { catalogOf } from '../../../src/widget/store/catalog.js';
import { table } from '../../contract/page-contract.js';
import { lessMotion, windowOf } from '../support/device.js';
import { bootstrap, bootstrapText, me, program } from '../support/documents.js';
import { FakeEndpoint } from '../support/fake-endpoint.js';
import { json, restoreFetch } from '../support/fake-fetch.js';
import { until } from '../support/fake-port.js';
import { rendered, shown } from '../support/place.js';
import { all, find, hasFocus, maybe, textOf } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

/** Buttons: whoever shows them to a guest has tests of their own. */
const WAYS_IN = ['join', 'signIn'];
/** Every other link of the contract; a new one is asked for on arrival. */
const slots = Object.keys(table['Links'] as object)
  .map((name) => name.replace('?', ''))
  .filter((name) => !WAYS_IN.includes(name));
const addressOf = (slot: string) => `https://shop.example/legal/${slot}`;
/** Of whom the birthday and a consent are still to be asked. */
const unasked: Pick<Member, 'birthday' | 'consents'> = {
  birthday: null,
  consents: [{ id: 'news', label: 'News', granted: null }],
};
const filled = Object.fromEntries(slots.map((slot) => [slot, addressOf(slot)])) as Links;

describe('the links that the law expects', () => {
  before(async () => {
    await windowOf(1_000);
    await lessMotion(true);
  });
  after(() => lessMotion(false));

  let endpoint: FakeEndpoint;
  beforeEach(() => {
    sessionStorage.clear();
    endpoint = new FakeEndpoint();
  });
  afterEach(() => restoreFetch());

  const opened = async (
    links: Links | undefined,
    { view = 'home', isGuest = false, ...attributes }: Record<string, string | boolean> = {},
  ): Promise<LoyaltyWidget> => {
    const given = JSON.parse(bootstrapText()) as Bootstrap;
    const { program: definitions, me: mine } = given;
    const answer = {
      ...given,
      me: isGuest ? null : { ...mine, member: { ...mine!.member, ...unasked } },
      program: { ...definitions, links },
    };
    endpoint.answers['GET /bootstrap'] = () => json(JSON.stringify(answer));
    const widget = document.createElement('loyalty-widget');
    const settings = { endpoint: 'https://api.example/v1/pk', locale: 'en', token: 'tok' };
    for (const [name, value] of Object.entries({ ...settings, ...attributes })) {
      widget.setAttribute(name, String(value));
    }
    await fixture(widget);
    await widget.open(String(view));
    await until(() => textOf(widget).includes('Oak Club') && !maybe(widget, '#view > .bone'));
    await rendered(widget);
    return widget;
  };

  /** As a shopper meets it: inside the panel, under nothing else. */
  const isInSight = (link: HTMLElement): boolean => {
    const { x, y, width, height } = link.getBoundingClientRect();
    const root = link.getRootNode() as ShadowRoot;
    return root.elementFromPoint(x + width / 2, y + height / 2) === link;
  };

  const sights = { member: bootstrap().me, guest: null };
  for (const [who, sight] of Object.entries(sights)) {
    const isGuest = who === 'guest';
    const there = Object.entries(views).filter(([, { isIn }]) =>
      isIn({ catalog: catalogOf(program()), me: sight }),
    );
    for (const locale of ['en', 'de']) {
      for (const [view] of there) {
        it(`stand in “${view}” for a ${who} in ${locale}: in sight, in reach, with their addresses`, async () => {
          const loc = await wordsIn(locale);
          const widget = await opened(filled, { view, isGuest, locale });
          const row = find(widget, '[part~=legal]');
          const links = all<HTMLAnchorElement>(row, 'a');
          expect(links.map(({ href }) => href)).to.have.members(slots.map(addressOf));
          for (const slot of slots) {
            const link = links.find(({ href }) => href === addressOf(slot))!;
            expect(textOf(link)).to.equal(loc.term(`legal.${slot}` as TermKey));
            expect(isInSight(link), `${slot} is in sight`).to.equal(true);
            expect(link.getBoundingClientRect().height).to.be.at.least(24);
            link.focus();
            expect(hasFocus(link)).to.equal('focused');
          }
        });
      }
    }
  }

  it('say what the law words for them', async () => {
    const [en, de] = [await wordsIn('en'), await wordsIn('de')];
    expect(de.term('legal.withdrawal')).to.equal('Vertrag widerrufen');
    expect(de.term('legal.cancel')).to.equal('Verträge hier kündigen');
    expect(en.term('legal.withdrawal')).to.equal('Withdraw from contract');
  });

  for (const slot of slots) {
    it(`are “${slot}” alone where the programme sets no other`, async () => {
      const widget = await opened({ [slot]: addressOf(slot) });
      const links = all<HTMLAnchorElement>(find(widget, '[part~=legal]'), 'a');
      expect(links.map(({ href }) => href)).to.deep.equal([addressOf(slot)]);
    });
  }

  const empty: Record<string, Links | undefined> = {
    'no links': undefined,
    'none of them': {},
    'ways in alone': { join: '/join', signIn: '/sign-in' },
    'empty addresses': Object.fromEntries(slots.map((slot) => [slot, ''])),
    'what is no address': Object.fromEntries(slots.map((slot) => [slot, 'javascript:alert(1)'])),
  };
  for (const [name, links] of Object.entries(empty)) {
    it(`are not there, and neither is their row, where the programme has ${name}`, async () => {
      for (const isGuest of [false, true]) {
        const widget = await opened(links, { isGuest, view: isGuest ? 'home' : 'profile' });
        expect(maybe(widget, '[part~=legal]')).to.be.undefined;
        expect(all(widget, 'a').filter((link) => !link.hasAttribute('href'))).to.be.empty;
      }
    });
  }

  it('run from right to left where the words do', async () => {
    const widget = await opened(filled, { preview: 'rtl' });
    const [first, second] = all(find(widget, '[part~=legal]'), 'a');
    expect(first!.getBoundingClientRect().right).to.be.greaterThan(
      second!.getBoundingClientRect().right,
    );
  });

  it('leave the panel its room in a window that is low', async function () {
    await windowOf(320, 256);
    // Only one engine lets a test change the window.
    if (innerHeight > 480) this.skip();
    try {
      const widget = await opened(filled, { locale: 'de' });
      const row = find(widget, '[part~=legal]');
      expect(row.getBoundingClientRect().height).to.be.below(50);
      const last = all(row, 'a').at(-1)!;
      last.focus();
      expect(last.getBoundingClientRect().left).to.be.at.least(row.getBoundingClientRect().left);
      expect(last.getBoundingClientRect().right).to.be.at.most(row.getBoundingClientRect().right);
    } finally {
      await windowOf(1_000);
    }
  });

  describe('beside what is asked of a member', () => {
    const member: Member = { ...me().member, ...unasked };
    const profile = ['loyalty-profile-birthday', 'loyalty-profile-consents'] as const;
    for (const tag of [...profile, 'loyalty-rule-form'] as const) {
      it(`lead from <${tag}> to what becomes of it`, async () => {
        const loc = await wordsIn('de');
        const card = await shown(tag, { loc, member, program: { ...program(), links: filled } });
        const link = find<HTMLAnchorElement>(card, 'a');
        expect(link.href).to.equal(addressOf('privacy'));
        expect(textOf(link)).to.equal('Datenschutz');
        expect(link.getBoundingClientRect().height).to.be.at.least(24);
        link.focus();
        expect(hasFocus(link)).to.equal('focused');
      });

      it(`are not in <${tag}> where the programme sets none`, async () => {
        const loc = await wordsIn('de');
        const card = await shown(tag, { loc, member, program: { ...program(), links: {} } });
        expect(maybe(card, 'a')).to.be.undefined;
      });
    }

    it('come to a member who opens the profile', async () => {
      const widget = await opened(filled, { view: 'profile' });
      await until(() => !!maybe(widget, 'loyalty-profile-consents'));
      await rendered(widget);
      const inCards = profile.flatMap((tag) => all(widget, tag)).flatMap((card) => all(card, 'a'));
      expect(inCards.map(textOf)).to.deep.equal(['Privacy', 'Privacy']);
    });
  });
});
