import { css, html, nothing, type TemplateResult } from 'lit';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { radios } from './radios.styles.js';
import { RewardSlider } from './reward-slider.js';

/**
 * Something for a good cause: which one, how much where that is open, and what came together so far.
 *
 * @tagname loyalty-reward-donate
 */
export class RewardDonate extends RewardSlider {
  static override styles = [
    ...RewardSlider.styles,
    radios,
    css`
      .raised {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--_accent-text);
        font-weight: 600;
      }
    `,
  ];

  protected override get fallbackIcon(): IconName {
    return 'heart';
  }

  protected override get verb(): string {
    return this.loc.term('donate.give');
  }

  protected override ask(amount: string): string {
    const { loc, reward } = this;
    const grant = reward.grants.find(({ kind }) => kind === 'donation');
    const chosen = this.choices.find(({ id }) => id === this.chosen)?.title;
    const cause = chosen ?? (grant?.kind === 'donation' ? grant.cause : reward.title);
    return loc.term('donate.confirm', { amount, cause });
  }

  protected override renderDetails(): TemplateResult {
    const { loc, rewardState } = this;
    const raised = rewardState?.raised;
    return html`${
      raised?.value
        ? html`<p class="raised small">
            ${icon('users')} ${loc.term('donate.raised', { amount: loc.amount(raised) })}
          </p>`
        : nothing
    }
    ${this.choices.length > 1 ? this.#renderCauses() : nothing}`;
  }

  /** The cause stands above, in sight while one gives. */
  protected override renderChoices(): typeof nothing {
    return nothing;
  }

  #renderCauses(): TemplateResult {
    const { loc, rewardState } = this;
    const isOpen = rewardState?.availability.state === 'available' && !this.won;
    return html`<fieldset ?disabled=${this.flow.isWorking}>
      <legend>${loc.term('donate.cause')}</legend>
      ${this.choices.map(({ id, title }) => {
        const raised = rewardState?.raisedFor?.find(({ choice }) => choice === id)?.raised;
        return html`<label class="line">
          ${
            isOpen
              ? html`<input
                  type="radio"
                  name="cause"
                  value=${id}
                  .checked=${id === this.chosen}
                  @change=${() => (this.choice = id)}
                />`
              : icon('heart')
          }
          <span>${title}</span>
          ${raised?.value ? html`<span class="muted small">${loc.term('donate.raisedFor', { amount: loc.amount(raised) })}</span>` : nothing}
        </label>`;
      })}
    </fieldset>`;
  }
}

define('loyalty-reward-donate', RewardDonate);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-reward-donate': RewardDonate;
  }
}
