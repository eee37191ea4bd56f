import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Member, Outcome, Program } from '../../contract/types.js';
import { ProfileRequestEvent } from '../events/people.js';
import { define } from '../ui/define.js';
import { Card } from './card.js';
import { privacyLink, privacyStyles } from './privacy-link.js';
import { switchButton } from './profile-switch.js';
import { profileStyles } from './profile.styles.js';
import { RequestFlow } from './request-flow.js';

/**
 * What the member has agreed to, in the shop's own words, each to be given and taken back alike.
 *
 * @tagname loyalty-profile-consents
 * @csspart profile - the card
 * @csspart consent - a switch
 */
export class ProfileConsents extends Card {
  static override styles = [...Card.styles, profileStyles, privacyStyles];

  @property({ attribute: false }) member!: Member;
  @property({ attribute: false }) program: Program | undefined;

  /** The one that is under way. */
  @state() private asked: string | undefined;

  readonly #flow = new RequestFlow<Outcome>(this);

  protected override render(): TemplateResult {
    const { loc, member, asked } = this;
    return html`<section class="card" part="profile">
      <h3>${loc.term('profile.consents')}</h3>
      <div class="switches">
        ${(member.consents ?? []).map(({ id, label, granted }) =>
          switchButton({
            label,
            note: granted === null ? loc.term('profile.notAsked') : undefined,
            isOn: granted === true,
            isBusy: asked === id && this.#flow.isWorking,
            press: () => void this.#set(id, granted !== true),
          }),
        )}
      </div>
      ${this.#flow.failure(loc)} ${privacyLink(loc, this.program)}
    </section>`;
  }

  async #set(id: string, granted: boolean): Promise<void> {
    if (this.#flow.isWorking) return;
    this.asked = id;
    await this.#flow.send(new ProfileRequestEvent({ consents: [{ id, granted }] }));
  }
}

define('loyalty-profile-consents', ProfileConsents);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-profile-consents': ProfileConsents;
  }
}
