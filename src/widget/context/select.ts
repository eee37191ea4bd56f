import { ContextConsumer } from '@lit/context';
import type { LitElement } from 'lit';
import { emptySnapshot, type Snapshot } from '../store/snapshot.js';
import type { Store } from '../store/store.js';
import { storeContext } from './store-context.js';

export interface SelectOptions {
  /** What is shown in place of the store's state, where the page handed data over. */
  readonly own?: () => Snapshot | undefined;
  /** Looks on, and does not make the store connect. */
  readonly isLazy?: boolean;
}

/**
 * Shows an element one slice of the store, and wakes it only when that slice changes.
 * `@consume` would update its host on every notification, whatever it shows.
 */
export class Select<T> {
  readonly #host: LitElement;
  readonly #selector: (snapshot: Snapshot) => T;
  #store: Store | undefined;
  #stop: (() => void) | undefined;
  #value: T;

  readonly #options: SelectOptions;

  /** @param selector must give the same object for the same state, or the host never rests */
  constructor(host: LitElement, selector: (snapshot: Snapshot) => T, options: SelectOptions = {}) {
    this.#host = host;
    this.#selector = selector;
    this.#options = options;
    this.#value = selector(emptySnapshot);
    host.addController(this);
    new ContextConsumer(host, {
      context: storeContext,
      subscribe: true,
      callback: (store) => this.#follow(store),
    });
  }

  get value(): T {
    const own = this.#options.own?.();
    return own ? this.#selector(own) : this.#value;
  }

  /** Undefined where no provider serves this place. */
  get store(): Store | undefined {
    return this.#store;
  }

  hostConnected(): void {
    this.#follow(this.#store);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #follow(store: Store | undefined): void {
    this.#stop?.();
    this.#store = store;
    this.#stop = this.#options.isLazy ? store?.observe(this.#read) : store?.subscribe(this.#read);
    this.#read();
  }

  readonly #read = (): void => {
    const value = this.#selector(this.#store?.snapshot ?? emptySnapshot);
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#host.requestUpdate();
  };
}
