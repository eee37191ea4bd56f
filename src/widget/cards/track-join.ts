import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Amount, Outcome, Track, TrackState } from '../../contract/types.js';
import { TrackJoinRequestEvent } from '../events/requests.js';
import { define } from '../ui/define.js';
import { Card } from './card.js';
import { RequestFlow } from './request-flow.js';

/**
 * Takes part in a challenge that one has to join, or leaves it: not without a question where something
 * is lost. Apart from the track's own card, because few tracks need it.
 *
 * @tagname loyalty-track-join
 * @csspart button - every button
 * @csspart confirm - the question
 */
export class TrackJoin extends Card {
  @property({ attribute: false }) track!: Track;
  /** What was reached so far. */
  @property({ attribute: false }) trackState: TrackState | undefined;
  @property({ type: Boolean }) joined = false;

  readonly #flow = new RequestFlow<Outcome>(this);

  protected override render(): TemplateResult | typeof nothing {
    const { track, joined, loc } = this;
    const loses = joined && this.#got.length > 0;
    if (!loc.has('tracks') || (loses && !loc.has('more'))) {
      void Promise.all([loc.load('tracks'), loses && loc.load('more')]).then(
        () => this.requestUpdate(),
        () => undefined,
      );
      return nothing;
    }
    const { isWorking } = this.#flow;
    if (loses && this.#flow.isAsking) return this.#renderQuestion();
    const words = loc.term(isWorking ? 'reward.working' : joined ? 'track.leave' : 'track.join');
    return html`<div class="actions">
        <button
          class="open ${joined ? 'plain small' : 'wide'}"
          part="button"
          aria-label="${words}: ${track.title}"
          aria-busy=${isWorking}
          aria-disabled=${isWorking}
          @click=${() => (loses ? this.#flow.open() : void this.#send())}
        >
          ${words}
        </button>
      </div>
      ${this.#flow.failure(loc)}`;
  }

  #renderQuestion(): TemplateResult {
    const { track, loc } = this;
    return this.#flow.confirm(loc, {
      question: loc.term('leave.ask', { title: track.title }),
      note: loc.term('leave.loses', { progress: this.#progress }),
      details: nothing,
      yes: loc.term('leave.yes'),
      send: () => void this.#send(),
    });
  }

  /** What there is to lose. */
  get #got(): readonly Amount[] {
    return this.trackState?.have.filter(({ value }) => value > 0) ?? [];
  }

  /** "4 of 5" where one thing is counted; otherwise what was gathered. */
  get #progress(): string {
    const { track, trackState, loc } = this;
    const [have, ...others] = this.#got;
    const step = track.steps.find(({ id }) => id === trackState?.next?.step);
    const [need, ...otherNeeds] = step?.needs ?? [];
    if (!have || need?.unit !== have.unit || others.length || otherNeeds.length)
      return loc.amounts(this.#got);
    return loc.term('tier.progress', { have: loc.quantity(have), need: loc.quantity(need) });
  }

  async #send(): Promise<void> {
    const { track, joined } = this;
    const outcome = await this.#flow.send(
      new TrackJoinRequestEvent({ trackId: track.id, join: !joined }),
    );
    await this.updateComplete;
    // The answers are gone; the way back in stands in their place.
    if (outcome && joined) this.renderRoot.querySelector<HTMLElement>('.open')?.focus();
  }
}

define('loyalty-track-join', TrackJoin);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-join': TrackJoin;
  }
}
