import { expect, fixture } from '@open-wc/testing';
import boardPage from '../../contract/examples/board-page.json';
import activityPage from '../../contract/examples/activity-page.json';
import { listedViews } from '../../../src/widget/shell/views.js';
import type { LoyaltyWidget } from '../../../src/widget/shell/widget.js';
import '../../../src/widget/shell/widget.js';
import { lessMotion } from '../support/device.js';
import { bootstrap } from '../support/documents.js';
import { FakeEndpoint, hearWarnings } from '../support/fake-endpoint.js';
import { json, page, restoreFetch } from '../support/fake-fetch.js';
import { until } from '../support/fake-port.js';
import { rendered } from '../support/place.js';
import { all, button, find, JUNK, maybe, saidBy, textOf } from '../support/shown.js';

/** Whatever of the panel's data cannot be had: the rest is there, and that part alone is tried again. */

type Answer = () => Response | Promise<Response>;

/** Bytes that end with an error, as when a connection breaks in the middle of an answer. */
const broken = (text: string): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)));
    },
    pull(controller) {
      controller.error(new TypeError('network error'));
    },
  });

/** What happens to an answer on its way. */
const ways: Readonly<Record<string, (body: object) => Answer>> = {
  'does not come, the endpoint being down': () => () =>
    Promise.reject(new TypeError('Failed to fetch')),
  'breaks off with its connection': (body) => () =>
    new Response(broken(JSON.stringify(body)), { headers: { 'content-type': 'application/json' } }),
  'is an error of 500': () => () => json({ message: 'Oops' }, 500),
  'is a page of HTML': () => () => page(200),
  'is JSON that breaks off': (body) => () => json(JSON.stringify(body).slice(0, 40)),
  'is of a wrong type': (body) => () =>
    json(JSON.stringify(body), 200, { 'content-type': 'text/plain' }),
};

const CAPABILITIES = ['activity.pages', 'vouchers.pages', 'boards'];

/** The example's shopper, in a programme that has everything that is fetched for itself. */
function wholeDocument(): object {
  const known = bootstrap();
  const program = {
    ...known.program!,
    capabilities: CAPABILITIES,
    boards: [{ id: 'nov', title: 'The month', unit: 'pts', view: 'top' }],
  };
  return { ...known, program };
}

const voucher = { ...bootstrap().me!.vouchers[0]!, id: 'v_1', title: 'An older gift' };

interface Part {
  /** The section that shows it. */
  readonly view: string;
  readonly request: string;
  readonly body: object;
  /** What a shopper reads once it is there. */
  readonly says: string;
  /** What the section shows without it. */
  readonly stays?: string;
  /** What asks for it; absent where the section does so by itself. */
  readonly press?: RegExp;
}

const parts: readonly Part[] = [
  {
    view: 'activity',
    request: 'GET /activity',
    body: activityPage,
    says: 'Turned leaves into money',
    stays: bootstrap().me!.activity[0]!.title,
    press: /^Show older/,
  },
  {
    view: 'vouchers',
    request: 'GET /vouchers',
    body: { items: [voucher] },
    says: 'An older gift',
    stays: 'A gift for you',
    press: /^Show more/,
  },
  { view: 'board', request: 'GET /boards/nov', body: boardPage, says: 'Li·' },
];

describe('a part of the panel’s data that', () => {
  const chance = Math.random;
  let endpoint: FakeEndpoint;
  let warnings: ReturnType<typeof hearWarnings>;

  before(() => lessMotion(true));
  after(() => lessMotion(false));
  beforeEach(() => {
    // No pause between attempts.
    Math.random = () => 0;
    sessionStorage.clear();
    endpoint = new FakeEndpoint();
    endpoint.answers['GET /bootstrap'] = () => json(wholeDocument());
    for (const { request, body } of parts) endpoint.answers[request] = () => json(body);
    warnings = hearWarnings();
  });
  afterEach(() => {
    Math.random = chance;
    restoreFetch();
    warnings.restore();
  });

  const opened = async (): Promise<LoyaltyWidget> => {
    const widget = Object.assign(document.createElement('loyalty-widget'), {
      endpoint: 'https://api.example/v1/pk',
      locale: 'en',
      token: 'tok',
    });
    await fixture(widget);
    await widget.open('home');
    await rendered(widget);
    return widget;
  };
  /** Opens the section and, where that is needed, asks for the part. */
  const show = async (widget: LoyaltyWidget, { view, press }: Part): Promise<void> => {
    await widget.open(view);
    if (!press) return;
    const isDrawn = () => !!maybe(widget, '#view') && !maybe(find(widget, '#view'), '.bone');
    await until(() => isDrawn() || !!maybe(widget, '[part~=error]'));
    await rendered(widget);
    button(find(widget, '#view'), press).click();
  };
  const errors = (widget: Element) => all(widget, '[part~=error]');
  const again = (widget: Element) => button(errors(widget)[0]!, 'Try again');

  for (const part of parts) {
    const { view, request, body, says, stays } = part;
    for (const [what, spoil] of Object.entries(ways)) {
      it(`${what} (${request}) leaves all others alone, and is tried again for itself`, async () => {
        endpoint.answers[request] = spoil(body);
        const widget = await opened();
        await show(widget, part);
        await until(() => errors(widget).length > 0);
        await rendered(widget);
        expect(errors(widget), 'one sentence').to.have.length(1);
        if (stays) expect(textOf(find(widget, '#view'))).to.include(stays);

        for (const other of listedViews(null)) {
          await widget.open(other);
          await until(() => other === view || !maybe(widget, '.bone'));
          await rendered(widget);
          if (find(widget, '#view').querySelector(`loyalty-${view}`)) continue;
          expect(errors(widget), `${other} shows no error`).to.deep.equal([]);
          expect(saidBy(widget)).not.to.match(JUNK);
        }

        await widget.open(view);
        await until(() => errors(widget).length > 0);
        const before = endpoint.requests.length;
        endpoint.answers[request] = () => json(body);
        again(widget).click();
        await until(() => textOf(widget).includes(says));
        await rendered(widget);
        expect(errors(widget)).to.deep.equal([]);
        // What comes into sight may be told as seen; of all that is read only this is read again.
        const read = endpoint.requests.slice(before).filter((one) => one.startsWith('GET'));
        expect([...new Set(read)], 'nothing else is read').to.deep.equal([request]);
      });
    }

    it(`comes late (${request}) holds up nothing else`, async () => {
      let answer: ((response: Response) => void) | undefined;
      endpoint.answers[request] = () => new Promise((resolve) => (answer = resolve));
      const widget = await opened();
      await show(widget, part);
      await until(() => endpoint.requests.includes(request));
      await widget.open('rewards');
      await until(() => textOf(find(widget, '#view')).includes('off'));
      expect(errors(widget)).to.deep.equal([]);
      answer?.(json(body));
      await widget.open(view);
      await until(() => textOf(widget).includes(says));
    });
  }

  for (const [what, spoil] of Object.entries(ways)) {
    it(`${what} is all of it: one sentence, one way to try again, and everything is there`, async () => {
      endpoint.answers['GET /bootstrap'] = spoil(wholeDocument());
      const widget = await opened();
      await until(() => errors(widget).length > 0);
      await rendered(widget);
      expect(errors(widget)).to.have.length(1);
      endpoint.answers['GET /bootstrap'] = () => json(wholeDocument());
      again(widget).click();
      await until(() => textOf(widget).includes('Oak Club'));
      await rendered(widget);
      expect(errors(widget)).to.deep.equal([]);
    });
  }
});
