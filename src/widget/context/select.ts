import type { LitElement, ReactiveController } from 'lit';
import { emptySnapshot, type Snapshot } from '../store/snapshot.js';
import type { Store } from '../store/store.js';
import { ContextConsumer } from './protocol.js';
import { STORE } from './store-context.js';

export interface SelectOptions {
  /** What is shown in place of the store's state, where the page handed data over. */
  readonly own?: () => Snapshot | undefined;
  /** Looks on, and does not make the store connect. */
  readonly isLazy?: boolean;
}

/** Shows an element one slice of the store, and wakes it only when that slice changes. */
export class Select<T> implements ReactiveController {
  readonly #host: LitElement;
  readonly #selector: (snapshot: Snapshot) => T;
  readonly #options: SelectOptions;
  readonly #consumer: ContextConsumer<Store>;
  #store: Store | undefined;
  #stop: (() => void) | undefined;
  #value: T;

  /** @param selector must give the same object for the same state, or the host never rests */
  constructor(host: LitElement, selector: (snapshot: Snapshot) => T, options: SelectOptions = {}) {
    this.#host = host;
    this.#selector = selector;
    this.#options = options;
    this.#value = selector(emptySnapshot);
    this.#consumer = new ContextConsumer(host, STORE, (store) => this.#follow(store));
    host.addController(this);
  }

  get value(): T {
    const own = this.#options.own?.();
    return own ? this.#selector(own) : this.#value;
  }

  /** Undefined where no provider serves this place. */
  get store(): Store | undefined {
    return this.#store;
  }

  /** An attribute of the host may have changed what the selector looks at. */
  hostUpdate(): void {
    if (this.#store) this.#value = this.#selector(this.#store.snapshot);
  }

  hostConnected(): void {
    this.#consumer.connect();
  }

  hostDisconnected(): void {
    this.#consumer.disconnect();
    this.#follow(undefined);
  }

  #follow(store: Store | undefined): void {
    this.#stop?.();
    this.#store = store;
    this.#stop = this.#options.isLazy ? store?.observe(this.#read) : store?.subscribe(this.#read);
    if (store) this.#read();
  }

  readonly #read = (): void => {
    const value = this.#selector(this.#store?.snapshot ?? emptySnapshot);
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#host.requestUpdate();
  };
}
