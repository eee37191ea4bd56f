import { decode, MalformedError, type Documents, type OnDropped } from '../../contract/decode.js';
import { Knowledge, type PageRoute } from './knowledge.js';
import type { Changes } from '../../contract/types.js';
import { readJson } from './body.js';
import { LoyaltyError } from './errors.js';
import { plainJson } from '../../contract/plain-json.js';
import type { Answers, Call, Port, Resource } from './port.js';
import { ATTEMPTS, delay, PATIENCE_MS, pause, RetryBudget, retryAfter } from './retry.js';
import type { StreamListener } from './stream.js';
import { subjectOf, TokenKeeper, type GetToken } from './token.js';

/** One attempt, its body included, may take this long. */
const TIMEOUT_MS = 10_000;
/** Asking the same way again would hear the same. */
const isLasting = new Set([
  'bad-answer',
  'identity-changed',
  'offline',
  'token-expired',
  'token-missing',
]);

export interface ClientOptions {
  /** From `endpointUrl`. */
  endpoint: string;
  getToken: GetToken;
  /** Language of the answers. */
  locale: () => string;
  onDropped?: OnDropped;
  /** Asks in place of the network. */
  fetch?: typeof globalThis.fetch;
}

/** HTTP as the contract wants it: token, timeout, at most two retries with the same key. */
export class Client implements Port {
  readonly #options: ClientOptions;
  readonly #token: TokenKeeper;
  readonly #knowledge = new Knowledge();
  readonly #budget = new RetryBudget();

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#token = new TokenKeeper(options.getToken);
  }

  async isSignedIn(): Promise<boolean> {
    return !!(await this.#token.get());
  }

  forget(): void {
    this.#token.forget();
  }

  async listen(address: string, listener: StreamListener): Promise<() => void> {
    const base = `${this.#options.endpoint}/bootstrap`;
    const url = new URL(address, base);
    // Its ticket is the member's: it goes nowhere else.
    if (url.origin !== new URL(base).origin) throw new LoyaltyError('bad-answer', url.origin);
    await this.#knowledge.learn();
    const { openStream } = await import('./stream.js');
    return openStream(url, (data) => this.#read('Changes', data) as Changes, listener);
  }

  async readChanges(data: unknown): Promise<Changes> {
    await this.#knowledge.learn();
    return this.#read('Changes', data) as Changes;
  }

  async call<Name extends Resource>(name: Name, call: Call = {}): Promise<Answers[Name]> {
    let token = await this.#token.get();
    const route = await this.#knowledge.routeOf(name);
    const [method, , answer] = route;
    const mayRepeat = method === 'GET' || !!call.key;
    let isOld = false;
    let renewed = false;
    const end = performance.now() + PATIENCE_MS;
    for (let attempt = 0; ;) {
      try {
        if (isOld) token = await this.#renewed(token);
        isOld = false;
        const body = await this.#attempt(route, call, token, end - performance.now());
        this.#budget.give();
        return this.#read(answer, body) as Answers[Name];
      } catch (error) {
        if (!(error instanceof LoyaltyError)) throw error;
        error.wasSent = attempt > 0;
        if (error.code === 'token-expired' && !renewed) {
          isOld = renewed = true;
          continue;
        }
        attempt++;
        const wait = delay(error.after);
        const isWorthIt = !error.isFinal && !isLasting.has(error.code);
        if (!mayRepeat || !isWorthIt || attempt >= ATTEMPTS || wait === null) throw error;
        if (performance.now() + wait >= end || !this.#budget.take()) throw error;
        await pause(wait, call.signal);
      }
    }
  }

  /** A new token of the same shopper: never in the name of who signed in meanwhile, in another tab. */
  async #renewed(before: string | null): Promise<string | null> {
    const token = await this.#token.renew(before);
    if (subjectOf(token) === subjectOf(before)) return token;
    throw new LoyaltyError('identity-changed', 'Someone else is signed in by now.');
  }

  #read(name: keyof Documents, body: unknown): unknown {
    try {
      const { table } = this.#knowledge;
      return decode(name, body, table, this.#options.onDropped ?? (() => undefined));
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      throw new LoyaltyError(
        'bad-answer',
        `The endpoint's ${name} is malformed at ${error.message}`,
      );
    }
  }

  /** @param left how long it may take at the most, in milliseconds */
  async #attempt(
    route: PageRoute,
    call: Call,
    token: string | null,
    left: number,
  ): Promise<unknown> {
    // The shopper may have signed out while the shop was asked for a token.
    if (call.signal?.aborted) throw call.signal.reason;
    // `false` can be believed, `true` cannot.
    if (navigator.onLine === false) throw new LoyaltyError('offline', 'The device is offline.');
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), Math.min(TIMEOUT_MS, left));
    const cancel = () => timer.abort(call.signal?.reason);
    call.signal?.addEventListener('abort', cancel);
    try {
      const response = await (this.#options.fetch ?? fetch)(
        this.#address(route, call),
        this.#request(route, call, token, timer),
      );
      if (response.ok) return await readJson(response);
      throw this.#problem(response, await readJson(response).catch(() => undefined));
    } catch (error) {
      if (error instanceof LoyaltyError) throw error;
      if (call.signal?.aborted) throw call.signal.reason;
      // Engines name an aborted body differently; the signal itself is the same everywhere.
      if (timer.signal.aborted) throw new LoyaltyError('timeout', 'No answer in time.');
      throw new LoyaltyError(
        'network',
        `${this.#options.endpoint} cannot be reached from this page.`,
      );
    } finally {
      clearTimeout(timeout);
      call.signal?.removeEventListener('abort', cancel);
    }
  }

  #address([, route]: PageRoute, { id, query }: Call): string {
    const path = route.replace('{id}', encodeURIComponent(id ?? ''));
    const parameters = new URLSearchParams({ locale: this.#options.locale() });
    for (const [key, value] of Object.entries(query ?? {})) {
      if (value !== undefined) parameters.set(key, String(value));
    }
    return `${this.#options.endpoint}${path}?${parameters}`;
  }

  #request(
    [method]: PageRoute,
    call: Call,
    token: string | null,
    { signal }: AbortController,
  ): RequestInit {
    const headers: Record<string, string> = {};
    if (token) headers.authorization = `Bearer ${token}`;
    if (call.key) headers['idempotency-key'] = `"${call.key}"`;
    if (method !== 'GET') headers['content-type'] = 'application/json';
    return {
      method,
      headers,
      signal,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      ...(method !== 'GET' && { body: plainJson(call.body ?? {}) }),
    };
  }

  #problem(response: Response, body: unknown): LoyaltyError {
    try {
      const problem = decode('Problem', body, this.#knowledge.table, () => undefined);
      const after = retryAfter(response.headers) ?? problem.after;
      return new LoyaltyError(problem.code, problem.detail ?? problem.title, {
        ...problem,
        status: response.status,
        after,
      });
    } catch {
      // Not a problem document: a proxy or a framework spoke. Its status still says what to do.
      return new LoyaltyError(
        response.status < 500 ? 'bad-answer' : 'upstream-down',
        `The endpoint answered ${response.status}.`,
        { status: response.status, after: retryAfter(response.headers) },
      );
    }
  }
}
