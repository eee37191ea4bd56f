import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { css, html, LitElement } from 'lit';
import { button } from '../../../src/widget/ui/button.styles.js';
import { host } from '../../../src/widget/ui/host.styles.js';
import { LoyaltyLauncher } from '../../../src/widget/shell/launcher.js';
import { place } from '../support/place.js';

type Rgb = readonly [number, number, number];

/** Shows every derived colour as a background, so that the browser resolves it. */
const NAMES = [
  ...['fill', 'on-fill', 'accent-text', 'surface', 'soft', 'sunken', 'muted', 'text', 'focus'],
  ...['danger', 'danger-soft'],
] as const;
type Name = (typeof NAMES)[number];

class ThemeProbe extends LitElement {
  static override styles = [
    ...host,
    button,
    css`
      .fill {
        background: var(--_fill);
      }
      .on-fill {
        background: var(--_on-fill);
      }
      .accent-text {
        background: var(--_accent-text);
      }
      .surface {
        background: var(--_surface);
      }
      .soft {
        background: var(--_soft);
      }
      .sunken {
        background: var(--_sunken);
      }
      .muted {
        background: var(--_muted);
      }
      .text {
        background: var(--_text);
      }
      .focus {
        background: var(--_focus);
      }
      .danger {
        background: var(--_danger);
      }
      .danger-soft {
        background: var(--_danger-soft);
      }
    `,
  ];

  protected override render() {
    return html`${NAMES.map((name) => html`<i class=${name}></i>`)}<button>Redeem</button>`;
  }
}
customElements.define('theme-probe', ThemeProbe);

const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

/** What a screen shows for a colour of CSS. */
function rgb(color: string): Rgb {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [r, g, b] = pen.getImageData(0, 0, 1, 1).data;
  return [r!, g!, b!];
}

const linear = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const luminance = ([r, g, b]: Rgb): number =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const fixed = [
  ...['#000000', '#ffffff', '#ffff00', '#00ff00', '#00ffff', '#ff00ff', '#ff0000', '#0000ff'],
  ...['#666666', '#707070', '#777777', '#7f7f7f', '#888888', '#999999', '#2f6f4f', '#ff6600'],
];
const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const accents = [...fixed, ...fc.sample(hex, { numRuns: 300, seed: 20_261_123 })];

describe('the colours that are derived from a shop’s accent', () => {
  const pairs: [text: Name, ground: Name, least: number][] = [
    ['on-fill', 'fill', 4.5],
    ['accent-text', 'surface', 4.5],
    ['accent-text', 'soft', 4.5],
    ['accent-text', 'sunken', 4.5],
    ['muted', 'surface', 4.5],
    ['muted', 'soft', 4.5],
    ['muted', 'sunken', 4.5],
    ['text', 'surface', 4.5],
    ['text', 'soft', 4.5],
    ['danger', 'surface', 4.5],
    ['danger', 'danger-soft', 4.5],
    ['focus', 'surface', 3],
    ['focus', 'soft', 3],
  ];

  for (const scheme of ['light', 'dark'] as const) {
    let colours: Map<string, Record<Name, Rgb>>;

    before(async () => {
      const probe = document.createElement('theme-probe') as ThemeProbe;
      (await place(scheme)).append(probe);
      await probe.updateComplete;
      const places = NAMES.map(
        (name) => [name, probe.renderRoot.querySelector(`.${name}`)!] as const,
      );
      colours = new Map(
        accents.map((accent) => {
          probe.style.setProperty('--loyalty-accent', accent, 'important');
          const found = places.map(
            ([name, element]) => [name, rgb(getComputedStyle(element).backgroundColor)] as const,
          );
          return [accent, Object.fromEntries(found) as Record<Name, Rgb>];
        }),
      );
    });

    it(`follow the accent in ${scheme} mode`, () => {
      expect(colours.get('#0000ff')!.fill).not.to.deep.equal(colours.get('#ff0000')!.fill);
      expect(colours.get('#2f6f4f')!.surface).to.deep.equal(
        scheme === 'light' ? [255, 255, 255] : [23, 25, 28],
      );
    });

    for (const [text, ground, least] of pairs) {
      it(`keep ${text} on ${ground} at ${least}:1 in ${scheme} mode, whatever the accent`, () => {
        const poor = [...colours]
          .map(([accent, found]) => [accent, contrast(found[text], found[ground])] as const)
          .filter(([, ratio]) => ratio < least)
          .map(([accent, ratio]) => `${accent} ${ratio.toFixed(2)}`);
        expect(poor).to.deep.equal([]);
      });
    }
  }
});

describe('the launcher', () => {
  for (const accent of fixed) {
    it(`can be read with the accent ${accent}`, async () => {
      const launcher = new LoyaltyLauncher();
      launcher.style.setProperty('--loyalty-accent', accent);
      launcher.label = 'Rewards';
      (await place()).append(launcher);
      const style = getComputedStyle(launcher.shadowRoot!.querySelector('button')!);
      expect(contrast(rgb(style.color), rgb(style.backgroundColor))).to.be.at.least(4.5);
    });

    it(`shows its focus on a white and on a black page with the accent ${accent}`, async () => {
      const launcher = new LoyaltyLauncher();
      launcher.style.setProperty('--loyalty-accent', accent);
      (await place()).append(launcher);
      launcher.focus({ focusVisible: true });
      const style = getComputedStyle(launcher.shadowRoot!.querySelector('button')!);
      expect(style.outlineStyle).to.equal('solid');
      // A second ring is a shadow without blur, in a colour that hides what lies below.
      const second = /^(rgb\([^)]*\)) 0px 0px 0px [1-9]/.exec(style.boxShadow)?.[1];
      const ring = [style.outlineColor, second ?? style.outlineColor].map(rgb);
      for (const page of [
        [255, 255, 255],
        [0, 0, 0],
      ] as Rgb[]) {
        const best = Math.max(...ring.map((colour) => contrast(colour, page)));
        expect(best, page.join()).to.be.at.least(3);
      }
    });
  }
});
