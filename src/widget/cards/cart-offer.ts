import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CartPreview } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { Card } from './card.js';

/** What the server says of something that could lie on an order. */
export type Fit = Omit<NonNullable<CartPreview['rewards']>[number], 'reward'>;

/** How much it takes off, and what may lie beside it. */
function facts(loc: Localizer, { saves, combines }: Fit, isMost: boolean): string[] {
  return [
    saves && loc.term(isMost ? 'cart.savesUpTo' : 'cart.saves', { amount: loc.amount(saves) }),
    combines === true && loc.term('cart.combines'),
    combines === false && loc.term('cart.alone'),
  ].filter((fact) => typeof fact === 'string');
}

/** Why it does not fit, and what is missing. */
function refusal(loc: Localizer, { availability: { text, missing = [] } }: Fit): string {
  const [gap] = missing;
  const more = gap && loc.term('reward.more', { amount: loc.amount(gap) });
  return [text, more].filter(Boolean).join(' ') || loc.term('reward.unavailable');
}

/**
 * One thing that could lie on this order: a reward, or a code that the shopper holds. What is done
 * with it stands in its slot.
 *
 * @tagname loyalty-cart-offer
 * @slot - what can be done with it
 * @csspart offer - the row
 */
export class CartOffer extends Card {
  static override styles = [
    ...Card.styles,
    css`
      article {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding-block: 10px;
        border-block-start: 1px solid var(--_line);
      }
      .emblem {
        inline-size: 40px;
        block-size: 40px;
      }
      .words {
        flex: 999 1 150px;
        min-inline-size: 0;
        display: grid;
        gap: 2px;
      }
      .chip {
        margin-block-start: 2px;
        justify-self: start;
      }
      ::slotted(*) {
        flex: 1 1 auto;
        max-inline-size: 100%;
      }
      .off .emblem {
        filter: grayscale(1);
        opacity: 0.7;
      }
    `,
  ];

  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) icon: string | undefined;
  @property({ attribute: false }) fallbackIcon: IconName = 'gift';
  /** What it costs, in words; empty where it is theirs already. */
  @property({ attribute: false }) cost = '';
  @property({ attribute: false }) fit!: Fit;
  /** How much it takes off is for the shopper to choose. */
  @property({ type: Boolean, attribute: false }) isMost = false;
  /** Nothing else gives more on this order. */
  @property({ type: Boolean, attribute: false }) isBest = false;

  protected override render(): TemplateResult {
    const { loc, fit, cost } = this;
    const isOpen = fit.availability.state === 'available';
    const small = [cost, ...(isOpen ? facts(loc, fit, this.isMost) : [])]
      .filter(Boolean)
      .join(' · ');
    return html`<article class=${isOpen ? '' : 'off'} part="offer">
      <span class="emblem">${icon(this.icon, this.fallbackIcon)}</span>
      <div class="words">
        <h3>${this.heading}</h3>
        ${small ? html`<p class="muted small">${small}</p>` : nothing}
        ${isOpen ? nothing : html`<p class="muted small">${refusal(loc, fit)}</p>`}
        ${this.isBest ? html`<span class="chip">${icon('star')} ${loc.term('cart.best')}</span>` : nothing}
      </div>
      <slot></slot>
    </article>`;
  }
}

define('loyalty-cart-offer', CartOffer);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-cart-offer': CartOffer;
  }
}
