import type { LitElement, ReactiveController } from 'lit';
import { onChoice } from '../store/choices.js';

/** Renders its host anew when the shopper has chosen something on this device, in any tab. */
export class Chosen implements ReactiveController {
  readonly #host: LitElement;
  #stop: (() => void) | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = onChoice(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }
}
