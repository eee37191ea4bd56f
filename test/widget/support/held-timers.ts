const real = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };

interface Timer {
  readonly ms: number;
  readonly act: () => void;
}

/**
 * Holds long timers back until the test fires them, so that no test waits. Short ones run as ever.
 */
export class HeldTimers {
  /** Every wait that was held, in order, those included that were cleared since. */
  readonly waits: number[] = [];
  readonly #timers = new Map<number, Timer>();
  #next = 1_000_000;
  #wake: (() => void) | undefined;

  /** @param from milliseconds; shorter timers are left alone */
  constructor(from: number) {
    const set = (act: () => void, ms = 0): number => {
      if (ms < from) return real.set.call(globalThis, act, ms) as unknown as number;
      const id = this.#next++;
      this.#timers.set(id, { ms, act });
      this.waits.push(ms);
      this.#wake?.();
      return id;
    };
    globalThis.setTimeout = set as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((id: number) => {
      if (!this.#timers.delete(id)) real.clear.call(globalThis, id);
    }) as typeof clearTimeout;
  }

  /** How many are still waiting. */
  get size(): number {
    return this.#timers.size;
  }

  /** Waits until a timer of this length is there, and lets it ring. */
  fire(ms: number): Promise<void> {
    return this.#ring((timer) => timer.ms === ms);
  }

  /** Waits until any timer is there, and lets it ring. */
  fireNext(): Promise<void> {
    return this.#ring(() => true);
  }

  async #ring(fits: (timer: Timer) => boolean): Promise<void> {
    for (;;) {
      const found = [...this.#timers].find(([, timer]) => fits(timer));
      if (found) {
        this.#timers.delete(found[0]);
        found[1].act();
        return;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  restore(): void {
    globalThis.setTimeout = real.set;
    globalThis.clearTimeout = real.clear;
  }
}
