import { expect, fixture } from '@open-wc/testing';
import '../../../src/widget/shell/widget.js';
import type { LoyaltyWidget } from '../../../src/widget/shell/widget.js';
import { bootstrapText } from '../support/documents.js';
import { FakeEndpoint } from '../support/fake-endpoint.js';
import { json, restoreFetch } from '../support/fake-fetch.js';
import { settled, until } from '../support/fake-port.js';
import { rendered } from '../support/place.js';
import { textOf } from '../support/shown.js';

const POLL_SECONDS = 20;
const real = { set: globalThis.setInterval, clear: globalThis.clearInterval };

/** What the page is asked to do again and again; the test says when. */
class HeldIntervals {
  readonly #acts = new Map<number, () => void>();
  #next = 1;

  constructor() {
    globalThis.setInterval = ((act: () => void, ms = 0) => {
      if (ms < 1_000) return real.set.call(globalThis, act, ms);
      this.#acts.set(this.#next, act);
      return this.#next++;
    }) as typeof setInterval;
    globalThis.clearInterval = ((id: number) => {
      if (!this.#acts.delete(id)) real.clear.call(globalThis, id);
    }) as typeof clearInterval;
  }

  get size(): number {
    return this.#acts.size;
  }

  async ring(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      for (const act of this.#acts.values()) act();
      await settled();
    }
  }

  restore(): void {
    Object.assign(globalThis, { setInterval: real.set, clearInterval: real.clear });
  }
}

/** The shopper goes to another tab, or comes back. */
function show(visibilityState: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => visibilityState,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('while the shopper looks at another tab', () => {
  let endpoint: FakeEndpoint;
  let intervals: HeldIntervals;

  beforeEach(() => {
    sessionStorage.clear();
    endpoint = new FakeEndpoint();
    endpoint.answers['GET /bootstrap'] = () =>
      json({ ...(JSON.parse(bootstrapText()) as object), live: { poll: POLL_SECONDS } });
    endpoint.answers['GET /me'] = () => json((JSON.parse(bootstrapText()) as { me: unknown }).me);
    intervals = new HeldIntervals();
  });
  afterEach(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    intervals.restore();
    restoreFetch();
  });

  const opened = async (): Promise<LoyaltyWidget> => {
    const widget = document.createElement('loyalty-widget');
    const settings = { endpoint: 'https://api.example/v1/pk', locale: 'en', token: 'tok' };
    for (const [name, value] of Object.entries(settings)) widget.setAttribute(name, value);
    await fixture(widget);
    await widget.open();
    await until(() => textOf(widget).includes('Oak Club'));
    await rendered(widget);
    // Opened anew, with what the endpoint wants known.
    widget.close();
    await widget.open();
    await rendered(widget);
    return widget;
  };

  it('an open panel asks the shop for nothing, and once when the shopper is back', async () => {
    await opened();
    show('hidden');
    const before = endpoint.requests.length;
    await intervals.ring(5);
    expect(endpoint.requests.slice(before), 'hidden').to.deep.equal([]);
    show('visible');
    await until(() => endpoint.requests.length > before);
    await settled();
    expect(endpoint.requests.slice(before), 'back').to.have.length(1);
  });

  it('which is because nobody looks: the same panel in sight does ask', async () => {
    await opened();
    show('visible');
    await settled();
    const before = endpoint.requests.length;
    await intervals.ring(1);
    await until(() => endpoint.requests.length > before);
  });

  it('a closed panel has nothing that could ask', async () => {
    const widget = await opened();
    expect(intervals.size).to.equal(1);
    widget.close();
    await settled();
    expect(intervals.size).to.equal(0);
  });
});
