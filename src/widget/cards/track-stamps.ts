import { css, html, nothing, type TemplateResult } from 'lit';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { TrackCard } from './track-card.js';

/** A card with more places than this is drawn as a bar: nobody counts forty circles. */
const MOST_PLACES = 20;

/**
 * A stamp card: a place for each stamp, the last one holds the prize.
 *
 * @tagname loyalty-track-stamps
 * @csspart stamp - a place on the card
 */
export class TrackStamps extends TrackCard {
  static override styles = [
    ...TrackCard.styles,
    css`
      .stamps {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: 8px;
      }
      .stamps span {
        display: grid;
        place-items: center;
        aspect-ratio: 1;
        max-block-size: 60px;
        border: 1.5px dashed var(--_field);
        border-radius: 50%;
        justify-self: center;
        inline-size: min(100%, 60px);
        color: var(--_muted);
      }
      .stamps .full {
        border: 0;
        background: var(--_fill);
        color: var(--_on-fill);
      }
      .stamps .icon {
        inline-size: 46%;
        block-size: 46%;
      }
    `,
  ];

  protected override get fallbackIcon(): IconName {
    return 'cup';
  }

  protected override renderProgress(): TemplateResult | typeof nothing {
    const [need] = this.goal?.needs ?? [];
    if (!need || need.value > MOST_PLACES || need.value < 2) return super.renderProgress();
    const { loc, trackState, track } = this;
    const have =
      trackState?.status === 'done' ? need.value : Math.min(this.have(need.unit), need.value);
    const picture = loc.unit(need.unit)?.icon ?? track.icon;
    const words = loc.term('stamps.of', { have, need: need.value });
    return html`<div class="stamps" role="img" aria-label=${words}>
        ${Array.from({ length: need.value }, (_, place) => {
          const isPrize = place === need.value - 1;
          return html`<span class=${place < have ? 'full' : ''} part="stamp">
            ${place < have || isPrize ? icon(isPrize ? 'gift' : picture, 'cup') : nothing}
          </span>`;
        })}
      </div>
      <p class="small muted" aria-hidden="true">${words}</p>`;
  }
}

define('loyalty-track-stamps', TrackStamps);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-stamps': TrackStamps;
  }
}
