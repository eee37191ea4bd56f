import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import type { Localizer } from '../i18n/localizer.js';
import { localizerContext } from './store-context.js';

/** The localizer of the nearest provider; a new one (another language) renders the host anew. */
export class Words {
  readonly #consumer: ContextConsumer<typeof localizerContext, LitElement>;

  constructor(host: LitElement) {
    this.#consumer = new ContextConsumer(host, { context: localizerContext, subscribe: true });
  }

  get value(): Localizer | undefined {
    return this.#consumer.value;
  }
}
