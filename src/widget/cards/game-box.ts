import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { isStill, Toy } from './toy.js';

const LIFT_MS = 900;

/**
 * A box that opens: what stands for every draw that is no wheel and no scratch card. A mystery box, or
 * what lies behind a door.
 *
 * @tagname loyalty-game-box
 */
export class GameBox extends Toy {
  static override styles = [
    ...Toy.styles,
    css`
      .scene {
        display: grid;
        justify-items: center;
        gap: 4px;
        padding-block: 8px;
      }
      svg.box {
        inline-size: 132px;
        block-size: 120px;
        overflow: visible;
      }
      .body {
        fill: var(--_fill);
      }
      .side {
        fill: var(--_on-fill);
        opacity: 0.1;
      }
      .ribbon {
        fill: var(--_soft);
      }
      .bow {
        fill: none;
        stroke: var(--_bar);
        stroke-width: 7;
        stroke-linejoin: round;
      }
      .lid {
        transform-box: fill-box;
        transform-origin: 8% 100%;
      }
      .open .lid {
        transform: translate(-12px, -20px) rotate(-18deg);
      }
      .prize {
        display: inline-flex;
        gap: 8px;
        align-items: center;
        color: var(--_accent-text);
        font-size: 18px;
        font-weight: 700;
        text-align: center;
      }
      .blank .prize {
        color: var(--_muted);
      }
    `,
  ];

  @query('.lid') private lid!: SVGElement;

  @state() private isOpen = false;
  #lift: Animation | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.skip();
  }

  async show(): Promise<void> {
    this.isOpen = false;
    await this.updateComplete;
    if (!isStill() && this.isConnected) {
      this.#lift = this.lid.animate(
        [
          { transform: 'none' },
          { transform: 'rotate(3deg)', offset: 0.15 },
          { transform: 'rotate(-4deg)', offset: 0.3 },
          { transform: 'rotate(3deg)', offset: 0.45 },
          { transform: 'translate(-14px, -34px) rotate(-24deg)', offset: 0.8 },
          { transform: 'translate(-12px, -20px) rotate(-18deg)' },
        ],
        { duration: LIFT_MS, easing: 'ease-in-out' },
      );
      await this.#lift.finished.catch(() => undefined);
    }
    this.isOpen = true;
    await this.updateComplete;
  }

  skip(): void {
    this.#lift?.finish();
  }

  protected override render(): TemplateResult {
    const { isOpen } = this;
    return html`<div
      class="scene ${isOpen ? 'open' : ''} ${isOpen && this.isBlank ? 'blank' : ''}"
      aria-hidden="true"
    >
      <svg class="box" viewBox="0 0 132 120">
        <path class="body" d="M16 52h100v58a6 6 0 0 1-6 6H22a6 6 0 0 1-6-6V52Z"></path>
        <path class="side" d="M74 52h42v58a6 6 0 0 1-6 6H74V52Z"></path>
        <path class="ribbon" d="M58 52h16v64H58z"></path>
        <g class="lid">
          <path class="body" d="M10 30h112a5 5 0 0 1 5 5v17H5V35a5 5 0 0 1 5-5Z"></path>
          <path class="ribbon" d="M58 30h16v22H58z"></path>
          <path
            class="bow"
            d="M66 29C54 6 32 8 42 22c5 6 14 7 24 7Zm0 0C78 6 100 8 90 22c-5 6-14 7-24 7Z"
          ></path>
        </g>
      </svg>
      ${
        isOpen && this.outcome
          ? html`<span class="prize"
              >${this.isBlank ? nothing : icon('gift')} ${this.outcome}</span
            >`
          : nothing
      }
    </div>`;
  }
}

define('loyalty-game-box', GameBox);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-game-box': GameBox;
  }
}
