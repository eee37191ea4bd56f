import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Amount, Step, Track, TrackState } from '../../contract/types.js';
import { describeGrants } from '../i18n/describe.js';
import { lastOf } from '../i18n/formats.js';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { safeUrl } from '../ui/safe-url.js';
import { PARTS } from '../ui/parts.js';
import { Card } from './card.js';
import { progressBar, progressWords } from './progress.js';

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
      /* Its room is kept while its code comes. */
      loyalty-calendar-button {
        display: block;
        min-block-size: 28px;
      }
      .expired .emblem,
      .locked .emblem {
        filter: grayscale(1);
        opacity: 0.7;
      }
    `,
  ];

  @property({ attribute: false }) track!: Track;
  /** Missing for a guest. */
  @property({ attribute: false }) trackState: TrackState | undefined;

  protected override render(): TemplateResult {
    const { track, trackState, loc } = this;
    const terms = safeUrl(track.termsUrl);
    const status = trackState?.status;
    return html`<article class="card ${status ?? ''}" part="track">
      <div class="head">
        <span class="emblem">${icon(track.icon, this.fallbackIcon)}</span>
        <div class="words">
          <h3>${track.title}</h3>
          ${track.summary ? html`<p class="muted small">${track.summary}</p>` : nothing}
          ${this.#renderWhen()}
        </div>
        ${status === 'done' ? html`<span class="chip">${icon('check')} ${loc.term('track.done')}</span>` : nothing}
      </div>
      ${this.isToJoin ? nothing : this.renderProgress()} ${this.renderPrize()} ${this.#renderJoin()}
      ${this.#renderCalendar()}
      ${terms ? html`<a class="small" href=${terms}>${loc.term('legal.terms')}</a>` : nothing}
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

  /** Whether a member has to take part first: progress begins with that. */
  protected get isToJoin(): boolean {
    const { track, trackState } = this;
    return track.join === 'opt-in' && trackState?.joined === false && trackState.status === 'open';
  }

  /** Whether a step is kept a secret until it is reached. */
  protected isSecret({ id, hidden }: Step): boolean {
    const { track, trackState } = this;
    const rank = (wanted: string | null | undefined) =>
      track.steps.findIndex((step) => step.id === wanted);
    return !!hidden && trackState?.status !== 'done' && rank(id) > rank(trackState?.step);
  }

  /** How far the member is. Overridden by the views. */
  protected renderProgress(): TemplateResult | typeof nothing {
    const { goal } = this;
    if (!goal || !this.trackState || this.trackState.status === 'done' || this.isSecret(goal))
      return nothing;
    return html`<div class="needs">
      ${goal.needs.map((need) => this.renderNeed(need, this.loc.amount(need)))}
    </div>`;
  }

  protected renderNeed(need: Amount, title: string): TemplateResult {
    const { loc } = this;
    const have = Math.min(this.have(need.unit), need.value);
    const words = progressWords(loc, { ...need, value: have }, need);
    return html`<div>
      ${progressBar(need.value ? have / need.value : 1, title, words)}
      <p class="between">
        <span>${title === loc.amount(need) ? nothing : title}</span
        ><span class="muted">${words}</span>
      </p>
    </div>`;
  }

  /** What one gets. Overridden by views that say it at the step itself. */
  protected renderPrize(): TemplateResult | typeof nothing {
    const { goal } = this;
    if (!goal || this.trackState?.status === 'expired') return nothing;
    const what = this.isSecret(goal)
      ? this.loc.term('grant.surprise')
      : describeGrants(this.loc, goal.grants);
    if (!what) return nothing;
    return html`<p class="prize small">
      ${icon('gift')} ${this.loc.term('track.reward', { what })}
    </p>`;
  }

  /** How often it was done before. */
  protected doneTimes(n: number): string {
    return this.loc.term('track.doneTimes', { n });
  }

  #renderWhen(): TemplateResult | typeof nothing {
    const { track, trackState, loc } = this;
    const { from, to } = track.window ?? {};
    const { status, doneCount, next } = trackState ?? {};
    const facts: string[] = [];
    if (status === 'expired') facts.push(loc.term('track.expired'));
    else if (from && Date.parse(from) > loc.now())
      facts.push(loc.term('track.starts', { day: loc.day(from) }));
    else if (status === 'locked')
      facts.push(loc.term(track.join === 'invite' ? 'track.invited' : 'track.locked'));
    const end = next?.by ?? to;
    // A track that is done may have an end too, and nothing is to be done until then.
    if (end && status !== 'expired' && status !== 'done')
      facts.push(loc.term('track.until', { day: loc.day(lastOf(end)) }));
    if (doneCount) facts.push(this.doneTimes(doneCount));
    return facts.length ? html`<p class="muted small">${facts.join(' · ')}</p>` : nothing;
  }

  /** A last day that is still to come can be put into a calendar. */
  #renderCalendar(): TemplateResult | typeof nothing {
    const { track, trackState, loc } = this;
    const to = track.window?.to;
    const isOver = trackState?.status === 'done' || trackState?.status === 'expired';
    if (!to || isOver || Date.parse(to) <= loc.now()) return nothing;
    void import('./calendar-button.js').catch(() => undefined);
    const event = {
      uid: `track-${track.id}@loyalty`,
      title: loc.term('track.ends', { title: track.title }),
      detail: track.summary,
      from: loc.date(lastOf(to)),
    };
    return html`<loyalty-calendar-button
      exportparts=${PARTS}
      .loc=${loc}
      .event=${event}
    ></loyalty-calendar-button>`;
  }

  #renderJoin(): TemplateResult | typeof nothing {
    const { track, trackState, loc } = this;
    if (track.join !== 'opt-in' || trackState?.status !== 'open') return nothing;
    void import('./track-join.js').catch(() => undefined);
    return html`<loyalty-track-join
      exportparts=${PARTS}
      .loc=${loc}
      .track=${track}
      .trackState=${trackState}
      ?joined=${!this.isToJoin}
    ></loyalty-track-join>`;
  }
}

define('loyalty-track-card', TrackCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-card': TrackCard;
  }
}
