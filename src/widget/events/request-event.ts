/**
 * What a shopper asks for. Bubbles to the provider, which does it. A page may listen on the way:
 * `preventDefault()` stops the request, and `respondWith()` answers in the provider's place, after a
 * confirmation of its own for instance, as a service worker answers a fetch.
 */
export abstract class RequestEvent<Detail, Result = unknown> extends Event {
  /** What exactly is asked: ids, an amount to spend, a choice. Never points, prices or discounts. */
  readonly detail: Readonly<Detail>;
  #result: Promise<Result | undefined> = Promise.resolve(undefined);
  #answeredBy: 'nobody' | 'provider' | 'page' = 'nobody';

  constructor(type: string, detail: Detail) {
    super(type, { bubbles: true, composed: true, cancelable: true });
    this.detail = Object.freeze({ ...detail });
  }

  /** Settles with the answer; `undefined` where the request was stopped or nobody is there to do it. */
  get result(): Promise<Result | undefined> {
    return this.#result;
  }

  /** The page has stopped the request, or answers it itself. */
  get isTaken(): boolean {
    return this.defaultPrevented || this.#answeredBy === 'page';
  }

  /** The page takes the request on, in the provider's place. The first one to do so answers. */
  respondWith(result: Promise<Result | undefined>): void {
    if (this.#answeredBy === 'page') return;
    this.#answeredBy = 'page';
    this.#keep(result);
  }

  /**
   * The nearest provider takes the request on, unless the page stops or answers it, on whatever
   * element its listener sits: so it waits until the event has bubbled to the end.
   */
  respondByDefault(perform: () => Promise<Result | undefined>): void {
    if (this.#answeredBy !== 'nobody') return;
    this.#answeredBy = 'provider';
    this.#keep(Promise.resolve().then(() => (this.isTaken ? undefined : perform())));
  }

  #keep(result: Promise<Result | undefined>): void {
    // A page may hand over anything; only a promise is waited for.
    this.#result = Promise.resolve(result);
    // Who does not care for the result must not cause an unhandled rejection.
    this.#result.catch(() => undefined);
  }
}

/** Dispatches a request and gives its result. */
export function ask<Result>(
  from: EventTarget,
  event: RequestEvent<unknown, Result>,
): Promise<Result | undefined> {
  from.dispatchEvent(event);
  return event.result;
}
