import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Toy } from './toy.js';

const WIDTH = 320;
const HEIGHT = 150;
/** As broad as a coin's edge. */
const COIN = 46;
/** The field counts as scratched by cells; this many of them lay the rest open. */
const CELLS = { columns: 10, rows: 5 };
const ENOUGH = 0.5;

/**
 * A scratch card: what the server drew lies under a foil that comes off under the pointer, or all at
 * once by the button of the card around it.
 *
 * @tagname loyalty-game-scratch
 */
export class GameScratch extends Toy {
  static override styles = [
    ...Toy.styles,
    css`
      .field {
        position: relative;
        inline-size: min(100%, 380px);
        margin-inline: auto;
        aspect-ratio: ${WIDTH} / ${HEIGHT};
        border-radius: calc(var(--_radius) * 0.75);
        overflow: hidden;
        background: var(--_soft);
        color: var(--_accent-text);
        user-select: none;
        -webkit-user-select: none;
      }
      .field.blank {
        background: var(--_sunken);
        color: var(--_muted);
      }
      .live {
        touch-action: none;
        cursor: grab;
      }
      .prize {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 6px;
        padding: 12px;
        font-size: 20px;
        font-weight: 700;
        line-height: 1.2;
        text-align: center;
      }
      .prize .icon {
        inline-size: 34px;
        block-size: 34px;
      }
      .foil {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        transition: opacity 420ms ease-out;
      }
      .open .foil {
        opacity: 0;
      }
      .sheet {
        fill: var(--_fill);
      }
      .shine {
        fill: var(--_on-fill);
        opacity: 0.13;
      }
      .mark {
        fill: var(--_on-fill);
        opacity: 0.22;
      }
      .hint {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        padding: 12px;
        color: var(--_on-fill);
        font-size: 17px;
        font-weight: 650;
        text-align: center;
        pointer-events: none;
      }
      @media (prefers-reduced-motion: reduce) {
        .foil {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        .field {
          border: 1px solid CanvasText;
        }
        .hint {
          background: Canvas;
          color: CanvasText;
        }
      }
    `,
  ];

  @query('.field') private field!: HTMLElement;

  /** Where the coin has been, as SVG path data. */
  @state() private path = '';
  /** Sealed, there is nothing under it yet; live, it can be scratched; open, it lies bare. */
  @state() private stage: 'sealed' | 'live' | 'open' = 'sealed';

  readonly #cells = new Set<number>();
  #isDown = false;
  #done: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.skip();
  }

  show(): Promise<void> {
    this.path = '';
    this.#cells.clear();
    this.stage = 'live';
    return new Promise((resolve) => (this.#done = resolve));
  }

  skip(): void {
    if (this.stage !== 'live') return;
    this.stage = 'open';
    this.#isDown = false;
    const done = this.#done;
    this.#done = undefined;
    done?.();
  }

  protected override render(): TemplateResult {
    const { loc, stage } = this;
    const isTouched = this.path !== '';
    return html`<div
      class="field ${stage} ${stage !== 'sealed' && this.isBlank ? 'blank' : ''}"
      aria-hidden="true"
      @pointerdown=${(event: PointerEvent) => this.#start(event)}
      @pointermove=${(event: PointerEvent) => this.#move(event)}
      @pointerup=${() => (this.#isDown = false)}
      @pointercancel=${() => (this.#isDown = false)}
    >
      ${
        stage === 'sealed'
          ? nothing
          : html`<div class="prize">
              ${icon(this.isBlank ? 'clock' : 'gift')}<span>${this.outcome}</span>
            </div>`
      }
      <svg class="foil" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
        <mask id="rest">
          <rect width=${WIDTH} height=${HEIGHT} fill="#fff"></rect>
          <path
            d=${this.path || 'M-99-99'}
            fill="none"
            stroke="#000"
            stroke-width=${COIN}
            stroke-linecap="round"
            stroke-linejoin="round"
          ></path>
        </mask>
        <g mask="url(#rest)">
          <rect class="sheet" width=${WIDTH} height=${HEIGHT}></rect>
          <path
            class="shine"
            d="M40 0h46L26 150h-46Zm90 0h22L92 150H70Zm110 0h60l-60 150h-60Z"
          ></path>
          <path class="mark" d=${MARKS}></path>
        </g>
      </svg>
      ${
        stage === 'open' || isTouched
          ? nothing
          : html`<span class="hint">
              ${stage === 'live' ? loc.term('game.scratchHere') : icon('gift')}
            </span>`
      }
    </div>`;
  }

  #start(event: PointerEvent): void {
    if (this.stage !== 'live') return;
    this.#isDown = true;
    // The coin may leave the field and come back.
    this.field.setPointerCapture(event.pointerId);
    this.#scratch(event, 'M');
  }

  #move(event: PointerEvent): void {
    if (!this.#isDown || this.stage !== 'live') return;
    for (const one of event.getCoalescedEvents?.() ?? []) this.#scratch(one, 'L');
    this.#scratch(event, 'L');
  }

  #scratch({ clientX, clientY }: PointerEvent, command: 'M' | 'L'): void {
    const box = this.field.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * WIDTH;
    const y = ((clientY - box.top) / box.height) * HEIGHT;
    const at = `${x.toFixed(1)} ${y.toFixed(1)}`;
    // A tap is a dot, which a path draws as a line of no length.
    this.path += command === 'M' ? `M${at}L${at}` : `L${at}`;
    this.#count(x, y);
    if (this.#cells.size / (CELLS.columns * CELLS.rows) >= ENOUGH) this.skip();
  }

  #count(x: number, y: number): void {
    const { columns, rows } = CELLS;
    const reach = COIN / 2;
    for (const [dx, dy] of [
      [0, 0],
      [-reach, 0],
      [reach, 0],
      [0, -reach],
      [0, reach],
    ] as const) {
      const column = Math.floor(((x + dx * 0.8) / WIDTH) * columns);
      const row = Math.floor(((y + dy * 0.8) / HEIGHT) * rows);
      if (column >= 0 && column < columns && row >= 0 && row < rows) {
        this.#cells.add(row * columns + column);
      }
    }
  }
}

/** Little stars strewn over the foil. */
const MARKS = [
  [28, 30],
  [86, 58],
  [140, 24],
  [204, 44],
  [262, 26],
  [300, 70],
  [44, 96],
  [112, 118],
  [176, 100],
  [236, 122],
  [286, 112],
  [20, 134],
]
  .map(([x, y]) => `M${x} ${(y ?? 0) - 8}l2.2 5.8 5.8 2.2-5.8 2.2-2.2 5.8-2.2-5.8-5.8-2.2 5.8-2.2Z`)
  .join('');

define('loyalty-game-scratch', GameScratch);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-game-scratch': GameScratch;
  }
}
