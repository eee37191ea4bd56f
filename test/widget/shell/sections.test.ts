import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/widget/shell/launcher.js';
import { OpenRequestEvent } from '../../../src/widget/events/ways-in.js';
import { views } from '../../../src/widget/shell/views.js';
import '../../../src/widget/shell/widget.js';
import type { Localizer } from '../../../src/widget/i18n/localizer.js';
import '../../../src/widget/shell/panel.js';
import type { LoyaltyPanel } from '../../../src/widget/shell/panel.js';
import type { LoyaltyWidget } from '../../../src/widget/shell/widget.js';
import { catalogOf } from '../../../src/widget/store/catalog.js';
import { audit } from '../support/audit.js';
import { lessMotion, windowOf } from '../support/device.js';
import { bootstrap, guestBootstrap, program } from '../support/documents.js';
import { FakeEndpoint, hearWarnings } from '../support/fake-endpoint.js';
import { json, restoreFetch } from '../support/fake-fetch.js';
import { until } from '../support/fake-port.js';
import { rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { all, button, find, hasFocus, JUNK, maybe, saidBy, textOf } from '../support/shown.js';
import { openedPanel } from '../support/opened-panel.js';
import { wordsIn } from '../support/words.js';

describe('the sections of the panel', () => {
  // Nothing fades in: what is audited stands still.
  before(() => lessMotion(true));
  after(() => lessMotion(false));

  let endpoint: FakeEndpoint;
  let warnings: ReturnType<typeof hearWarnings>;
  let faults: string[];
  const onFault = (event: PromiseRejectionEvent) => faults.push(String(event.reason));

  beforeEach(async () => {
    await windowOf(1_000);
    sessionStorage.clear();
    endpoint = new FakeEndpoint();
    warnings = hearWarnings();
    faults = [];
    addEventListener('unhandledrejection', onFault);
  });
  afterEach(() => {
    removeEventListener('unhandledrejection', onFault);
    restoreFetch();
    warnings.restore();
    expect(faults, 'nothing is thrown into the page').to.be.empty;
  });

  const make = async (attributes: Record<string, string> = {}): Promise<LoyaltyWidget> => {
    const widget = document.createElement('loyalty-widget');
    const settings = { endpoint: 'https://api.example/v1/pk', locale: 'en', token: 'tok' };
    for (const [name, value] of Object.entries({ ...settings, ...attributes })) {
      widget.setAttribute(name, value);
    }
    await fixture(widget);
    await rendered(widget);
    return widget;
  };
  const opened = async (attributes: Record<string, string> = {}, view?: string) => {
    const widget = await make(attributes);
    await widget.open(view);
    await until(() => textOf(widget).includes('Oak Club'));
    await rendered(widget);
    return widget;
  };

  /** A panel under words of our own: no language of the catalogues runs from right to left yet. */
  const openedIn = async (dir: 'ltr' | 'rtl'): Promise<LoyaltyPanel> => {
    const words = Object.create(await wordsIn('en'), { dir: { value: dir } }) as Localizer;
    return (await openedPanel(words)).panel;
  };

  for (const [dir, next] of [
    ['ltr', 'ArrowRight'],
    ['rtl', 'ArrowLeft'],
  ] as const) {
    it(`walks its tabs by arrow keys in ${dir}, and opens one when it is pressed`, async () => {
      const widget = await openedIn(dir);
      expect(find<HTMLElement>(widget, 'dialog').dir).to.equal(dir);
      const tabs = all(widget, '[role=tab]');
      expect(tabs.length).to.be.within(2, 5);
      tabs[0]!.focus();
      await sendKeys({ press: next });
      expect(hasFocus(tabs[1]!)).to.equal('focused');
      expect(tabs[0]!.ariaSelected, 'walking opens nothing').to.equal('true');
      await sendKeys({ press: 'End' });
      expect(hasFocus(tabs.at(-1)!)).to.equal('focused');
      await sendKeys({ press: next });
      expect(hasFocus(tabs[0]!)).to.equal('focused');
      await sendKeys({ press: 'Home' });
      await sendKeys({ press: next });
      await sendKeys({ press: 'Enter' });
      await rendered(widget);
      expect(tabs[1]!.ariaSelected).to.equal('true');
      expect(all(widget, '[role=tab][tabindex="0"]')).to.have.length(1);
      expect(find(widget, '[role=tabpanel]').getAttribute('aria-labelledby')).to.equal(tabs[1]!.id);
    });
  }

  const sight = { catalog: catalogOf(program()), me: bootstrap().me };
  const there = Object.entries(views).filter(([, { isIn }]) => isIn(sight));
  for (const [name] of there) {
    it(`shows “${name}” without nonsense, and passes the audit`, async () => {
      const widget = await opened({}, name);
      await until(() => !maybe(widget, '.bone'));
      await rendered(widget);
      const tab = maybe(widget, `#tab-${name}`) ?? find(widget, '#tab-more');
      expect(tab.ariaSelected).to.equal('true');
      expect(saidBy(widget)).not.to.match(JUNK);
      expect(await audit(widget)).to.deep.equal([]);
    });
  }

  it('come after their tabs for whoever goes by Tab, and before them to the eye', async () => {
    const widget = await opened({}, 'rewards');
    const tabs = find(widget, '[role=tablist]');
    const view = find(widget, '#view');
    const follows = tabs.compareDocumentPosition(view) & Node.DOCUMENT_POSITION_FOLLOWING;
    expect(!!follows).to.be.true;
    const end = find(widget, '.main').getBoundingClientRect().bottom;
    expect(tabs.getBoundingClientRect().top).to.be.at.least(end - 1);
    find<HTMLElement>(widget, '#tab-rewards').focus();
    await sendKeys({ press: 'Tab' });
    expect(hasFocus(view)).to.equal('focused');
  });

  it('behind “More” are called by their own names', async () => {
    const widget = await opened({}, 'profile');
    const name = find(widget, '#view').getAttribute('aria-labelledby');
    expect(textOf(find(widget, `#${name}`))).to.equal(say('view.profile'));
  });

  it('leads home where a link names a section of another version', async () => {
    const widget = await opened({}, 'constructor');
    expect(find(widget, '#tab-home').ariaSelected).to.equal('true');
  });

  it('shows a guest what is open to all, and nothing private', async () => {
    endpoint.answers['GET /bootstrap'] = () => json(guestBootstrap());
    const widget = await opened();
    const tabs = all(widget, '[role=tab]').map(({ id }) => id);
    expect(tabs).to.include('tab-home').and.to.include('tab-rewards');
    for (const own of ['vouchers', 'activity']) expect(tabs).not.to.include(`tab-${own}`);
  });

  /** The example's programme, with some of its definitions taken away. */
  const programmeWithout = (...names: ('rewards' | 'rules' | 'tracks')[]) => {
    const document = bootstrap();
    for (const name of names) document.program![name] = [];
    endpoint.answers['GET /bootstrap'] = () => json(document);
  };
  const tabsOf = (widget: Element) =>
    all(widget, '[role=tab]').map(({ id }) => id.replace('tab-', ''));

  it('has no tab for what the programme does not have', async () => {
    programmeWithout('rules', 'tracks', 'rewards');
    const tabs = tabsOf(await opened());
    expect(tabs).to.include('activity');
    for (const gone of ['rewards', 'earn', 'challenges', 'play', 'board']) {
      expect(tabs).not.to.include(gone);
    }
  });

  it('shows the sections that the merchant lists, in that order, and no others', async () => {
    const widget = await opened({ views: 'rewards  earn home nonsense' });
    expect(tabsOf(widget)).to.deep.equal(['rewards', 'earn', 'home']);
    expect(find(widget, '#tab-rewards').ariaSelected).to.equal('true');
    await widget.open('activity');
    await rendered(widget);
    expect(find(widget, '#tab-rewards').ariaSelected, 'what is not listed').to.equal('true');
  });

  it('with a single section has no tabs at all', async () => {
    const widget = await opened({ views: 'rewards' });
    expect(tabsOf(widget)).to.deep.equal([]);
    const view = find(widget, '#view');
    expect(view.getAttribute('role')).to.equal('group');
    expect(find(widget, `#${view.getAttribute('aria-labelledby')}`).textContent).to.equal(
      'Oak Club',
    );
    await until(() => maybe(widget, '[part~=reward]'));
    expect(await audit(widget)).to.deep.equal([]);
  });

  it('keeps five tabs in sight, and the others within reach of the last one', async () => {
    const widget = await opened();
    const names = there.map(([name]) => name);
    expect(tabsOf(widget)).to.deep.equal([...names.slice(0, 4), 'more']);
    find(widget, '#tab-more').click();
    await rendered(widget);
    expect(await audit(widget)).to.deep.equal([]);
    button(widget, say('view.activity')).click();
    await until(() => maybe(widget, '[part~=line]'));
    await rendered(widget);
    expect(find(widget, '#tab-more').ariaSelected).to.equal('true');
    expect(hasFocus(find(widget, '#view')), 'what was pressed is gone').to.equal('focused');
    expect(textOf(find(widget, '#view h3'))).to.equal(say('view.activity'));
    find(widget, '#tab-more').click();
    await rendered(widget);
    button(widget, say('view.activity'));
  });

  const earning = program().rules[0]!.id;
  const items: [path: string, selector: string][] = [
    ['rewards/off5', '[data-item=off5]'],
    [`earn/${earning}`, `[data-item=${earning}]`],
  ];
  for (const [path, selector] of items) {
    it(`opens at an item: ${path}`, async () => {
      const widget = await opened({}, path);
      await until(() => maybe(widget, `${selector}[data-found]`));
      const item = find(widget, selector);
      expect(hasFocus(find(item, 'h3'))).to.equal('focused');
      const { outlineStyle, outlineWidth } = getComputedStyle(item.shadowRoot!.firstElementChild!);
      expect(`${outlineStyle} ${outlineWidth}`, 'a ring, not a colour').to.equal('solid 3px');
      find(widget, '#view').focus();
      expect(maybe(widget, '[data-found]'), 'the mark goes when the shopper goes on').to.be
        .undefined;
    });
  }

  it('opens at the section where the item is unknown', async () => {
    const widget = await opened({}, 'rewards/of another "season');
    await until(() => maybe(widget, '[part~=reward]'));
    await rendered(widget);
    expect(find(widget, '#tab-rewards').ariaSelected).to.equal('true');
    expect(maybe(widget, '[data-found]')).to.be.undefined;
  });

  it('opens at an item that a part of the page asks for', async () => {
    const widget = await make();
    widget.dispatchEvent(new OpenRequestEvent({ view: 'rewards/off5' }));
    await until(() => maybe(widget, '[data-item=off5][data-found]'));
  });
});
