import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../cards/points-card.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { walletOf } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';

/**
 * The member's balance: what it is worth, what is on the way, what runs out when. A guest is
 * welcomed and can join.
 *
 * @summary Balance with worth, pending and expiring.
 * @tagname loyalty-points
 * @attr {string} unit - id of the unit to show; the programme's points otherwise
 * @attr {boolean} compact - one line, for a page's header
 * @csspart balance - the number
 * @csspart worth - its value in money
 * @csspart pending - what is on the way
 * @csspart expiring - what runs out
 * @csspart guest - the welcome of a guest
 * @csspart button - every button
 */
export class LoyaltyPoints extends Block {
  static override styles = [
    ...Block.styles,
    css`
      :host([compact]) {
        display: inline-block !important;
        min-block-size: 22px;
        vertical-align: middle;
      }
    `,
  ];

  protected override readonly wordParts = [];
  @property() unit: string | undefined;
  @property({ type: Boolean, reflect: true }) compact = false;

  readonly #wallet = this.select((snapshot) => walletOf(snapshot, this.unit));

  /** A line in a header has no room for a message; the panel says it. */
  protected override failed(...what: Parameters<Block['failed']>): TemplateResult | typeof nothing {
    return this.compact ? nothing : super.failed(...what);
  }

  protected override renderSkeleton(): TemplateResult | typeof nothing {
    return this.compact ? nothing : this.bones(86);
  }

  protected override renderGuest(
    loc: Localizer,
    { program }: Catalog,
  ): TemplateResult | typeof nothing {
    if (this.compact) return nothing;
    void import('../cards/guest-card.js').catch(() => undefined);
    if (!loc.has('more')) {
      void loc.load('more').then(
        () => this.requestUpdate(),
        () => undefined,
      );
      return this.renderSkeleton();
    }
    const { joinUrl, signInUrl } = this.settings;
    return html`<loyalty-guest-card
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .joinUrl=${joinUrl}
      .signInUrl=${signInUrl}
    ></loyalty-guest-card>`;
  }

  protected override renderMember(loc: Localizer): TemplateResult | typeof nothing {
    const wallet = this.#wallet.value;
    if (!wallet) return nothing;
    return html`<loyalty-points-card
      exportparts=${PARTS}
      .loc=${loc}
      .wallet=${wallet}
      ?compact=${this.compact}
    ></loyalty-points-card>`;
  }
}

define('loyalty-points', LoyaltyPoints);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-points': LoyaltyPoints;
  }
}
