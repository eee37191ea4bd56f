import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Wallet } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';

/** Nearer than this, an expiry is a warning and no longer a note. */
const SOON_MS = 45 * 86_400_000;

/**
 * One balance: how much, what it is worth, what is on the way and until when it must be spent.
 *
 * @tagname loyalty-points-card
 * @csspart balance - the number
 * @csspart worth - its value in money
 * @csspart pending - what is on the way
 * @csspart expiring - what runs out
 */
export class PointsCard extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .balance {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 10px;
        font-variant-numeric: tabular-nums;
      }
      .number {
        font-size: 40px;
        font-weight: 700;
        line-height: 1.1;
        letter-spacing: -0.02em;
      }
      .unit {
        font-size: 17px;
        font-weight: 600;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-block-start: 10px;
      }
      .chip {
        background: var(--_surface);
      }
      .chip.warn {
        background: var(--_danger-soft);
        color: var(--_danger);
      }
      .compact {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .compact .icon {
        color: var(--_accent-text);
      }
    `,
  ];

  @property({ attribute: false }) wallet!: Wallet;
  /** One line for a page's header. */
  @property({ type: Boolean }) compact = false;

  protected override render(): TemplateResult {
    const { wallet, loc } = this;
    const { unit, available } = wallet;
    const balance = { unit, value: available };
    if (this.compact) {
      return html`<span class="compact" part="balance">
        ${icon(loc.unit(unit)?.icon, 'coin')} ${loc.amount(balance)}
      </span>`;
    }
    const worth = loc.worth(balance);
    const isMoney = !!loc.unit(unit)?.currency;
    return html`<p class="small muted">${loc.term('points.balance')}</p>
      <p class="balance" part="balance">
        <span class="number">${loc.quantity(balance)}</span>
        ${isMoney ? nothing : html`<span class="unit">${loc.label(unit, available)}</span>`}
        ${
          worth
            ? html`<span class="muted" part="worth"
                >${loc.term('points.worth', { money: worth })}</span
              >`
            : nothing
        }
      </p>
      ${available < 0 ? html`<p class="note small">${loc.term('points.below')}</p>` : nothing}
      ${this.#renderChips()}`;
  }

  #renderChips(): TemplateResult | typeof nothing {
    const chips = [this.#pending(), this.#expiring()].filter((chip) => chip !== undefined);
    return chips.length ? html`<p class="chips">${chips}</p>` : nothing;
  }

  #pending(): TemplateResult | undefined {
    const { wallet, loc } = this;
    if (!wallet.pending || wallet.pending <= 0) return undefined;
    const amount = loc.amount({ unit: wallet.unit, value: wallet.pending });
    const [first] = wallet.releases ?? [];
    const when = first?.at
      ? loc.term('points.releases', { day: loc.day(first.at) })
      : first?.on && loc.term('points.releasesOn', { event: first.on });
    return html`<span class="chip" part="pending">
      ${icon('clock')} ${[loc.term('points.pending', { amount }), when].filter(Boolean).join(', ')}
    </span>`;
  }

  #expiring(): TemplateResult | undefined {
    const { wallet, loc } = this;
    const [soonest] = wallet.expiring ?? [];
    if (!soonest) return undefined;
    const amount = loc.amount({ unit: wallet.unit, value: soonest.value });
    const isSoon = Date.parse(soonest.at) - loc.now() < SOON_MS;
    return html`<span class="chip ${isSoon ? 'warn' : ''}" part="expiring">
      ${icon('calendar')} ${loc.term('points.expiring', { amount, day: loc.day(soonest.at) })}
    </span>`;
  }
}

define('loyalty-points-card', PointsCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-points-card': PointsCard;
  }
}
