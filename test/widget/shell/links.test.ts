import { expect, fixture } from '@open-wc/testing';
import { pathIn } from '../../../src/widget/shell/links.js';
import '../../../src/widget/shell/widget.js';
import type { LoyaltyWidget } from '../../../src/widget/shell/widget.js';
import { FakeEndpoint } from '../support/fake-endpoint.js';
import { restoreFetch } from '../support/fake-fetch.js';
import { until } from '../support/fake-port.js';
import { rendered } from '../support/place.js';
import { find, maybe } from '../support/shown.js';

describe('the address of a link', () => {
  const table: [fragment: string, path: string | undefined][] = [
    ['#loyalty=rewards/off5', 'rewards/off5'],
    ['#loyalty=rewards/a%2Fb%20c', 'rewards/a/b c'],
    ['#loyalty=rewards/50%', 'rewards/50%'],
    ['#loyalty', ''],
    ['#loyalty=', ''],
    ['#loyalty-terms', undefined],
    ['#club', undefined],
    ['', undefined],
  ];
  for (const [fragment, path] of table) {
    it(`“${fragment}” names ${path === undefined ? 'nothing of ours' : `“${path}”`}`, () => {
      expect(pathIn(fragment)).to.equal(path);
    });
  }
});

describe('a link on the page', () => {
  const clean = location.href.replace(/#.*/, '');
  beforeEach(() => {
    sessionStorage.clear();
    new FakeEndpoint();
  });
  afterEach(() => {
    restoreFetch();
    history.replaceState(history.state, '', clean);
  });

  const make = async (): Promise<LoyaltyWidget> => {
    const widget = document.createElement('loyalty-widget');
    const settings = { endpoint: 'https://api.example/v1/pk', locale: 'en', token: 'tok' };
    for (const [name, value] of Object.entries(settings)) widget.setAttribute(name, value);
    await fixture(widget);
    return widget;
  };
  const isOpen = (widget: Element) => !!maybe(widget, 'dialog')?.matches(':modal, :popover-open');
  const press = (href: string): void => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  };

  it('is followed when the page comes with it', async () => {
    history.replaceState(history.state, '', '#loyalty=rewards/off5');
    const widget = await make();
    await until(() => maybe(widget, '[data-item=off5][data-found]'));
  });

  it('is followed when it is pressed, again after the panel was closed, and undone by “back”', async () => {
    const widget = await make();
    const { length } = history;
    press('#loyalty=earn');
    await until(() => isOpen(widget));
    await until(() => maybe(widget, '#tab-earn')?.ariaSelected === 'true');
    // A tab that remembers fifty forgets one for it.
    expect(history.length, 'only the link’s own entry').to.be.within(length, length + 1);
    widget.close();
    await rendered(widget);
    press('#loyalty=earn');
    await until(() => isOpen(widget));
    history.back();
    await until(() => !isOpen(widget));
  });

  it('of somebody else is left alone', async () => {
    const widget = await make();
    press('#club');
    await rendered(widget);
    expect(isOpen(widget)).to.be.false;
    await widget.open();
    press('#elsewhere');
    await rendered(widget);
    expect(isOpen(widget), 'opened by hand, it stays').to.be.true;
  });

  it('to a section of another version leads home', async () => {
    history.replaceState(history.state, '', '#loyalty=constructor/x');
    const widget = await make();
    await until(() => maybe(widget, '#tab-home'));
    expect(find(widget, '#tab-home').ariaSelected).to.equal('true');
  });
});
