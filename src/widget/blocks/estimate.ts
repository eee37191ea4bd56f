import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CartPreview, CartRequest } from '../../contract/types.js';
import '../cards/estimate-line.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { catalog, me } from '../store/selectors.js';
import { define } from '../ui/define.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';
import { readForm, type Chosen } from './order-form.js';
import { OrderPreview } from './order-preview.js';

/**
 * On a product page: what buying this earns, as the server says. Follows the variant and the
 * quantity, by its attributes or by the shop's own form. It keeps one line of room for its words from
 * the start, so that nothing moves when they come; where there is nothing to say the line stays
 * empty, and where the programme gives no estimates there is none.
 *
 * @summary What a product earns.
 * @tagname loyalty-estimate
 * @fires {JoinRequestEvent} loyalty-join-request - a guest wants to become a member
 * @csspart estimate - the line
 * @csspart join-button - a guest's way in
 */
export class LoyaltyEstimate extends Block {
  static override styles = [
    ...Block.styles,
    css`
      :host {
        min-block-size: 44px !important;
      }
      :host([unavailable]) {
        display: none !important;
      }
    `,
  ];

  /** Price of one piece, a whole number in minor units: `1490` is € 14.90, and ¥ 1490. */
  @property() amount: string | number | null = null;
  /** Id of the product, as the shop's orders name it. */
  @property() product = '';
  /** Id of the chosen variant. */
  @property() variant: string | null = null;
  /** Ids of the product's collections, with spaces between. */
  @property() collections = '';
  /** How many; a whole number. */
  @property() quantity: string | number = 1;
  /** ISO 4217; the programme's own otherwise. */
  @property() currency: string | null = null;
  /** Id of the form to follow: its fields come before `variant`, `quantity` and `amount`. */
  @property() for: string | null = null;
  /** Name of the form's field for the variant; a `data-amount` on it, or on its option, is the price. */
  @property({ attribute: 'variant-field' }) variantField = 'variant';
  /** Name of the form's field for the quantity. */
  @property({ attribute: 'quantity-field' }) quantityField = 'quantity';
  /** What the server would answer, to show in place of asking. */
  @property({ attribute: false }) preview: CartPreview | undefined;
  /** The programme gives no estimates; set by the element. */
  @property({ type: Boolean, reflect: true }) unavailable = false;

  protected override readonly wordParts = ['shopping'] as const;

  readonly #catalog = this.select(catalog);
  readonly #rev = this.select((snapshot) => me(snapshot)?.rev ?? '');
  readonly #order = new OrderPreview(this);
  #warned = '';

  override connectedCallback(): void {
    super.connectedCallback();
    // On the document: a shop may draw its form anew.
    for (const type of EVENTS) document.addEventListener(type, this.#onForm);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of EVENTS) document.removeEventListener(type, this.#onForm);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const definitions = this.#catalog.value;
    const isOpen = !!definitions && !this.preview && definitions.can('cart');
    this.unavailable = !!definitions && !this.preview && !isOpen;
    this.#order.of(isOpen ? this.#request(definitions) : undefined, this.#rev.value);
  }

  /** A product page says nothing of what went wrong here; the console has it. */
  protected override failed(): typeof nothing {
    return nothing;
  }

  protected override renderSkeleton(): typeof nothing {
    return nothing;
  }

  protected override renderGuest(loc: Localizer): TemplateResult | typeof nothing {
    return this.#render(loc, true);
  }

  protected override renderMember(loc: Localizer): TemplateResult | typeof nothing {
    return this.#render(loc, false);
  }

  #render(loc: Localizer, isGuest: boolean): TemplateResult | typeof nothing {
    const preview = this.preview ?? this.#order.value;
    if (!preview) return nothing;
    return html`<loyalty-estimate-line
      exportparts=${PARTS}
      .loc=${loc}
      .preview=${preview}
      .isGuest=${isGuest}
      .isWaiting=${this.#order.isWaiting}
      .joinUrl=${this.settings.joinUrl}
    ></loyalty-estimate-line>`;
  }

  /** One line of an order; undefined where the page does not say enough, which the console explains. */
  #request({ program }: Catalog): CartRequest | undefined {
    const chosen = this.#chosen();
    const amount = this.#whole('amount', chosen.amount ?? this.amount);
    const qty = this.#whole('quantity', chosen.quantity ?? this.quantity);
    const currency =
      this.currency ??
      program.currency ??
      program.units.find((unit) => unit.kind === 'money')?.currency;
    if (amount === undefined || !qty) return undefined;
    if (!currency) return this.#warn('currency="…" is needed: the programme names no currency');
    if (!this.product) return this.#warn('product="…" is needed: the id that your orders name');
    const variant = chosen.variant ?? this.variant;
    const collections = this.collections.split(/\s+/).filter(Boolean);
    const total = amount * qty;
    return {
      currency,
      subtotal: total,
      lines: [
        {
          product: this.product,
          ...(variant && { variant }),
          ...(collections.length && { collections }),
          qty,
          total,
        },
      ],
    };
  }

  #chosen(): Chosen {
    const form = this.for && document.getElementById(this.for);
    return form instanceof HTMLFormElement
      ? readForm(form, { variant: this.variantField, quantity: this.quantityField })
      : {};
  }

  #whole(name: string, value: string | number | null): number | undefined {
    if (value === null || value === '') return undefined;
    const number = Number(value);
    if (Number.isSafeInteger(number) && number >= 0) return number;
    return this.#warn(`${name}="${value}" is not a whole number; € 14.90 is written 1490`);
  }

  /** Once for each mistake. */
  #warn(message: string): undefined {
    if (message !== this.#warned) console.warn(`<loyalty-estimate> ${message}`);
    this.#warned = message;
    return undefined;
  }

  readonly #onForm = (event: Event): void => {
    const { target } = event;
    const form = target instanceof HTMLFormElement ? target : (target as HTMLInputElement).form;
    if (!this.for || form?.id !== this.for) return;
    // A form that is reset has its old values until the event is over.
    setTimeout(() => this.requestUpdate());
  };
}

const EVENTS = ['input', 'change', 'reset'] as const;

define('loyalty-estimate', LoyaltyEstimate);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-estimate': LoyaltyEstimate;
  }
}
