import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Amount, Step } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { progressWords } from './progress.js';
import { TrackCard } from './track-card.js';

/** A card with more places than this is drawn as a bar: nobody counts so many circles. */
const MOST_PLACES = 40;
/** Beyond this the places become small, so that the card stays one look. */
const MANY_PLACES = 24;

/** How many places stand in a row: few enough to be seen, and rows as even as can be. */
function columnsFor(places: number): number {
  if (places <= 5) return Math.max(3, places);
  const widths = places > MANY_PLACES ? [8, 7, 6] : [5, 6, 4];
  const holes = (width: number) => (width - (places % width)) % width;
  return widths.reduce((best, width) => (holes(width) < holes(best) ? width : best));
}

/** No two stamps of a card sit alike; the same place always sits the same. In degrees. */
const tiltOf = (place: number): number => ((place * 47) % 25) - 12;

/**
 * A stamp card: a place for each stamp, prizes where they are reached, the last of all at the end.
 *
 * @tagname loyalty-track-stamps
 * @csspart stamp - a place on the card
 */
export class TrackStamps extends TrackCard {
  static override styles = [
    ...TrackCard.styles,
    css`
      .sheet {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 10px;
        padding: 14px;
        border: 1px solid var(--_track);
        border-radius: calc(var(--_radius) * 0.8);
        background: var(--_soft);
      }
      .stamps {
        display: grid;
        grid-template-columns: repeat(var(--columns, 5), minmax(0, 1fr));
        gap: 10px 8px;
        justify-items: center;
      }
      .stamps span {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: min(100%, 52px);
        aspect-ratio: 1;
        border: 1.5px dashed var(--_field);
        border-radius: 50%;
        background: var(--_surface);
        color: var(--_muted);
        font-size: 12px;
        font-variant-numeric: tabular-nums;
      }
      .stamps .prize {
        border-style: solid;
        border-color: var(--_accent-text);
        color: var(--_accent-text);
      }
      .stamps .full {
        border: 0;
        background: var(--_fill);
        color: var(--_on-fill);
        rotate: var(--tilt);
      }
      /* The inner ring of a rubber stamp. */
      .stamps .full::after {
        content: '';
        position: absolute;
        inset: 8%;
        border: 1.5px solid currentColor;
        border-radius: 50%;
        opacity: 0.45;
      }
      .stamps .icon {
        inline-size: 46%;
        block-size: 46%;
      }
      .stamps .new {
        animation: press 460ms cubic-bezier(0.2, 0.8, 0.3, 1.2) backwards;
        animation-delay: var(--wait);
      }
      @keyframes press {
        from {
          scale: 2.2;
          opacity: 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .stamps .new {
          animation: none;
        }
      }
      @media (forced-colors: active) {
        .stamps .full {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  /** Stamps from here on came while the shopper looked on. */
  #newFrom = Infinity;

  protected override get fallbackIcon(): IconName {
    return 'cup';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('trackState');
    const [need] = this.goal?.needs ?? [];
    if (!before || !need || before.track !== this.trackState?.track) return;
    const old = before.have.find(({ unit }) => unit === need.unit)?.value ?? 0;
    this.#newFrom = old < this.have(need.unit) ? old : Infinity;
  }

  /** The sheet says which card it is. */
  protected override doneTimes(n: number): string {
    return this.#sheet() ? '' : super.doneTimes(n);
  }

  protected override renderProgress(): TemplateResult | typeof nothing {
    const sheet = this.#sheet();
    if (!sheet) return super.renderProgress();
    const { loc, trackState } = this;
    const places = Math.max(0, sheet.value);
    const have = trackState?.status === 'done' ? places : Math.min(this.have(sheet.unit), places);
    const words = progressWords(loc, { ...sheet, value: have }, sheet);
    const left = { unit: sheet.unit, value: (this.goal?.needs[0]?.value ?? places) - have };
    const cards = trackState?.doneCount ?? 0;
    return html`<div class="sheet">
      <div
        class="stamps"
        role="img"
        aria-label=${words}
        .style=${`--columns:${columnsFor(places)}`}
      >
        ${[...Array(places).keys()].map((place) => this.#renderPlace(place, have, sheet))}
      </div>
      <p class="between small">
        <span aria-hidden="true">${words}</span>
        ${
          left.value > 0 && trackState?.status === 'open'
            ? html`<strong>${loc.term('track.left', { amount: loc.amount(left) })}</strong>`
            : nothing
        }
        ${
          cards > 0 && trackState?.status === 'open'
            ? html`<span class="muted">${loc.term('stamps.card', { n: cards + 1 })}</span>`
            : nothing
        }
      </p>
    </div>`;
  }

  /** How many places the card has: up to its last step. None where it is drawn as a bar. */
  #sheet(): Amount | undefined {
    const { steps } = this.track;
    const last = steps.at(-1)?.needs[0];
    const isOneUnit = steps.every(
      ({ needs }) => needs.length === 1 && needs[0]?.unit === last?.unit,
    );
    return last && isOneUnit && last.value >= 2 && last.value <= MOST_PLACES ? last : undefined;
  }

  #renderPlace(place: number, have: number, { unit }: Amount): TemplateResult {
    const isFull = place < have;
    const prize = this.track.steps.find((step) => step.needs[0]?.value === place + 1);
    const isNew = isFull && place >= this.#newFrom;
    const picture = this.loc.unit(unit)?.icon ?? this.track.icon;
    const style = `--tilt:${tiltOf(place)}deg;--wait:${isNew ? (place - this.#newFrom) * 120 : 0}ms`;
    return html`<span
      class="${isFull ? 'full' : ''} ${prize ? 'prize' : ''} ${isNew ? 'new' : ''}"
      part="stamp"
      .style=${style}
      >${prize ? icon(this.#prizeIcon(prize), 'gift') : isFull ? icon(picture, 'cup') : place + 1}</span
    >`;
  }

  #prizeIcon(step: Step): string {
    return this.isSecret(step) ? 'gift' : (step.icon ?? 'gift');
  }
}

define('loyalty-track-stamps', TrackStamps);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-stamps': TrackStamps;
  }
}
