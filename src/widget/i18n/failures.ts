import type { TermKey } from './catalogue.js';

/** Code of a problem, or of the client → the sentence for the shopper. Never the server's own text. */
const sentences: Record<string, TermKey> = {
  offline: 'error.offline',
  network: 'error.unsure',
  timeout: 'error.unsure',
  'upstream-down': 'error.unsure',
  'bad-answer': 'error.unsure',
  'insufficient-balance': 'error.short',
  'token-missing': 'error.signIn',
  'token-invalid': 'error.signIn',
  'token-expired': 'error.signIn',
  'not-a-member': 'error.signIn',
  ended: 'error.ended',
  'sold-out': 'error.soldOut',
  'limit-reached': 'error.limit',
  'not-eligible': 'error.notEligible',
  'not-started': 'error.notEligible',
  'not-refundable': 'error.notRefundable',
  'rate-limited': 'error.busy',
  'upstream-busy': 'error.busy',
  'validation-failed': 'error.form',
};

/** What to say when a request of the shopper came to nothing. */
export function failureTerm(error: unknown): TermKey {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && Object.hasOwn(sentences, code)
    ? (sentences[code] ?? 'error.other')
    : 'error.other';
}
