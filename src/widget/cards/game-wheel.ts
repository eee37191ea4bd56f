import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { define } from '../ui/define.js';
import { hexColour, inkOn } from '../ui/colour.js';
import { isStill, Toy } from './toy.js';
import { linesOf, outline, rotationTo, slicesOf, type Slice } from './wheel-slices.js';

const RADIUS = 190;
/** Long enough to be a pleasure, short enough not to be a wait. */
const SPIN_MS = 3_600;
const TURNS = 5;
/** Flung, then losing speed to friction alone. */
const FRICTION = 'cubic-bezier(0.13, 0.72, 0.12, 1)';
/** A field wider than this bears its label across, upright when it wins; a narrow one along its middle. */
const WIDE = 48;
/** Looks of fields that bring no colour of their own, so that neighbours differ. */
const TONES = 3;

/**
 * A wheel of fortune. Turns to the field that the server drew; never to a place near another one.
 *
 * @tagname loyalty-game-wheel
 */
export class GameWheel extends Toy {
  static override styles = [
    ...Toy.styles,
    css`
      .wheel {
        position: relative;
        inline-size: min(100%, 340px);
        margin-inline: auto;
        aspect-ratio: 1;
      }
      .disc {
        position: absolute;
        inset: 0;
        border-radius: 50%;
        box-shadow: 0 10px 28px -12px rgb(0 0 0 / 0.45);
        transition: rotate 260ms cubic-bezier(0.3, 0, 0.4, 1);
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        overflow: visible;
      }
      .slice {
        stroke: var(--_surface);
        stroke-width: 2.5;
        stroke-linejoin: round;
      }
      .tone-0 {
        fill: var(--_fill);
      }
      .tone-1 {
        fill: var(--_soft);
      }
      .tone-2 {
        fill: var(--_track);
      }
      .tone-blank {
        fill: var(--_sunken);
      }
      text {
        font-weight: 650;
        fill: var(--_accent-text);
      }
      .on-0 {
        fill: var(--_on-fill);
      }
      .on-blank {
        fill: var(--_muted);
      }
      .on-light {
        fill: #000;
      }
      .on-dark {
        fill: #fff;
      }
      .rim {
        fill: none;
        stroke: var(--_fill);
        stroke-width: 9;
      }
      .peg {
        fill: var(--_on-fill);
      }
      .hub {
        fill: var(--_surface);
        stroke: var(--_fill);
        stroke-width: 7;
      }
      .star {
        fill: var(--_bar);
      }
      .pointer {
        position: absolute;
        inset-block-start: -14px;
        inset-inline: 0;
        margin-inline: auto;
        inline-size: 34px;
        block-size: 44px;
        transform-origin: 50% 30%;
        filter: drop-shadow(0 3px 4px rgb(0 0 0 / 0.3));
      }
      .pointer path {
        fill: var(--_text);
        stroke: var(--_surface);
        stroke-width: 2.5;
        stroke-linejoin: round;
      }
      .glow {
        fill: none;
        stroke: var(--_text);
        stroke-width: 6;
        stroke-linejoin: round;
      }
      .fade {
        animation: fade 220ms ease-out;
      }
      @keyframes fade {
        from {
          opacity: 0.25;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .disc {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        .slice {
          fill: Canvas !important;
          stroke: CanvasText;
        }
        text {
          fill: CanvasText !important;
        }
        .rim,
        .hub {
          stroke: CanvasText;
          fill: Canvas;
        }
        .rim {
          fill: none;
        }
      }
    `,
  ];

  @query('.disc') private disc!: HTMLElement;
  @query('.pointer') private pointer!: HTMLElement;

  @state() private rotation = 0;
  /** Where it came to rest, to be marked. */
  @state() private landed: string | undefined;

  #spin: Animation | undefined;
  #frame = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.skip();
  }

  async show(segment: string | undefined): Promise<void> {
    const slice = slicesOf(this.segments).find(({ segment: { id } }) => id === segment);
    this.landed = undefined;
    await this.updateComplete;
    const from = this.rotation;
    if (!slice || !this.isConnected) return;
    const isQuiet = isStill();
    // Only where in the field it stops; which field it is was drawn by the server.
    const to = rotationTo(slice, from, Math.random(), isQuiet ? 0 : TURNS);
    this.rotation = to % 360;
    if (!isQuiet) await this.#turn(from, to);
    this.landed = segment;
    await this.updateComplete;
  }

  skip(): void {
    this.#spin?.finish();
  }

  protected override render(): TemplateResult {
    const slices = slicesOf(this.segments);
    const winner = slices.find(({ segment }) => segment.id === this.landed);
    return html`<div class="wheel ${winner ? 'fade' : ''}" aria-hidden="true">
      <div class="disc" .style=${`rotate:${this.rotation}deg`}>
        <svg viewBox="-200 -200 400 400">
          ${slices.map((slice, index) => this.#renderSlice(slice, index, slices.length))}
          <circle class="rim" r=${RADIUS + 3}></circle>
          ${slices.map(({ from }) => svg`<circle class="peg" cy=${-RADIUS - 3} r="3.5" transform="rotate(${from})"></circle>`)}
          ${winner ? svg`<path class="glow" d=${outline(winner, RADIUS - 4)}></path>` : nothing}
          <circle class="hub" r="30"></circle>
          <path
            class="star"
            transform="translate(-15.6 -15.6) scale(1.3)"
            d="m12 4 2.4 5.2 5.6.7-4.2 3.9 1.2 5.7L12 16.7l-5 2.8 1.2-5.7L4 9.9l5.6-.7L12 4Z"
          ></path>
        </svg>
      </div>
      <svg class="pointer" viewBox="0 0 34 44">
        <path d="M17 42 4 14a13 13 0 1 1 26 0L17 42Z"></path>
      </svg>
    </div>`;
  }

  #renderSlice(slice: Slice, index: number, count: number): SVGTemplateResult {
    const { segment, from, to } = slice;
    const colour = hexColour(segment.color);
    // The last of 4, 7, 10 … lies beside the first and must not look like it.
    const tone =
      segment.grant === null
        ? 'blank'
        : index === count - 1 && index % TONES === 0
          ? 1
          : index % TONES;
    const middle = (from + to) / 2;
    return svg`<path
        class="slice ${colour ? '' : `tone-${tone}`}"
        fill=${colour ?? nothing}
        d=${outline(slice, RADIUS)}
      ></path>
      <g transform="rotate(${middle})">${this.#renderLabel(slice, colour, tone)}</g>`;
  }

  #renderLabel(
    { segment, from, to }: Slice,
    colour: string | undefined,
    tone: number | string,
  ): SVGTemplateResult {
    const width = to - from;
    const isAcross = width >= WIDE;
    const size = isAcross ? 17 : width < 24 ? 13 : 15;
    const lines = isAcross
      ? linesOf(segment.title, Math.min(16, Math.floor(width / 6)), 3)
      : linesOf(segment.title, size === 13 ? 15 : 13, width < 24 ? 1 : 2);
    const start = isAcross ? -146 : 0;
    const ink = colour ? (inkOn(colour) === '#ffffff' ? 'dark' : 'light') : tone;
    const shift = isAcross ? 0 : -((lines.length - 1) * size * 1.1) / 2 + size * 0.35;
    // Upright on both sides while the wheel rests as it was first drawn.
    const lean = (from + to) / 2 < 180 ? -90 : 90;
    return svg`<g transform=${isAcross ? '' : `translate(0 -102) rotate(${lean})`}>
      ${lines.map(
        (line, index) => svg`<text
          class="on-${ink}"
          font-size=${size}
          text-anchor="middle"
          x="0"
          y=${start + shift + index * size * 1.15}
        >${line}</text>`,
      )}
    </g>`;
  }

  async #turn(from: number, to: number): Promise<void> {
    await this.updateComplete;
    const spin = this.disc.animate(
      [
        { rotate: `${from}deg` },
        { rotate: `${from - 9}deg`, offset: 0.06, easing: FRICTION },
        { rotate: `${to}deg` },
      ],
      { duration: SPIN_MS, easing: 'ease-in-out' },
    );
    this.#spin = spin;
    this.#tick(slicesOf(this.segments).map((slice) => slice.from));
    await spin.finished.catch(() => undefined);
    this.#spin = undefined;
    cancelAnimationFrame(this.#frame);
    this.pointer?.style.removeProperty('rotate');
  }

  /** The pointer is pushed aside by every peg that passes, as on a real wheel. */
  #tick(pegs: readonly number[]): void {
    let passed = 0;
    let tilt = 0;
    const step = () => {
      if (!this.#spin) return;
      const now = parseFloat(getComputedStyle(this.disc).rotate) || 0;
      const count = pegs.reduce((sum, peg) => sum + Math.floor((now + peg) / 360), 0);
      tilt = count === passed ? tilt * 0.8 : -22;
      passed = count;
      this.pointer.style.setProperty('rotate', `${tilt.toFixed(1)}deg`);
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }
}

define('loyalty-game-wheel', GameWheel);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-game-wheel': GameWheel;
  }
}
