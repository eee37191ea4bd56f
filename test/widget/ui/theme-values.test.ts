import { expect, fixture } from '@open-wc/testing';
import '../../../src/widget/cards/game-card.js';
import '../../../src/widget/cards/points-card.js';
import { LoyaltyLauncher } from '../../../src/widget/shell/launcher.js';
import '../../../src/widget/shell/widget.js';
import { until } from '../support/fake-port.js';
import { FakeEndpoint, hearWarnings } from '../support/fake-endpoint.js';
import { restoreFetch } from '../support/fake-fetch.js';
import { me, program } from '../support/documents.js';
import { place, rendered, shown } from '../support/place.js';
import { all, elementsIn } from '../support/shown.js';
import { wordsIn } from '../support/words.js';

/** Every fetch of this file has this word in its address. */
const BAIT = 'theme-bait';
const bait = (n: number | string) => `/${BAIT}-${n}.png`;

/** What somebody might write where a colour, a length or a name belongs. */
const HOSTILE = [
  `url(${bait(1)})`,
  `url("${bait(2)}")`,
  `image-set("${bait(3)}" 1x)`,
  `red;}*{display:none`,
  `red; background: url(${bait(4)})`,
  `#fff url(${bait(5)})`,
  `expression(alert(1))`,
  `javascript:alert(1)`,
  `var(--x)`,
  `var(--x, url(${bait(6)}))`,
  `</style><img src=${bait(7)}>`,
  `linear-gradient(red, blue), url(${bait(8)})`,
  `cross-fade(url(${bait(9)}), url(${bait(10)}))`,
];

const PROPERTIES = [
  ...['accent', 'surface', 'text', 'radius', 'font', 'layer', 'offset-x', 'offset-y'],
].map((name) => `--loyalty-${name}`);

const asked = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes(BAIT));

/** What the browser has asked for by the time that it has asked for one thing more, which it must. */
async function askedForInTheEnd(parent: HTMLElement): Promise<string[]> {
  const last = bait(crypto.randomUUID());
  const control = document.createElement('i');
  control.style.cssText = `display:block;inline-size:9px;block-size:9px;background:url(${last})`;
  parent.append(control);
  await until(() => asked().some((name) => name.endsWith(last)));
  control.remove();
  return asked().filter((name) => !name.endsWith(last));
}

describe('a theme value that is no colour, length or name', () => {
  let restore: (() => void) | undefined;
  beforeEach(() => performance.clearResourceTimings());
  afterEach(() => {
    restore?.();
    restore = undefined;
  });

  for (const property of PROPERTIES) {
    it(`fetches nothing and hides nothing as ${property}`, async () => {
      const loc = await wordsIn('en');
      const parent = await place();
      const launcher = new LoyaltyLauncher();
      launcher.label = 'Rewards';
      parent.append(launcher);
      const points = await shown('loyalty-points-card', { wallet: me().wallets[0]!, loc }, parent);
      for (const value of HOSTILE) {
        parent.style.setProperty(property, value);
        for (const element of [launcher, points]) {
          for (const inner of elementsIn(element)) {
            expect(getComputedStyle(inner).backgroundImage, value).not.to.contain(BAIT);
          }
          expect(element.getBoundingClientRect().height, value).to.be.above(20);
        }
      }
      expect(await askedForInTheEnd(parent)).to.deep.equal([]);
    });
  }

  it('never comes from the programme: a field of a wheel then has a colour of ours', async () => {
    const wheel = structuredClone(program().rewards.find(({ id }) => id === 'wheel')!);
    const [grant] = wheel.grants;
    if (grant?.kind !== 'pool') throw new Error('the example has a wheel');
    const [segment] = grant.segments;
    grant.segments = HOSTILE.map((color, n) => ({ ...segment!, id: `s${n}`, color }));
    const loc = await wordsIn('en');
    await loc.load('games');
    const parent = await place();
    const game = await shown('loyalty-game-card', { reward: wheel, loc }, parent);
    const slices = all<SVGPathElement>(game, 'path.slice');
    expect(slices).to.have.length(HOSTILE.length);
    for (const slice of slices) {
      expect(slice.getAttribute('fill')).to.be.null;
      expect(getComputedStyle(slice).fill).to.match(/^(rgb|oklch|color)\(/);
    }
    expect(await askedForInTheEnd(parent)).to.deep.equal([]);
  });

  for (const attribute of ['color-scheme', 'position']) {
    for (const value of [...HOSTILE, 'constructor', '__proto__', 'toString']) {
      it(`is as if it were not there as ${attribute}="${value}"`, async () => {
        new FakeEndpoint();
        const warnings = hearWarnings();
        restore = () => {
          warnings.restore();
          restoreFetch();
        };
        const styled = () => document.documentElement.getAttribute('style') ?? '';
        const before = styled();
        const widget = document.createElement('loyalty-widget');
        widget.endpoint = 'https://api.example/v1/pk';
        widget.setAttribute(attribute, value);
        await fixture(widget);
        await rendered(widget);
        expect(styled()).to.equal(before);
        expect(widget.getAttribute('style') ?? '').to.equal('');
        const launcher = all(widget, 'loyalty-launcher')[0]!;
        expect(getComputedStyle(launcher).position).to.equal('fixed');
        expect(asked()).to.deep.equal([]);
      });
    }
  }
});
