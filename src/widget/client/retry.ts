/**
 * Pages that fail at one moment must not come back at one moment ("full jitter", AWS Architecture
 * Blog, "Exponential Backoff and Jitter"). Three seconds keep every tenth of a second below a
 * twentieth of them; with two retries at most there is nothing to grow.
 */
const SPREAD_MS = 3_000;
/** A server that asks for more patience than this is shown to the shopper instead. */
export const LONGEST_WAIT_S = 10;
export const ATTEMPTS = 3;
/** How long a shopper waits for one thing in all, attempts and pauses together. */
export const PATIENCE_MS = 20_000;

/**
 * How often a page may ask again: ten times, and once more for every answer. Where everything fails,
 * what a page loads must not multiply by three what the endpoint cannot bear (Google, Site
 * Reliability Engineering, "Handling Overload", retry budgets).
 */
export class RetryBudget {
  #left = 10;

  /** Takes one, where there is one. */
  take(): boolean {
    return this.#left > 0 && this.#left-- > 0;
  }

  /** An answer came: the endpoint can bear another. */
  give(): void {
    this.#left = Math.min(this.#left + 1, 10);
  }
}

/**
 * How long to wait before the next attempt.
 * @param after what `Retry-After` said, in seconds
 * @returns milliseconds, or null when the wait is not worth it
 */
export function delay(
  after: number | undefined,
  random: () => number = Math.random,
): number | null {
  if (after !== undefined) return after > LONGEST_WAIT_S ? null : after * 1_000;
  return random() * SPREAD_MS;
}

/** `Retry-After` in seconds: a number, or an HTTP date against the server's own clock. */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  const seconds = Math.ceil((Date.parse(value) - now) / 1_000);
  return seconds >= 0 ? seconds : undefined;
}

/** Resolves after a while, rejects at once when the signal aborts. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal?.reason as Error);
    if (signal?.aborted) return stop();
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        stop();
      },
      { once: true },
    );
  });
