import { expect, fixture, html } from '@open-wc/testing';
import { tellFact } from '../../../src/widget/shell/facts.js';
import type { Fact } from '../../../src/widget/store/facts.js';
import { Announcer } from '../../../src/widget/ui/announcer.js';
import { isChromium, lessMotion } from '../support/device.js';
import { program } from '../support/documents.js';
import { until } from '../support/fake-port.js';
import { say } from '../support/say.js';
import { wordsIn } from '../support/words.js';

const [vip] = program().tracks;
const reached: Fact = { type: 'tier-reached', track: vip!, step: vip!.steps[1]! };
const confetti = () => document.querySelector('canvas');

/** A level is reached: what the page hears, what is said, what is seen. */
async function reachLevel(): Promise<{ heard: unknown[]; said: string[] }> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const heard: unknown[] = [];
  const said: string[] = [];
  place.addEventListener('loyalty-tier-reached', ({ detail }) => heard.push(detail));
  const announcer = new Announcer();
  announcer.say = (text: string) => void said.push(text);
  await tellFact(reached, place, announcer, await wordsIn('en'));
  return { heard, said };
}

describe('a level that is reached', () => {
  // Several facts of one moment are one party: one that still runs would swallow the next.
  beforeEach(() => lessMotion(true));
  afterEach(() => lessMotion(false));

  it('is told to the page and said once', async () => {
    const { heard, said } = await reachLevel();
    expect(heard).to.deep.equal([{ track: vip, step: vip!.steps[1] }]);
    expect(said).to.deep.equal([say('say.tier', { step: vip!.steps[1]!.title })]);
  });

  it('is not celebrated for who asked for less motion', async () => {
    await reachLevel();
    expect(confetti()).to.equal(null);
  });

  // The others run under less motion (device.ts).
  if (isChromium) {
    it('is celebrated', async () => {
      await lessMotion(false);
      await reachLevel();
      await until(confetti);
    });
  }
});
