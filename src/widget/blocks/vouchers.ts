import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Voucher } from '../../contract/types.js';
import '../cards/voucher-card.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { withNews } from '../store/changes.js';
import { valueOf } from '../store/remote.js';
import { me } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';
import { showMore } from './show-more.js';

const none: readonly Voucher[] = [];
/** What can still be used comes first. */
const OPEN = new Set(['ready', 'pending', 'held']);

/**
 * What the member holds: codes to copy or to use, with their expiry, and undo while it lasts.
 *
 * @summary The member's vouchers.
 * @tagname loyalty-vouchers
 * @attr {boolean} open-only - leaves out what is used, expired or undone
 * @csspart voucher - a card
 * @csspart code - a code
 * @csspart button - every button
 * @csspart copy-button - copies a code
 * @csspart apply-button - takes a code to the cart
 * @csspart undo-button - takes a redemption back
 */
export class LoyaltyVouchers extends Block {
  @property({ type: Boolean, attribute: 'open-only' }) openOnly = false;

  readonly #first = this.select((snapshot) => me(snapshot)?.vouchers ?? none);
  readonly #pages = this.select(({ vouchers }) => vouchers);

  protected override renderSkeleton(): TemplateResult {
    return this.bones(140);
  }

  protected override renderGuest(): typeof nothing {
    return nothing;
  }

  protected override renderMember(loc: Localizer, catalog: Catalog): TemplateResult {
    const pages = valueOf(this.#pages.value);
    const all = pages ? withNews(pages.items, this.#first.value) : this.#first.value;
    const shown = [...all]
      .filter(({ status }) => !this.openOnly || OPEN.has(status))
      .sort((a, b) => Number(OPEN.has(b.status)) - Number(OPEN.has(a.status)));
    const mayHaveMore = catalog.can('vouchers.pages') && (pages ? !!pages.next : all.length > 0);
    return html`<div class="list">
        ${repeat(
          shown,
          ({ id }) => id,
          (voucher) =>
            html`<loyalty-voucher-card
              data-item=${voucher.id}
              exportparts=${PARTS}
              .loc=${loc}
              .voucher=${voucher}
              .applyUrl=${this.settings.applyUrl}
            ></loyalty-voucher-card>`,
        )}
      </div>
      ${
        shown.length
          ? nothing
          : this.empty(loc.term('vouchers.empty'), 'rewards', loc.term('vouchers.toRewards'))
      }
      ${this.#renderMore(loc, mayHaveMore, !!pages)}`;
  }

  #renderMore(
    loc: Localizer,
    mayHaveMore: boolean,
    isPaged: boolean,
  ): TemplateResult | typeof nothing {
    const remote = this.#pages.value;
    if (remote.status === 'failed') return this.failed(loc, remote.error.code, 'vouchers');
    if (!mayHaveMore || this.openOnly) return nothing;
    const isLoading = remote.status === 'loading';
    return html`<button
      class="plain"
      part="button"
      aria-busy=${isLoading}
      @click=${() =>
        void showMore({
          block: this,
          lines: () => [...this.renderRoot.querySelectorAll<HTMLElement>('loyalty-voucher-card')],
          load: () => this.store?.load('vouchers', isPaged),
        })}
    >
      ${loc.term(isLoading ? 'reward.working' : 'vouchers.more')}
    </button>`;
  }
}

define('loyalty-vouchers', LoyaltyVouchers);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-vouchers': LoyaltyVouchers;
  }
}
