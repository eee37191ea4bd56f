import { jwtVerify } from 'jose';
import { TokenClaims } from '../../contract/schema/documents.js';
import type { Subject } from '../engine.js';
import { createKeyRing, type TokenKeys } from './keys.js';
import { HttpRefusal } from './refusal.js';
import { isStorable } from './text.js';
import { explain, tokenInvalid } from './token-refusal.js';

/** Who the shopper is: a short-lived JWT that the shop's own server has signed (contract section 7). */

export interface TokenConfig {
  /** The only `iss` that is believed. */
  readonly issuer: string;
  /** Absent means `loyalty-widget`. */
  readonly audience?: string;
  readonly keys: TokenKeys;
}

export interface Caller {
  readonly subject: Subject;
  readonly scopes: ReadonlySet<string>;
}

export type VerifyToken = (token: string, now: number) => Promise<Caller>;

const AUDIENCE = 'loyalty-widget';
/** How far the clocks of shop and endpoint may differ, in seconds. */
const LEEWAY = 60;
/** Five minutes are asked for; a token that lives longer than a day is a mistake, and stolen easily. */
const LIFETIME = 24 * 60 * 60;
/** The longest token that is looked at, in characters; headers of this size pass every proxy. */
const TOKEN_LENGTH = 8 * 1024;

const places = (issues: readonly { path: readonly PropertyKey[] }[]): string =>
  [...new Set(issues.map(({ path }) => `"${String(path[0])}"`))].join(', ');

/** What the signature does not say: whether the claims are whole, and their times sensible. */
function readClaims(payload: unknown, nowSeconds: number): Caller {
  const reading = TokenClaims.safeParse(payload);
  if (!reading.success) {
    throw tokenInvalid(`The token’s ${places(reading.error.issues)} is missing or malformed.`);
  }
  const { sub, name, scope, iat, exp } = reading.data;
  const unstorable = Object.entries({ sub, name }).find(([, text]) => !isStorable(text ?? ''));
  if (unstorable) {
    throw tokenInvalid(`The token’s "${unstorable[0]}" holds NUL or an unpaired surrogate.`);
  }
  if (iat > nowSeconds + LEEWAY) {
    throw tokenInvalid(
      'The token’s "iat" lies in the future. Check the clock of the shop’s server.',
    );
  }
  if (exp < iat) throw tokenInvalid('The token’s "exp" lies before its "iat".');
  if (exp - iat > LIFETIME) {
    throw tokenInvalid('The token lives longer than 24 hours. Let it expire after five minutes.');
  }
  return {
    subject: { id: sub, ...(name === undefined ? {} : { name }) },
    scopes: new Set(scope.split(' ').filter(Boolean)),
  };
}

/**
 * Makes the check of one programme's tokens: key, algorithm, `iss`, `aud`, `exp`, `nbf`, `iat`, `sub`.
 * @throws TypeError when the configuration has no issuer or no usable key
 */
export function createVerifier({ issuer, audience = AUDIENCE, keys }: TokenConfig): VerifyToken {
  // jose checks neither of the two when it is empty, and then anybody's token would do.
  if (!issuer || !audience)
    throw new TypeError('token.issuer and token.audience must not be empty');
  const { algorithms, find } = createKeyRing(keys);
  return async (token, now) => {
    if (token.length > TOKEN_LENGTH) throw tokenInvalid('The token is too long.');
    try {
      const { payload } = await jwtVerify(token, find, {
        algorithms,
        issuer,
        audience,
        clockTolerance: LEEWAY,
        currentDate: new Date(now),
        requiredClaims: ['exp', 'sub'],
      });
      return readClaims(payload, Math.floor(now / 1000));
    } catch (error) {
      throw error instanceof HttpRefusal ? error : explain(error, { algorithms, audience });
    }
  };
}

/**
 * The token of a request; `null` when there is none at all.
 * @throws HttpRefusal `token-invalid` for another scheme than Bearer (RFC 6750 section 2.1)
 */
export function bearer(request: Request): string | null {
  const header = request.headers.get('Authorization');
  if (header === null) return null;
  const token = /^Bearer +([\w.~+/-]+=*) *$/i.exec(header)?.[1];
  if (token === undefined) {
    throw tokenInvalid('The Authorization header must be "Bearer" and the token.');
  }
  return token;
}

/** @throws HttpRefusal `scope-missing` */
export function requireScope({ scopes }: Caller, scope: string): void {
  if (scopes.has(scope)) return;
  throw new HttpRefusal(
    'scope-missing',
    `This call needs a token with the scope "${scope}". Add it to the token’s "scope".`,
    { headers: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` } },
  );
}
