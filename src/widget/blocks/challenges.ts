import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Track, TrackState } from '../../contract/types.js';
import '../cards/track-card.js';
import '../cards/track-challenge.js';
import '../cards/track-stamps.js';
import '../cards/track-streak.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { tracks } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';

type View = (loc: Localizer, track: Track, state: TrackState | undefined) => TemplateResult;

/** View of a track → the card that draws it. A view that is not here is drawn plainly. */
const views: Record<string, View> = {
  challenge: (loc, track, state) =>
    html`<loyalty-track-challenge
      exportparts=${PARTS}
      .loc=${loc}
      .track=${track}
      .trackState=${state}
    ></loyalty-track-challenge>`,
  stamps: (loc, track, state) =>
    html`<loyalty-track-stamps
      exportparts=${PARTS}
      .loc=${loc}
      .track=${track}
      .trackState=${state}
    ></loyalty-track-stamps>`,
  streak: (loc, track, state) =>
    html`<loyalty-track-streak
      exportparts=${PARTS}
      .loc=${loc}
      .track=${track}
      .trackState=${state}
    ></loyalty-track-streak>`,
};

const plain: View = (loc, track, state) =>
  html`<loyalty-track-card
    exportparts=${PARTS}
    .loc=${loc}
    .track=${track}
    .trackState=${state}
  ></loyalty-track-card>`;

/** Own entries alone: a view may be called `constructor`. */
const viewOf = ({ view }: Track): View =>
  (Object.hasOwn(views, view) ? views[view] : undefined) ?? plain;

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
      ${shown.map((track) => viewOf(track)(loc, track, stateOf(track)))}
    </div>`;
  }
}

define('loyalty-challenges', LoyaltyChallenges);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-challenges': LoyaltyChallenges;
  }
}
