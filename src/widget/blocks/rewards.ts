import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Program, RewardState, Voucher } from '../../contract/types.js';
import '../cards/reward-card.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { me, rewards, wallets } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { Block } from './block.js';
import { GoalChoice } from './goal-choice.js';
import { balanceFor, plain, viewOf } from './reward-views.js';
import { Quotes } from './quotes.js';
import { Views } from './views.js';

const none: readonly Voucher[] = [];

/** What can be had comes first, then what is near, then the rest. */
const ORDER = [
  'available',
  'short',
  'cart',
  'profile',
  'locked',
  'scheduled',
  'cooldown',
  'used-up',
  'sold-out',
  'ended',
];

/**
 * The catalogue of rewards, in the order of what can be had now.
 *
 * @summary Catalogue of rewards; redeem with one confirmation.
 * @tagname loyalty-rewards
 * @attr {string} reward - id of the only reward to show
 * @csspart reward - a card
 * @csspart cost - the price
 * @csspart state - why it cannot be had now
 * @csspart progress - a progress bar
 * @csspart confirm - the question before something is spent
 * @csspart button - every button
 * @csspart redeem-button - takes a reward
 * @csspart confirm-button - the yes of the question
 * @csspart code - a code
 */
export class LoyaltyRewards extends Block {
  static override styles = [
    ...Block.styles,
    css`
      /* Room for what is on its way: nothing is pushed from under a finger or the focus. */
      .list > :not(:defined) {
        display: block;
        min-block-size: 136px;
        border-radius: var(--_radius);
        background: var(--_sunken);
      }
      .list > loyalty-reward-slider:not(:defined) {
        min-block-size: 316px;
      }
      .list > loyalty-game-card:not(:defined) {
        min-block-size: 560px;
      }
    `,
  ];

  @property() reward: string | undefined;

  readonly #states = this.select(rewards);
  readonly #wallets = this.select(wallets);
  readonly #vouchers = this.select((snapshot) => me(snapshot)?.vouchers ?? none);
  readonly #member = this.select((snapshot) => me(snapshot)?.member.id);
  readonly #goal = new GoalChoice(this);
  readonly #views = new Views(this, plain);
  readonly #quotes = new Quotes(this);
  /** Kept while the block lives: a card must not jump away when it was just redeemed. */
  #order: readonly string[] = [];

  protected override renderSkeleton(): TemplateResult {
    return this.bones(136, 136, 136);
  }

  protected override renderGuest(loc: Localizer, catalog: Catalog): TemplateResult {
    return this.renderMember(loc, catalog);
  }

  protected override renderMember(loc: Localizer, catalog: Catalog): TemplateResult {
    const { program, rewards: byId } = catalog;
    const states = new Map(this.#states.value.map((state) => [state.reward, state]));
    const shown = this.#inOrder(program, states);
    const member = this.#member.value;
    const goal = this.#goal.of(program.id, member);
    const hasQuotes = catalog.can('quote');
    if (!shown.length) return this.empty(loc.term('rewards.empty'), 'earn', loc.term('earn.title'));
    return html`<div class="list">
      ${repeat(
        shown,
        (id) => id,
        (id) => {
          const reward = byId.get(id);
          if (!reward) return nothing;
          return this.#views.get(viewOf(reward)).render({
            loc,
            program,
            reward,
            state: states.get(id),
            balance: balanceFor(reward, this.#wallets.value),
            wallets: this.#wallets.value,
            vouchers: this.#vouchers.value,
            applyUrl: this.settings.applyUrl,
            isGoal: member === undefined ? undefined : id === goal,
            ...(hasQuotes && { quote: (spend: number) => this.#quotes.of(id, spend) }),
          });
        },
      )}
    </div>`;
  }

  #inOrder(program: Program, states: ReadonlyMap<string, RewardState>): readonly string[] {
    const ids = program.rewards
      .map(({ id }) => id)
      .filter((id) => !this.reward || id === this.reward);
    const rank = (id: string) => {
      const place = ORDER.indexOf(states.get(id)?.availability.state ?? 'available');
      return place < 0 ? ORDER.length : place;
    };
    const isSame = ids.length === this.#order.length && ids.every((id) => this.#order.includes(id));
    if (!isSame || !this.#wasMember !== !states.size)
      this.#order = [...ids].sort((a, b) => rank(a) - rank(b));
    this.#wasMember = states.size > 0;
    return this.#order;
  }

  #wasMember = false;
}

define('loyalty-rewards', LoyaltyRewards);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-rewards': LoyaltyRewards;
  }
}
