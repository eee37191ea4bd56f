import { css, html, nothing, type TemplateResult } from 'lit';
import type { Step, Voucher } from '../../contract/types.js';
import { describeGrants } from '../i18n/describe.js';
import { lastOf } from '../i18n/formats.js';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { safeUrl } from '../ui/safe-url.js';
import { perks, perksStyles } from './perks.js';
import { RewardCard } from './reward-card.js';
import { costText } from './reward-words.js';

/**
 * A plan that is paid for in money, once or again and again: what is in it, the price and its period,
 * the binding button in the words that the law wants; and while it runs, when it renews and how it is
 * cancelled.
 *
 * @tagname loyalty-reward-plan
 */
export class RewardPlan extends RewardCard {
  static override styles = [
    ...RewardCard.styles,
    perksStyles,
    css`
      .inside {
        display: grid;
        gap: 8px;
        padding: 14px;
        border-radius: calc(var(--_radius) * 0.8);
        background: var(--_soft);
      }
    `,
  ];

  protected override get fallbackIcon(): IconName {
    return 'star';
  }

  /** Bought here or elsewhere: the voucher of this plan that counts now. */
  protected override get won(): Voucher | undefined {
    const mine = this.vouchers.filter(
      ({ source }) => source.kind === 'reward' && source.id === this.reward.id,
    );
    return (
      mine.find(({ status }) => status === 'ready') ??
      mine.find(({ status }) => status === 'pending') ??
      super.won
    );
  }

  protected override renderDetails(): TemplateResult | typeof nothing {
    const { loc, reward } = this;
    const steps = reward.grants.flatMap((grant) => {
      if (grant.kind !== 'status') return [];
      const track = this.program?.tracks.find(({ id }) => id === grant.track);
      const step = track?.steps.find(({ id }) => id === grant.step);
      return step?.perks?.length ? [step] : [];
    });
    const besides = describeGrants(loc, reward.grants);
    if (!steps.length && !besides) return nothing;
    return html`<div class="inside">
      <strong class="small">${loc.term('plan.perks')}</strong>
      ${steps.map((step: Step) => perks(step))}
      ${besides ? html`<p class="small">${icon('gift')} ${besides}</p>` : nothing}
    </div>`;
  }

  protected override renderWon(voucher: Voucher): TemplateResult {
    const { loc, reward } = this;
    const { status, renewsAt, expiresAt } = voucher;
    if (status !== 'ready' || reward.cost.kind !== 'price' || !reward.cost.every)
      return super.renderWon(voucher);
    const cancel = safeUrl(this.program?.links?.cancel);
    const end = renewsAt ?? expiresAt;
    return html`<div class="won" tabindex="-1" role="group" aria-label=${reward.title}>
      <p class="chip">${icon('check')} ${loc.term('plan.active')}</p>
      ${
        end
          ? html`<p class="small">
              ${
                renewsAt
                  ? loc.term('plan.renews', {
                      day: loc.day(end),
                      amount: costText(loc, reward.cost),
                    })
                  : loc.term('plan.ends', { day: loc.day(lastOf(end)) })
              }
            </p>`
          : nothing
      }
      ${cancel && (renewsAt || !end) ? html`<a class="small" href=${cancel}>${loc.term('plan.cancel')}</a>` : nothing}
    </div>`;
  }
}

define('loyalty-reward-plan', RewardPlan);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-reward-plan': RewardPlan;
  }
}
