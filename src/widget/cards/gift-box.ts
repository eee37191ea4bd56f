import { css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../ui/define.js';
import { Card } from './card.js';

/** How long the box shakes and opens, as its animations take together; without motion it is open at once. */
const OPENING_MS = 1_300;
const SPARKS = 10;

/**
 * A wrapped box over what it holds: shakes, opens, and is gone. For the eyes alone; what is inside is
 * said by whoever holds the box.
 *
 * @tagname loyalty-gift-box
 * @fires opened - what is inside can be seen
 */
export class GiftBox extends Card {
  static override styles = [
    ...Card.styles,
    css`
      /* Whoever holds the box gives it its place. */
      :host {
        position: static !important;
      }
      .scene {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        border-radius: var(--_radius);
        background: var(--_soft);
        overflow: hidden;
      }
      svg {
        inline-size: 96px;
        block-size: 96px;
        overflow: visible;
      }
      .body,
      .lid rect {
        fill: var(--_fill);
      }
      .lid rect {
        stroke: var(--_soft);
        stroke-width: 2;
      }
      .ribbon {
        fill: var(--_on-fill);
        opacity: 0.85;
      }
      .bow {
        fill: none;
        stroke: var(--_fill);
        stroke-width: 5;
        stroke-linejoin: round;
      }
      .spark {
        fill: var(--_bar);
        opacity: 0;
      }
      .open .scene {
        animation: away 300ms 1000ms ease-in forwards;
      }
      .open svg {
        animation: shake 500ms ease-in-out;
      }
      .open .lid {
        transform-box: fill-box;
        transform-origin: 15% 100%;
        animation: lift 500ms 480ms cubic-bezier(0.2, 0.7, 0.3, 1) forwards;
      }
      .open .spark {
        animation: fly 700ms 520ms ease-out;
      }
      @keyframes shake {
        20%,
        60% {
          rotate: -5deg;
        }
        40%,
        80% {
          rotate: 5deg;
        }
      }
      @keyframes lift {
        to {
          translate: 6px -34px;
          rotate: 24deg;
          opacity: 0;
        }
      }
      @keyframes fly {
        from {
          opacity: 1;
        }
        to {
          translate: var(--x) var(--y);
          opacity: 0;
        }
      }
      @keyframes away {
        to {
          opacity: 0;
        }
      }
    `,
  ];

  /** Opens it. */
  @property({ type: Boolean }) open = false;

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(): void {
    if (!this.open || this.#timer !== undefined) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#timer = setTimeout(
      () => this.dispatchEvent(new Event('opened')),
      isStill ? 0 : OPENING_MS,
    );
  }

  protected override render(): TemplateResult {
    return html`<div class=${this.open ? 'open' : ''} aria-hidden="true">
      <div class="scene">
        <svg viewBox="0 0 96 96">
          <rect class="body" x="16" y="44" width="64" height="44" rx="5"></rect>
          <rect class="ribbon" x="43" y="44" width="10" height="44"></rect>
          ${[...Array(SPARKS).keys()].map((spark) => this.#renderSpark(spark))}
          <g class="lid">
            <path class="bow" d="M48 28C38 10 22 18 28 28h20Zm0 0c10-18 26-10 20 0H48Z"></path>
            <rect x="11" y="28" width="74" height="18" rx="5"></rect>
            <rect class="ribbon" x="43" y="29" width="10" height="16"></rect>
          </g>
        </svg>
      </div>
    </div>`;
  }

  #renderSpark(spark: number): SVGTemplateResult {
    const angle = Math.PI * (1 + (spark + 0.5) / SPARKS);
    const reach = spark % 2 ? 62 : 46;
    const style = `--x:${Math.round(reach * Math.cos(angle))}px;--y:${Math.round(reach * Math.sin(angle))}px`;
    return svg`<circle class="spark" cx="48" cy="44" r="3" .style=${style}></circle>`;
  }
}

define('loyalty-gift-box', GiftBox);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-gift-box': GiftBox;
  }
}
