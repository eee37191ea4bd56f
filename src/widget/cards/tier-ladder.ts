import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Step, Track } from '../../contract/types.js';
import { describeGrants } from '../i18n/describe.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';
import { perks, perksStyles } from './perks.js';

/**
 * All levels of a track with what each needs and brings.
 *
 * @tagname loyalty-tier-ladder
 * @csspart ladder - the list
 */
export class TierLadder extends Card {
  static override styles = [
    ...Card.styles,
    perksStyles,
    css`
      ol {
        display: grid;
        gap: 16px;
      }
      li.step {
        display: grid;
        gap: 6px;
        justify-items: start;
        padding-inline-start: 14px;
        border-inline-start: 3px solid var(--_track);
      }
      li.mine {
        border-color: var(--_fill);
      }
      .between {
        inline-size: 100%;
      }
    `,
  ];

  @property({ attribute: false }) track!: Track;
  /** Id of the member's own level. */
  @property({ attribute: false }) mine: string | null | undefined;

  protected override render(): TemplateResult {
    const shown = this.track.steps.filter((step) => !step.hidden);
    return html`<ol part="ladder">
      ${shown.map((step) => this.#renderStep(step))}
    </ol>`;
  }

  #renderStep(step: Step): TemplateResult {
    const gift = describeGrants(this.loc, step.grants);
    return html`<li class="step ${step.id === this.mine ? 'mine' : ''}">
      <p class="between">
        <strong>${step.title}</strong>
        <span class="muted small">${this.#place(step)}</span>
      </p>
      ${gift ? html`<p class="chip">${icon('gift')} ${gift}</p>` : nothing} ${perks(step)}
    </li>`;
  }

  #place(step: Step): string {
    const { loc } = this;
    if (step.id === this.mine) return loc.term('tier.yours');
    // Nothing that can be counted leads into a circle of the invited.
    if (!step.needs.length && this.track.join === 'invite') return '';
    return step.needs.every(({ value }) => value === 0)
      ? loc.term('tier.start')
      : loc.term('tier.from', { amount: loc.amounts(step.needs) });
  }
}

define('loyalty-tier-ladder', TierLadder);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-tier-ladder': TierLadder;
  }
}
