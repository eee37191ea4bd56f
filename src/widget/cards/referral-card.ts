import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Program, Referral } from '../../contract/types.js';
import { ShareRequestEvent } from '../events/people.js';
import { describeGrants } from '../i18n/describe.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { safeUrl } from '../ui/safe-url.js';
import { Card } from './card.js';
import { referralStyles } from './referral.styles.js';
import { channelsFor, wants, type Channel, type Shared } from './referral-channels.js';
import './referral-friends.js';

/** How long "Copied" stands in the button. */
const COPIED_MS = 5_000;

/**
 * The member's link: what both sides get, every way to pass it on that this device has, and how it
 * went so far. Nothing is opened or sent but by a press.
 *
 * @tagname loyalty-referral-card
 * @csspart referral - the card
 * @csspart code - the link
 * @csspart share-button - passes the link on
 * @csspart copy-button - copies the link
 * @csspart qr - the link for a camera
 */
export class ReferralCard extends Card {
  static override styles = [...Card.styles, referralStyles];

  @property({ attribute: false }) referral!: Referral;
  @property({ attribute: false }) program!: Program;

  @query('.link') private readonly link!: HTMLInputElement | null;

  @state() private copied: 'no' | 'yes' | 'selected' = 'no';
  @state() private hasCode = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.copied = 'no';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { loc, referral } = this;
    const url = safeUrl(referral.url);
    const get = describeGrants(loc, referral.get);
    return html`<section class="card" part="referral">
      <div class="head">
        <span class="emblem">${icon('users')}</span>
        <div class="words">
          <h3>${loc.term('referral.title')}</h3>
          <p class="muted small">${loc.term('referral.how')}</p>
        </div>
      </div>
      ${this.#renderSides(describeGrants(loc, referral.give), get)}
      ${url ? this.#renderLink(url) : nothing}
      <loyalty-referral-friends .loc=${loc} .referral=${referral}></loyalty-referral-friends>
    </section>`;
  }

  #renderSides(give: string, get: string): TemplateResult | typeof nothing {
    const { loc } = this;
    if (!give && !get) return nothing;
    const side = (words: string, what: string) =>
      what
        ? html`<div>
            <dt>${words}</dt>
            <dd>${what}</dd>
          </div>`
        : nothing;
    return html`<dl class="sides">
      ${side(loc.term('referral.give'), give)} ${side(loc.term('referral.get'), get)}
    </dl>`;
  }

  #renderLink(url: string): TemplateResult {
    const { loc } = this;
    const { channels } = this.referral;
    const shared = this.#shared(url);
    return html`<div class="field">
        <input
          class="link"
          part="code"
          readonly
          dir="ltr"
          aria-label=${loc.term('referral.link')}
          .value=${url}
          @focus=${() => this.link?.select()}
        />
        <button part="button copy-button" @click=${() => void this.#copy(shared)}>
          ${icon(this.copied === 'yes' ? 'check' : 'copy')}
          ${loc.term(this.copied === 'yes' ? 'referral.copied' : 'referral.copy')}
        </button>
      </div>
      <p role="status" class=${this.copied === 'selected' ? 'small muted' : 'visually-hidden'}>
        ${this.copied === 'no' ? nothing : loc.term(this.copied === 'yes' ? 'referral.copied' : 'referral.selected')}
      </p>
      <div class="ways">
        ${channelsFor(channels, shared).map(([name, channel]) => this.#renderWay(name, channel, shared))}
        ${wants(channels, 'qr') ? this.#renderCodeButton() : nothing}
      </div>
      ${this.hasCode ? this.#renderCode(url) : nothing}`;
  }

  #renderWay(name: string, channel: Channel, shared: Shared): TemplateResult {
    const words = html`${icon(channel.icon)} ${this.loc.term(channel.term)}`;
    return channel.href
      ? html`<a
          class="button quiet"
          part="button share-button"
          href=${channel.href(shared)}
          target="_blank"
          rel="noopener noreferrer"
          @click=${(event: Event) => this.#follow(event, name, shared)}
          >${words}</a
        >`
      : html`<button
          class="quiet"
          part="button share-button"
          @click=${() => void this.#send(name, shared, () => channel.send?.(shared))}
        >
          ${words}
        </button>`;
  }

  #renderCodeButton(): TemplateResult {
    return html`<button
      class="quiet"
      part="button share-button"
      aria-expanded=${this.hasCode}
      @click=${() => this.#toggleCode()}
    >
      ${icon('camera')} ${this.loc.term('referral.qr')}
    </button>`;
  }

  #renderCode(url: string): TemplateResult {
    return html`<div class="qr" part="qr">
      <loyalty-barcode
        .loc=${this.loc}
        format="qr"
        .value=${url}
        .name=${this.loc.term('referral.link')}
      ></loyalty-barcode>
      <p class="small muted">${this.loc.term('referral.qrHint')}</p>
    </div>`;
  }

  #shared(url: string): Shared {
    const { loc, program, referral } = this;
    const what = describeGrants(loc, referral.give);
    return {
      title: program.name,
      text: what
        ? loc.term('referral.message', { what, program: program.name })
        : loc.term('referral.messagePlain', { program: program.name }),
      url,
    };
  }

  #toggleCode(): void {
    this.hasCode = !this.hasCode;
    if (this.hasCode) void import('./barcode.js').catch(() => (this.hasCode = false));
  }

  /** An address that the device opens: the page may stop that, and is told that it happened. */
  #follow(event: Event, channel: string, { url, text }: Shared): void {
    const request = new ShareRequestEvent({ channel, url, text });
    this.dispatchEvent(request);
    if (request.isTaken) event.preventDefault();
  }

  /** Within the press itself: a share sheet opens for nothing less. */
  async #send(
    channel: string,
    { url, text }: Shared,
    send: () => Promise<void> | undefined,
  ): Promise<boolean> {
    let settle: (isSent: boolean) => void = () => undefined;
    const sent = new Promise<boolean>((resolve) => (settle = resolve));
    const request = new ShareRequestEvent({ channel, url, text }, sent);
    this.dispatchEvent(request);
    if (request.isTaken) {
      settle(false);
      return true;
    }
    const isSent = await Promise.resolve(send()).then(
      () => true,
      () => false,
    );
    settle(isSent);
    return isSent;
  }

  async #copy(shared: Shared): Promise<void> {
    const isCopied = await this.#send('copy', shared, () =>
      // Missing where the page is not secure.
      navigator.clipboard ? navigator.clipboard.writeText(shared.url) : Promise.reject(new Error()),
    );
    this.copied = isCopied ? 'yes' : 'selected';
    clearTimeout(this.#timer);
    if (isCopied) this.#timer = setTimeout(() => (this.copied = 'no'), COPIED_MS);
    // The clipboard is closed to us: then the shopper's own copy.
    else this.link?.focus();
  }
}

define('loyalty-referral-card', ReferralCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-referral-card': ReferralCard;
  }
}
