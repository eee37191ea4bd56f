import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CartPreview } from '../../contract/types.js';
import { JoinRequestEvent } from '../events/ways-in.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';
import { earned } from './earned.js';

/**
 * One line beside a price: what buying this earns. Nothing where it earns nothing.
 *
 * @tagname loyalty-estimate-line
 * @csspart estimate - the line
 * @csspart join-button - a guest's way in
 */
export class EstimateLine extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .estimate {
        display: flex;
        align-items: center;
        gap: 8px;
        min-block-size: 44px;
        font-size: 14px;
        line-height: 1.35;
      }
      .estimate > .icon {
        color: var(--_accent-text);
      }
      .words {
        flex: 0 1 auto;
        min-inline-size: 0;
        text-wrap: balance;
      }
      b {
        font-weight: 650;
        color: var(--_accent-text);
      }
      .join {
        flex: none;
        padding-inline: 6px;
        font-size: inherit;
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      .estimate[aria-busy='true'] b {
        opacity: 0.8;
      }
    `,
  ];

  @property({ attribute: false }) preview!: CartPreview;
  @property({ type: Boolean, attribute: false }) isGuest = false;
  /** The next answer is on its way. */
  @property({ type: Boolean, attribute: false }) isWaiting = false;
  @property({ attribute: false }) joinUrl: string | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { loc, isGuest } = this;
    const amounts = earned(loc, this.preview.earns);
    const [first] = amounts;
    if (!first) return nothing;
    const words = loc.term(isGuest ? 'estimate.guest' : 'estimate.earn', { amounts: HOLE });
    const [before = '', after = ''] = words.split(HOLE);
    return html`<p class="estimate" part="estimate" role="status" aria-busy=${this.isWaiting}>
      ${icon(loc.unit(first.unit)?.icon, 'coin')}
      <span class="words">${before}<b>${loc.amounts(amounts)}</b>${after}</span>
      ${
        isGuest
          ? html`<button
              class="plain join"
              part="button join-button"
              @click=${() => this.dispatchEvent(new JoinRequestEvent({ url: this.joinUrl }))}
            >
              ${loc.term('estimate.join')}
            </button>`
          : nothing
      }
    </p>`;
  }
}

/** Stands for the amounts, which are set apart; no language writes it. */
const HOLE = '\u{F0000}';

define('loyalty-estimate-line', EstimateLine);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-estimate-line': EstimateLine;
  }
}
