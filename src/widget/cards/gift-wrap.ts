import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { isUnopened } from '../../contract/gifts.js';
import type { Voucher } from '../../contract/types.js';
import { SeenRequestEvent } from '../events/play.js';
import type { Localizer } from '../i18n/localizer.js';

/** So much of a surprise has to be seen before it opens. */
const IN_SIGHT = { threshold: 0.6 };

/** Surprises that were opened on this page: two cards of one gift do not open it twice. */
const opened = new Set<string>();

/**
 * A surprise is wrapped until it is in sight; then it opens itself, once, and the server hears that it
 * was seen. What is inside keeps its place all the while, so that nothing jumps.
 */
export class GiftWrap implements ReactiveController {
  readonly #host: LitElement;
  #stage: 'none' | 'wrapped' | 'opening' | 'unwrapped' = 'none';
  #voucher = '';
  #sight: IntersectionObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** A class for the card. */
  get name(): string {
    return { none: '', wrapped: 'wrapped', opening: 'wrapped', unwrapped: 'unwrapped' }[
      this.#stage
    ];
  }

  /** Takes a voucher in hand: only one that nobody has seen is wrapped. */
  look(voucher: Voucher): void {
    if (this.#stage !== 'none' || !isUnopened(voucher) || opened.has(voucher.id)) return;
    this.#voucher = voucher.id;
    this.#stage = 'wrapped';
    // Without its box it is no surprise, and still a gift.
    void import('./gift-box.js').catch(() => this.#to('unwrapped'));
  }

  hostUpdated(): void {
    if (this.#stage !== 'wrapped' || this.#sight || !this.#host.isConnected) return;
    this.#sight = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#open();
    }, IN_SIGHT);
    this.#sight.observe(this.#host);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#sight?.disconnect();
    this.#sight = undefined;
    if (this.#stage === 'opening') this.#stage = 'unwrapped';
  }

  /** The box, and the sentence for those who do not see it open. */
  render(loc: Localizer, { title }: Voucher): TemplateResult | typeof nothing {
    if (this.#stage === 'none') return nothing;
    const isClosed = this.#stage === 'wrapped';
    return html`${
        this.#stage === 'unwrapped'
          ? nothing
          : html`<div class="box">
              <loyalty-gift-box
                .loc=${loc}
                ?open=${!isClosed}
                @opened=${() => this.#to('unwrapped')}
              ></loyalty-gift-box>
            </div>`
      }
      <p role="status" class="visually-hidden">
        ${isClosed ? nothing : loc.term('gift.inside', { title })}
      </p>`;
  }

  #open(): void {
    this.#sight?.disconnect();
    if (!opened.has(this.#voucher)) {
      opened.add(this.#voucher);
      this.#host.dispatchEvent(new SeenRequestEvent({ voucherId: this.#voucher }));
    }
    this.#to('opening');
  }

  #to(stage: 'opening' | 'unwrapped'): void {
    this.#stage = stage;
    this.#host.requestUpdate();
  }
}
