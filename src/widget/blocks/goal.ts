import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Grant, Rule } from '../../contract/types.js';
import '../cards/goal-card.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { me, rewards, rules } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';
import { GoalChoice } from './goal-choice.js';

/** More ways than this are a list to study, and there is a section for that. */
const WAYS = 3;

const gives = (grant: Grant, unit: string): boolean =>
  grant.kind === 'unit' && (grant.amount?.unit === unit || grant.rate?.give.unit === unit);

/**
 * The reward that the shopper pinned (in the catalogue of rewards): how far it is and what leads
 * there, on every page that has this tag. Shows nothing while nothing is pinned.
 *
 * @summary A pinned reward with progress and the ways to it.
 * @tagname loyalty-goal
 * @attr {boolean} compact - one line, for a page's header
 * @csspart goal - the card, or the line
 * @csspart progress - the bar
 * @csspart button - every button
 * @csspart pin-button - saves for it no more
 * @fires {GoalRequestEvent} loyalty-goal-request - the shopper saves for it no more
 */
export class LoyaltyGoal extends Block {
  static override styles = [
    ...Block.styles,
    css`
      :host([compact]) {
        display: inline-block !important;
        max-inline-size: 100%;
        vertical-align: middle;
      }
    `,
  ];

  /** Id of the reward to show in place of the pinned one; for pages that know better. */
  @property() reward: string | undefined;
  @property({ type: Boolean, reflect: true }) compact = false;

  protected override readonly wordParts = ['more', 'shopping'] as const;

  readonly #member = this.select((snapshot) => me(snapshot)?.member.id);
  readonly #rewards = this.select(rewards);
  readonly #rules = this.select(rules);
  readonly #goal = new GoalChoice(this);

  /** Nothing was asked for here: a page that cannot show it is not told. */
  protected override failed(): typeof nothing {
    return nothing;
  }

  protected override renderSkeleton(): typeof nothing {
    return nothing;
  }

  protected override renderGuest(): typeof nothing {
    return nothing;
  }

  protected override renderMember(
    loc: Localizer,
    { program, rewards: byId }: Catalog,
  ): TemplateResult | typeof nothing {
    const id = this.reward ?? this.#goal.of(program.id, this.#member.value);
    const reward = id === undefined ? undefined : byId.get(id);
    if (!reward) return nothing;
    const state = this.#rewards.value.find((one) => one.reward === id);
    return html`<loyalty-goal-card
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .reward=${reward}
      .rewardState=${state}
      .ways=${this.#waysTo(program.rules, state?.availability.missing?.[0]?.unit)}
      .hasPanel=${!!this.settings.hasPanel}
      ?compact=${this.compact}
    ></loyalty-goal-card>`;
  }

  /** Rules that give what is missing and can be done now, in the server's order. */
  #waysTo(all: readonly Rule[], unit: string | undefined): readonly Rule[] {
    if (unit === undefined) return [];
    const open = new Set(
      this.#rules.value
        .filter(({ availability }) => availability.state === 'available')
        .map(({ rule }) => rule),
    );
    return all
      .filter(({ id, grants }) => open.has(id) && grants.some((grant) => gives(grant, unit)))
      .slice(0, WAYS);
  }
}

define('loyalty-goal', LoyaltyGoal);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-goal': LoyaltyGoal;
  }
}
