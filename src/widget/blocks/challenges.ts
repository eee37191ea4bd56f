import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Track } from '../../contract/types.js';
import type { Entry } from '../cards/track-badges.js';
import type { Localizer } from '../i18n/localizer.js';
import { challenges, type Catalog } from '../store/catalog.js';
import { tracks } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';
import { plain, viewOf, type TrackView } from './track-views.js';
import { Views } from './views.js';

/** The tracks that one card shows. */
interface Drawn {
  readonly view: TrackView;
  readonly entries: Entry[];
}

/** What can still be done comes first. */
const ORDER = ['open', 'locked', 'done', 'expired'];

/**
 * Challenges, missions, stamp cards, streaks: every track that is not a ladder of levels.
 *
 * @summary Challenges, stamp cards, streaks.
 * @tagname loyalty-challenges
 * @attr {string} track - id of the only track to show
 * @csspart track - a card
 * @csspart progress - a bar
 * @csspart stamp - a place on a stamp card
 * @csspart button - every button
 */
export class LoyaltyChallenges extends Block {
  protected override readonly wordParts = [];
  @property() track: string | undefined;

  readonly #tracks = this.select(tracks);

  protected override renderSkeleton(): TemplateResult {
    return this.bones(190, 190);
  }

  protected override renderGuest(
    loc: Localizer,
    catalog: Catalog,
  ): TemplateResult | typeof nothing {
    return this.#render(loc, catalog);
  }

  protected override renderMember(
    loc: Localizer,
    catalog: Catalog,
  ): TemplateResult | typeof nothing {
    return this.#render(loc, catalog);
  }

  /** Elements by track, kept so that a card stays itself while the block renders. */
  readonly #cards = new Map<string, HTMLElement>();
  /** Kept while the block lives: a card must not jump away when it was just completed. */
  #order: readonly string[] = [];
  #wasMember = false;
  readonly #views = new Views(this, plain);
  /** Words that could not be fetched are done without. */
  #isSpeechless = false;

  #render(loc: Localizer, { program }: Catalog): TemplateResult | typeof nothing {
    const shown = this.#inOrder(
      this.track ? program.tracks.filter(({ id }) => id === this.track) : challenges(program),
    );
    if (!shown.length) {
      return this.track
        ? nothing
        : this.empty(loc.term('challenges.empty'), 'rewards', loc.term('view.rewards'));
    }
    return html`<div class="list">
      ${this.#gathered(shown).map((drawn) => this.#renderCard(loc, drawn))}
    </div>`;
  }

  #inOrder(wanted: readonly Track[]): Entry[] {
    const states = this.#tracks.value;
    const entries = wanted.map((track) => ({
      track,
      state: states.find((state) => state.track === track.id),
    }));
    const rank = ({ state }: Entry) => Math.max(0, ORDER.indexOf(state?.status ?? 'open'));
    const isMember = states.length > 0;
    const isSame =
      isMember === this.#wasMember &&
      entries.length === this.#order.length &&
      entries.every(({ track }) => this.#order.includes(track.id));
    if (!isSame)
      this.#order = [...entries].sort((a, b) => rank(a) - rank(b)).map(({ track }) => track.id);
    this.#wasMember = isMember;
    const place = ({ track }: Entry) => this.#order.indexOf(track.id);
    return entries.sort((a, b) => place(a) - place(b));
  }

  /** Tracks of one group whose view draws them together are one card. */
  #gathered(entries: readonly Entry[]): Drawn[] {
    const drawn: Drawn[] = [];
    for (const entry of entries) {
      const view = this.#views.get(viewOf(entry.track));
      const mates = drawn.find(
        (one) => one.view === view && one.entries[0]?.track.group === entry.track.group,
      );
      if (view.isGathered && mates) mates.entries.push(entry);
      else drawn.push({ view, entries: [entry] });
    }
    return drawn;
  }

  #renderCard(loc: Localizer, { view, entries }: Drawn): HTMLElement | TemplateResult {
    const { track, state } = entries[0] as Entry;
    if (!this.#isReady(view, loc))
      return html`<span
        class="bone"
        aria-hidden="true"
        .style=${`block-size:${view.height(track)}px`}
      ></span>`;
    const key = `${view.tag} ${track.id}`;
    const card = this.#cards.get(key) ?? document.createElement(view.tag);
    this.#cards.set(key, card);
    card.dataset.item = track.id;
    card.setAttribute('exportparts', PARTS);
    return Object.assign(
      card,
      view.isGathered ? { loc, entries } : { loc, track, trackState: state },
    );
  }

  /** Whether a view's card and its words are there, which are fetched at the same time. */
  #isReady({ tag }: TrackView, loc: Localizer): boolean {
    if (customElements.get(tag) && (this.#isSpeechless || loc.has('tracks'))) return true;
    const words = loc.load('tracks').catch(() => (this.#isSpeechless = true));
    void Promise.all([customElements.whenDefined(tag), words]).then(() => this.requestUpdate());
    return false;
  }
}

define('loyalty-challenges', LoyaltyChallenges);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-challenges': LoyaltyChallenges;
  }
}
