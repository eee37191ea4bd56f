import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Member } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { safeUrl } from '../ui/safe-url.js';
import { Card } from './card.js';

/** Wallet → its name for the shopper. A new one is a field of the contract and a line here. */
const wallets = [
  ['apple', 'profile.apple'],
  ['google', 'profile.google'],
] as const;

/**
 * Takes the member's card into a wallet of their phone. Names the wallets in words and draws none of
 * their marks.
 *
 * @tagname loyalty-pass-links
 * @csspart passes - the links
 * @csspart button - a link
 */
export class PassLinks extends Card {
  static override styles = [
    ...Card.styles,
    css`
      a.button {
        font-size: 14px;
      }
    `,
  ];

  @property({ attribute: false }) passes: Member['passes'];

  protected override render(): TemplateResult | typeof nothing {
    const { loc, passes = {} } = this;
    const links = wallets.flatMap(([name, term]) => {
      const url = safeUrl(passes[name]);
      return url ? [{ url, words: loc.term(term) }] : [];
    });
    if (!links.length) return nothing;
    return html`<p class="actions" part="passes">
      ${links.map(
        ({ url, words }) =>
          html`<a class="button quiet wide" part="button" href=${url} rel="noopener">
            ${icon('ticket')} ${words}
          </a>`,
      )}
    </p>`;
  }
}

define('loyalty-pass-links', PassLinks);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-pass-links': PassLinks;
  }
}
