import { errors } from 'jose';
import { HttpRefusal } from './refusal.js';

/** Says what is wrong with a token, to the developer who signs it, without a word of the token. */

/** How soon to try again when the shop's keys cannot be fetched, in seconds. */
const KEYS_AGAIN_SECONDS = 5;

/** RFC 6750 section 3 allows printable ASCII without quotes and backslashes in a description. */
const plain = (detail: string): string =>
  detail.replaceAll('’', "'").replace(/["\\]|[^\x20-\x7e]/g, '');

const challenge = (detail: string): Record<string, string> => ({
  'WWW-Authenticate': `Bearer error="invalid_token", error_description="${plain(detail)}"`,
});

export const tokenInvalid = (detail: string): HttpRefusal =>
  new HttpRefusal('token-invalid', detail, { headers: challenge(detail) });

/** Nothing was sent to prove who calls. The challenge then names no error (RFC 6750 section 3.1). */
export const tokenMissing = (detail: string): HttpRefusal =>
  new HttpRefusal('token-missing', detail, { headers: { 'WWW-Authenticate': 'Bearer' } });

function tokenExpired(): HttpRefusal {
  const detail = 'The token has expired. Get a new one from the shop and send the request again.';
  return new HttpRefusal('token-expired', detail, { headers: challenge(detail) });
}

interface Expected {
  readonly algorithms: readonly string[];
  readonly audience: string;
}

function claimDetail({ claim, reason }: errors.JWTClaimValidationFailed, audience: string): string {
  if (reason === 'missing') return `The token has no "${claim}".`;
  if (claim === 'aud')
    return `The token’s "aud" is not "${audience}": it is meant for somebody else.`;
  if (claim === 'iss') return 'The token’s "iss" is not the issuer configured for this programme.';
  if (claim === 'nbf') return 'The token is not valid yet. Check the clock of the shop’s server.';
  return `The token’s "${claim}" is not valid.`;
}

/**
 * The refusal for whatever the verification threw. Keys that cannot be fetched are nobody's token's
 * fault: `upstream-busy`, so that the widget tries again in place of signing the shopper out.
 */
export function explain(error: unknown, { algorithms, audience }: Expected): HttpRefusal {
  if (error instanceof errors.JWTExpired) return tokenExpired();
  if (error instanceof errors.JWTClaimValidationFailed) {
    return tokenInvalid(claimDetail(error, audience));
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return tokenInvalid(
      `The token’s algorithm is not accepted here. Use ${algorithms.join(' or ')}.`,
    );
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return tokenInvalid(
      'The token’s signature does not fit. Check that the shop signs with the key that this ' +
        'programme knows under the token’s "kid".',
    );
  }
  if (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return tokenInvalid('The token’s "kid" names no single key of this programme.');
  }
  if (
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JOSENotSupported
  ) {
    return tokenInvalid('The token is not a JWT that can be read.');
  }
  const refusal = new HttpRefusal(
    'upstream-busy',
    'The shop’s signing keys cannot be fetched now.',
    {
      after: KEYS_AGAIN_SECONDS,
    },
  );
  refusal.cause = error;
  return refusal;
}
