import { html, nothing, type TemplateResult } from 'lit';
import type { CartPreview, Voucher } from '../../contract/types.js';
import { applyUrlOf } from '../cards/apply.js';
import '../cards/cart-offer.js';
import { costText } from '../cards/reward-words.js';
import '../cards/voucher-card.js';
import type { Localizer } from '../i18n/localizer.js';
import { PARTS } from '../ui/parts.js';
import type { RewardView, ShownReward } from './reward-views.js';

export type RewardFit = NonNullable<CartPreview['rewards']>[number];
export type VoucherFit = NonNullable<CartPreview['vouchers']>[number];

/** A reward that could lie on an order; one that fits can be taken in its row. */
export function rewardRow(
  fit: RewardFit,
  isBest: boolean,
  view: RewardView,
  shown: ShownReward,
): TemplateResult {
  const { loc, reward, state } = shown;
  const { availability } = fit;
  return html`<loyalty-cart-offer
    exportparts=${PARTS}
    .loc=${loc}
    .heading=${reward.title}
    .icon=${reward.icon}
    .cost=${costText(loc, reward.cost)}
    .fit=${fit}
    .isMost=${reward.cost.kind === 'range'}
    .isBest=${isBest}
  >
    ${
      availability.state === 'available'
        ? view.render({
            ...shown,
            state: { ...state, reward: reward.id, availability },
            bare: true,
          })
        : nothing
    }
  </loyalty-cart-offer>`;
}

/** A code that the shopper holds already. */
export function voucherRow(
  fit: VoucherFit,
  isBest: boolean,
  { loc, voucher, applyUrl }: { loc: Localizer; voucher: Voucher; applyUrl: string | undefined },
  onApply: (voucher: Voucher) => void,
): TemplateResult {
  return html`<loyalty-cart-offer
    exportparts=${PARTS}
    .loc=${loc}
    .heading=${voucher.title}
    .fallbackIcon=${'ticket'}
    .cost=${voucher.code ?? ''}
    .fit=${fit}
    .isBest=${isBest}
  >
    ${fit.availability.state === 'available' ? renderUse() : nothing}
  </loyalty-cart-offer>`;

  function renderUse(): TemplateResult {
    return applyUrlOf(voucher, applyUrl)
      ? html`<button
          part="button apply-button"
          aria-label="${loc.term('cart.apply')}: ${voucher.title}"
          @click=${() => onApply(voucher)}
        >
          ${loc.term('cart.apply')}
        </button>`
      : html`<loyalty-voucher-card
          bare
          exportparts=${PARTS}
          .loc=${loc}
          .voucher=${voucher}
        ></loyalty-voucher-card>`;
  }
}
