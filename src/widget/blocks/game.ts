import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Reward, RewardState, Voucher } from '../../contract/types.js';
import '../cards/game-card.js';
import '../cards/game-doors.js';
import { hasOwnGame } from '../cards/game-views.js';
import { segmentsOf } from '../cards/game-words.js';
import '../cards/guest-card.js';
import { Chosen } from './chosen.js';
import { balanceFor } from './reward-views.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { choicesOf } from '../store/choices.js';
import { me, rewards, wallets } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';

const none: readonly Voucher[] = [];

/** One game, or the doors of a group. */
interface Place {
  readonly id: string;
  readonly rewards: readonly Reward[];
}

/**
 * Wheels, scratch cards, boxes and doors: every reward whose outcome is drawn. The server draws, the
 * chances stand beside it, and keyboard, touch and less motion play with the same ones.
 *
 * @summary Wheel, scratch card, mystery box, advent doors.
 * @tagname loyalty-game
 * @attr {string} reward - id of the only game to show
 * @attr {string} group - the only group of games to show
 * @csspart reward - a card
 * @csspart cost - what a go costs
 * @csspart game - what it is played with
 * @csspart result - what came of it
 * @csspart door - a door
 * @csspart button - every button
 * @csspart play-button - plays
 * @csspart code - a code
 * @fires {PlayRequestEvent} loyalty-play-request - the shopper plays; cancelable, `result` brings the draw
 * @fires {SeenRequestEvent} loyalty-seen-request - the shopper has seen a result
 */
export class LoyaltyGame extends Block {
  static override styles = [
    ...Block.styles,
    css`
      .doors {
        grid-column: 1 / -1;
      }
    `,
  ];

  protected override readonly wordParts = ['more', 'games'] as const;

  @property() reward: string | undefined;
  @property() group: string | undefined;

  readonly #states = this.select(rewards);
  readonly #wallets = this.select(wallets);
  readonly #vouchers = this.select((snapshot) => me(snapshot)?.vouchers ?? none);

  constructor() {
    super();
    new Chosen(this);
  }

  protected override renderSkeleton(): TemplateResult {
    return this.bones(480);
  }

  protected override renderGuest(loc: Localizer, catalog: Catalog): TemplateResult {
    const { joinUrl, signInUrl } = this.settings;
    return html`<div class="column">
      ${this.#renderPlaces(loc, catalog)}
      ${
        this.#places(catalog).length
          ? html`<p>${loc.term('game.guest')}</p>
              <loyalty-guest-card
                brief
                exportparts=${PARTS}
                .loc=${loc}
                .program=${catalog.program}
                .joinUrl=${joinUrl}
                .signInUrl=${signInUrl}
              ></loyalty-guest-card>`
          : nothing
      }
    </div>`;
  }

  protected override renderMember(
    loc: Localizer,
    catalog: Catalog,
  ): TemplateResult | typeof nothing {
    // Who asked for no games gets none, on no page; the profile brings them back.
    return choicesOf(catalog.program.id).hideGames ? nothing : this.#renderPlaces(loc, catalog);
  }

  #renderPlaces(loc: Localizer, catalog: Catalog): TemplateResult {
    const places = this.#places(catalog);
    if (!places.length) {
      return this.empty(loc.term('game.empty'), 'rewards', loc.term('vouchers.toRewards'));
    }
    return html`<div class="list">
      ${repeat(
        places,
        ({ id }) => id,
        (place) =>
          place.rewards.length > 1
            ? this.#renderDoors(loc, catalog, place)
            : place.rewards.map((reward) => this.#renderGame(loc, catalog, reward)),
      )}
    </div>`;
  }

  /** Draws of one group that have no game of their own are its doors. */
  #places({ program }: Catalog): readonly Place[] {
    const places = new Map<string, Reward[]>();
    for (const reward of program.rewards) {
      const isWanted = !this.group || reward.group === this.group;
      if (!segmentsOf(reward).length || !isWanted) continue;
      if (this.reward && reward.id !== this.reward) continue;
      const isDoor = reward.group !== undefined && !hasOwnGame(reward);
      const id = isDoor ? `group ${reward.group}` : `reward ${reward.id}`;
      places.set(id, [...(places.get(id) ?? []), reward]);
    }
    return [...places].map(([id, list]) => ({ id, rewards: list }));
  }

  #renderDoors(loc: Localizer, { program }: Catalog, place: Place): TemplateResult {
    return html`<div class="doors">
      <loyalty-game-doors
        exportparts=${PARTS}
        .loc=${loc}
        .program=${program}
        .heading=${place.rewards[0]?.group ?? ''}
        .doors=${place.rewards.map((reward) => ({ reward, state: this.#stateOf(reward) }))}
        .vouchers=${this.#vouchers.value}
        .applyUrl=${this.settings.applyUrl}
      ></loyalty-game-doors>
    </div>`;
  }

  #renderGame(loc: Localizer, { program }: Catalog, reward: Reward): TemplateResult {
    return html`<loyalty-game-card
      data-item=${reward.id}
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .reward=${reward}
      .rewardState=${this.#stateOf(reward)}
      .balance=${balanceFor(reward, this.#wallets.value)}
      .vouchers=${this.#vouchers.value}
      .applyUrl=${this.settings.applyUrl}
    ></loyalty-game-card>`;
  }

  #stateOf({ id }: Reward): RewardState | undefined {
    return this.#states.value.find(({ reward }) => reward === id);
  }
}

define('loyalty-game', LoyaltyGame);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-game': LoyaltyGame;
  }
}
