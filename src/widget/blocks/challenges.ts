import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Track } from '../../contract/types.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { tracks } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { Block } from './block.js';
import { plain, viewOf } from './track-views.js';
import { Views } from './views.js';

/** What can still be done comes first. */
const ORDER = ['open', 'locked', 'done', 'expired'];

/**
 * Challenges, missions, stamp cards, streaks: every track that is not a ladder of levels.
 *
 * @summary Challenges, stamp cards, streaks.
 * @tagname loyalty-challenges
 * @attr {string} track - id of the only track to show
 * @csspart track - a card
 * @csspart progress - a bar
 * @csspart stamp - a place on a stamp card
 * @csspart button - every button
 */
export class LoyaltyChallenges extends Block {
  protected override readonly wordParts = [];
  @property() track: string | undefined;

  readonly #tracks = this.select(tracks);
  readonly #views = new Views(this, plain);

  protected override renderSkeleton(): TemplateResult {
    return this.bones(190, 190);
  }

  protected override renderGuest(
    loc: Localizer,
    catalog: Catalog,
  ): TemplateResult | typeof nothing {
    return this.#render(loc, catalog);
  }

  protected override renderMember(
    loc: Localizer,
    catalog: Catalog,
  ): TemplateResult | typeof nothing {
    return this.#render(loc, catalog);
  }

  #render(loc: Localizer, { program }: Catalog): TemplateResult | typeof nothing {
    const states = this.#tracks.value;
    const stateOf = ({ id }: Track) => states.find(({ track }) => track === id);
    const rank = (track: Track) => Math.max(0, ORDER.indexOf(stateOf(track)?.status ?? 'open'));
    const shown = program.tracks
      .filter(({ id, view }) => (this.track ? id === this.track : view !== 'tiers'))
      .sort((a, b) => rank(a) - rank(b));
    if (!shown.length) {
      return this.track
        ? nothing
        : this.empty(loc.term('challenges.empty'), 'rewards', loc.term('view.rewards'));
    }
    return html`<div class="list">
      ${shown.map((track) => this.#views.get(viewOf(track)).render(loc, track, stateOf(track)))}
    </div>`;
  }
}

define('loyalty-challenges', LoyaltyChallenges);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-challenges': LoyaltyChallenges;
  }
}
