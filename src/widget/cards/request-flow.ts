import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { ask, type RequestEvent } from '../events/request-event.js';
import { failureTerm } from '../i18n/failures.js';
import type { Localizer } from '../i18n/localizer.js';
import { safeUrl } from '../ui/safe-url.js';

type Stage = 'rest' | 'asking' | 'working';

/** A tap that opens the question must not answer it too. */
const INERT_MS = 400;

/** What is asked before something is spent. */
export interface Question {
  readonly question: string;
  readonly note: string;
  /** What is still to be chosen. */
  readonly details: TemplateResult | typeof nothing;
  /** The text of the binding button; a law may demand one. */
  readonly yes: string;
  readonly send: () => void;
}

/**
 * One request of the shopper in a card: asks for confirmation where it costs something, says that it
 * works, says what went wrong. The outcome itself is shown by whoever owns the flow.
 */
export class RequestFlow<Outcome> implements ReactiveController {
  readonly #host: LitElement & { readonly loc: Localizer };
  #stage: Stage = 'rest';
  #error: unknown;
  #openedAt = 0;

  constructor(host: LitElement & { readonly loc: Localizer }) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stage = 'rest';
  }

  get isAsking(): boolean {
    return this.#stage !== 'rest';
  }

  get isWorking(): boolean {
    return this.#stage === 'working';
  }

  /** Opens the question and moves the focus to it. */
  open(): void {
    this.#error = undefined;
    this.#openedAt = performance.now();
    this.#to('asking');
    void this.#host.updateComplete.then(() => this.#focus('.confirm'));
  }

  /** Takes the question back and returns the focus to the button that opened it. */
  close(): void {
    this.#to('rest');
    void this.#host.updateComplete.then(() => this.#focus('.open'));
  }

  /**
   * Sends the request. A second press while it works does nothing.
   * @returns what came of it; undefined where it was stopped or failed, which is then shown
   */
  async send(event: RequestEvent<unknown, Outcome>): Promise<Outcome | undefined> {
    const isTooEarly = this.#stage === 'asking' && performance.now() - this.#openedAt < INERT_MS;
    if (this.isWorking || isTooEarly) return undefined;
    const before = this.#stage;
    this.#error = undefined;
    this.#to('working');
    try {
      const outcome = await ask(this.#host, event);
      // Stopped by the page: the focus goes back to where it came from.
      if (outcome || before !== 'asking') this.#to('rest');
      else this.close();
      return outcome;
    } catch (error) {
      this.#error = error;
      this.#to(before);
      // The sentence for it may not be among the first words.
      void this.#host.loc.load('more').then(() => this.#host.requestUpdate());
      return undefined;
    }
  }

  /** The question with its two answers. */
  confirm(loc: Localizer, { question, note, details, yes, send }: Question): TemplateResult {
    return html`<div
      class="confirm note"
      role="group"
      aria-label="${question} ${note}"
      tabindex="-1"
      part="confirm"
      @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
    >
      <p><strong>${question}</strong> ${note}</p>
      ${details} ${this.failure(loc)}
      <div class="actions">
        <button
          class="wide"
          part="button confirm-button"
          aria-busy=${this.isWorking}
          aria-disabled=${this.isWorking}
          @click=${send}
        >
          ${this.isWorking ? loc.term('reward.working') : yes}
        </button>
        <button
          class="quiet"
          part="button"
          ?disabled=${this.isWorking}
          @click=${() => this.close()}
        >
          ${loc.term('reward.confirmNo')}
        </button>
      </div>
    </div>`;
  }

  /** What went wrong, in a sentence that a screen reader hears too. */
  failure(loc: Localizer): TemplateResult | typeof nothing {
    const error = this.#error;
    if (!error) return nothing;
    const isFramed = (error as { code?: unknown }).code === 'framed';
    const own = isFramed ? safeUrl(location.href) : undefined;
    return html`<p class="note bad" role="alert" part="error">
      ${loc.term(failureTerm(error))}
      ${own ? html`<a href=${own} target="_blank">${loc.term('error.framedOpen')}</a>` : nothing}
    </p>`;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.isWorking) return;
    // Escape answers this question; the panel around it stays open.
    event.stopPropagation();
    event.preventDefault();
    this.close();
  }

  #to(stage: Stage): void {
    this.#stage = stage;
    this.#host.requestUpdate();
  }

  #focus(selector: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
