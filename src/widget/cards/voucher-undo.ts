import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Outcome, Voucher } from '../../contract/types.js';
import { CancelRequestEvent } from '../events/requests.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';
import { RequestFlow } from './request-flow.js';

/** `setTimeout` wraps beyond 24 days; nothing here waits that long. */
const LONGEST_TIMER_MS = 86_400_000;

/**
 * Takes a redemption back while that is possible, by the server's clock.
 *
 * @tagname loyalty-voucher-undo
 * @csspart undo-button - the button
 * @fires undone - it was taken back
 */
export class VoucherUndo extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .undo {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 12px;
        margin-block: -8px;
      }
    `,
  ];

  @property({ attribute: false }) voucher!: Voucher;

  readonly #flow = new RequestFlow<Outcome>(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Also after a move in the page, which ended the timer. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** An undo that has run out must not look as if it could still be pressed. */
  protected override updated(): void {
    clearTimeout(this.#timer);
    const left = this.#left;
    if (left > 0 && this.isConnected)
      this.#timer = setTimeout(() => this.requestUpdate(), Math.min(left + 500, LONGEST_TIMER_MS));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { loc, voucher } = this;
    if (this.#left <= 0 || !voucher.undoUntil) return nothing;
    const { isWorking } = this.#flow;
    return html`<div class="undo">
        <span class="small muted">
          ${loc.term('voucher.undoUntil', { time: loc.time(voucher.undoUntil) })}
        </span>
        <button
          class="plain"
          part="button undo-button"
          aria-busy=${isWorking}
          aria-disabled=${isWorking}
          @click=${() => void this.#cancel()}
        >
          ${icon('undo')} ${loc.term(isWorking ? 'reward.working' : 'voucher.undo')}
        </button>
      </div>
      ${this.#flow.failure(loc)}`;
  }

  get #left(): number {
    return Date.parse(this.voucher.undoUntil ?? '') - this.loc.now() || 0;
  }

  async #cancel(): Promise<void> {
    const outcome = await this.#flow.send(new CancelRequestEvent({ voucherId: this.voucher.id }));
    if (outcome) this.dispatchEvent(new Event('undone'));
  }
}

define('loyalty-voucher-undo', VoucherUndo);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-voucher-undo': VoucherUndo;
  }
}
