import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Amount, Step, Track, TrackState } from '../../contract/types.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { Card } from './card.js';
import { perks, perksStyles } from './perks.js';
import { progressBar } from './progress.js';

/**
 * A ladder of levels: where the member stands, what is missing to the next, what has to be done to
 * stay. Without a state (a guest) it is the ladder alone.
 *
 * @tagname loyalty-tier-card
 * @csspart tier - the card
 * @csspart level - the level's name
 * @csspart progress - the bar
 * @csspart ladder - the list of levels
 */
export class TierCard extends Card {
  static override styles = [
    ...Card.styles,
    perksStyles,
    css`
      .level {
        font-size: 22px;
        font-weight: 700;
        line-height: 1.2;
      }
      summary {
        display: flex;
        align-items: center;
        gap: 6px;
        min-block-size: 44px;
        color: var(--_accent-text);
        font-weight: 600;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary .icon {
        transition: rotate 200ms;
      }
      details[open] summary .icon {
        rotate: 90deg;
      }
      .divided {
        padding-block-start: 12px;
        border-block-start: 1px solid var(--_line);
        display: grid;
        gap: 8px;
      }
      @media (prefers-reduced-motion: reduce) {
        summary .icon {
          transition: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) track!: Track;
  @property({ attribute: false }) trackState: TrackState | undefined;

  @state() private isLadderOpen = false;

  protected override render(): TemplateResult {
    const { track, trackState } = this;
    return html`<section class="card" part="tier">
      ${
        trackState
          ? this.#renderState(trackState)
          : html`<h2>${track.title}</h2>
              ${this.#renderLadder()}`
      }
    </section>`;
  }

  /** Few open it, so its code comes when they do. */
  #renderLadder(mine?: string | null): TemplateResult {
    void import('./tier-ladder.js').catch(() => undefined);
    return html`<loyalty-tier-ladder
      exportparts=${PARTS}
      .loc=${this.loc}
      .track=${this.track}
      .mine=${mine}
    ></loyalty-tier-ladder>`;
  }

  #step(id: string | null | undefined): Step | undefined {
    return this.track.steps.find((step) => step.id === id);
  }

  #renderState(state: TrackState): TemplateResult {
    const { track, loc } = this;
    const step = this.#step(state.step);
    const next = this.#step(state.next?.step);
    const { steps, title, summary } = track;
    const isLadder = steps.length > 1;
    return html`<div class="head">
        <span class="emblem">${icon(step?.icon ?? track.icon, 'star')}</span>
        <div class="words">
          ${
            step && step.title !== title
              ? html`<h2 class="small muted">${title}</h2>
                  <p class="level" part="level">${step.title}</p>`
              : html`<h2 class="level" part="level">${title}</h2>
                  <p class="small muted">${summary}</p>`
          }
        </div>
      </div>
      ${next && state.next ? this.#renderNext(state, next, state.next.missing) : nothing}
      ${isLadder && !next && state.status !== 'locked' ? html`<p>${loc.term('tier.top')}</p>` : nothing}
      ${this.#renderKeep(state, step)}
      ${this.#renderPerks(step ?? (isLadder ? undefined : steps[0]), !!step)}
      ${
        isLadder
          ? html`<details @toggle=${() => (this.isLadderOpen = true)}>
              <summary>${icon('chevron')} ${loc.term('tier.ladder')}</summary>
              ${this.isLadderOpen ? this.#renderLadder(state.step) : nothing}
            </details>`
          : nothing
      }`;
  }

  #renderNext(state: TrackState, next: Step, missing: readonly Amount[]): TemplateResult {
    const { loc } = this;
    const [gap] = missing;
    const need = next.needs.find(({ unit }) => unit === gap?.unit);
    const have = state.have.find(({ unit }) => unit === gap?.unit)?.value ?? 0;
    if (!gap || !need) return html``;
    const words = loc.term('tier.missing', { amount: loc.amounts(missing), step: next.title });
    return html`<div class="words">
      ${progressBar(have / need.value, next.title, words)}
      <p class="between">
        <strong>${words}</strong>
        <span class="muted small">
          ${loc.term('tier.progress', { have: loc.quantity({ unit: gap.unit, value: have }), need: loc.quantity(need) })}
        </span>
      </p>
    </div>`;
  }

  #renderKeep(state: TrackState, step: Step | undefined): TemplateResult | typeof nothing {
    const { loc } = this;
    if (!step) return nothing;
    const { keep, until, fallsTo } = state;
    if (!keep) {
      return until
        ? html`<p class="small muted">${loc.term('tier.until', { day: loc.day(until) })}</p>`
        : nothing;
    }
    const day = loc.day(keep.by);
    const isKept = !keep.missing.some(({ value }) => value > 0);
    const below = this.#step(fallsTo);
    return html`<p class="note small">
      ${
        isKept
          ? loc.term('tier.kept', { step: step.title, day })
          : loc.term('tier.keep', { amount: loc.amounts(keep.missing), day, step: step.title })
      }
      ${!isKept && below ? loc.term('tier.falls', { step: below.title }) : nothing}
    </p>`;
  }

  /** @param isMine whether the member has them, or may only see what there is */
  #renderPerks(step: Step | undefined, isMine: boolean): TemplateResult | typeof nothing {
    if (!step?.perks?.length) return nothing;
    return html`<div class="divided">
      ${isMine ? html`<h3>${this.loc.term('tier.perks')}</h3>` : nothing} ${perks(step)}
    </div>`;
  }
}

define('loyalty-tier-card', TierCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-tier-card': TierCard;
  }
}
