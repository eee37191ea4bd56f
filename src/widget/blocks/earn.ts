import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../cards/rule-card.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { rules } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';

/**
 * Ways to earn, with what each gives and the one thing to do for it.
 *
 * @summary Ways to earn, forms included.
 * @tagname loyalty-earn
 * @attr {string} rule - id of the only rule to show
 * @csspart rule - a card
 * @csspart gives - what it gives
 * @csspart button - every button
 */
export class LoyaltyEarn extends Block {
  @property() rule: string | undefined;

  readonly #states = this.select(rules);

  protected override renderSkeleton(): TemplateResult {
    return this.bones(96, 96, 96);
  }

  protected override renderGuest(loc: Localizer, catalog: Catalog): TemplateResult {
    return this.renderMember(loc, catalog);
  }

  protected override renderMember(loc: Localizer, { program }: Catalog): TemplateResult {
    const states = this.#states.value;
    const shown = program.rules.filter(({ id }) => !this.rule || id === this.rule);
    if (!shown.length)
      return this.empty(loc.term('earn.empty'), 'rewards', loc.term('vouchers.toRewards'));
    return html`<div class="list">
      ${repeat(
        shown,
        ({ id }) => id,
        (rule) =>
          html`<loyalty-rule-card
            data-item=${rule.id}
            exportparts=${PARTS}
            .loc=${loc}
            .program=${program}
            .rule=${rule}
            .ruleState=${states.find((state) => state.rule === rule.id)}
          ></loyalty-rule-card>`,
      )}
    </div>`;
  }
}

define('loyalty-earn', LoyaltyEarn);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-earn': LoyaltyEarn;
  }
}
