import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Export, Outcome, Program, Voucher, Wallet } from '../../contract/types.js';
import { plainJson } from '../../contract/plain-json.js';
import { ExportRequestEvent, LeaveRequestEvent } from '../events/people.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';
import { profileStyles } from './profile.styles.js';
import { RequestFlow } from './request-flow.js';

/** What can still be used. */
const OPEN = new Set(['ready', 'pending', 'held']);

/**
 * The member's own data: to take along, and the way out, which says first what is lost.
 *
 * @tagname loyalty-profile-data
 * @fires {CustomEvent} loyalty-left - the member has left
 * @csspart profile - the card
 * @csspart confirm - the question before leaving
 * @csspart confirm-button - the yes of the question
 */
export class ProfileData extends Card {
  static override styles = [...Card.styles, profileStyles];

  @property({ attribute: false }) program!: Program;
  @property({ attribute: false }) wallets: readonly Wallet[] = [];
  @property({ attribute: false }) vouchers: readonly Voucher[] = [];
  @property({ attribute: false }) canExport = false;
  @property({ attribute: false }) canLeave = false;

  readonly #export = new RequestFlow<Export>(this);
  readonly #leave = new RequestFlow<Outcome>(this);

  protected override render(): TemplateResult {
    const { loc } = this;
    return html`<section class="card" part="profile">
      <h3>${loc.term('profile.data')}</h3>
      ${this.canExport ? this.#renderExport() : nothing}
      ${this.canLeave ? this.#renderLeave() : nothing}
    </section>`;
  }

  #renderExport(): TemplateResult {
    const { loc } = this;
    const isWorking = this.#export.isWorking;
    return html`<p class="small muted">${loc.term('profile.exportNote')}</p>
      <div class="actions">
        <button
          class="quiet"
          part="button"
          aria-busy=${isWorking}
          aria-disabled=${isWorking}
          @click=${() => void this.#download()}
        >
          ${loc.term(isWorking ? 'reward.working' : 'profile.export')}
        </button>
      </div>
      ${this.#export.failure(loc)}`;
  }

  #renderLeave(): TemplateResult {
    const { loc, program } = this;
    if (this.#leave.isAsking) {
      return this.#leave.confirm(loc, {
        question: loc.term('profile.leaveQuestion', { program: program.name }),
        note: loc.term('profile.leaveNote'),
        details: this.#renderLost(),
        yes: loc.term('profile.leaveYes'),
        send: () => void this.#go(),
      });
    }
    return html`<div class="actions">
      <button class="open plain" part="button" @click=${() => this.#leave.open()}>
        ${icon('close')} ${loc.term('profile.leave')}
      </button>
    </div>`;
  }

  /** What the member has, and will not have any more. */
  #renderLost(): TemplateResult | typeof nothing {
    const { loc } = this;
    const balances = this.wallets
      .filter(({ unit, available }) => available > 0 && loc.unit(unit)?.spendable)
      .map(({ unit, available }) => loc.amount({ unit, value: available }));
    const codes = this.vouchers.filter(({ status }) => OPEN.has(status)).length;
    const lost = [...balances, ...(codes ? [loc.term('profile.lostCodes', { n: codes })] : [])];
    if (!lost.length) return nothing;
    return html`<div>
      <p>${loc.term('profile.lost')}</p>
      <ul class="lost">
        ${lost.map((what) => html`<li>${what}</li>`)}
      </ul>
    </div>`;
  }

  async #download(): Promise<void> {
    const document = await this.#export.send(new ExportRequestEvent());
    if (!document) return;
    const file = new Blob([plainJson(document, 2)], { type: 'application/json' });
    const url = URL.createObjectURL(file);
    const link = Object.assign(window.document.createElement('a'), {
      href: url,
      download: `${this.program.id.replace(/[^\w-]/g, '') || 'loyalty'}.json`,
    });
    link.click();
    URL.revokeObjectURL(url);
  }

  async #go(): Promise<void> {
    const outcome = await this.#leave.send(new LeaveRequestEvent());
    if (outcome) this.dispatchEvent(new CustomEvent('loyalty-left'));
  }
}

define('loyalty-profile-data', ProfileData);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-profile-data': ProfileData;
  }
}
