import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../ui/define.js';
import { Card } from './card.js';
import { switchButton } from './profile-switch.js';
import { profileStyles } from './profile.styles.js';

/** What is set on this device. */
interface Choices {
  readonly muteNudges?: boolean | undefined;
  readonly hideGames?: boolean | undefined;
}

/**
 * What the shopper wants to see on this device: reminders, games. The server is not told.
 *
 * @tagname loyalty-profile-choices
 * @fires {CustomEvent} loyalty-choice - what was chosen, as a part of all choices
 * @csspart profile - the card
 * @csspart consent - a switch
 */
export class ProfileChoices extends Card {
  static override styles = [...Card.styles, profileStyles];

  @property({ attribute: false }) choices: Choices = {};
  /** There is something to hide. */
  @property({ attribute: false }) hasGames = false;

  protected override render(): TemplateResult {
    const { loc } = this;
    const { muteNudges = false, hideGames = false } = this.choices;
    return html`<section class="card" part="profile">
      <div>
        <h3>${loc.term('profile.device')}</h3>
        <p class="small muted">${loc.term('profile.deviceNote')}</p>
      </div>
      <div class="switches">
        ${switchButton({
          label: loc.term('profile.nudges'),
          note: loc.term('profile.nudgesNote'),
          isOn: !muteNudges,
          press: () => this.#choose({ muteNudges: !muteNudges }),
        })}
        ${
          this.hasGames
            ? switchButton({
                label: loc.term('profile.games'),
                note: loc.term('profile.gamesNote'),
                isOn: !hideGames,
                press: () => this.#choose({ hideGames: !hideGames }),
              })
            : nothing
        }
      </div>
    </section>`;
  }

  #choose(detail: Choices): void {
    this.dispatchEvent(new CustomEvent('loyalty-choice', { detail }));
  }
}

define('loyalty-profile-choices', ProfileChoices);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-profile-choices': ProfileChoices;
  }
}
