import type { Availability, Problem } from '../../contract/types.js';

/**
 * Why a call came to nothing. `code` is a problem code of the contract, or one of the client's own:
 * `offline`, `network`, `timeout`, `bad-answer` (the server spoke something else), `bad-config`.
 */
export class LoyaltyError extends Error {
  override name = 'LoyaltyError';
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
    this.status = problem?.status;
    this.availability = problem?.availability;
    this.errors = problem?.errors;
    this.after = problem?.after;
  }

  /** The server has decided; asking again with the same key would hear the same. */
  get isFinal(): boolean {
    const { status, code } = this;
    return !!status && (status < 500 || status === 501) && status !== 429 && !isPassing.has(code);
  }
}

const isPassing = new Set(['token-expired', 'token-missing', 'idempotency-key-in-progress']);
