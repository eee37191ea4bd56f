import { expect } from '@open-wc/testing';
import { blocks } from '../../../src/widget/blocks/registry.js';
import type { LoyaltyWidget } from '../../../src/widget/shell/widget.js';
import '../../../src/widget/shell/widget.js';
import { FakeEndpoint, hearWarnings } from '../support/fake-endpoint.js';
import { restoreFetch } from '../support/fake-fetch.js';
import { settled, until } from '../support/fake-port.js';
import { LeakWatch } from '../support/leak-watch.js';
import { place, rendered } from '../support/place.js';
import { find, maybe, textOf } from '../support/shown.js';

/** A page that takes the widget out and puts it in again, as shops do that never load a second page. */

const CYCLES = 100;
/** New elements in place of the old ones: each has been on the page, and is gone. */
const RENEWALS = 10;

describe('a page that is put together anew again and again', () => {
  let watch: LeakWatch;
  let warnings: ReturnType<typeof hearWarnings>;

  before(() => Promise.all(Object.values(blocks).map((load) => load())));
  beforeEach(() => {
    sessionStorage.clear();
    new FakeEndpoint();
    warnings = hearWarnings();
    watch = new LeakWatch();
  });
  afterEach(() => {
    watch.restore();
    restoreFetch();
    warnings.restore();
  });

  /** The widget and every block, new. */
  const fill = async (parent: HTMLElement): Promise<void> => {
    const widget = document.createElement('loyalty-widget');
    const settings = { endpoint: 'https://api.example/v1/pk', locale: 'en', token: 'tok' };
    for (const [name, value] of Object.entries(settings)) widget.setAttribute(name, value);
    parent.replaceChildren(
      widget,
      ...Object.keys(blocks).map((tag) => document.createElement(tag)),
    );
    await until(() => textOf(parent).includes('leaves'));
  };
  /** With its panel open it listens and looks for news; the stream begins when the page rests. */
  const open = async (parent: HTMLElement): Promise<void> => {
    await find<LoyaltyWidget>(parent, 'loyalty-widget').open();
    const view = () => maybe(parent, '#view');
    await until(() => !!view() && !maybe(view()!, '.bone, :not(:defined)'));
    await rendered(parent);
    await until(() => !!watch.running['intervals'] && !!watch.running['channels']);
  };

  /** What ends with a turn of the event loop is given that turn. */
  const expectRunning = async (running: Record<string, number>): Promise<void> => {
    const isSame = () => JSON.stringify(watch.running) === JSON.stringify(running);
    await until(isSame).catch(() => undefined);
    expect(watch.running).to.deep.equal(running);
  };

  for (const [how, pause] of [
    ['to another place', () => undefined],
    ['and back, a moment later', settled],
  ] as const) {
    it(`${how}, ${CYCLES} times: has as many listeners, channels and intervals as before`, async () => {
      const parent = await place();
      await fill(parent);
      await open(parent);
      const before = watch.running;
      for (let cycle = 0; cycle < CYCLES; cycle++) {
        const children = [...parent.children];
        for (const child of children) child.remove();
        await pause();
        parent.append(...children);
        await pause();
      }
      await open(parent);
      await expectRunning(before);
    });
  }

  it(`with new elements, ${RENEWALS} times: has as many as before`, async () => {
    const parent = await place();
    await fill(parent);
    await open(parent);
    const before = watch.running;
    for (let renewal = 0; renewal < RENEWALS; renewal++) {
      await fill(parent);
      await open(parent);
    }
    await expectRunning(before);
  });

  it('has nothing of ours left when the widget is gone', async () => {
    const before = watch.running;
    const parent = await place();
    await fill(parent);
    await open(parent);
    parent.replaceChildren();
    await expectRunning(before);
  });
});
