import { expect, fixture, html } from '@open-wc/testing';
import { createSandbox } from '../../../src/sandbox/index.js';
import { blocks } from '../../../src/widget/blocks/registry.js';
import '../../../src/widget/shell/panel.js';
import '../../../src/widget/shell/provider.js';
import { views } from '../../../src/widget/shell/views.js';
import { NOW } from '../support/documents.js';
import { lost } from '../support/fails.js';
import { json, restoreFetch, stubFetch } from '../support/fake-fetch.js';
import { until } from '../support/fake-port.js';
import { rendered } from '../support/place.js';
import { say } from '../support/say.js';
import { find, maybe, saidBy, textOf } from '../support/shown.js';
import { openedPanel } from '../support/opened-panel.js';
import { wordsIn } from '../support/words.js';

/**
 * A device whose clock is wrong, before an endpoint that tells the time: whatever is shown of days
 * and hours is what a right clock shows.
 */

const DAY_MS = 86_400_000;
const RealDate = Date;

/** The device's clock stands still at a moment, so that two renderings can be alike to the second. */
function stopClock(at: number): void {
  globalThis.Date = class extends RealDate {
    constructor(...parts: unknown[]) {
      super(...((parts.length ? parts : [at]) as [number]));
    }
    static override now(): number {
      return at;
    }
  } as DateConstructor;
}

/** Programmes with challenges, streaks, seasons, boards, doors, and points that run out. */
const PROGRAMMES = ['oak', 'games'];

const wrong: Record<string, number> = {
  'a day late': -DAY_MS,
  'a day early': DAY_MS,
  'ten years late': -3_653 * DAY_MS,
  'ten years early': 3_653 * DAY_MS,
};

/** Where two texts part, in few words. */
function firstOther(one: string, other: string): string[] {
  const at = one.split('').findIndex((letter, index) => letter !== other[index]);
  const near = (text: string) => text.slice(Math.max(0, at - 60), at + 40);
  return at < 0 && one.length === other.length ? [] : [near(one), near(other)];
}

/** What a slider's size is worth is asked for after a pause, and has no day in it: it stays open. */
const isQuote = ({ pathname }: URL): boolean => pathname.endsWith('/quote');

const load = async (path: string): Promise<unknown> => (await fetch(path)).json();

for (const name of PROGRAMMES) {
  describe(`the days of “${name}”`, () => {
    const now = RealDate.now();
    /** What the endpoint said while the clock was right. */
    const answers = new Map<string, string>();
    let address: string;
    let right: string;

    before(async () => {
      await Promise.all(
        [...Object.values(blocks), ...Object.values(views).map(({ load }) => load)].map((one) =>
          one(),
        ),
      );
      const [programme, past] = await Promise.all(
        ['programme', 'members'].map((part) => load(`/presets/${name}/${part}`)),
      );
      stopClock(now);
      const sandbox = await createSandbox({ programme, past, member: 'middle' });
      const token = await sandbox.getToken();
      stubFetch(async ({ url, init }) => {
        if (isQuote(url)) return new Promise(() => undefined);
        const response = await sandbox.fetch(url, init);
        answers.set(url.href, await response.clone().text());
        return response;
      });
      address = sandbox.address;
      // The first time some parts of a card come late, and nothing waits for them.
      await shownTo(token);
      right = (await shownTo(token)).said;
    });

    afterEach(() => {
      restoreFetch();
      globalThis.Date = RealDate;
    });

    /** All that is said on a page with every block and every section. */
    async function shownTo(token: string | null = 'tok'): Promise<{ said: string; asked: number }> {
      sessionStorage.clear();
      localStorage.clear();
      let asked = 0;
      const provider = Object.assign(document.createElement('loyalty-provider'), {
        endpoint: address,
        locale: 'en',
        getToken: () => {
          asked++;
          return Promise.resolve(token);
        },
      });
      const tags = [...Object.keys(blocks), ...Object.values(views).map(({ tag }) => tag)];
      provider.append(...[...new Set(tags)].map((tag) => document.createElement(tag)));
      await fixture(html`<main>${provider}</main>`);
      // Words and lists come one after the other.
      for (let before = '', said = ' '; before !== said || maybe(provider, '.bone');) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        await rendered(provider);
        [before, said] = [said, saidBy(provider).replace(/\n+/g, '\n')];
      }
      return { said: saidBy(provider).replace(/\n+/g, '\n'), asked };
    }

    const replay = (change: (text: string) => string = (text) => text): void =>
      void stubFetch(({ url }) => {
        const text = answers.get(url.href);
        return text === undefined ? new Promise(() => undefined) : json(change(text));
      });

    for (const [how, by] of Object.entries(wrong)) {
      it(`are the same on a device that is ${how}, and the shop is asked for one token`, async () => {
        stopClock(now + by);
        replay();
        const { said, asked } = await shownTo();
        expect(firstOther(said, right)).to.deep.equal([]);
        expect(asked).to.equal(1);
      });
    }

    it('would be others if the endpoint were wrong by ten years too', async () => {
      stopClock(now + 3_653 * DAY_MS);
      replay((text) => text.replace(/"now":"[^"]+"/, `"now":"${new Date().toISOString()}"`));
      expect(firstOther((await shownTo()).said, right)).not.to.be.empty;
    });
  });
}

describe('what is shown of an hour ago', () => {
  afterEach(() => {
    globalThis.Date = RealDate;
  });

  it('names the time by the server’s clock', async () => {
    stopClock(NOW + 3 * 3_600_000);
    const { panel, store, port } = await openedPanel(await wordsIn('en'));
    void store.refresh();
    let call = await port.next();
    while (call.name !== 'bootstrap') call = await port.next();
    call.fail(lost());
    await until(() => maybe(panel, '.stale'));
    const time = (await wordsIn('en')).time(new Date(NOW).toISOString());
    expect(textOf(find(panel, '.stale'))).to.contain(say('stale.since', { time }));
  });
});
