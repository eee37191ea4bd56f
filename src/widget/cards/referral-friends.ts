import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Referral } from '../../contract/types.js';
import type { TermKey } from '../i18n/catalogue.js';
import { define } from '../ui/define.js';
import { Card } from './card.js';
import { referralStyles } from './referral.styles.js';

/** How far a friend has come → the words for it. A state that is not here has none. */
const states: Readonly<Record<string, TermKey>> = {
  joined: 'referral.joined',
  ordered: 'referral.ordered',
  completed: 'referral.completed',
};

/**
 * How invitations went: counts, and the friends who came.
 *
 * @tagname loyalty-referral-friends
 */
export class ReferralFriends extends Card {
  static override styles = [...Card.styles, referralStyles];

  @property({ attribute: false }) referral!: Referral;

  protected override render(): TemplateResult | typeof nothing {
    const { loc } = this;
    const { stats = {}, friends = [] } = this.referral;
    const counts = (
      [
        ['referral.sent', stats.sent],
        ['referral.came', stats.joined],
        ['referral.earned', stats.completed],
      ] as const
    ).filter(([, value]) => value !== undefined);
    const isQuiet = !friends.length && counts.every(([, value]) => value === 0);
    if (isQuiet) return html`<p class="small muted">${loc.term('referral.none')}</p>`;
    return html`<div class="friends">
      ${
        counts.length
          ? html`<dl class="counts">
              ${counts.map(
                ([term, value = 0]) =>
                  html`<div>
                    <dt>${loc.term(term)}</dt>
                    <dd>${loc.number(value)}</dd>
                  </div>`,
              )}
            </dl>`
          : nothing
      }
      ${
        friends.length
          ? html`<h4>${loc.term('referral.friends')}</h4>
              <ul>
                ${friends.map(
                  ({ name, state, at }) =>
                    html`<li class="between">
                      <span><bdi>${name ?? loc.term('referral.someone')}</bdi></span>
                      <span class="small muted">${this.#stateOf(state)} ${loc.day(at)}</span>
                    </li>`,
                )}
              </ul>`
          : nothing
      }
    </div>`;
  }

  #stateOf(state: string): string {
    const term = Object.hasOwn(states, state) ? states[state] : undefined;
    return term ? `${this.loc.term(term)} ·` : '';
  }
}

define('loyalty-referral-friends', ReferralFriends);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-referral-friends': ReferralFriends;
  }
}
