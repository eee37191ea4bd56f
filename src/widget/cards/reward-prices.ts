import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Amount, Cost, Wallet } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { radios } from './radios.styles.js';
import { RewardSlider } from './reward-slider.js';
import { costText } from './reward-words.js';

/** How a price is called in a request: by its unit, or as the one in real money. */
const nameOf = (cost: Cost): string | undefined =>
  cost.kind === 'fixed'
    ? cost.amount.unit
    : cost.kind === 'range'
      ? cost.unit
      : cost.kind === 'price'
        ? 'price'
        : undefined;

/**
 * A reward with several prices: the shopper chooses what to pay with. Whether it suffices is the
 * server's to say.
 *
 * @tagname loyalty-reward-prices
 */
export class RewardPrices extends RewardSlider {
  static override styles = [...RewardSlider.styles, radios];

  /** To say what the member has of each. */
  @property({ attribute: false }) wallets: readonly Wallet[] = [];

  @state() private wanted: string | undefined;

  /** The prices that this version can name. */
  get #prices(): readonly Cost[] {
    const { cost } = this.reward;
    return cost.kind === 'any' ? cost.of.filter((one) => costText(this.loc, one)) : [];
  }

  /** The one that was chosen; before that the first one of which there is something. */
  protected override get cost(): Cost {
    const prices = this.#prices;
    return (
      prices.find((one) => nameOf(one) === this.wanted) ??
      prices.find((one) => this.#held(one)?.value) ??
      prices[0] ??
      this.reward.cost
    );
  }

  /** What it shall be goes before what it is paid with: a request carries one choice. */
  protected override get chosen(): string | undefined {
    return super.chosen ?? nameOf(this.cost);
  }

  protected override renderDetails(): TemplateResult | typeof nothing {
    const { loc, rewardState } = this;
    if (this.#prices.length < 2 || rewardState?.availability.state !== 'available' || this.won)
      return nothing;
    const mine = nameOf(this.cost);
    return html`<fieldset ?disabled=${this.flow.isAsking}>
      <legend>${loc.term('reward.prices')}</legend>
      ${this.#prices.map((cost) => {
        const name = nameOf(cost);
        const held = this.#held(cost);
        return html`<label class="line">
          <input
            type="radio"
            name="price"
            .checked=${name === mine}
            @change=${() => (this.wanted = name)}
          />
          <span>${costText(loc, cost)}</span>
          ${held ? html`<span class="muted small">${loc.term('reward.have', { amount: loc.amount(held) })}</span>` : nothing}
        </label>`;
      })}
    </fieldset>`;
  }

  #held(cost: Cost): Amount | undefined {
    const wallet = this.wallets.find(({ unit }) => unit === nameOf(cost));
    return wallet && { unit: wallet.unit, value: wallet.available };
  }
}

define('loyalty-reward-prices', RewardPrices);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-reward-prices': RewardPrices;
  }
}
