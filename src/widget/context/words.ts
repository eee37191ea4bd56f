import type { LitElement, ReactiveController } from 'lit';
import type { Localizer } from '../i18n/localizer.js';
import { ContextConsumer } from './protocol.js';
import { LOCALIZER } from './store-context.js';

/** The localizer of the nearest provider; a new one (another language) renders the host anew. */
export class Words implements ReactiveController {
  readonly #consumer: ContextConsumer<Localizer>;
  #value: Localizer | undefined;

  constructor(host: LitElement) {
    this.#consumer = new ContextConsumer(host, LOCALIZER, (value) => {
      if (value === this.#value) return;
      this.#value = value;
      host.requestUpdate();
    });
    host.addController(this);
  }

  get value(): Localizer | undefined {
    return this.#value;
  }

  hostConnected(): void {
    this.#consumer.connect();
  }

  hostDisconnected(): void {
    this.#consumer.disconnect();
  }
}
