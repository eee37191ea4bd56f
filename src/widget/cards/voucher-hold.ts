import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Longer than this nobody counts minutes: the time of day says it. */
const COUNTED_MS = 60 * MINUTE_MS;
/** Minutes before the end at which a screen reader hears how many are left. */
const SAID = [10, 5, 1];

/**
 * Something is held for the shopper until a moment: that moment, and how long it still is by the
 * server's clock. Eyes see the seconds; ears hear a few of the minutes.
 *
 * @tagname loyalty-voucher-hold
 */
export class VoucherHold extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .note {
        display: flex;
        align-items: center;
        gap: 10px;
      }
      .note p {
        flex: 1;
      }
      .left {
        color: var(--_accent-text);
        font-size: 17px;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** RFC 3339. */
  @property() until = '';

  #timer: ReturnType<typeof setTimeout> | undefined;
  #said = Infinity;
  #spoken = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(): void {
    clearTimeout(this.#timer);
    const left = this.#left;
    if (left <= 0 || !this.isConnected) return;
    // On the full second, so that none is skipped; sparsely while only the time of day is shown.
    const wait = left > COUNTED_MS ? Math.min(left - COUNTED_MS, COUNTED_MS) : left % SECOND_MS;
    this.#timer = setTimeout(() => this.requestUpdate(), wait + 1);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { loc, until } = this;
    if (Number.isNaN(Date.parse(until))) return nothing;
    const left = this.#left;
    this.#speak(left);
    return html`<div class="note">
      ${icon('clock')}
      <p>
        ${left > 0 ? loc.term('voucher.held', { time: loc.time(until) }) : loc.term('voucher.holdOver')}
      </p>
      ${left > 0 && left <= COUNTED_MS ? html`<span class="left" aria-hidden="true">${clock(left)}</span>` : nothing}
      <span class="visually-hidden" role="status">${this.#spoken}</span>
    </div>`;
  }

  get #left(): number {
    return Date.parse(this.until) - this.loc.now();
  }

  #speak(left: number): void {
    const minutes = Math.ceil(left / MINUTE_MS);
    const due = SAID.find((minute) => minutes <= minute && minute < this.#said && left > 0);
    if (due === undefined) return;
    // Whoever comes in the middle hears only what is still true.
    this.#said = Math.min(...SAID.filter((minute) => minutes <= minute));
    this.#spoken = this.loc.term('voucher.holdLeft', { n: minutes });
  }
}

/** `4:07` */
const clock = (ms: number): string => {
  const seconds = Math.ceil(ms / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

define('loyalty-voucher-hold', VoucherHold);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-voucher-hold': VoucherHold;
  }
}
