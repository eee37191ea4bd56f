import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Outcome, Track } from '../../contract/types.js';
import { TrackJoinRequestEvent } from '../events/requests.js';
import { define } from '../ui/define.js';
import { Card } from './card.js';
import { RequestFlow } from './request-flow.js';

/**
 * Takes part in a challenge that one has to join, or leaves it. Apart from the track's own card,
 * because few tracks need it.
 *
 * @tagname loyalty-track-join
 * @csspart button - the button
 */
export class TrackJoin extends Card {
  @property({ attribute: false }) track!: Track;
  @property({ type: Boolean }) joined = false;

  readonly #flow = new RequestFlow<Outcome>(this);

  protected override render(): TemplateResult | typeof nothing {
    const { track, joined, loc } = this;
    if (!loc.has('tracks')) {
      void loc.load('tracks').then(
        () => this.requestUpdate(),
        () => undefined,
      );
      return nothing;
    }
    const { isWorking } = this.#flow;
    const send = () =>
      void this.#flow.send(new TrackJoinRequestEvent({ trackId: track.id, join: !joined }));
    return html`<div class="actions">
        <button
          class=${joined ? 'plain small' : 'wide'}
          part="button"
          aria-busy=${isWorking}
          aria-disabled=${isWorking}
          @click=${send}
        >
          ${loc.term(isWorking ? 'reward.working' : joined ? 'track.leave' : 'track.join')}
          <span class="visually-hidden">: ${track.title}</span>
        </button>
      </div>
      ${this.#flow.failure(loc)}`;
  }
}

define('loyalty-track-join', TrackJoin);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-track-join': TrackJoin;
  }
}
