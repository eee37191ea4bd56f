import { LoyaltyError } from './errors.js';

/** Asks the shop who the shopper is. `null` means a guest. */
export type GetToken = () => Promise<string | null>;

const ANSWER_MS = 10_000;

/**
 * Holds the token, in memory alone: not in storage, not in an attribute, not in an error's text.
 * However many requests want it together, the shop is asked once.
 */
export class TokenKeeper {
  #pending: Promise<string | null> | undefined;
  #held: string | null = null;
  /** Counts what was forgotten, so that a late answer for the one before changes nothing. */
  #round = 0;
  readonly #getToken: GetToken;

  constructor(getToken: GetToken) {
    this.#getToken = getToken;
  }

  /** @throws LoyaltyError `token-missing` when the shop fails to answer */
  get(): Promise<string | null> {
    this.#pending ??= this.#ask();
    return this.#pending;
  }

  /**
   * After a 401 `token-expired`: asks anew, unless another request did so already.
   * @param stale the token that was refused
   */
  renew(stale: string | null): Promise<string | null> {
    if (stale === this.#held) this.forget();
    return this.get();
  }

  forget(): void {
    this.#round++;
    this.#pending = undefined;
    this.#held = null;
  }

  async #ask(): Promise<string | null> {
    const round = this.#round;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in 10 seconds')), ANSWER_MS);
    });
    try {
      const token = await Promise.race([this.#getToken(), tooLate]);
      if (token !== null && typeof token !== 'string') throw new Error('neither a text nor null');
      if (round === this.#round) this.#held = token || null;
      return token || null;
    } catch (error) {
      if (round === this.#round) this.forget();
      // A wrong setting is named as one.
      if (error instanceof LoyaltyError) throw error;
      const why = error instanceof Error ? error.message : 'failed';
      throw new LoyaltyError('token-missing', `The shop gave no token: ${why}.`);
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * A token source for `token-url`: a GET to the shop's own origin with its cookies, which answers
 * `{"token": "…"}` or `{"token": null}`.
 * @throws LoyaltyError `bad-config` when the address lies on another origin
 */
export function tokenFrom(address: string, page: string): GetToken {
  const url = new URL(address, page);
  if (url.origin !== new URL(page).origin) {
    throw new LoyaltyError(
      'bad-config',
      `token-url="${address}" must lie on this page's own origin: it is asked with the shop's cookies.`,
    );
  }
  return async () => {
    const response = await fetch(url, {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { accept: 'application/json' },
    });
    if (!response.ok) throw new Error(`token-url answered ${response.status}`);
    const body = (await response.json()) as { token?: unknown } | null;
    if (typeof body?.token === 'string') return body.token;
    if (body?.token === null) return null;
    throw new Error('token-url must answer {"token": "…"} or {"token": null}');
  };
}

/** Whose token it is, where it says so; an opaque one says nothing. For comparing, never for trusting. */
export function subjectOf(token: string | null): unknown {
  if (!token) return null;
  try {
    const claims = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    return (JSON.parse(atob(claims)) as { sub?: unknown }).sub;
  } catch {
    return undefined;
  }
}
