import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Member, Outcome, Program } from '../../contract/types.js';
import { ProfileRequestEvent } from '../events/people.js';
import { birthdayText, dayAndMonth, daysIn, monthNames } from '../i18n/birthday.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { Card } from './card.js';
import { privacyLink, privacyStyles } from './privacy-link.js';
import { profileStyles } from './profile.styles.js';
import { RequestFlow } from './request-flow.js';

/**
 * The birthday, asked for once: day and month in the order of the language, and no year.
 *
 * @tagname loyalty-profile-birthday
 * @csspart profile - the card
 */
export class ProfileBirthday extends Card {
  static override styles = [...Card.styles, profileStyles, privacyStyles];

  @property({ attribute: false }) member!: Member;
  @property({ attribute: false }) program: Program | undefined;

  @state() private day = 0;
  @state() private month = 0;
  @state() private isIncomplete = false;

  readonly #flow = new RequestFlow<Outcome>(this);

  protected override render(): TemplateResult {
    const { loc } = this;
    const { birthday } = this.member;
    return html`<section class="card" part="profile" aria-labelledby="title">
      <div class="head">
        <span class="emblem">${icon('cake')}</span>
        <div class="words">
          <h3 id="title" tabindex="-1">${loc.term('profile.birthday')}</h3>
          <p class=${birthday ? '' : 'muted small'}>
            ${
              birthday
                ? birthdayText(loc.locale, birthday.month, birthday.day)
                : loc.term('profile.birthdayWhy')
            }
          </p>
        </div>
      </div>
      ${birthday ? nothing : this.#renderForm()} ${this.#flow.failure(loc)}
    </section>`;
  }

  #renderForm(): TemplateResult {
    const { loc, isIncomplete } = this;
    const isWorking = this.#flow.isWorking;
    const fields = { day: () => this.#renderDay(), month: () => this.#renderMonth() };
    return html`<form novalidate @submit=${(event: Event) => void this.#save(event)}>
      <div class="fields">
        ${dayAndMonth(loc.locale).map((field) => fields[field]())}
        <button part="button" aria-busy=${isWorking} aria-disabled=${isWorking}>
          ${loc.term(isWorking ? 'reward.working' : 'profile.save')}
        </button>
      </div>
      ${isIncomplete ? html`<p class="note bad" role="alert" id="missing">${loc.term('profile.birthdayMissing')}</p>` : nothing}
      ${privacyLink(loc, this.program)}
    </form>`;
  }

  #renderDay(): TemplateResult {
    const days = [...Array(this.month ? daysIn(this.month) : 31).keys()].map((at) => at + 1);
    return html`<label>
      ${this.loc.term('profile.day')}
      <select
        autocomplete="bday-day"
        aria-invalid=${this.isIncomplete && !this.day}
        aria-describedby=${this.isIncomplete ? 'missing' : nothing}
        @change=${(event: Event) => (this.day = Number((event.target as HTMLSelectElement).value))}
      >
        <option value="0" ?selected=${!this.day}>–</option>
        ${days.map((day) => html`<option value=${day} ?selected=${day === this.day}>${this.loc.number(day)}</option>`)}
      </select>
    </label>`;
  }

  #renderMonth(): TemplateResult {
    return html`<label>
      ${this.loc.term('profile.month')}
      <select
        autocomplete="bday-month"
        aria-invalid=${this.isIncomplete && !this.month}
        aria-describedby=${this.isIncomplete ? 'missing' : nothing}
        @change=${(event: Event) => this.#setMonth(Number((event.target as HTMLSelectElement).value))}
      >
        <option value="0" ?selected=${!this.month}>–</option>
        ${monthNames(this.loc.locale).map(
          (name, index) =>
            html`<option value=${index + 1} ?selected=${index + 1 === this.month}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #setMonth(month: number): void {
    this.month = month;
    if (month && this.day > daysIn(month)) this.day = 0;
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const { day, month } = this;
    this.isIncomplete = !day || !month;
    if (this.isIncomplete) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    const saved = await this.#flow.send(new ProfileRequestEvent({ birthday: { month, day } }));
    if (!saved) return;
    await this.updateComplete;
    // The form is gone: the focus stays with what it was about.
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}

define('loyalty-profile-birthday', ProfileBirthday);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-profile-birthday': ProfileBirthday;
  }
}
