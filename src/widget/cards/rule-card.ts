import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { total } from '../../contract/amounts.js';
import type { Answer, Outcome, Program, Rule, RuleState } from '../../contract/types.js';
import { CompleteRequestEvent } from '../events/requests.js';
import { describeGrants, describeLimit } from '../i18n/describe.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { safeUrl } from '../ui/safe-url.js';
import { Card } from './card.js';
import { RequestFlow } from './request-flow.js';
import './rule-form.js';

/**
 * A way to earn: what it gives, how often, and the one thing to do for it.
 *
 * @tagname loyalty-rule-card
 * @csspart rule - the card
 * @csspart gives - what it gives
 * @csspart button - every button
 */
export class RuleCard extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .gives {
        color: var(--_accent-text);
        font-weight: 650;
      }
      .state {
        display: flex;
        gap: 8px;
        align-items: center;
        color: var(--_muted);
        font-size: 14px;
      }
    `,
  ];

  @property({ attribute: false }) rule!: Rule;
  /** Missing for a guest. */
  @property({ attribute: false }) ruleState: RuleState | undefined;
  @property({ attribute: false }) program: Program | undefined;

  @state() private isOpen = false;
  @state() private thanks: string | undefined;

  readonly #flow = new RequestFlow<Outcome>(this);

  protected override render(): TemplateResult {
    const { rule, loc } = this;
    const facts = [
      rule.limit && describeLimit(loc, rule.limit),
      rule.appliesTo?.text,
      rule.window?.to && loc.term('track.until', { day: loc.day(rule.window.to) }),
    ].filter(Boolean);
    return html`<article class="card" part="rule">
      <div class="head">
        <span class="emblem">${icon(rule.icon)}</span>
        <div class="words">
          <h3>${rule.title}</h3>
          <p class="gives small" part="gives">${describeGrants(loc, rule.grants)}</p>
          ${rule.detail ? html`<p class="muted small">${rule.detail}</p>` : nothing}
          ${facts.length ? html`<p class="muted small">${facts.join(' · ')}</p>` : nothing}
        </div>
      </div>
      ${this.thanks ? html`<p class="note thanks" role="status" tabindex="-1">${this.thanks}</p>` : this.#renderAction()}
    </article>`;
  }

  #renderAction(): TemplateResult | typeof nothing {
    const { rule, ruleState, loc } = this;
    if (!ruleState) return nothing;
    const { state, at, text, step } = ruleState.availability;
    if (state === 'used-up' || state === 'cooldown') {
      const again = at ? ` · ${loc.term('earn.again', { day: loc.day(at) })}` : '';
      return html`<p class="state">${icon('check')} ${text ?? loc.term('earn.done')}${again}</p>`;
    }
    if (state === 'locked') {
      const track = this.program?.tracks.find(({ id }) => id === step?.track);
      const title = track?.steps.find(({ id }) => id === step?.step)?.title;
      const words = title
        ? loc.term('reward.locked', { step: title })
        : loc.term('reward.lockedOther');
      return html`<p class="state">${icon('lock')} ${text ?? words}</p>`;
    }
    if (state !== 'available') {
      return html`<p class="state">${icon('clock')} ${text ?? loc.term('reward.unavailable')}</p>`;
    }
    return html`${this.#renderCta(rule)} ${this.#flow.failure(loc)}`;
  }

  #renderCta({ cta, confirm, title }: Rule): TemplateResult | typeof nothing {
    const { loc } = this;
    const url = safeUrl(cta.url);
    const answer = cta.label || loc.term('earn.answer');
    const go = cta.label || loc.term('earn.open');
    const done = this.#flow.isWorking
      ? loc.term('reward.working')
      : (!url && cta.label) || loc.term('earn.complete');
    if (cta.kind === 'form' && cta.form?.length) {
      return this.isOpen
        ? html`<loyalty-rule-form
            .loc=${loc}
            .fields=${cta.form}
            .isWorking=${this.#flow.isWorking}
            .program=${this.program}
            @loyalty-answers=${(event: CustomEvent<Record<string, Answer>>) => this.#complete(event.detail)}
          ></loyalty-rule-form>`
        : html`<div class="actions">
            <button
              class="quiet wide"
              part="button"
              aria-label="${answer}: ${title}"
              @click=${() => (this.isOpen = true)}
            >
              ${answer}
            </button>
          </div>`;
    }
    const link =
      url && cta.kind !== 'none'
        ? html`<a class="button quiet wide" part="button" aria-label="${go}: ${title}" href=${url}>
            ${go}
          </a>`
        : nothing;
    const collect =
      confirm === 'client' && cta.kind !== 'form'
        ? html`<button
            class="wide"
            part="button"
            aria-label="${done}: ${title}"
            aria-busy=${this.#flow.isWorking}
            aria-disabled=${this.#flow.isWorking}
            @click=${() => this.#complete()}
          >
            ${done}
          </button>`
        : nothing;
    if (link === nothing && collect === nothing) return nothing;
    return html`<div class="actions">${link}${collect}</div>`;
  }

  async #complete(answers?: Record<string, Answer>): Promise<void> {
    const { rule } = this;
    const outcome = await this.#flow.send(
      new CompleteRequestEvent({ ruleId: rule.id, ...(answers && { answers }) }),
    );
    if (!outcome) return;
    this.thanks = this.#thank(outcome);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.thanks')?.focus();
  }

  /** What has been credited; what is only on its way, or only measured, is not said to be there. */
  #thank({ changes }: Outcome): string {
    const { loc } = this;
    const given = (changes.activity ?? [])
      .filter(({ state, kind }) => state === 'final' && kind !== 'release')
      .flatMap(({ amounts }) => amounts)
      .filter(({ unit, value }) => value > 0 && loc.unit(unit)?.kind !== 'metric');
    return given.length
      ? loc.term('earn.thanks', { amounts: loc.amounts(total(given)) })
      : loc.term('earn.thanksPlain');
  }
}

define('loyalty-rule-card', RuleCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-rule-card': RuleCard;
  }
}
