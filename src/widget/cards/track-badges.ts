import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Step, Track, TrackState } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { Card } from './card.js';
import { progressWords } from './progress.js';
import './track-card.js';

/** A track with the member's state on it; a guest has none. */
export interface Entry {
  readonly track: Track;
  readonly state: TrackState | undefined;
}

/** The scalloped edge of a rosette, once for all. */
const rosette = [...Array(32).keys()]
  .map((corner) => {
    const angle = (corner / 32) * 2 * Math.PI;
    const radius = corner % 2 ? 33 : 29.5;
    return `${(36 + radius * Math.sin(angle)).toFixed(1)},${(36 - radius * Math.cos(angle)).toFixed(1)}`;
  })
  .join(' ');

const RING = 2 * Math.PI * 32;

/**
 * Badges as one grid: what is earned shines, what is not shows how far it is, and what is secret
 * keeps its secret. A badge tells more when it is pressed.
 *
 * @tagname loyalty-track-badges
 * @csspart badge - a badge
 */
export class TrackBadges extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(92px, 1fr));
        gap: 8px;
      }
      .top {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 12px;
      }
      button.badge {
        display: grid;
        justify-items: center;
        align-content: start;
        gap: 4px;
        inline-size: 100%;
        block-size: 100%;
        padding: 10px 4px;
        border-radius: calc(var(--_radius) * 0.8);
        background: none;
        color: var(--_text);
        font-size: 13px;
        font-weight: 600;
      }
      button.badge:hover,
      button.badge[aria-expanded='true'] {
        filter: none;
        background: var(--_soft);
      }
      .medal {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 72px;
        block-size: 72px;
        color: var(--_muted);
      }
      .medal > * {
        grid-area: 1 / 1;
      }
      .medal .back {
        inline-size: 72px;
        block-size: 72px;
      }
      .medal .icon {
        inline-size: 28px;
        block-size: 28px;
      }
      .earned .medal {
        color: var(--_on-fill);
      }
      .rosette {
        fill: var(--_fill);
        stroke: var(--_fill);
        stroke-width: 4;
        stroke-linejoin: round;
      }
      .inner {
        fill: none;
        stroke: var(--_on-fill);
        stroke-width: 1.5;
        opacity: 0.4;
      }
      .plate {
        fill: var(--_sunken);
      }
      .way,
      .gone {
        fill: none;
        stroke: var(--_track);
        stroke-width: 4;
      }
      .gone {
        stroke: var(--_bar);
        stroke-linecap: round;
        transition: stroke-dasharray 600ms;
      }
      .pips {
        display: flex;
        gap: 3px;
      }
      .pips i {
        inline-size: 8px;
        block-size: 8px;
        border: 1.5px solid var(--_field);
        border-radius: 50%;
      }
      .pips .full {
        border-color: var(--_bar);
        background: var(--_bar);
      }
      .state {
        color: var(--_muted);
        font-size: 12px;
        font-weight: 400;
      }
      .more {
        padding-block-start: 14px;
        border-block-start: 1px solid var(--_line);
      }
      .more > *::part(track) {
        padding: 0;
        border: 0;
        background: none;
      }
      @media (prefers-reduced-motion: reduce) {
        .gone {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        .rosette {
          forced-color-adjust: none;
          fill: Highlight;
          stroke: Highlight;
        }
        .pips .full {
          forced-color-adjust: none;
          border-color: Highlight;
          background: Highlight;
        }
        .way {
          stroke: GrayText;
        }
        .gone {
          stroke: Highlight;
        }
        .earned .medal {
          color: HighlightText;
        }
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly Entry[] = [];

  /** The badge that tells more. */
  @state() private opened: string | undefined;

  protected override render(): TemplateResult {
    const { entries, loc } = this;
    const earned = entries.filter((entry) => levelOf(entry) > 0).length;
    const isMember = entries.some(({ state }) => state);
    return html`<section class="card" part="track">
      <div class="top">
        <h3>${entries[0]?.track.group ?? loc.term('badge.title')}</h3>
        ${
          isMember && entries.length > 1
            ? html`<span class="muted small"
                >${loc.term('badge.count', { have: earned, need: entries.length })}</span
              >`
            : nothing
        }
      </div>
      <ul class="grid">
        ${entries.map((entry) => html`<li>${this.#renderBadge(entry)}</li>`)}
      </ul>
      ${this.#renderMore()}
    </section>`;
  }

  #renderBadge(entry: Entry): TemplateResult {
    const { loc } = this;
    const { track } = entry;
    const level = levelOf(entry);
    const isSecret = isSecretEntry(entry);
    const step = track.steps[level - 1];
    return html`<button
      class="badge ${level ? 'earned' : ''}"
      part="badge"
      aria-expanded=${this.opened === track.id}
      @click=${() => (this.opened = this.opened === track.id ? undefined : track.id)}
    >
      <span class="medal">
        ${level ? earnedBack : ringOf(shareOf(entry))}
        ${icon(isSecret ? 'lock' : (step?.icon ?? track.icon), 'star')}
      </span>
      <span>${isSecret ? loc.term('path.secret') : track.title}</span>
      ${track.steps.length > 1 && !isSecret ? pips(level, track.steps) : nothing}
      <span class="state">${isSecret ? nothing : this.#stateOf(entry, level)}</span>
    </button>`;
  }

  /** "Earned", the level's name, or how far it is. */
  #stateOf({ track, state }: Entry, level: number): string {
    const { loc } = this;
    if (level) {
      return track.steps.length > 1
        ? (track.steps[level - 1]?.title ?? '')
        : loc.term('badge.earned');
    }
    const [need] = track.steps[0]?.needs ?? [];
    if (!need || !state) return '';
    if (state.status === 'expired') return loc.term('track.expired');
    const value = Math.min(haveOf(state, need.unit), need.value);
    return progressWords(loc, { ...need, value }, need);
  }

  #renderMore(): TemplateResult | typeof nothing {
    const { loc } = this;
    const entry = this.entries.find(({ track }) => track.id === this.opened);
    if (!entry) return nothing;
    if (isSecretEntry(entry)) return html`<p class="more muted">${loc.term('path.secretText')}</p>`;
    const { track, state } = entry;
    if (track.steps.length > 1) {
      void import('./track-milestones.js').catch(() => undefined);
      return html`<div class="more">
        <loyalty-track-milestones
          exportparts=${PARTS}
          .loc=${loc}
          .track=${track}
          .trackState=${state}
        ></loyalty-track-milestones>
      </div>`;
    }
    return html`<div class="more">
      <loyalty-track-card
        exportparts=${PARTS}
        .loc=${loc}
        .track=${track}
        .trackState=${state}
      ></loyalty-track-card>
    </div>`;
  }
}

/** How many steps are reached. */
function levelOf({ track, state }: Entry): number {
  if (state?.status === 'done') return track.steps.length;
  return track.steps.findIndex(({ id }) => id === state?.step) + 1;
}

const haveOf = (state: TrackState | undefined, unit: string): number =>
  state?.have.find((amount) => amount.unit === unit)?.value ?? 0;

/** Nothing is reached, and what comes first is a secret. */
const isSecretEntry = (entry: Entry): boolean =>
  levelOf(entry) === 0 && !!entry.track.steps[0]?.hidden;

/** How far the first step is, 0 to 1: the slowest of its needs, or the quickest where one is enough. */
function shareOf({ track, state }: Entry): number {
  const [step] = track.steps;
  if (!step?.needs.length || step.hidden) return 0;
  const shares = step.needs.map(({ unit, value }) =>
    value > 0 ? Math.min(1, Math.max(0, haveOf(state, unit) / value)) : 1,
  );
  return step.match === 'any' ? Math.max(...shares) : Math.min(...shares);
}

const earnedBack = svg`<svg class="back" viewBox="0 0 72 72" aria-hidden="true">
  <polygon class="rosette" points=${rosette}></polygon>
  <circle class="inner" cx="36" cy="36" r="24.5"></circle>
</svg>`;

const ringOf = (share: number) => svg`<svg class="back" viewBox="0 0 72 72" aria-hidden="true">
  <circle class="plate" cx="36" cy="36" r="27"></circle>
  <circle class="way" cx="36" cy="36" r="32"></circle>
  ${
    share > 0
      ? svg`<circle class="gone" cx="36" cy="36" r="32" transform="rotate(-90 36 36)" stroke-dasharray="${(share * RING).toFixed(1)} ${RING.toFixed(1)}"></circle>`
      : nothing
  }
</svg>`;

const pips = (level: number, steps: readonly Step[]): TemplateResult =>
  html`<span class="pips" aria-hidden="true">
    ${steps.map((_, at) => html`<i class=${at < level ? 'full' : ''}></i>`)}
  </span>`;

define('loyalty-track-badges', TrackBadges);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-badges': TrackBadges;
  }
}
