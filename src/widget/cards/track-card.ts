import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Amount, Step, Track, TrackState } from '../../contract/types.js';
import { describeGrants } from '../i18n/describe.js';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { safeUrl } from '../ui/safe-url.js';
import { PARTS } from '../ui/parts.js';
import { Card } from './card.js';
import { progressBar } from './progress.js';

/**
 * A track in its plain form: a title, bars towards the next step, what one gets. Every view that
 * draws a track in its own way begins here, and an unknown view is this.
 *
 * @tagname loyalty-track-card
 * @csspart track - the card
 * @csspart progress - a bar
 * @csspart button - every button
 */
export class TrackCard extends Card {
  static override styles = [
    ...Card.styles,
    css`
      .needs {
        display: grid;
        gap: 10px;
      }
      .needs .between {
        margin-block-start: 4px;
        font-size: 13px;
      }
      .prize {
        display: flex;
        align-items: center;
        gap: 8px;
        font-weight: 600;
        color: var(--_accent-text);
      }
    `,
  ];

  @property({ attribute: false }) track!: Track;
  /** Missing for a guest. */
  @property({ attribute: false }) trackState: TrackState | undefined;

  protected override render(): TemplateResult {
    const { track, trackState, loc } = this;
    const terms = safeUrl(track.termsUrl);
    return html`<article class="card" part="track">
      <div class="head">
        <span class="emblem">${icon(track.icon, this.fallbackIcon)}</span>
        <div class="words">
          <h3>${track.title}</h3>
          ${track.summary ? html`<p class="muted small">${track.summary}</p>` : nothing}
          ${this.#renderWhen()}
        </div>
        ${trackState?.status === 'done' ? html`<span class="chip">${icon('check')} ${loc.term('track.done')}</span>` : nothing}
      </div>
      ${this.#isToJoin() ? nothing : this.renderProgress()} ${this.#renderPrize()}
      ${this.#renderJoin()}
      ${terms ? html`<a class="small" href=${terms}>${loc.term('guest.terms')}</a>` : nothing}
    </article>`;
  }

  protected get fallbackIcon(): IconName {
    return 'star';
  }

  /** The step that comes next, or the last one where all are done; the first one for a guest. */
  protected get goal(): Step | undefined {
    const { steps } = this.track;
    const { trackState } = this;
    const wanted = trackState?.next?.step ?? trackState?.step;
    return steps.find(({ id }) => id === wanted) ?? steps[trackState ? steps.length - 1 : 0];
  }

  protected have(unit: string): number {
    return this.trackState?.have.find((amount) => amount.unit === unit)?.value ?? 0;
  }

  /** How far the member is. Overridden by the views. */
  protected renderProgress(): TemplateResult | typeof nothing {
    const { goal } = this;
    if (!goal || !this.trackState || this.trackState.status === 'done') return nothing;
    return html`<div class="needs">
      ${goal.needs.map((need) => this.renderNeed(need, this.loc.amount(need)))}
    </div>`;
  }

  protected renderNeed(need: Amount, title: string): TemplateResult {
    const { loc } = this;
    const have = Math.min(this.have(need.unit), need.value);
    const words = loc.term('track.progress', {
      have: loc.quantity({ unit: need.unit, value: have }),
      need: loc.amount(need),
    });
    return html`<div>
      ${progressBar(need.value ? have / need.value : 1, title, words)}
      <p class="between">
        <span>${title === loc.amount(need) ? nothing : title}</span
        ><span class="muted">${words}</span>
      </p>
    </div>`;
  }

  #isToJoin(): boolean {
    const { track, trackState } = this;
    return track.join === 'opt-in' && trackState?.joined === false && trackState.status === 'open';
  }

  #renderWhen(): TemplateResult | typeof nothing {
    const { track, trackState, loc } = this;
    const facts: string[] = [];
    if (trackState?.status === 'expired') facts.push(loc.term('track.expired'));
    else if (trackState?.status === 'locked') facts.push(loc.term('track.locked'));
    else if (track.window?.to)
      facts.push(loc.term('track.until', { day: loc.day(track.window.to) }));
    if (trackState?.doneCount) facts.push(loc.term('track.doneTimes', { n: trackState.doneCount }));
    return facts.length ? html`<p class="muted small">${facts.join(' · ')}</p>` : nothing;
  }

  #renderPrize(): TemplateResult | typeof nothing {
    const what = describeGrants(this.loc, this.goal?.grants);
    if (!what || this.trackState?.status === 'expired') return nothing;
    return html`<p class="prize small">
      ${icon('gift')} ${this.loc.term('track.reward', { what })}
    </p>`;
  }

  #renderJoin(): TemplateResult | typeof nothing {
    const { track, trackState, loc } = this;
    if (track.join !== 'opt-in' || trackState?.status !== 'open') return nothing;
    void import('./track-join.js').catch(() => undefined);
    return html`<loyalty-track-join
      exportparts=${PARTS}
      .loc=${loc}
      .track=${track}
      ?joined=${!this.#isToJoin()}
    ></loyalty-track-join>`;
  }
}

define('loyalty-track-card', TrackCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-card': TrackCard;
  }
}
