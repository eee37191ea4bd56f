/** A tick of the real event loop: what was answered in the meantime is worked through. */
const tick = (): Promise<void> => new Promise((resolve) => realImmediate(resolve));
const realImmediate = setImmediate;
const real = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };

interface Timer {
  readonly at: number;
  readonly act: () => void;
}

/**
 * A clock that stands still until nothing else can happen: then it jumps to the next timer. Retries
 * and timeouts take their full time, and no test waits for it.
 */
export class VirtualTime {
  /** Milliseconds since 1970. */
  now: number;
  readonly #timers = new Map<number, Timer>();
  #next = 1;
  /** Whether something is under way that no timer of this clock ends. */
  readonly #isBusy: () => boolean;

  constructor(start: number, isBusy: () => boolean) {
    this.now = start;
    this.#isBusy = isBusy;
  }

  /** From now on every timer of this process runs on this clock. */
  install(): void {
    globalThis.setTimeout = ((act: () => void, ms = 0) => {
      this.#timers.set(this.#next, { at: this.now + ms, act });
      return this.#next++;
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((id: number) => void this.#timers.delete(id)) as typeof clearTimeout;
  }

  restore(): void {
    globalThis.setTimeout = real.set;
    globalThis.clearTimeout = real.clear;
  }

  /** Lets time pass; what comes due meanwhile happens at its moment. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (let due = this.#earliest(); due && due[1].at <= end; due = this.#earliest()) {
      await this.#ring(due);
    }
    this.now = end;
  }

  /** Waits for something, however long it takes on this clock. @throws when it can never come */
  async until<Result>(promise: Promise<Result>): Promise<Result> {
    let isSettled = false;
    const settle = (): void => void (isSettled = true);
    promise.then(settle, settle);
    for (;;) {
      await this.#rest(() => isSettled);
      if (isSettled) return promise;
      const next = this.#earliest();
      if (!next)
        throw new Error('This will never be answered: nothing is under way, no timer runs.');
      await this.#ring(next);
    }
  }

  /** Runs everything that can happen without the clock going on. */
  async #rest(isOver: () => boolean = () => false): Promise<void> {
    for (let quiet = 0; quiet < 5 && !isOver(); quiet = this.#isBusy() ? 0 : quiet + 1)
      await tick();
  }

  #earliest(): [number, Timer] | undefined {
    return [...this.#timers].sort(([, a], [, b]) => a.at - b.at)[0];
  }

  async #ring([id, { at, act }]: [number, Timer]): Promise<void> {
    this.#timers.delete(id);
    this.now = Math.max(this.now, at);
    act();
    await this.#rest();
  }
}
