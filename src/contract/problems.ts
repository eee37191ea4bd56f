/** What each problem code means on the wire: status, whether to try again, and a title for people. */
export interface ProblemKind {
  readonly status: number;
  readonly retry: 'never' | 'same-key' | 'new-token' | 'after';
  readonly title: string;
}

export const problems = {
  'validation-failed': {
    status: 422,
    retry: 'never',
    title: 'The request does not fit its schema',
  },
  'token-missing': { status: 401, retry: 'never', title: 'A token is needed here' },
  'token-invalid': { status: 401, retry: 'never', title: 'The token is not valid' },
  'token-expired': { status: 401, retry: 'new-token', title: 'The token has expired' },
  'origin-not-allowed': { status: 403, retry: 'never', title: 'This origin is not allowed' },
  'scope-missing': { status: 403, retry: 'never', title: 'The token lacks a scope' },
  'member-blocked': { status: 403, retry: 'never', title: 'The membership is blocked' },
  'not-a-member': { status: 409, retry: 'never', title: 'Not a member yet' },
  'insufficient-balance': { status: 409, retry: 'never', title: 'Not enough balance' },
  'not-eligible': { status: 409, retry: 'never', title: 'Not available to this member' },
  'sold-out': { status: 409, retry: 'never', title: 'Sold out' },
  'not-started': { status: 409, retry: 'never', title: 'Not started yet' },
  ended: { status: 409, retry: 'never', title: 'Ended' },
  'cart-required': { status: 409, retry: 'never', title: 'Needs a cart' },
  'quote-expired': { status: 409, retry: 'never', title: 'The quote has expired' },
  'not-refundable': { status: 409, retry: 'never', title: 'Cannot be undone any more' },
  'limit-reached': { status: 409, retry: 'never', title: 'Limit reached' },
  'verification-required': {
    status: 403,
    retry: 'same-key',
    title: 'A verification code is needed',
  },
  'not-found': { status: 404, retry: 'never', title: 'Not found' },
  gone: { status: 410, retry: 'never', title: 'Gone' },
  'cursor-expired': { status: 410, retry: 'never', title: 'The cursor has expired' },
  'idempotency-key-missing': {
    status: 400,
    retry: 'never',
    title: 'An Idempotency-Key header is needed',
  },
  'idempotency-key-reused': {
    status: 422,
    retry: 'never',
    title: 'The Idempotency-Key was used for another request',
  },
  'idempotency-key-in-progress': {
    status: 409,
    retry: 'after',
    title: 'The first request with this key still runs',
  },
  'rate-limited': { status: 429, retry: 'after', title: 'Too many requests' },
  'upstream-busy': { status: 503, retry: 'same-key', title: 'Busy' },
  'upstream-down': { status: 502, retry: 'same-key', title: 'The engine does not answer' },
  'not-supported': { status: 501, retry: 'never', title: 'Not supported by this endpoint' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problems;

/** Problem types are absolute URIs by RFC 9457; nothing needs to be served there. */
export const PROBLEM_BASE = 'https://loyalty-widget.example/problems/';
