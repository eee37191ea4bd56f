import { decode, MalformedError, type OnDropped } from '../../contract/decode.js';
import { pageRoutes } from '../../contract/generated/page-routes.js';
import { readJson } from './body.js';
import { LoyaltyError } from './errors.js';
import type { Answers, Call, Port, Resource } from './port.js';
import { ATTEMPTS, delay, pause, retryAfter } from './retry.js';
import { subjectOf, TokenKeeper, type GetToken } from './token.js';

/** One attempt, its body included, may take this long. */
const TIMEOUT_MS = 10_000;
/** Asking the same way again would hear the same. */
const isLasting = new Set(['bad-answer', 'offline', 'token-expired', 'token-missing']);

export interface ClientOptions {
  /** From `endpointUrl`. */
  endpoint: string;
  getToken: GetToken;
  /** Language of the answers. */
  locale: () => string;
  onDropped?: OnDropped;
}

/** HTTP as the contract wants it: token, timeout, at most two retries with the same key. */
export class Client implements Port {
  readonly #options: ClientOptions;
  readonly #token: TokenKeeper;

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

  async call<Name extends Resource>(name: Name, call: Call = {}): Promise<Answers[Name]> {
    const [method, , answer] = pageRoutes[name];
    const mayRepeat = method === 'GET' || !!call.key;
    let token = await this.#token.get();
    let renewed = false;
    for (let attempt = 0; ; attempt++) {
      try {
        const body = await this.#attempt(name, call, token);
        return this.#read(answer, body) as Answers[Name];
      } catch (error) {
        if (!(error instanceof LoyaltyError)) throw error;
        if (error.code === 'token-expired' && !renewed) {
          renewed = true;
          const before = token;
          token = await this.#token.renew(token);
          // Never in the name of who signed in meanwhile, in another tab.
          if (subjectOf(token) !== subjectOf(before)) {
            throw new LoyaltyError('identity-changed', 'Someone else is signed in by now.');
          }
          continue;
        }
        const wait = delay(attempt, error.after);
        const isWorthIt = !error.isFinal && !isLasting.has(error.code);
        if (!mayRepeat || !isWorthIt || attempt + 1 >= ATTEMPTS || wait === null) throw error;
        await pause(wait, call.signal);
      }
    }
  }

  #read(name: (typeof pageRoutes)[Resource][2], body: unknown): unknown {
    try {
      return decode(name, body, this.#options.onDropped ?? (() => undefined));
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      throw new LoyaltyError(
        'bad-answer',
        `The endpoint's ${name} is malformed at ${error.message}`,
      );
    }
  }

  async #attempt(name: Resource, call: Call, token: string | null): Promise<unknown> {
    // The shopper may have signed out while the shop was asked for a token.
    if (call.signal?.aborted) throw call.signal.reason;
    // `false` can be believed, `true` cannot.
    if (navigator.onLine === false) throw new LoyaltyError('offline', 'The device is offline.');
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), TIMEOUT_MS);
    const cancel = () => timer.abort(call.signal?.reason);
    call.signal?.addEventListener('abort', cancel);
    try {
      const response = await fetch(
        this.#address(name, call),
        this.#request(name, call, token, timer),
      );
      if (response.ok) return await readJson(response);
      throw this.#problem(response, await readJson(response).catch(() => undefined));
    } catch (error) {
      if (error instanceof LoyaltyError) throw error;
      if (call.signal?.aborted) throw call.signal.reason;
      // Engines name an aborted body differently; the signal itself is the same everywhere.
      if (timer.signal.aborted) throw new LoyaltyError('timeout', 'No answer within 10 seconds.');
      throw new LoyaltyError(
        'network',
        `${this.#options.endpoint} cannot be reached from this page.`,
      );
    } finally {
      clearTimeout(timeout);
      call.signal?.removeEventListener('abort', cancel);
    }
  }

  #address(name: Resource, { id, query }: Call): string {
    const path = pageRoutes[name][1].replace('{id}', encodeURIComponent(id ?? ''));
    const parameters = new URLSearchParams({ locale: this.#options.locale() });
    for (const [key, value] of Object.entries(query ?? {})) {
      if (value !== undefined) parameters.set(key, String(value));
    }
    return `${this.#options.endpoint}${path}?${parameters}`;
  }

  #request(
    name: Resource,
    call: Call,
    token: string | null,
    { signal }: AbortController,
  ): RequestInit {
    const [method] = pageRoutes[name];
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
      ...(method !== 'GET' && { body: JSON.stringify(call.body ?? {}) }),
    };
  }

  #problem(response: Response, body: unknown): LoyaltyError {
    try {
      const problem = decode('Problem', body, () => undefined);
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
