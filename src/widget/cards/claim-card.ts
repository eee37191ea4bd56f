import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ClaimResult, Program } from '../../contract/types.js';
import { ClaimRequestEvent } from '../events/people.js';
import { describeGrants } from '../i18n/describe.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { Card } from './card.js';
import './guest-card.js';
import { RequestFlow } from './request-flow.js';

/**
 * What a friend's link is good for. Nothing is asked before the press: a guest then sees what they
 * get and how to become a member, a new member takes it.
 *
 * @tagname loyalty-claim-card
 * @fires {CustomEvent} loyalty-claimed - the endpoint has answered; `detail` is its answer
 * @csspart referral - the card
 */
export class ClaimCard extends Card {
  @property({ attribute: false }) program!: Program;
  @property() code = '';
  @property({ attribute: false }) isGuest = false;
  @property({ attribute: false }) joinUrl: string | undefined;
  @property({ attribute: false }) signInUrl: string | undefined;

  @state() private answer: ClaimResult | undefined;

  readonly #flow = new RequestFlow<ClaimResult>(this);

  protected override render(): TemplateResult {
    const { loc, answer } = this;
    const what = describeGrants(loc, answer?.give);
    return html`<section class="card" part="referral" aria-labelledby="title">
      <div class="head">
        <span class="emblem">${icon('gift')}</span>
        <div class="words">
          <h3 id="title" tabindex="-1">
            ${answer?.from ? loc.term('claim.from', { name: answer.from }) : loc.term('claim.title')}
          </h3>
          ${what ? html`<p>${loc.term('claim.gets', { what })}</p>` : nothing}
        </div>
      </div>
      ${answer ? this.#renderAnswer(answer) : this.#renderButton()} ${this.#flow.failure(loc)}
    </section>`;
  }

  #renderButton(): TemplateResult {
    const isWorking = this.#flow.isWorking;
    const words = this.loc.term(this.isGuest ? 'claim.look' : 'claim.take');
    return html`<div class="actions">
      <button
        class="open wide"
        part="button"
        aria-busy=${isWorking}
        aria-disabled=${isWorking}
        @click=${() => void this.#claim()}
      >
        ${isWorking ? this.loc.term('reward.working') : words}
      </button>
    </div>`;
  }

  #renderAnswer({ state: now }: ClaimResult): TemplateResult {
    const { loc, program, joinUrl, signInUrl } = this;
    if (now !== 'pending')
      return html`<p class="chip">${icon('check')} ${loc.term('claim.done')}</p>`;
    return html`<p>${loc.term('claim.pending')}</p>
      <loyalty-guest-card
        brief
        exportparts=${PARTS}
        .loc=${loc}
        .program=${program}
        .joinUrl=${joinUrl}
        .signInUrl=${signInUrl}
      ></loyalty-guest-card>`;
  }

  async #claim(): Promise<void> {
    const answer = await this.#flow.send(new ClaimRequestEvent({ code: this.code }));
    if (!answer) return;
    this.answer = answer;
    this.dispatchEvent(new CustomEvent('loyalty-claimed', { detail: answer }));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}

define('loyalty-claim-card', ClaimCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-claim-card': ClaimCard;
  }
}
