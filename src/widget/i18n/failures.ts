import type { TermKey } from './catalogue.js';

/** Code of a problem, or of the client → the sentence for the shopper. Never the server's own text. */
const sentences: Record<string, TermKey> = {
  offline: 'error.offline',
  stale: 'error.stale',
  framed: 'error.framed',
  'insufficient-balance': 'error.short',
  'identity-changed': 'error.signIn',
  'token-missing': 'error.signIn',
  'token-invalid': 'error.signIn',
  'token-expired': 'error.signIn',
  'not-a-member': 'error.signIn',
  ended: 'error.ended',
  preview: 'error.preview',
  'sold-out': 'error.soldOut',
  'limit-reached': 'error.limit',
  'not-eligible': 'error.notEligible',
  'not-started': 'error.notEligible',
  'not-refundable': 'error.notRefundable',
  'rate-limited': 'error.busy',
  'upstream-busy': 'error.busy',
  'validation-failed': 'error.form',
};

/** What to say when a request of the shopper came to nothing. Only a refusal is sure to have cost nothing. */
export function failureTerm(error: unknown): TermKey {
  // What is no answer of ours is code that could not be fetched.
  const { code = navigator.onLine ? '' : 'offline', isFinal } = (error ?? {}) as {
    code?: unknown;
    isFinal?: unknown;
  };
  const known =
    typeof code === 'string' && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return known ?? (isFinal === true ? 'error.other' : 'error.unsure');
}
