import { html, nothing, type TemplateResult } from 'lit';
import type { Reward } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';
import { percent } from '../i18n/percent.js';
import { icon } from '../ui/icons.js';
import { segmentsOf } from './game-words.js';

/**
 * All that can come of a draw, with the chances where they are declared: before anything is spent.
 * @param note what has to be said about the drawing
 */
export function prizes(
  loc: Localizer,
  reward: Reward,
  note?: string,
): TemplateResult | typeof nothing {
  const segments = segmentsOf(reward);
  if (!segments.length) return nothing;
  const hasOdds = segments.some(({ odds }) => odds !== undefined);
  return html`<details class="small">
    <summary>${icon('chevron')} ${loc.term(hasOdds ? 'game.prizesOdds' : 'game.prizes')}</summary>
    <ul class="prizes">
      ${segments.map(
        ({ title, grant, odds }) =>
          html`<li class="between">
            <span>${grant === null ? loc.term('game.blank', { title }) : title}</span>
            ${odds === undefined ? nothing : html`<span>${percent(loc.locale, odds)}</span>`}
          </li>`,
      )}
    </ul>
    ${note ? html`<p class="muted">${note}</p>` : nothing}
  </details>`;
}
