import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Cost, Grant } from '../../contract/types.js';
import { describeGrants } from '../i18n/describe.js';
import { decimal } from '../i18n/formats.js';
import { define } from '../ui/define.js';
import type { IconName } from '../ui/icons.js';
import { RewardCard } from './reward-card.js';

/** What the server says that the shopper would get for a size. */
export interface Quoted {
  readonly grants: readonly Grant[] | undefined;
  /** The answer is on its way. */
  readonly isWaiting: boolean;
}

type Range = Extract<Cost, { kind: 'range' }>;

/** A programme that names no step worth the name goes one by one. */
const stepOf = ({ step }: Range): number => Math.max(1, step);

/**
 * A reward whose cost the shopper chooses: a slider, and beside it a number field, because a slider
 * cannot be driven by every screen reader on a touch screen.
 *
 * @tagname loyalty-reward-slider
 */
export class RewardSlider extends RewardCard {
  static override styles = [
    ...RewardCard.styles,
    css`
      form {
        display: grid;
        gap: 10px;
      }
      .choice {
        display: flex;
        gap: 12px;
        align-items: center;
      }
      input[type='range'] {
        flex: 1;
        /* Its own width would make the card wider than a narrow panel. */
        inline-size: 0;
        block-size: 44px;
        accent-color: var(--_fill);
        cursor: pointer;
      }
      input[type='number'] {
        inline-size: 96px;
        min-block-size: 44px;
        padding: 6px 10px;
        border: 1px solid var(--_field);
        border-radius: calc(var(--_radius) * 0.6);
        background: var(--_surface);
        color: inherit;
        font: inherit;
        font-variant-numeric: tabular-nums;
      }
      :host([bare]) {
        inline-size: 100% !important;
      }
      output {
        font-weight: 650;
      }
      output[aria-busy='true'] {
        opacity: 0.8;
      }
    `,
  ];

  /** The server's word for a size; absent where it gives none, and the programme's own rate is shown. */
  @property({ attribute: false }) quote: ((spend: number) => Quoted) | undefined;

  @state() private spend: number | undefined;

  #said = '';

  protected override get fallbackIcon(): IconName {
    return 'coin';
  }

  protected override renderAvailable(): TemplateResult {
    const { cost } = this;
    if (cost.kind !== 'range') return super.renderAvailable();
    const { loc } = this;
    const spend = this.#spend(cost);
    const amount = { unit: cost.unit, value: spend };
    if (this.flow.isAsking) return this.renderConfirm(loc.amount(amount));
    const most = this.#most(cost);
    const range = (value: number) => loc.quantity({ unit: cost.unit, value });
    const { gives, isWaiting } = this.#gives(cost, spend);
    return html`<form @submit=${(event: Event) => this.#ask(event)}>
        <label for="spend">${loc.term('slider.spend')}</label>
        <div class="choice">
          <input
            type="range"
            aria-label=${loc.term('slider.spend')}
            aria-valuetext=${loc.amount(amount)}
            min=${this.#shown(cost, cost.min)}
            max=${this.#shown(cost, most)}
            step=${this.#shown(cost, stepOf(cost))}
            .value=${this.#shown(cost, spend)}
            @input=${(event: Event) => this.#choose(event, cost)}
          />
          <input
            id="spend"
            type="number"
            inputmode="decimal"
            aria-describedby="hint"
            min=${this.#shown(cost, cost.min)}
            max=${this.#shown(cost, most)}
            step=${this.#shown(cost, stepOf(cost))}
            .value=${this.#shown(cost, spend)}
            @change=${(event: Event) => this.#choose(event, cost)}
          />
        </div>
        <p class="between">
          <output aria-live="off" aria-busy=${isWaiting}
            >${gives ? loc.term('slider.gives', { amount: gives }) : nothing}</output
          >
          <span id="hint" class="muted small">
            ${loc.term('slider.hint', { min: range(cost.min), max: range(most), step: range(stepOf(cost)) })}
          </span>
        </p>
        <div class="actions">
          <button
            class="open wide ${this.bare ? 'quiet' : ''}"
            part="button redeem-button"
            aria-label="${this.verb}: ${this.reward.title}"
          >
            ${this.verb}
          </button>
        </div>
      </form>
      ${this.flow.failure(loc)}`;
  }

  protected override redeem(): Promise<void> {
    const { cost } = this;
    return super.redeem(cost.kind === 'range' ? this.#spend(cost) : undefined);
  }

  #scale({ unit }: Range): number {
    return this.loc.unit(unit)?.scale ?? 0;
  }

  /** A field speaks in euro, the contract in cents. */
  #shown(cost: Range, value: number): string {
    return decimal(value, this.#scale(cost));
  }

  /** How far the slider goes: the server says so, the programme bounds it. */
  #most({ min, max }: Range): number {
    return Math.max(min, Math.min(this.rewardState?.maxNow ?? max, max));
  }

  #spend(cost: Range): number {
    const wanted = Math.min(this.spend ?? cost.min, this.#most(cost));
    const step = stepOf(cost);
    return cost.min + Math.floor((wanted - cost.min) / step) * step;
  }

  /** For display only; the server prices what is sent. The last word stays until the next one is there. */
  #gives(cost: Range, spend: number): { gives: string; isWaiting: boolean } {
    if (!this.quote) return { gives: this.#rated(cost, spend), isWaiting: false };
    const { grants, isWaiting } = this.quote(spend);
    if (grants || !isWaiting) this.#said = describeGrants(this.loc, grants);
    return { gives: this.#said || (isWaiting ? this.#rated(cost, spend) : ''), isWaiting };
  }

  /** By the rate that the programme itself names. */
  #rated({ gives, ...cost }: Range, spend: number): string {
    if (!gives) return '';
    const value = Math.floor((spend * gives.value) / stepOf(cost));
    // Beyond that a number is no longer the one that is meant.
    return Number.isSafeInteger(value) ? this.loc.amount({ unit: gives.unit, value }) : '';
  }

  #choose(event: Event, cost: Range): void {
    const field = event.target as HTMLInputElement;
    const value = Math.round(Number.parseFloat(field.value) * 10 ** this.#scale(cost));
    this.spend = Number.isFinite(value) ? Math.max(cost.min, value) : cost.min;
    // A typed value between two steps is shown as what will be spent.
    field.value = this.#shown(cost, this.#spend(cost));
  }

  #ask(event: Event): void {
    event.preventDefault();
    this.flow.open();
  }
}

define('loyalty-reward-slider', RewardSlider);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-reward-slider': RewardSlider;
  }
}
