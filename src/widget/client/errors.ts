import type { Availability, Problem } from '../../contract/types.js';

/**
 * Why a call came to nothing. `code` is a problem code of the contract, or one of the client's own:
 * `offline`, `network`, `timeout`, `bad-answer` (the server spoke something else), `bad-config`.
 */
export class LoyaltyError extends Error {
  override name = 'LoyaltyError';
  readonly #isProblem: boolean;
  readonly status: number | undefined;
  readonly availability: Availability | undefined;
  readonly errors: Problem['errors'];
  /** Seconds after which it may be tried again, where the server said so. */
  readonly after: number | undefined;

  constructor(
    readonly code: string,
    detail: string,
    problem?: Partial<Problem>,
  ) {
    super(detail);
    this.#isProblem = !!problem?.code;
    this.status = problem?.status;
    this.availability = problem?.availability;
    this.errors = problem?.errors;
    this.after = problem?.after;
  }

  /** The server has decided, in a problem document: asking again with the same key hears the same. */
  get isFinal(): boolean {
    const isRefused = !!this.status && (this.status < 500 || this.code === 'not-supported');
    return this.#isProblem && isRefused && !passing.has(this.code);
  }

  /** An earlier attempt has left the page, and nobody knows what came of it. */
  wasSent = false;

  /** Nothing has left the page. */
  get isUnsent(): boolean {
    return !this.wasSent && unsent.has(this.code);
  }
}

const passing = new Set(['token-expired', 'rate-limited', 'idempotency-key-in-progress']);
const unsent = new Set(['preview', 'offline', 'token-missing', 'bad-config', 'identity-changed']);
