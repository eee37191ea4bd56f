import { expect } from '@open-wc/testing';
import { blocks } from '../../../src/widget/blocks/registry.js';
import '../../../src/widget/shell/widget.js';
import { FakeEndpoint, hearWarnings } from '../support/fake-endpoint.js';
import { restoreFetch } from '../support/fake-fetch.js';
import { until } from '../support/fake-port.js';
import { Left } from '../support/left.js';
import { place, rendered } from '../support/place.js';
import { textOf } from '../support/shown.js';

/** A page that takes the widget out and puts it in again, as shops do that never load a second page. */

const CYCLES = 100;
/** New elements in place of the old ones: each has been on the page, and is gone. */
const RENEWALS = 20;

describe('a page that is put together anew again and again', () => {
  let left: Left;
  let warnings: ReturnType<typeof hearWarnings>;

  beforeEach(() => {
    sessionStorage.clear();
    new FakeEndpoint();
    warnings = hearWarnings();
    left = new Left();
  });
  afterEach(() => {
    left.restore();
    restoreFetch();
    warnings.restore();
  });

  const fill = async (parent: HTMLElement): Promise<void> => {
    const widget = document.createElement('loyalty-widget');
    const settings = { endpoint: 'https://api.example/v1/pk', locale: 'en', token: 'tok' };
    for (const [name, value] of Object.entries(settings)) widget.setAttribute(name, value);
    parent.replaceChildren(
      widget,
      ...Object.keys(blocks).map((tag) => document.createElement(tag)),
    );
    await until(() => textOf(parent).includes('leaves'));
    await rendered(parent);
  };
  const whole = async (): Promise<HTMLElement> => {
    const parent = await place();
    await Promise.all(Object.values(blocks).map((load) => load()));
    await fill(parent);
    return parent;
  };

  /** What ends with a turn of the event loop is given that turn. */
  const settledAs = async (running: Record<string, number>): Promise<void> => {
    const isSame = () => JSON.stringify(left.running) === JSON.stringify(running);
    await until(isSame).catch(() => undefined);
    expect(left.running).to.deep.equal(running);
  };

  it(`has no more listeners, channels and clocks after ${CYCLES} moves than after one`, async () => {
    const parent = await whole();
    const once = left.running;
    expect(once, 'what runs is counted').not.to.deep.equal({});
    for (let renewal = 0; renewal < RENEWALS; renewal++) await fill(parent);
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      const children = [...parent.children];
      for (const child of children) child.remove();
      parent.append(...children);
      await Promise.resolve();
    }
    await rendered(parent);
    await settledAs(once);
  });

  it('has nothing of ours left when the widget is gone', async () => {
    const before = left.running;
    const parent = await whole();
    parent.replaceChildren();
    await settledAs(before);
  });
});
