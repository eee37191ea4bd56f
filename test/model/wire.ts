import type { Endpoint } from '../../src/server/endpoint.js';

/** What can become of one request. */
export const fates = {
  /** It arrives, and so does the answer. */
  ok: { arrives: true },
  /** It never arrives. */
  lost: { arrives: false },
  /** It arrives, and the answer is lost. */
  dropped: { arrives: true },
  /** It arrives, and a proxy puts its own page in place of the answer. */
  garbled: { arrives: true },
  /** It arrives, and the answer breaks off. */
  cut: { arrives: true },
} as const;
export type Fate = keyof typeof fates;
export const badFates = ['lost', 'dropped', 'garbled', 'cut'] as const;

const html = '<!doctype html><title>Bad gateway</title>';

/** The network between pages and endpoint, which does to the next writes what it was told. */
export class Wire {
  /** What becomes of the next requests that are not reads, in order; then all is well. */
  #plan: Fate[] = [];
  #readPlan: Fate[] = [];
  #hang: { readonly arrives: boolean; readonly tell: () => void } | undefined;
  /** Settles when the write that gets no answer is under way. */
  hanging: Promise<void> = Promise.resolve();
  #busy = 0;
  /** When each write arrived since this was emptied, by its key. */
  readonly arrivals: { readonly key: string; readonly at: number }[] = [];
  readonly #endpoint: Endpoint;
  readonly #now: () => number;

  constructor(endpoint: Endpoint, now: () => number) {
    this.#endpoint = endpoint;
    this.#now = now;
  }

  get isBusy(): boolean {
    return this.#busy > 0;
  }

  plan(writes: readonly Fate[], reads: readonly Fate[] = []): void {
    this.#plan = [...writes];
    this.#readPlan = [...reads];
    this.arrivals.length = 0;
  }

  /** The next write never gets an answer. @param arrives whether the server hears of it at least */
  hang(arrives: boolean): void {
    this.hanging = new Promise((resolve) => (this.#hang = { arrives, tell: resolve }));
  }

  /** Counts as under way until it is settled. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    this.#busy++;
    try {
      return await work;
    } finally {
      this.#busy--;
    }
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const isRead = request.method === 'GET';
    const plan = isRead ? this.#readPlan : this.#plan;
    const [fate = 'ok'] = plan;
    const hang = isRead ? undefined : this.#hang;
    const arrives = hang?.arrives ?? fates[fate].arrives;
    const answer = arrives ? await this.during(this.#deliver(request)) : undefined;
    // Turned away at the door for an old token: nothing has happened, and it comes back at once.
    if (answer?.status === 401) return new Response(answer.text, answer);
    plan.shift();
    if (hang) this.#hang = undefined;
    if (hang) {
      hang.tell();
      return this.#never(init?.signal);
    }
    if (!answer || fate === 'dropped') throw new TypeError('Failed to fetch');
    if (fate === 'garbled') return new Response(html, { status: 502 });
    if (fate === 'cut') return new Response(answer.text.slice(0, -2), answer);
    return new Response(answer.text, answer);
  };

  async #deliver(request: Request): Promise<ResponseInit & { text: string }> {
    const key = request.headers.get('idempotency-key');
    const at = this.#now();
    const answer = await this.#endpoint.fetch(request);
    const { status, headers } = answer;
    if (key && status !== 401) this.arrivals.push({ key, at });
    return { status, headers, text: await answer.text() };
  }

  #never(signal: AbortSignal | null | undefined): Promise<never> {
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
  }
}
