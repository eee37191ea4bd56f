import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CartPreview, CartRequest, Voucher } from '../../contract/types.js';
import { applyUrlOf, isUsable } from '../cards/apply.js';
import '../cards/cart-earns.js';
import '../cards/reward-card.js';
import type { RedeemRequestEvent } from '../events/requests.js';
import { ApplyRequestEvent } from '../events/requests.js';
import { loadFailureTerm } from '../i18n/load-failure.js';
import type { Localizer } from '../i18n/localizer.js';
import type { Catalog } from '../store/catalog.js';
import { catalog, me, rewards, tracks, wallets } from '../store/selectors.js';
import { card } from '../ui/card.styles.js';
import { define } from '../ui/define.js';
import { icon } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { Block } from './block.js';
import { rewardRow, voucherRow, type RewardFit } from './cart-rows.js';
import { cartOn, scriptOf } from './cart-source.js';
import { OrderPreview } from './order-preview.js';
import { balanceFor, plain, viewOf } from './reward-views.js';
import { Quotes } from './quotes.js';
import { Views } from './views.js';

/** Something that could lie on the order. */
interface Row {
  readonly key: string;
  /** Whether it can, in the server's word. */
  readonly state: string;
  readonly render: () => TemplateResult;
}

const none: readonly Voucher[] = [];
/** Near enough to be worth a word at a till; the rest has its own section. */
const NEAR = new Set(['cart', 'short']);

/**
 * In the cart and at the checkout: what this order earns and reaches, and what can be spent on it,
 * redeemed and applied in place. It knows the cart by the `cart` property, by a script of JSON that
 * the shop prints, or by `subtotal` alone; the server does the reckoning.
 *
 * @summary What an order earns, and what can be spent on it.
 * @tagname loyalty-cart
 * @slot - a `<script type="application/json">` with the cart
 * @fires {RedeemRequestEvent} loyalty-redeem-request - the shopper takes a reward
 * @fires {ApplyRequestEvent} loyalty-apply-request - a code is to lie on this order
 * @csspart cart - the whole
 * @csspart earns - what is earned
 * @csspart offer - something that can be spent
 * @csspart progress - a bar
 * @csspart button - every button
 * @csspart apply-button - takes a code to the cart
 * @csspart redeem-button - takes a reward
 */
export class LoyaltyCart extends Block {
  static override styles = [
    ...Block.styles,
    card,
    css`
      .card {
        gap: 16px;
      }
      .offers h2 {
        margin-block-end: 8px;
        font-size: 15px;
      }
      summary {
        display: flex;
        align-items: center;
        gap: 6px;
        min-block-size: 44px;
        color: var(--_accent-text);
        font-size: 14px;
        list-style: none;
        cursor: pointer;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary .icon {
        rotate: 90deg;
      }
      [open] > summary .icon {
        rotate: -90deg;
      }
    `,
  ];

  /** The cart in the shape of the contract's `CartRequest`; money in minor units. */
  @property({ attribute: false }) cart: CartRequest | undefined;
  /** What the goods cost, a whole number in minor units; for shops that can say no more. */
  @property() subtotal: string | number | null = null;
  /** ISO 4217, with `subtotal`; the programme's own otherwise. */
  @property() currency: string | null = null;
  /** What the server would answer, to show in place of asking. */
  @property({ attribute: false }) preview: CartPreview | undefined;

  protected override readonly wordParts = ['more', 'shopping'] as const;

  readonly #catalog = this.select(catalog);
  readonly #rev = this.select((snapshot) => me(snapshot)?.rev ?? '');
  readonly #tracks = this.select(tracks);
  readonly #rewards = this.select(rewards);
  readonly #wallets = this.select(wallets);
  readonly #vouchers = this.select((snapshot) => me(snapshot)?.vouchers ?? none);
  readonly #order = new OrderPreview(this);
  readonly #views = new Views(this, plain);
  readonly #quotes = new Quotes(this);
  readonly #script = new MutationObserver(() => this.requestUpdate());
  /** Taken here just now: its row stays where it is, with what came of it. */
  readonly #taken = new Map<string, RewardFit>();
  #lastFits: readonly RewardFit[] = [];
  #now: CartRequest | undefined;
  #warned = '';

  override connectedCallback(): void {
    super.connectedCallback();
    const watched = { childList: true, characterData: true, subtree: true };
    this.#script.observe(this, watched);
    const printed = scriptOf(this);
    if (printed) this.#script.observe(printed, watched);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#script.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const definitions = this.#catalog.value;
    const isOpen = !!definitions && !this.preview && definitions.can('cart');
    this.#now = isOpen ? this.#read(definitions) : undefined;
    this.#order.of(this.#now, this.#rev.value);
  }

  protected override renderSkeleton(): TemplateResult {
    return this.bones(96);
  }

  protected override renderGuest(
    loc: Localizer,
    definitions: Catalog,
  ): TemplateResult | typeof nothing {
    const preview = this.#shown(loc);
    if (!preview || !('earns' in preview)) return preview ?? nothing;
    void import('../cards/guest-card.js').catch(() => undefined);
    const { joinUrl, signInUrl } = this.settings;
    return html`<section class="card" part="cart" aria-label=${loc.term('cart.title')}>
      ${this.#renderEarns(loc, definitions, preview, true)}
      <loyalty-guest-card
        brief
        exportparts=${PARTS}
        .loc=${loc}
        .program=${definitions.program}
        .joinUrl=${joinUrl}
        .signInUrl=${signInUrl}
      ></loyalty-guest-card>
    </section>`;
  }

  protected override renderMember(
    loc: Localizer,
    definitions: Catalog,
  ): TemplateResult | typeof nothing {
    const preview = this.#shown(loc);
    if (!preview || !('earns' in preview)) return preview ?? nothing;
    return html`<section class="card" part="cart" aria-label=${loc.term('cart.title')}>
      ${this.#renderEarns(loc, definitions, preview, false)}
      ${this.#renderOffers(loc, definitions, preview)}
    </section>`;
  }

  /** What the server says; a template where there is something else to show. */
  #shown(loc: Localizer): CartPreview | TemplateResult | undefined {
    if (this.preview) return this.preview;
    if (!this.#now) return undefined;
    const { failure, value } = this.#order;
    if (failure) {
      return html`<div class="empty" part="error">
        <p>${loc.term(loadFailureTerm(failure))}</p>
        <button class="quiet" part="button" @click=${() => this.#order.retry()}>
          ${loc.term('error.retry')}
        </button>
      </div>`;
    }
    return value ?? this.renderSkeleton();
  }

  #renderEarns(
    loc: Localizer,
    { program }: Catalog,
    preview: CartPreview,
    isGuest: boolean,
  ): TemplateResult {
    return html`<loyalty-cart-earns
      exportparts=${PARTS}
      .loc=${loc}
      .program=${program}
      .preview=${preview}
      .tracks=${this.#tracks.value}
      .isGuest=${isGuest}
      .isWaiting=${this.#order.isWaiting}
    ></loyalty-cart-earns>`;
  }

  #renderOffers(
    loc: Localizer,
    definitions: Catalog,
    preview: CartPreview,
  ): TemplateResult | typeof nothing {
    const rows = this.#rows(loc, definitions, preview);
    const open = rows.filter(({ state }) => state === 'available');
    const near = rows.filter(({ state }) => NEAR.has(state));
    if (!open.length && !near.length) return nothing;
    const list = (some: readonly Row[]) =>
      repeat(
        some,
        ({ key }) => key,
        ({ render }) => render(),
      );
    return html`<div class="offers" @loyalty-redeem-request=${this.#onRedeem}>
      <h2>${loc.term('cart.spend')}</h2>
      ${open.length ? list(open) : html`<p class="muted small">${loc.term('cart.nothing')}</p>`}
      ${
        near.length
          ? html`<details>
              <summary>${icon('chevron')} ${loc.term('cart.near', { n: near.length })}</summary>
              ${list(near)}
            </details>`
          : nothing
      }
    </div>`;
  }

  /** What is held already comes before what has to be paid for first; otherwise as the server orders it. */
  #rows(loc: Localizer, definitions: Catalog, preview: CartPreview): Row[] {
    const { rewards = [], vouchers = [], best } = preview;
    this.#lastFits = rewards;
    const { applyUrl } = this.settings;
    const isBest = (kind: string, id: string) => best?.kind === kind && best.id === id;
    const held = vouchers.flatMap((fit): Row[] => {
      const voucher = this.#vouchers.value.find(({ id }) => id === fit.voucher);
      if (!voucher || this.#isTaken(voucher)) return [];
      const render = () =>
        voucherRow(fit, isBest('voucher', voucher.id), { loc, voucher, applyUrl }, this.#apply);
      return [{ key: `voucher ${voucher.id}`, state: fit.availability.state, render }];
    });
    const gone = [...this.#taken.values()].filter(
      ({ reward }) => !rewards.some((fit) => fit.reward === reward),
    );
    const open = [...rewards, ...gone].flatMap((now): Row[] => {
      const reward = definitions.rewards.get(now.reward);
      if (!reward) return [];
      const fit = this.#taken.get(now.reward) ?? now;
      const render = () =>
        rewardRow(fit, isBest('reward', reward.id), this.#views.get(viewOf(reward)), {
          loc,
          program: definitions.program,
          reward,
          state: this.#rewards.value.find((state) => state.reward === reward.id),
          balance: balanceFor(reward, this.#wallets.value),
          vouchers: this.#vouchers.value,
          applyUrl,
          ...(definitions.can('quote') && {
            quote: (spend: number) => this.#quotes.of(reward.id, spend),
          }),
        });
      return [{ key: `reward ${reward.id}`, state: fit.availability.state, render }];
    });
    return [...held, ...open];
  }

  /** Its code stands in the row of the reward that was taken a moment ago. */
  #isTaken({ source }: Voucher): boolean {
    return source.kind === 'reward' && this.#taken.has(source.id ?? '');
  }

  readonly #apply = (voucher: Voucher): void => {
    const url = applyUrlOf(voucher, this.settings.applyUrl);
    this.dispatchEvent(new ApplyRequestEvent({ voucher, url }));
  };

  /** One question is enough: what is taken in the cart is for this cart. */
  readonly #onRedeem = (event: RedeemRequestEvent): void => {
    const { rewardId } = event.detail;
    // Who answers the request is known when it has bubbled to the end.
    queueMicrotask(() => {
      event.result.then(
        (outcome) => {
          const voucher = outcome?.voucher;
          if (!voucher) return;
          const fit = this.#lastFits.find(({ reward }) => reward === rewardId);
          if (fit) this.#taken.set(rewardId, fit);
          const hasCode = isUsable(voucher) && !!voucher.code;
          if (hasCode && applyUrlOf(voucher, this.settings.applyUrl)) this.#apply(voucher);
        },
        () => undefined,
      );
    });
  };

  /** What the page says that is in the cart; a mistake in it is told on the console, once. */
  #read({ program }: Catalog): CartRequest | undefined {
    const { cart, subtotal, currency } = this;
    try {
      return cartOn(this, { cart, subtotal, currency: currency ?? program.currency });
    } catch (error) {
      const { message } = error as Error;
      if (message !== this.#warned) console.warn(`<loyalty-cart> ${message}`);
      this.#warned = message;
      return undefined;
    }
  }
}

define('loyalty-cart', LoyaltyCart);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-cart': LoyaltyCart;
  }
}
