/**
 * The community's context protocol (webcomponents-cg, "Context Protocol"), as far as we need it: an
 * element asks by an event that bubbles, the nearest provider answers and keeps it informed. Who asks
 * before its provider is there asks again when one arrives. Written out because the library for it
 * costs 0.75 kB of a page's budget of 30 (docs/decisions/0002-context.md).
 */

const REQUEST = 'context-request';
const ARRIVED = 'loyalty-context-arrived';

/** Hears of a value, and of every later one until `stop` is called. */
type Callback<T> = (value: T | undefined, stop: () => void) => void;

class ContextRequestEvent<T> extends Event {
  constructor(
    readonly context: string,
    readonly contextTarget: Element,
    readonly callback: Callback<T>,
  ) {
    super(REQUEST, { bubbles: true, composed: true });
  }

  /** The protocol's mark of who wants to be kept informed. */
  readonly subscribe = true;
}

/** Hands a value to everything below an element, now and whenever it changes. */
export class ContextProvider<T> {
  readonly #host: Element;
  readonly #context: string;
  readonly #callbacks = new Set<Callback<T>>();
  #value: T | undefined;

  /** @param context its name, the same for providers and consumers of one kind of value */
  constructor(host: Element, context: string) {
    this.#host = host;
    this.#context = context;
  }

  connect(): void {
    this.#host.addEventListener(REQUEST, this.#answer);
    dispatchEvent(new Event(ARRIVED));
  }

  disconnect(): void {
    this.#host.removeEventListener(REQUEST, this.#answer);
    this.set(undefined);
    this.#callbacks.clear();
  }

  set(value: T | undefined): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const callback of [...this.#callbacks]) this.#tell(callback);
  }

  readonly #answer = (event: Event): void => {
    const request = event as ContextRequestEvent<T>;
    if (request.context !== this.#context || request.contextTarget === this.#host) return;
    request.stopImmediatePropagation();
    this.#callbacks.add(request.callback);
    this.#tell(request.callback);
  };

  #tell(callback: Callback<T>): void {
    callback(this.#value, () => this.#callbacks.delete(callback));
  }
}

/** Takes a value from the nearest provider for as long as its host is on the page. */
export class ContextConsumer<T> {
  readonly #host: Element;
  readonly #context: string;
  readonly #onValue: (value: T | undefined) => void;
  #round = 0;
  #stop: (() => void) | undefined;

  constructor(host: Element, context: string, onValue: (value: T | undefined) => void) {
    this.#host = host;
    this.#context = context;
    this.#onValue = onValue;
  }

  connect(): void {
    addEventListener(ARRIVED, this.#ask);
    this.#ask();
  }

  disconnect(): void {
    removeEventListener(ARRIVED, this.#ask);
    this.#round++;
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Also when a provider has just arrived: it may be nearer than the one that answered before. */
  readonly #ask = (): void => {
    const round = ++this.#round;
    this.#stop?.();
    const callback: Callback<T> = (value, stop) => {
      // A provider that was left behind may still call.
      if (round !== this.#round) return stop();
      this.#stop = stop;
      this.#onValue(value);
    };
    this.#host.dispatchEvent(new ContextRequestEvent(this.#context, this.#host, callback));
  };
}
