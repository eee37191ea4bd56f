import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Program } from '../../contract/types.js';
import { JoinRequestEvent, SignInRequestEvent } from '../events/ways-in.js';
import { define } from '../ui/define.js';
import { safeUrl } from '../ui/safe-url.js';
import { Card } from './card.js';

/**
 * What a guest meets: what this is, one way to join, one way to sign in, and the terms.
 *
 * @tagname loyalty-guest-card
 * @csspart guest - the card
 * @csspart button - every button
 */
export class GuestCard extends Card {
  static override styles = [
    ...Card.styles,
    css`
      h2 {
        font-size: 22px;
        line-height: 1.2;
      }
      .card {
        background: var(--_soft);
        border-color: transparent;
        padding: var(--_guest-padding, 20px);
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
      }
      .links a {
        display: inline-flex;
        align-items: center;
        min-block-size: 24px;
      }
    `,
  ];

  /** Left out where the links to its terms stand beside the card. */
  @property({ attribute: false }) program: Program | undefined;
  @property({ attribute: false }) joinUrl: string | undefined;
  @property({ attribute: false }) signInUrl: string | undefined;
  /** The buttons alone, for a place that says the rest already. */
  @property({ type: Boolean }) brief = false;

  protected override render(): TemplateResult {
    const { loc, program } = this;
    return html`<section class="card" part="guest">
      ${
        this.brief
          ? nothing
          : html`<h2>${loc.term('guest.title', { program: program?.name ?? '' })}</h2>
              <p>${loc.term('guest.text')}</p>`
      }
      <div class="actions">
        <button class="wide" part="button join-button" @click=${() => this.#join()}>
          ${loc.term('guest.join')}
        </button>
        <button class="quiet wide" part="button sign-in-button" @click=${() => this.#signIn()}>
          ${loc.term('guest.signIn')}
        </button>
      </div>
      ${this.#renderLinks()}
    </section>`;
  }

  #renderLinks(): TemplateResult | typeof nothing {
    const links = this.program?.links;
    const shown = (['terms', 'privacy'] as const)
      .map((name) => ({ name, url: safeUrl(links?.[name]) }))
      .filter(({ url }) => url);
    if (!shown.length) return nothing;
    return html`<p class="links small">
      ${shown.map(({ name, url }) => html`<a href=${url ?? ''}>${this.loc.term(`legal.${name}`)}</a>`)}
    </p>`;
  }

  #join(): void {
    this.dispatchEvent(new JoinRequestEvent({ url: this.joinUrl }));
  }

  #signIn(): void {
    this.dispatchEvent(new SignInRequestEvent({ url: this.signInUrl }));
  }
}

define('loyalty-guest-card', GuestCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-guest-card': GuestCard;
  }
}
