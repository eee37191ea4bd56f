import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Program, Reward, RewardState, Rule } from '../../contract/types.js';
import { GoalRequestEvent } from '../events/requests.js';
import { OpenRequestEvent } from '../events/ways-in.js';
import { describeGrants } from '../i18n/describe.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { safeUrl } from '../ui/safe-url.js';
import { Card } from './card.js';
import { progressBar } from './progress.js';
import { gapBar } from './reward-gap.js';
import { unavailable } from './reward-words.js';

/**
 * The reward that the shopper saves for: how far it is, and what leads there. It computes no way of
 * its own: the rules come in the order in which the server lists them.
 *
 * @tagname loyalty-goal-card
 * @csspart goal - the card
 * @csspart progress - the bar
 * @csspart button - every button
 * @csspart pin-button - saves for it no more
 */
export class GoalCard extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .head {
        align-items: center;
      }
      .state {
        color: var(--_muted);
        font-size: 14px;
      }
      .ready {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--_accent-text);
        font-weight: 600;
      }
      .pin {
        flex: none;
        inline-size: 44px;
        margin-block: -8px;
        margin-inline-end: -12px;
        padding: 0;
        color: var(--_muted);
      }
      .ways {
        display: grid;
        margin-block-start: 2px;
      }
      .ways .way {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 12px;
        min-block-size: 44px;
        inline-size: 100%;
        padding: 4px 0;
        border: 0;
        border-block-start: 1px solid var(--_line);
        border-radius: 0;
        color: inherit;
        font-size: 14px;
        font-weight: 400;
        text-align: start;
        text-decoration: none;
      }
      .ways .way b {
        font-weight: 600;
        color: var(--_accent-text);
      }
      .compact {
        display: inline-grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 0 8px;
        max-inline-size: 100%;
        min-block-size: 44px;
        padding: 0;
        background: none;
        color: inherit;
        font-size: 14px;
        font-weight: 500;
        text-align: start;
      }
      .compact > .icon {
        grid-row: span 2;
        color: var(--_accent-text);
      }
      .compact .line {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .compact .bar {
        block-size: 4px;
        margin: 2px 0 0;
      }
    `,
  ];

  @property({ attribute: false }) reward!: Reward;
  @property({ attribute: false }) rewardState: RewardState | undefined;
  /** For the names of levels. */
  @property({ attribute: false }) program: Program | undefined;
  /** What can be done now for what is missing, best first. */
  @property({ attribute: false }) ways: readonly Rule[] = [];
  /** There is a panel to lead to. */
  @property({ type: Boolean, attribute: false }) hasPanel = false;
  /** One line, for a page's header. */
  @property({ type: Boolean }) compact = false;

  protected override render(): TemplateResult {
    return this.compact ? this.#renderLine() : this.#renderCard();
  }

  #renderCard(): TemplateResult {
    const { reward, loc } = this;
    return html`<section class="card" part="goal" aria-label=${loc.term('goal.title')}>
      <div class="head">
        <span class="emblem">${icon(reward.icon, 'gift')}</span>
        <div class="words">
          <p class="small muted">${loc.term('goal.title')}</p>
          <h3>${reward.title}</h3>
        </div>
        <button
          class="plain pin"
          part="button pin-button"
          aria-label=${loc.term('goal.drop')}
          @click=${() => this.dispatchEvent(new GoalRequestEvent({ rewardId: null }))}
        >
          ${icon('close')}
        </button>
      </div>
      ${this.#renderState()} ${this.#isReady ? nothing : this.#renderWays()}
    </section>`;
  }

  get #isReady(): boolean {
    return this.rewardState?.availability.state === 'available';
  }

  #renderState(): TemplateResult | typeof nothing {
    const { loc, program, reward, rewardState, hasPanel } = this;
    if (!rewardState) return nothing;
    const { availability } = rewardState;
    if (this.#isReady) {
      return html`<p class="ready">${icon('check')} ${loc.term('goal.ready')}</p>
        ${
          hasPanel
            ? html`<div class="actions">
                <button
                  class="wide"
                  part="button"
                  @click=${() => this.#open(`rewards/${reward.id}`)}
                >
                  ${loc.term('goal.toReward')}
                </button>
              </div>`
            : nothing
        }`;
    }
    const bar = gapBar(loc, reward, availability);
    if (bar) return bar;
    const [name, text] = unavailable(loc, program, availability);
    return html`<p class="state">${icon(name)} ${availability.text ?? text}</p>`;
  }

  #renderWays(): TemplateResult | typeof nothing {
    const { loc, ways } = this;
    if (!ways.length) return nothing;
    return html`<div>
      <p class="small muted">${loc.term('goal.ways')}</p>
      <ul class="ways">
        ${ways.map((rule) => html`<li>${this.#renderWay(rule)}</li>`)}
      </ul>
    </div>`;
  }

  #renderWay({ id, title, grants, cta }: Rule): TemplateResult {
    const words = html`<span>${title}</span> <b>${describeGrants(this.loc, grants)}</b>`;
    const url = cta.kind === 'link' ? safeUrl(cta.url) : undefined;
    if (url) return html`<a class="way" href=${url}>${words}</a>`;
    return this.hasPanel
      ? html`<button class="plain way" part="button" @click=${() => this.#open(`earn/${id}`)}>
          ${words}
        </button>`
      : html`<span class="way">${words}</span>`;
  }

  #renderLine(): TemplateResult {
    const { reward, loc, rewardState, hasPanel } = this;
    const gap = rewardState?.availability.missing?.[0];
    const words = this.#isReady
      ? loc.term('goal.lineReady', { title: reward.title })
      : gap
        ? loc.term('goal.line', { amount: loc.amount(gap), title: reward.title })
        : reward.title;
    const { cost } = reward;
    const need = cost.kind === 'fixed' ? cost.amount.value : cost.kind === 'range' ? cost.min : 0;
    const line = html`${icon(this.#isReady ? 'check' : 'pin')}
      <span class="line">${words}</span>
      ${gap && need ? progressBar((need - gap.value) / need, loc.term('goal.title'), words) : nothing}`;
    return hasPanel
      ? html`<button class="compact" part="goal" @click=${() => this.#open(`rewards/${reward.id}`)}>
          ${line}
        </button>`
      : html`<span class="compact" part="goal">${line}</span>`;
  }

  #open(view: string): void {
    this.dispatchEvent(new OpenRequestEvent({ view }));
  }
}

define('loyalty-goal-card', GoalCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-goal-card': GoalCard;
  }
}
