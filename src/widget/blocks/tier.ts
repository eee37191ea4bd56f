import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../cards/tier-card.js';
import type { Localizer } from '../i18n/localizer.js';
import { ladders, type Catalog } from '../store/catalog.js';
import { tracks } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';

/**
 * The member's level: progress, what is missing, perks, the ladder, what is needed to keep it.
 *
 * @summary Level, progress and ladder.
 * @tagname loyalty-tier
 * @attr {string} track - id of the track; every track of levels otherwise
 * @csspart tier - a card
 * @csspart level - the name of the level
 * @csspart progress - a progress bar
 * @csspart ladder - all levels
 */
export class LoyaltyTier extends Block {
  protected override readonly wordParts = [];
  @property() track: string | undefined;

  readonly #tracks = this.select(tracks);

  protected override renderSkeleton(): TemplateResult {
    return this.bones(287);
  }

  protected override renderGuest(
    loc: Localizer,
    catalog: Catalog,
  ): TemplateResult | typeof nothing {
    return this.renderMember(loc, catalog);
  }

  protected override renderMember(
    loc: Localizer,
    { program }: Catalog,
  ): TemplateResult | typeof nothing {
    const shown = this.track
      ? program.tracks.filter(({ id }) => id === this.track)
      : ladders(program);
    if (!shown.length) return nothing;
    return html`<div class="column">
      ${shown.map(
        (track) =>
          html`<loyalty-tier-card
            data-item=${track.id}
            exportparts=${PARTS}
            .loc=${loc}
            .track=${track}
            .trackState=${this.#tracks.value.find((state) => state.track === track.id)}
          ></loyalty-tier-card>`,
      )}
    </div>`;
  }
}

define('loyalty-tier', LoyaltyTier);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-tier': LoyaltyTier;
  }
}
