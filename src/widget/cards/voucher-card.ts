import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Voucher } from '../../contract/types.js';
import { VoucherCopiedEvent } from '../events/facts.js';
import { ApplyRequestEvent } from '../events/requests.js';
import { define } from '../ui/define.js';
import { disclosure } from '../ui/disclosure.styles.js';
import { icon } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { safeUrl } from '../ui/safe-url.js';
import { applyUrlOf, isUsable } from './apply.js';
import { Card } from './card.js';
import { GiftWrap } from './gift-wrap.js';
import './voucher-undo.js';
import { voucherEvent, voucherFacts } from './voucher-words.js';

/** How long "Copied" stands in the button. */
const COPIED_MS = 5_000;

/**
 * A voucher that the member holds: its code, and what can be done with it.
 *
 * @tagname loyalty-voucher-card
 * @csspart voucher - the card
 * @csspart code - the code
 * @csspart button - every button
 */
export class VoucherCard extends Card {
  static override styles = [
    ...Card.styles,
    disclosure,
    css`
      .steps {
        display: grid;
        gap: 6px;
        padding-inline-start: 20px;
        list-style: decimal;
      }
      .steps ::marker {
        color: var(--_accent-text);
        font-weight: 650;
      }
      .inside {
        display: grid;
        gap: 12px;
        min-inline-size: 0;
      }
      /* The box lies over what it holds, which keeps its place. */
      .wrapped {
        position: relative;
      }
      .box {
        position: absolute;
        inset: 0;
      }
      .wrapped > .inside {
        min-block-size: 120px;
        opacity: 0;
      }
      details {
        margin-block: -8px;
      }
      .unwrapped > .inside {
        animation: appear 400ms ease-out;
      }
      @keyframes appear {
        from {
          opacity: 0.2;
          scale: 0.97;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .unwrapped > .inside {
          animation: none;
        }
      }
      .code {
        flex: 1 1 100%;
        min-block-size: 44px;
        display: flex;
        align-items: center;
        justify-content: center;
        padding: 6px 12px;
        border: 1.5px dashed var(--_field);
        border-radius: calc(var(--_radius) * 0.6);
        background: var(--_sunken);
        font:
          600 16px/1.2 ui-monospace,
          'SFMono-Regular',
          Menlo,
          Consolas,
          monospace;
        letter-spacing: 0.04em;
        user-select: all;
      }
      :host([bare]) .card {
        padding: 0;
        border: 0;
        background: none;
      }
      .over .emblem,
      .over .code {
        opacity: 0.65;
      }
    `,
  ];

  @property({ attribute: false }) voucher!: Voucher;
  /** Where a code is taken to the cart, as the shop set it up; `undefined` where the shop has no such page. */
  @property({ attribute: false }) applyUrl: string | undefined;

  /** Without head and frame, inside a card that says what it is. */
  @property({ type: Boolean, reflect: true }) bare = false;

  @state() private copied: 'no' | 'yes' | 'selected' = 'no';

  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #wrap = new GiftWrap(this);

  /** Also after a move in the page, which ended the timers. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.copied = 'no';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(): void {
    if (!this.bare) this.#wrap.look(this.voucher);
  }

  protected override render(): TemplateResult {
    const { voucher, loc } = this;
    const isReady = isUsable(voucher);
    const facts = voucherFacts(loc, voucher).join(' · ');
    return html`<article
      class="card ${isReady ? '' : 'over'} ${this.#wrap.name}"
      part="voucher"
      tabindex="-1"
    >
      <div class="inside" ?inert=${this.#wrap.name === 'wrapped'}>
        ${
          this.bare
            ? html`<p class="muted small">${facts}</p>`
            : html`<div class="head">
                <span class="emblem"
                  >${icon(voucher.source.kind === 'gift' ? 'gift' : 'ticket')}</span
                >
                <div class="words">
                  <h3>${voucher.title}</h3>
                  <p class="muted small">${facts}</p>
                </div>
              </div>`
        }
        ${this.#renderHold()} ${isReady ? this.#renderBarcode() : nothing}
        ${isReady && voucher.code ? this.#renderCode(voucher.code) : nothing}
        ${this.#renderPending()} ${this.#renderLink()} ${isReady ? this.#renderHelp() : nothing}
        ${this.#renderUndo()}
      </div>
      ${this.#wrap.render(loc, voucher)}
    </article>`;
  }

  #renderPending(): TemplateResult | typeof nothing {
    const { status, applyUrl } = this.voucher;
    if (status !== 'pending') return nothing;
    return html`<p class="note">
      ${this.loc.term(applyUrl ? 'voucher.toPay' : 'voucher.pending')}
    </p>`;
  }

  #renderHold(): TemplateResult | typeof nothing {
    const { status, heldUntil } = this.voucher;
    if (status !== 'held' || !heldUntil) return nothing;
    void import('./voucher-hold.js').catch(() => undefined);
    return html`<loyalty-voucher-hold .loc=${this.loc} .until=${heldUntil}></loyalty-voucher-hold>`;
  }

  #renderBarcode(): TemplateResult | typeof nothing {
    const { barcode, title } = this.voucher;
    if (!barcode) return nothing;
    void import('./barcode.js').catch(() => undefined);
    return html`<loyalty-barcode
      exportparts=${PARTS}
      .loc=${this.loc}
      .format=${barcode.format}
      .value=${barcode.value}
      .name=${title}
    ></loyalty-barcode>`;
  }

  /** How it is used, when it ends, and what holds for it. */
  #renderHelp(): TemplateResult {
    const { loc, voucher } = this;
    const { steps, termsUrl } = voucher;
    const event = voucherEvent(loc, voucher);
    const terms = safeUrl(termsUrl);
    if (event) void import('./calendar-button.js').catch(() => undefined);
    return html`${
      steps?.length
        ? html`<details>
            <summary>${icon('chevron')} ${loc.term('voucher.steps')}</summary>
            <ol class="steps">
              ${steps.map((step) => html`<li>${step}</li>`)}
            </ol>
          </details>`
        : nothing
    }
    ${
      event
        ? html`<loyalty-calendar-button
            exportparts=${PARTS}
            .loc=${loc}
            .event=${event}
          ></loyalty-calendar-button>`
        : nothing
    }
    ${terms ? html`<a class="small" href=${terms}>${loc.term('voucher.terms')}</a>` : nothing}`;
  }

  #renderCode(code: string): TemplateResult {
    const { loc } = this;
    const label = { no: 'voucher.copy', yes: 'voucher.copied', selected: 'voucher.copy' } as const;
    return html`<div class="actions">
        <span class="visually-hidden">${loc.term('voucher.code')}</span>
        <bdi class="code" part="code">${code}</bdi>
        <button class="wide" part="button copy-button" @click=${() => this.#copy(code)}>
          ${icon(this.copied === 'yes' ? 'check' : 'copy')} ${loc.term(label[this.copied])}
        </button>
        ${
          this.applyUrl || this.voucher.applyUrl
            ? html`<button
                class="quiet wide"
                part="button apply-button"
                @click=${() => this.#apply()}
              >
                ${icon('bag')} ${loc.term('voucher.apply')}
              </button>`
            : nothing
        }
      </div>
      <p role="status" class=${this.copied === 'selected' ? 'small muted' : 'visually-hidden'}>
        ${this.copied === 'no' ? nothing : loc.term(`voucher.${this.copied === 'yes' ? 'copied' : 'selected'}`)}
      </p>`;
  }

  /** A way on for a voucher without a code: to the till while it waits to be paid, else to the thing itself. */
  #renderLink(): TemplateResult | typeof nothing {
    const { voucher, loc } = this;
    const { grant, status } = voucher;
    const url = safeUrl(voucher.applyUrl ?? (grant.kind === 'access' ? grant.url : undefined));
    const isOpen = status === 'pending' || (isUsable(voucher) && !voucher.code);
    if (!url || !isOpen) return nothing;
    return html`<div class="actions">
      <a class="button wide" part="button apply-button" href=${url}>
        ${loc.term(status === 'pending' ? 'voucher.pay' : 'earn.open')}
      </a>
    </div>`;
  }

  #renderUndo(): TemplateResult | typeof nothing {
    const { loc, voucher } = this;
    if (!isUsable(voucher) || !voucher.undoUntil) return nothing;
    return html`<loyalty-voucher-undo
      exportparts=${PARTS}
      .loc=${loc}
      .voucher=${voucher}
      @undone=${() => void this.#onUndone()}
    ></loyalty-voucher-undo>`;
  }

  /** The button is gone: the focus stays with what it was about. */
  async #onUndone(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('article')?.focus();
  }

  async #copy(code: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(code);
      this.copied = 'yes';
      this.dispatchEvent(new VoucherCopiedEvent({ voucher: this.voucher }));
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (this.copied = 'no'), COPIED_MS);
    } catch {
      // The clipboard is closed to us (no permission, an insecure page): then the shopper's own copy.
      const field = this.renderRoot.querySelector('.code');
      if (field) getSelection()?.selectAllChildren(field);
      this.copied = 'selected';
    }
  }

  #apply(): void {
    const url = applyUrlOf(this.voucher, this.applyUrl);
    this.dispatchEvent(new ApplyRequestEvent({ voucher: this.voucher, url }));
  }
}

define('loyalty-voucher-card', VoucherCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-voucher-card': VoucherCard;
  }
}
