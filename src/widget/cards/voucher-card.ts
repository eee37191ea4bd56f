import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Outcome, Voucher } from '../../contract/types.js';
import { VoucherCopiedEvent } from '../events/facts.js';
import { ApplyRequestEvent, CancelRequestEvent } from '../events/requests.js';
import { describeGrant } from '../i18n/describe.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { safeUrl } from '../ui/safe-url.js';
import { applyUrlOf } from './apply.js';
import { Card } from './card.js';
import { RequestFlow } from './request-flow.js';

/** How long "Copied" stands in the button. */
const COPIED_MS = 2_000;
/** `setTimeout` wraps beyond 24 days; nothing here waits that long. */
const LONGEST_TIMER_MS = 86_400_000;

/** `Intl` writes spaces that do not break; a title may say the same with ordinary ones. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

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
    css`
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
      .undo {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 12px;
      }
    `,
  ];

  @property({ attribute: false }) voucher!: Voucher;
  /** Where a code is taken to the cart, as the shop set it up; `undefined` where the shop has no such page. */
  @property({ attribute: false }) applyUrl: string | undefined;

  /** Without head and frame, inside a card that says what it is. */
  @property({ type: Boolean, reflect: true }) bare = false;

  @state() private copied: 'no' | 'yes' | 'selected' = 'no';

  readonly #undo = new RequestFlow<Outcome>(this);
  #timers: ReturnType<typeof setTimeout>[] = [];

  /** Also after a move in the page, which ended the timers. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.copied = 'no';
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
  }

  protected override updated(): void {
    this.#wakeWhenUndoEnds();
  }

  protected override render(): TemplateResult {
    const { voucher, loc } = this;
    const isReady = voucher.status === 'ready';
    return html`<article class="card ${isReady ? '' : 'over'}" part="voucher" tabindex="-1">
      ${
        this.bare
          ? html`<p class="muted small">${this.#facts().join(' · ')}</p>`
          : html`<div class="head">
              <span class="emblem"
                >${icon(voucher.source.kind === 'gift' ? 'gift' : 'ticket')}</span
              >
              <div class="words">
                <h3>${voucher.title}</h3>
                <p class="muted small">${this.#facts().join(' · ')}</p>
              </div>
            </div>`
      }
      ${isReady && voucher.code ? this.#renderCode(voucher.code) : nothing} ${this.#renderLink()}
      ${voucher.status === 'pending' ? html`<p class="note">${loc.term('voucher.pending')}</p>` : nothing}
      ${this.#renderUndo()}
    </article>`;
  }

  #facts(): string[] {
    const { voucher, loc } = this;
    const facts: string[] = [];
    const worth = describeGrant(loc, voucher.grant);
    if (worth && plain(worth) !== plain(voucher.title)) facts.push(worth);
    if (voucher.grant.kind === 'coupon' && voucher.grant.minSpend) {
      facts.push(loc.term('reward.minSpend', { amount: loc.amount(voucher.grant.minSpend) }));
    }
    switch (voucher.status) {
      case 'used':
        if (voucher.grant.kind === 'unit') facts.push(loc.term('voucher.credited'));
        else
          facts.push(
            voucher.usedAt
              ? loc.term('voucher.usedOn', { day: loc.day(voucher.usedAt) })
              : loc.term('voucher.used'),
          );
        break;
      case 'expired':
        facts.push(loc.term('voucher.expired'));
        break;
      case 'cancelled':
        facts.push(loc.term('voucher.cancelled'));
        break;
      case 'failed':
        facts.push(loc.term('voucher.failed'));
        break;
      case 'held':
        if (voucher.heldUntil) {
          facts.push(loc.term('voucher.held', { time: loc.time(voucher.heldUntil) }));
        }
        break;
      case 'ready':
        if (!voucher.code && voucher.grant.kind === 'unit')
          facts.push(loc.term('voucher.credited'));
        else if (voucher.expiresAt) {
          facts.push(loc.term('voucher.expires', { day: loc.day(voucher.expiresAt) }));
        }
        break;
      default:
    }
    return facts;
  }

  #renderCode(code: string): TemplateResult {
    const { loc } = this;
    const label = { no: 'voucher.copy', yes: 'voucher.copied', selected: 'voucher.copy' } as const;
    return html`<div class="actions">
        <bdi class="code" part="code" aria-label="${loc.term('voucher.code')} ${code}">${code}</bdi>
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
    const isOpen = status === 'pending' || (status === 'ready' && !voucher.code);
    if (!url || !isOpen) return nothing;
    return html`<div class="actions">
      <a class="button wide" part="button apply-button" href=${url}>
        ${loc.term(status === 'pending' ? 'voucher.pay' : 'earn.open')}
      </a>
    </div>`;
  }

  #renderUndo(): TemplateResult | typeof nothing {
    const { loc, voucher } = this;
    if (!this.#canUndo() || !voucher.undoUntil) return nothing;
    const working = this.#undo.isWorking;
    return html`<div class="undo">
        <span class="small muted">
          ${loc.term('voucher.undoUntil', { time: loc.time(voucher.undoUntil) })}
        </span>
        <button
          class="plain"
          part="button undo-button"
          aria-busy=${working}
          aria-disabled=${working}
          @click=${() => void this.#cancel()}
        >
          ${icon('undo')} ${loc.term(working ? 'reward.working' : 'voucher.undo')}
        </button>
      </div>
      ${this.#undo.failure(loc)}`;
  }

  #canUndo(): boolean {
    const { undoUntil, status } = this.voucher;
    return status === 'ready' && !!undoUntil && Date.parse(undoUntil) > this.loc.now();
  }

  /** An undo that has run out must not look as if it could still be pressed. */
  #wakeWhenUndoEnds(): void {
    if (!this.#canUndo() || this.#timers.length > 1) return;
    const left = Date.parse(this.voucher.undoUntil ?? '') - this.loc.now();
    this.#later(() => this.requestUpdate(), Math.min(left + 500, LONGEST_TIMER_MS));
  }

  async #copy(code: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(code);
      this.copied = 'yes';
      this.dispatchEvent(new VoucherCopiedEvent({ voucher: this.voucher }));
      this.#later(() => (this.copied = 'no'), COPIED_MS);
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

  async #cancel(): Promise<void> {
    const outcome = await this.#undo.send(new CancelRequestEvent({ voucherId: this.voucher.id }));
    if (!outcome) return;
    await this.updateComplete;
    // The button is gone: the focus stays with what it was about.
    this.renderRoot.querySelector<HTMLElement>('article')?.focus();
  }

  #later(act: () => void, ms: number): void {
    const timer = setTimeout(() => {
      this.#timers = this.#timers.filter((one) => one !== timer);
      act();
    }, ms);
    this.#timers.push(timer);
  }
}

define('loyalty-voucher-card', VoucherCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-voucher-card': VoucherCard;
  }
}
