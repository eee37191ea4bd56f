import { css, html, nothing, type TemplateResult } from 'lit';
import type { Step } from '../../contract/types.js';
import { describeGrants } from '../i18n/describe.js';
import { define } from '../ui/define.js';
import { disclosure } from '../ui/disclosure.styles.js';
import { icon } from '../ui/icons.js';
import { perks, perksStyles } from './perks.js';
import { TrackCard } from './track-card.js';

/** More steps behind one than this are folded up: the eye wants the next one. */
const MOST_BEHIND = 3;

/**
 * All steps of a track as a path from the first to the last: what each needs and gives, and how far
 * the member has come between two of them.
 *
 * @tagname loyalty-track-path
 */
export class TrackPath extends TrackCard {
  static override styles = [
    ...TrackCard.styles,
    perksStyles,
    disclosure,
    css`
      li.step {
        position: relative;
        display: grid;
        grid-template-columns: 32px 1fr;
        gap: 12px;
        padding-block-end: 18px;
      }
      li.step:last-child {
        padding-block-end: 0;
      }
      /* The way to the next step, as far as it is walked. */
      li.step:not(:last-child)::before {
        content: '';
        position: absolute;
        inset-block: 16px -16px;
        inset-inline-start: 14.5px;
        inline-size: 3px;
        background: linear-gradient(var(--_bar) var(--walked), var(--_track) var(--walked));
      }
      .node {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 32px;
        block-size: 32px;
        border: 2px solid var(--_track);
        border-radius: 50%;
        background: var(--_surface);
        color: var(--_muted);
      }
      .next .node {
        border-color: var(--_bar);
        color: var(--_accent-text);
      }
      .reached .node {
        border-color: transparent;
        background: var(--_fill);
        color: var(--_on-fill);
      }
      .node .icon {
        inline-size: 17px;
        block-size: 17px;
      }
      .reached .node .icon {
        stroke-width: 2.5;
      }
      .what {
        display: grid;
        gap: 4px;
        align-content: start;
        padding-block-start: 5px;
      }
      .what .perks {
        font-size: 13px;
      }
      .what .chip {
        justify-self: start;
      }
      .next .what {
        margin-block-start: -4px;
        padding: 8px 12px 10px;
        border-radius: calc(var(--_radius) * 0.7);
        background: var(--_soft);
      }
      .next .chip {
        background: var(--_surface);
      }
      @media (forced-colors: active) {
        .reached .node {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { steps } = this.track;
    const reached = this.#reached;
    const isFolded = reached > MOST_BEHIND && reached < steps.length;
    const behind = isFolded ? reached - 1 : 0;
    const draw = (step: Step, at: number) => this.#renderStep(step, at, reached);
    return html`${
        behind
          ? html`<details>
              <summary>${icon('chevron')} ${this.loc.term('path.behind', { n: behind })}</summary>
              <ol>
                ${steps.slice(0, behind).map(draw)}
              </ol>
            </details>`
          : nothing
      }
      <ol start=${behind + 1}>
        ${steps.slice(behind).map((step, at) => draw(step, at + behind))}
      </ol>`;
  }

  /** How many steps the member has reached. */
  get #reached(): number {
    const { track, trackState } = this;
    if (trackState?.status === 'done') return track.steps.length;
    return track.steps.findIndex(({ id }) => id === trackState?.step) + 1;
  }

  #renderStep(step: Step, at: number, reached: number): TemplateResult {
    const isReached = at < reached;
    const isNext = at === reached && this.trackState?.status === 'open';
    const isSecret = this.isSecret(step);
    const kind = isReached ? 'reached' : isNext ? 'next' : '';
    return html`<li
      class="step ${kind}"
      aria-current=${isNext ? 'step' : nothing}
      .style=${`--walked:${Math.round(this.#walked(at, reached) * 100)}%`}
    >
      <span class="node">${icon(isReached ? 'check' : isSecret ? 'lock' : step.icon, 'star')}</span>
      <div class="what">
        ${isSecret ? this.#renderSecret() : this.#renderWhat(step, isReached, isNext)}
      </div>
    </li>`;
  }

  #renderSecret(): TemplateResult {
    const { loc } = this;
    return html`<strong>${loc.term('path.secret')}</strong>
      <p class="muted small">${loc.term('path.secretText')}</p>`;
  }

  #renderWhat(step: Step, isReached: boolean, isNext: boolean): TemplateResult {
    const { loc } = this;
    const gift = describeGrants(loc, step.grants);
    const needs = step.needs.filter(({ value }) => value > 0).map((need) => loc.amount(need));
    const or = step.match === 'any' ? loc.term('path.or') : loc.term('list.and');
    return html`<p class="between">
        <strong>${step.title}</strong>
        ${
          isReached
            ? html`<span class="muted small">${loc.term('path.reached')}</span>`
            : isNext || !needs.length
              ? nothing
              : html`<span class="muted small">${needs.join(` ${or} `)}</span>`
        }
      </p>
      ${isNext ? super.renderProgress() : nothing}
      ${gift ? html`<p class="chip">${icon('gift')} ${gift}</p>` : nothing}
      ${step.perks?.length ? perks(step) : nothing}`;
  }

  /** The share of the way from a step to the one after it. */
  #walked(at: number, reached: number): number {
    if (at + 1 < reached) return 1;
    const [need] = this.track.steps[at + 1]?.needs ?? [];
    if (at + 1 !== reached || !need) return 0;
    const from = this.track.steps[at]?.needs.find(({ unit }) => unit === need.unit)?.value ?? 0;
    const way = need.value - from;
    return way > 0 ? Math.max(0, Math.min(1, (this.have(need.unit) - from) / way)) : 0;
  }
}

define('loyalty-track-path', TrackPath);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-path': TrackPath;
  }
}
