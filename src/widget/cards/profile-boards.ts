import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Member, Outcome } from '../../contract/types.js';
import { ProfileRequestEvent } from '../events/people.js';
import { define } from '../ui/define.js';
import { Card } from './card.js';
import { switchButton } from './profile-switch.js';
import { profileStyles } from './profile.styles.js';
import { RequestFlow } from './request-flow.js';

/** Longer names break every board; the server has its own limit. */
const NAME_LENGTH = 30;

/**
 * How others see the member on boards: by first name, by another one, or not at all.
 *
 * @tagname loyalty-profile-boards
 * @csspart profile - the card
 */
export class ProfileBoards extends Card {
  static override styles = [...Card.styles, profileStyles];

  @property({ attribute: false }) member!: Member;

  @query('input') private readonly input!: HTMLInputElement | null;

  readonly #name = new RequestFlow<Outcome>(this);
  readonly #shown = new RequestFlow<Outcome>(this);

  protected override render(): TemplateResult {
    const { loc, member } = this;
    const isShown = member.boards !== 'hidden';
    return html`<section class="card" part="profile">
      <h3>${loc.term('profile.boards')}</h3>
      <div class="switches">
        ${switchButton({
          label: loc.term('profile.showMe'),
          note: loc.term('profile.showMeNote'),
          isOn: isShown,
          isBusy: this.#shown.isWorking,
          press: () =>
            void this.#shown.send(
              new ProfileRequestEvent({ boards: isShown ? 'hidden' : 'shown' }),
            ),
        })}
      </div>
      ${this.#shown.failure(loc)} ${isShown ? this.#renderName() : nothing}
    </section>`;
  }

  #renderName(): TemplateResult {
    const { loc, member } = this;
    const isWorking = this.#name.isWorking;
    return html`<form class="fields" novalidate @submit=${(event: Event) => this.#save(event)}>
        <label>
          ${loc.term('profile.alias')}
          <input
            maxlength=${NAME_LENGTH}
            autocomplete="nickname"
            .value=${member.alias ?? ''}
            placeholder=${member.name ?? nothing}
          />
        </label>
        <button class="quiet" part="button" aria-busy=${isWorking} aria-disabled=${isWorking}>
          ${loc.term(isWorking ? 'reward.working' : 'profile.save')}
        </button>
      </form>
      ${this.#name.failure(loc)}
      <p class="small muted" role="status">
        ${member.alias ? loc.term('board.alias', { name: member.alias }) : loc.term('board.firstName')}
      </p>`;
  }

  #save(event: Event): void {
    event.preventDefault();
    const alias = this.input?.value.trim() || null;
    if (alias !== (this.member.alias ?? null)) {
      void this.#name.send(new ProfileRequestEvent({ alias }));
    }
  }
}

define('loyalty-profile-boards', ProfileBoards);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-profile-boards': ProfileBoards;
  }
}
