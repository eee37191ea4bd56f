import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { isBlank } from '../../contract/draws.js';
import type {
  Amount,
  Outcome,
  Program,
  Reward,
  RewardState,
  Voucher,
} from '../../contract/types.js';
import { PlayRequestEvent, SeenRequestEvent } from '../events/play.js';
import { describeLimit } from '../i18n/describe.js';
import { define } from '../ui/define.js';
import { disclosure } from '../ui/disclosure.styles.js';
import { icon } from '../ui/icons.js';
import { PARTS } from '../ui/parts.js';
import { safeUrl } from '../ui/safe-url.js';
import { Card } from './card.js';
import { gameStyles } from './game-card.styles.js';
import { prizes } from './game-prizes.js';
import { box, gameOf } from './game-views.js';
import { isDear, nextGo, segmentsOf, unseenOf } from './game-words.js';
import { RequestFlow } from './request-flow.js';
import { costText, rewardFacts, unavailable } from './reward-words.js';
import type { Toy } from './toy.js';
import './voucher-card.js';

/** The second half of a double click must not skip what the first one started. */
const INERT_MS = 500;

/**
 * A game: what it costs, what can come of it, and the one button. The result is the server's; this
 * card shows how it comes about, says it, and tells the page nothing before it lies open.
 *
 * @tagname loyalty-game-card
 * @csspart reward - the card
 * @csspart game - what it is played with
 * @csspart result - what came of it
 * @csspart button - every button
 */
export class GameCard extends Card {
  static override styles = [...Card.styles, disclosure, gameStyles];

  @property({ attribute: false }) reward!: Reward;
  /** Missing for a guest: everything can be read, nothing can be played. */
  @property({ attribute: false }) rewardState: RewardState | undefined;
  /** For the names of levels. */
  @property({ attribute: false }) program: Program | undefined;
  /** What the member has in the unit that this costs. */
  @property({ attribute: false }) balance: Amount | undefined;
  @property({ attribute: false }) applyUrl: string | undefined;
  /** What the member holds, so that what was undone here or elsewhere is not shown as theirs. */
  @property({ attribute: false }) vouchers: readonly Voucher[] = [];

  @query('.toy') private toy!: Toy | null;

  /** What came of the last go on this page. */
  @state() private drawn: Voucher | undefined;
  @state() private stage: 'rest' | 'playing' | 'shown' = 'rest';
  /** What is said to a screen reader whose focus is elsewhere. */
  @state() private said = '';

  readonly #flow = new RequestFlow<Outcome>(this);
  #startedAt = 0;
  /** Lets the rest of the page know what was drawn. */
  #reveal: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Who leaves in the middle finds the balance as it is.
    this.#reveal?.();
  }

  /** Plays, as the button does; does nothing while a go is under way. */
  play(): void {
    if (this.stage === 'playing' || this.#flow.isWorking) return;
    const waiting = this.#waiting;
    if (waiting) void this.#show(waiting);
    else if (isDear(this.loc, this.reward.cost)) this.#flow.open();
    else void this.#draw();
  }

  /** Puts the focus on the one thing to press. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.open')?.focus(options);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { loc, reward, drawn, stage } = this;
    if (!loc.has('more', 'games')) {
      void loc.load('more', 'games').then(
        () => this.requestUpdate(),
        () => undefined,
      );
      return nothing;
    }
    const limit = reward.limit ? describeLimit(loc, reward.limit) : '';
    const facts = [limit, ...rewardFacts(loc, reward, this.rewardState)].filter(Boolean);
    const result = stage === 'rest' ? this.#waiting : drawn;
    return html`<article class="card" part="reward">
      <div class="top">
        <h3>${reward.title}</h3>
        <span class="cost" part="cost">${costText(loc, reward.cost)}</span>
      </div>
      ${reward.detail ? html`<p class="muted small">${reward.detail}</p>` : nothing}
      <div class="stage" part="game">
        ${gameOf(reward).render({
          loc,
          segments: segmentsOf(reward),
          outcome: result ? this.#titleOf(result) : '',
          isBlank: !!result && isBlank(reward, result),
        })}
      </div>
      ${stage === 'shown' && this.#result ? this.#renderResult(this.#result) : nothing}
      ${this.#renderAction()}
      <p class="visually-hidden" role="status">${this.said}</p>
      ${facts.length ? html`<p class="muted small facts">${facts.join(' · ')}</p>` : nothing}
      ${prizes(loc, reward, gameOf(reward).note?.(loc, segmentsOf(reward)))} ${this.#renderTerms()}
    </article>`;
  }

  /** The result as it stands by now. */
  get #result(): Voucher | undefined {
    const now = this.vouchers.find(({ id }) => id === this.drawn?.id) ?? this.drawn;
    return now?.status === 'cancelled' || now?.status === 'failed' ? undefined : now;
  }

  /** A result that lay there before the page was loaded. */
  get #waiting(): Voucher | undefined {
    return this.stage === 'rest' ? unseenOf(this.reward, this.vouchers) : undefined;
  }

  #titleOf(voucher: Voucher): string {
    const { loc } = this;
    return isBlank(this.reward, voucher) ? loc.term('game.lost') : voucher.title;
  }

  /** One button, always at its place while there is something to press: the focus stays on it. */
  #renderAction(): TemplateResult | typeof nothing {
    const { loc, stage } = this;
    const game = gameOf(this.reward);
    if (stage === 'playing') return this.#renderButton(loc.term(game.skip), () => this.#skip());
    if (this.#waiting) {
      return html`<p class="state">${loc.term('game.waiting')}</p>
        ${this.#renderButton(loc.term('game.skip'), () => this.play())}`;
    }
    const availability = this.rewardState?.availability;
    if (!availability) return nothing;
    if (availability.state !== 'available') return this.#renderOff();
    // What cannot be named must not be spent.
    if (!costText(loc, this.reward.cost)) {
      return html`<p class="state">${loc.term('reward.unavailable')}</p>`;
    }
    if (this.#flow.isAsking && isDear(loc, this.reward.cost)) return this.#renderQuestion();
    const again = stage === 'shown' && game !== box;
    const words = this.reward.label ?? loc.term(again ? 'game.again' : game.play);
    return html`${this.#renderButton(words, () => this.play())} ${this.#flow.failure(loc)}
    ${this.balance ? html`<p class="small muted have">${loc.term('game.have', { amount: loc.amount(this.balance) })}</p>` : nothing}`;
  }

  #renderButton(words: string, press: () => void): TemplateResult {
    const isWorking = this.#flow.isWorking;
    const shown = isWorking ? this.loc.term('reward.working') : words;
    return html`<div class="actions">
      <button
        class="open wide"
        part="button play-button"
        aria-label="${shown}: ${this.reward.title}"
        aria-busy=${isWorking}
        aria-disabled=${isWorking}
        @click=${press}
      >
        ${shown}
      </button>
    </div>`;
  }

  #renderQuestion(): TemplateResult {
    const { loc, reward, balance } = this;
    return this.#flow.confirm(loc, {
      question: loc.term('game.confirm', {
        amount: costText(loc, reward.cost),
        title: reward.title,
      }),
      note: balance ? loc.term('game.have', { amount: loc.amount(balance) }) : '',
      details: nothing,
      yes: reward.label ?? loc.term('game.confirmYes'),
      send: () => void this.#draw(),
    });
  }

  /** Why there is no go now, and when the next one is. */
  #renderOff(): TemplateResult {
    const { loc } = this;
    const { availability } = this.rewardState as RewardState;
    const { state: why, at, missing, text } = availability;
    const [gap] = missing ?? [];
    if (why === 'cooldown' && at) {
      return html`<p class="state" part="state">${icon('clock')} ${text ?? nextGo(loc, at)}</p>`;
    }
    const [name, words] = unavailable(loc, this.program, availability);
    const said = gap ? loc.term('game.more', { n: gap.value, amount: loc.amount(gap) }) : words;
    return html`<p class="state" part="state">${icon(name)} ${text ?? said}</p>`;
  }

  #renderResult(voucher: Voucher): TemplateResult {
    const { loc } = this;
    const isPending = voucher.status === 'pending';
    const isLost = isBlank(this.reward, voucher);
    const words = isPending
      ? loc.term('game.pending')
      : isLost
        ? loc.term('game.lost')
        : loc.term('game.won', { title: voucher.title });
    return html`<div
      class="result ${isLost ? 'lost' : ''}"
      part="result"
      role="group"
      aria-label=${words}
      tabindex="-1"
    >
      <strong>${words}</strong>
      ${isLost ? html`<p class="small">${loc.term('game.lostNote')}</p>` : nothing}
      ${
        isLost
          ? nothing
          : html`<loyalty-voucher-card
              bare
              exportparts=${PARTS}
              .loc=${loc}
              .voucher=${voucher}
              .applyUrl=${this.applyUrl}
            ></loyalty-voucher-card>`
      }
    </div>`;
  }

  #renderTerms(): TemplateResult | typeof nothing {
    const url = safeUrl(this.reward.termsUrl);
    return url ? html`<a class="small" href=${url}>${this.loc.term('reward.terms')}</a>` : nothing;
  }

  async #draw(): Promise<void> {
    this.said = '';
    let reveal: () => void = () => undefined;
    const revealed = new Promise<void>((resolve) => (reveal = resolve));
    this.#reveal = reveal;
    const request = new PlayRequestEvent({ rewardId: this.reward.id }, revealed);
    const wasHere = this.#hasFocus;
    const outcome = await this.#flow.send(request);
    if (outcome?.voucher) await this.#show(outcome.voucher, wasHere);
    reveal();
    if (this.drawn?.seenAt === null && outcome?.voucher) this.#tellSeen(outcome.voucher);
  }

  /** Plays a result out, then says it once: to who is here by the focus, to others by the status. */
  async #show(voucher: Voucher, wasHere = false): Promise<void> {
    const isWaiting = this.#waiting?.id === voucher.id;
    this.drawn = voucher;
    if (voucher.status !== 'pending') {
      this.stage = 'playing';
      this.#startedAt = performance.now();
      await this.updateComplete;
      await this.toy?.updateComplete;
      // The question is gone, and the focus with it; the button that skips has taken its place.
      if (wasHere && !this.#hasFocus) this.focus({ preventScroll: true });
      await this.toy?.show(voucher.segment);
    }
    const isHere = this.#hasFocus;
    this.stage = 'shown';
    await this.updateComplete;
    if (!this.isConnected) return;
    const result = this.renderRoot.querySelector<HTMLElement>('.result');
    if (isHere) result?.focus({ preventScroll: true });
    else this.said = this.#sayable(voucher);
    if (!isBlank(this.reward, voucher) && voucher.status !== 'pending') void this.#cheer();
    if (isWaiting) this.#tellSeen(voucher);
  }

  #sayable(voucher: Voucher): string {
    return this.renderRoot.querySelector('.result')?.getAttribute('aria-label') ?? voucher.title;
  }

  get #hasFocus(): boolean {
    return this.renderRoot.querySelector(':focus') !== null;
  }

  #tellSeen({ id }: Voucher): void {
    this.dispatchEvent(new SeenRequestEvent({ voucherId: id }));
  }

  #skip(): void {
    if (performance.now() - this.#startedAt > INERT_MS) this.toy?.skip();
  }

  async #cheer(): Promise<void> {
    try {
      const { celebrate } = await import('../ui/celebration.js');
      await celebrate(this);
    } catch {
      // A celebration that fails is no failure.
    }
  }
}

define('loyalty-game-card', GameCard);

declare global {
  interface HTMLElementTagNameMap {
    'loyalty-game-card': GameCard;
  }
}
