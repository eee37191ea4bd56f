import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isBlank } from '../../contract/draws.js';
import type {
  Amount,
  Availability,
  Cost,
  Outcome,
  Program,
  Reward,
  RewardState,
  Voucher,
} from '../../contract/types.js';
import { ApplyRequestEvent, GoalRequestEvent, RedeemRequestEvent } from '../events/requests.js';
import { define } from '../ui/define.js';
import { icon, type IconName } from '../ui/icons.js';
import { safeUrl } from '../ui/safe-url.js';
import { PARTS } from '../ui/parts.js';
import { Card } from './card.js';
import { RequestFlow } from './request-flow.js';
import { rewardCard } from './reward-card.styles.js';
import { gapBar } from './reward-gap.js';
import { costText, odds, rewardFacts, unavailable } from './reward-words.js';
import './voucher-card.js';

/**
 * A reward of the catalogue: what it is, what it costs, and whether it can be had now. Its states
 * come from the server; this card computes none of them.
 *
 * @tagname loyalty-reward-card
 * @csspart reward - the card
 * @csspart cost - the price
 * @csspart button - every button
 * @csspart progress - the bar
 */
export class RewardCard extends Card {
  static override styles = [...Card.styles, rewardCard];

  @property({ attribute: false }) reward!: Reward;
  /** Missing for a guest: everything can be read, nothing can be taken. */
  @property({ attribute: false }) rewardState: RewardState | undefined;
  /** For the names of levels. */
  @property({ attribute: false }) program: Program | undefined;
  /** What the member has in the unit that this costs. */
  @property({ attribute: false }) balance: Amount | undefined;
  @property({ attribute: false }) applyUrl: string | undefined;
  /** Whether the shopper saves for it; absent where nothing can be pinned. */
  @property({ attribute: false }) isGoal: boolean | undefined;
  /** Without head and frame, where something else says what it is. */
  @property({ type: Boolean, reflect: true }) bare = false;

  /** What the member holds, so that a code that was undone here or elsewhere is not shown as theirs. */
  @property({ attribute: false }) vouchers: readonly Voucher[] = [];

  @state() private taken: Voucher | undefined;
  @state() protected choice: string | undefined;

  protected readonly flow = new RequestFlow<Outcome>(this);

  /** What came of the shopper's own press, as it stands by now. */
  protected get won(): Voucher | undefined {
    const now = this.vouchers.find(({ id }) => id === this.taken?.id) ?? this.taken;
    return now?.status === 'cancelled' || now?.status === 'failed' ? undefined : now;
  }

  #wasInWon = false;

  protected override willUpdate(): void {
    this.#wasInWon = !!this.renderRoot.querySelector('.won:focus-within');
  }

  /** What was taken back goes with the button that was pressed: the focus stays with the reward. */
  protected override updated(): void {
    if (this.#wasInWon && !this.won) this.renderRoot.querySelector('article')?.focus();
  }

  protected override render(): TemplateResult {
    const { reward, loc } = this;
    const isOff =
      !this.won &&
      !!this.rewardState &&
      !['available', 'short'].includes(this.rewardState.availability.state);
    return html`<article class="card ${isOff ? 'off' : ''}" part="reward" tabindex="-1">
      ${this.bare ? nothing : this.#renderHead()} ${this.renderDetails()}
      ${this.won ? this.renderWon(this.won) : this.#renderState()} ${odds(loc, reward)}
      ${this.bare ? nothing : this.#renderFoot()}
    </article>`;
  }

  #renderHead(): TemplateResult {
    const { reward, loc } = this;
    const facts = rewardFacts(loc, reward, this.rewardState).join(' · ');
    return html`${this.#renderImage()}
      <div class="head">
        ${reward.image ? nothing : html`<span class="emblem">${icon(reward.icon, this.fallbackIcon)}</span>`}
        <div class="words">
          <div class="top">
            <h3>${reward.title}</h3>
            <span class="cost" part="cost">${costText(loc, this.cost)}</span>
          </div>
          ${reward.detail ? html`<p class="muted small">${reward.detail}</p>` : nothing}
          ${facts ? html`<p class="muted small">${facts}</p>` : nothing}
        </div>
      </div>`;
  }

  /** What stands for the reward where it brings no icon. */
  protected get fallbackIcon(): IconName {
    return 'gift';
  }

  /** What is paid; one of several where the shopper chooses. */
  protected get cost(): Cost {
    return this.reward.cost;
  }

  /** What a view has to say besides. */
  protected renderDetails(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The price in words; empty where nothing is paid. */
  protected get price(): string {
    return this.cost.kind === 'free' ? '' : costText(this.loc, this.cost);
  }

  /** What the shopper does with an available reward; the plain card has a button. */
  protected renderAvailable(): TemplateResult {
    const { loc, reward } = this;
    // What cannot be named must not be spent.
    if (!costText(loc, this.cost))
      return html`<p class="state">${loc.term('reward.unavailable')}</p>`;
    return this.flow.isAsking
      ? this.renderConfirm(this.price)
      : html`<div class="actions">
            <button
              class="open wide ${this.bare ? 'quiet' : ''}"
              part="button redeem-button"
              aria-label="${this.verb}: ${reward.title}"
              @click=${() => this.flow.open()}
            >
              ${this.verb}
            </button>
          </div>
          ${this.flow.failure(loc)}`;
  }

  /** What the button says. */
  protected get verb(): string {
    const isBought = this.cost.kind === 'price';
    return this.loc.term(isBought ? 'reward.buy' : 'reward.redeem');
  }

  /** The question before something is spent. @param price in words; empty where it is free */
  protected renderConfirm(price: string): TemplateResult {
    const { loc, reward, balance } = this;
    const { title } = reward;
    return this.flow.confirm(loc, {
      question: price ? this.ask(price) : loc.term('reward.confirmFree', { title }),
      note: price && balance ? loc.term('reward.balance', { amount: loc.amount(balance) }) : '',
      details: this.renderChoices(),
      yes:
        reward.label ?? loc.term(this.cost.kind === 'price' ? 'reward.order' : 'reward.confirmYes'),
      send: () => void this.redeem(),
    });
  }

  /** The question about a price. */
  protected ask(amount: string): string {
    const { title } = this.reward;
    const isBought = this.cost.kind === 'price';
    return this.loc.term(isBought ? 'reward.confirmBuy' : 'reward.confirm', { amount, title });
  }

  /** Sends the request; a voucher that comes back is shown in the reward's place. */
  protected async redeem(spend?: number): Promise<void> {
    const outcome = await this.flow.send(
      new RedeemRequestEvent({
        rewardId: this.reward.id,
        ...(spend !== undefined && { spend }),
        ...(this.chosen && { choice: this.chosen }),
      }),
    );
    if (!outcome?.voucher) return;
    this.taken = outcome.voucher;
    const { status, applyUrl } = outcome.voucher;
    // Real money is paid at the shop's own till.
    if (status === 'pending' && applyUrl)
      this.dispatchEvent(new ApplyRequestEvent({ voucher: outcome.voucher, url: applyUrl }));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.won')?.focus();
  }

  /** What it can be, where there is a choice. */
  protected get choices(): readonly { id: string; title: string }[] {
    for (const grant of this.reward.grants) {
      const isChosen = grant.kind === 'product' || grant.kind === 'donation';
      if (isChosen && grant.choices?.length) return grant.choices;
    }
    return [];
  }

  protected get chosen(): string | undefined {
    return this.choice ?? this.choices[0]?.id;
  }

  /** Which of several things it shall be; asked with the question. */
  protected renderChoices(): TemplateResult | typeof nothing {
    if (!this.choices.length) return nothing;
    return html`<select
      aria-label=${this.loc.term('reward.choose')}
      @change=${(event: Event) => (this.choice = (event.target as HTMLSelectElement).value)}
    >
      ${this.choices.map(
        ({ id, title }) =>
          html`<option value=${id} ?selected=${id === this.chosen}>${title}</option>`,
      )}
    </select>`;
  }

  #renderImage(): TemplateResult | typeof nothing {
    const { image } = this.reward;
    const url = safeUrl(image?.url);
    return image && url
      ? html`<img
          src=${url}
          width=${image.width}
          height=${image.height}
          alt=${image.alt}
          loading="lazy"
        />`
      : nothing;
  }

  #renderState(): TemplateResult | typeof nothing {
    const availability = this.rewardState?.availability;
    if (!availability) return nothing;
    // A question that stands open, or failed, outlives news of the balance: its answer may be lost.
    if (availability.state === 'available' || this.flow.isAsking) return this.renderAvailable();
    if (availability.state === 'short') return this.#renderShort(availability);
    const [name, text] = unavailable(this.loc, this.program, availability);
    return html`<p class="state" part="state">${icon(name)} ${availability.text ?? text}</p>`;
  }

  #renderShort(availability: Availability): TemplateResult {
    const { loc, reward } = this;
    const bar = gapBar(loc, reward, availability);
    if (bar) return bar;
    return html`<p class="state">${availability.text ?? loc.term('error.short')}</p>`;
  }

  /** What came of it, in the reward's place. */
  protected renderWon(voucher: Voucher): TemplateResult {
    const { loc } = this;
    const isLost = isBlank(this.reward, voucher);
    const isPending = voucher.status === 'pending';
    return html`<div class="won" tabindex="-1" role="group" aria-label=${voucher.title}>
      ${
        isPending
          ? nothing
          : html`<p class="chip">
              ${icon(isLost ? 'clock' : 'check')}
              ${loc.term(isLost ? 'reward.lost' : 'reward.done')}
            </p>`
      }
      ${isLost ? nothing : html`<strong>${voucher.title}</strong>`}
      <loyalty-voucher-card
        bare
        exportparts=${PARTS}
        .loc=${loc}
        .voucher=${voucher}
        .applyUrl=${this.applyUrl}
      ></loyalty-voucher-card>
    </div>`;
  }

  #renderFoot(): TemplateResult {
    const { loc, reward } = this;
    const url = safeUrl(reward.termsUrl);
    return html`${url ? html`<a class="small" href=${url}>${loc.term('reward.terms')}</a>` : nothing}
    ${this.#canPin() ? this.#renderPin() : nothing}`;
  }

  /** What can be had at once need not be saved for. */
  #canPin(): boolean {
    const state = this.rewardState?.availability.state;
    return (
      this.isGoal === true || (this.isGoal === false && (state === 'short' || state === 'locked'))
    );
  }

  #renderPin(): TemplateResult {
    const { loc, reward, isGoal } = this;
    const words = loc.term(isGoal ? 'reward.isGoal' : 'reward.goal');
    return html`<button
      class="plain pin"
      part="button pin-button"
      aria-label="${words}: ${reward.title}"
      aria-pressed=${!!isGoal}
      @click=${() => this.dispatchEvent(new GoalRequestEvent({ rewardId: isGoal ? null : reward.id }))}
    >
      ${icon(isGoal ? 'check' : 'pin')} ${words}
    </button>`;
  }
}

define('loyalty-reward-card', RewardCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-reward-card': RewardCard;
  }
}
