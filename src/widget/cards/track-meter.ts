import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Amount, Step } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { disclosure } from '../ui/disclosure.styles.js';
import { icon, type IconName } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { progressWords } from './progress.js';
import { TrackCard } from './track-card.js';

/** More markers than this would lie on each other. */
const MOST_MARKS = 8;

/**
 * One bar over all steps, with a marker at each: experience and levels, or what all members do
 * together. Every step takes the same length of the bar, so that early ones do not crowd.
 *
 * @tagname loyalty-track-meter
 */
export class TrackMeter extends TrackCard {
  static override styles = [
    ...TrackCard.styles,
    disclosure,
    css`
      .where {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 2px 12px;
      }
      .where strong {
        font-size: 22px;
        line-height: 1.2;
        font-variant-numeric: tabular-nums;
      }
      .meter {
        position: relative;
        block-size: 36px;
        margin-inline-end: 14px;
      }
      .rail {
        position: absolute;
        inset-block: 11px;
        inset-inline: 0 -14px;
        border-radius: 7px;
        background: var(--_track);
        overflow: hidden;
      }
      .rail span {
        display: block;
        block-size: 100%;
        border-radius: inherit;
        background: var(--_bar);
        transition: inline-size 700ms cubic-bezier(0.2, 0.7, 0.2, 1);
      }
      .mark {
        position: absolute;
        inset-block-start: 2px;
        display: grid;
        place-items: center;
        inline-size: 32px;
        block-size: 32px;
        margin-inline-start: -16px;
        border: 3px solid var(--_surface);
        border-radius: 50%;
        background: var(--_track);
        color: var(--_muted);
      }
      .mark.reached {
        background: var(--_fill);
        color: var(--_on-fill);
      }
      .mark .icon {
        inline-size: 15px;
        block-size: 15px;
        stroke-width: 2.25;
      }
      loyalty-track-path {
        margin-block-start: 8px;
      }
      @media (prefers-reduced-motion: reduce) {
        .rail span {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        .rail,
        .mark {
          border: 1px solid CanvasText;
        }
        .rail span,
        .mark.reached {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  @state() private isPathOpen = false;

  protected override get fallbackIcon(): IconName {
    return 'bolt';
  }

  protected override renderProgress(): TemplateResult | typeof nothing {
    const { goal, trackState, loc, track } = this;
    const [need] = goal?.needs ?? [];
    if (!need) return super.renderProgress();
    const { steps } = track;
    const have = this.#have(need);
    const step = steps.find(({ id }) => id === trackState?.step);
    const isShared = !!loc.unit(need.unit)?.shared;
    const isSecret = !!goal && this.isSecret(goal);
    const words = progressWords(loc, { ...need, value: have }, need);
    const text = [step?.title, isSecret ? loc.amount({ ...need, value: have }) : words]
      .filter(Boolean)
      .join(', ');
    return html`${trackState ? this.#renderWhere(step, isShared, { ...need, value: have }) : nothing}
      <div
        class="meter"
        role="progressbar"
        part="progress"
        aria-label=${track.title}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.round(this.#share(have) * 100)}
        aria-valuetext=${text}
      >
        <span class="rail"><span .style=${`inline-size:${this.#share(have) * 100}%`}></span></span>
        ${steps.length <= MOST_MARKS ? steps.map((one, at) => this.#renderMark(one, at)) : nothing}
      </div>
      ${
        trackState?.status === 'open' && goal && !isSecret
          ? html`<p class="between small">
              <span class="muted">${words}</span>
              ${steps.length > 1 ? html`<span>${loc.term('meter.next', { step: goal.title })}</span>` : nothing}
            </p>`
          : nothing
      }
      ${steps.length > 1 ? this.#renderPath() : nothing}`;
  }

  /** The level, or what all have done together. */
  #renderWhere(step: Step | undefined, isShared: boolean, have: Amount): TemplateResult {
    const { loc } = this;
    return isShared
      ? html`<p class="where">
          <strong>${loc.amount(have)}</strong>
          <span class="muted small">${loc.term('meter.together')}</span>
        </p>`
      : html`<p class="where">
          <strong>${step?.title ?? loc.amount(have)}</strong>
          ${step ? html`<span class="muted">${loc.amount(have)}</span>` : nothing}
        </p>`;
  }

  #renderMark(step: Step, at: number): TemplateResult | typeof nothing {
    const { steps } = this.track;
    const place = this.#placeOf(at);
    // The start needs no marker.
    if (place === 0) return nothing;
    const isReached = steps.findIndex(({ id }) => id === this.trackState?.step) >= at;
    const name = this.isSecret(step) ? 'lock' : step.icon;
    return html`<span
      class="mark ${isReached || this.trackState?.status === 'done' ? 'reached' : ''}"
      .style=${`inset-inline-start:${place * 100}%`}
      >${icon(isReached ? 'check' : name, at === steps.length - 1 ? 'gift' : 'star')}</span
    >`;
  }

  #renderPath(): TemplateResult {
    const { loc, track, trackState } = this;
    if (this.isPathOpen) void import('./track-path.js').catch(() => undefined);
    return html`<details @toggle=${() => (this.isPathOpen = true)}>
      <summary>${icon('chevron')} ${loc.term('meter.steps')}</summary>
      ${
        this.isPathOpen
          ? html`<loyalty-track-path
              exportparts=${PARTS}
              .loc=${loc}
              .track=${track}
              .trackState=${trackState}
            ></loyalty-track-path>`
          : nothing
      }
    </details>`;
  }

  #have({ unit }: Amount): number {
    const { track, trackState } = this;
    const last = track.steps.at(-1)?.needs.find((need) => need.unit === unit)?.value ?? 0;
    return trackState?.status === 'done' ? Math.max(last, this.have(unit)) : this.have(unit);
  }

  /** What the steps need, one after the other, without a first one that needs nothing. */
  get #needs(): number[] {
    const unit = this.goal?.needs[0]?.unit;
    return this.track.steps
      .map(({ needs }) => needs.find((need) => need.unit === unit)?.value ?? 0)
      .filter((value) => value > 0);
  }

  /** Where a step's marker stands on the bar, 0 to 1. */
  #placeOf(at: number): number {
    const needs = this.#needs;
    const skipped = this.track.steps.length - needs.length;
    return Math.max(0, at + 1 - skipped) / Math.max(1, needs.length);
  }

  /** How much of the bar is full, 0 to 1. */
  #share(have: number): number {
    const needs = this.#needs;
    let from = 0;
    for (const [at, need] of needs.entries()) {
      if (have < need) return (at + Math.max(0, have - from) / (need - from)) / needs.length;
      from = need;
    }
    return 1;
  }
}

define('loyalty-track-meter', TrackMeter);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-meter': TrackMeter;
  }
}
