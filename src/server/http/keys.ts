import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';

/** The keys that a shop signs its tokens with, and which algorithm each kind of key may be used for. */

export interface TokenKeys {
  /** Shared secrets by `kid`, for HS256; two at a time while one is replaced. At least 32 bytes each. */
  readonly hs256?: Readonly<Record<string, string>>;
  /** Public keys for EdDSA and RS256, given whole. */
  readonly jwks?: JSONWebKeySet;
  /** Public keys for EdDSA and RS256, fetched from the shop and kept for ten minutes. */
  readonly jwksUrl?: string;
}

export interface KeyRing {
  readonly algorithms: string[];
  readonly find: JWTVerifyGetKey;
}

/** A key for HS256 has at least the size of its hash (RFC 7518 section 3.2). */
const SECRET_BYTES = 32;

/** `Ed25519` is the fully specified name of the same algorithm (RFC 9864). */
const PUBLIC_KEY_ALGORITHMS = ['EdDSA', 'Ed25519', 'RS256'];

const encoder = new TextEncoder();

function secretFinder(secrets: Readonly<Record<string, string>>): JWTVerifyGetKey {
  const keys = new Map<string, Uint8Array>();
  for (const [kid, secret] of Object.entries(secrets)) {
    const bytes = encoder.encode(secret);
    if (bytes.byteLength < SECRET_BYTES) {
      throw new TypeError(`the HS256 secret "${kid}" is shorter than ${SECRET_BYTES} bytes`);
    }
    keys.set(kid, bytes);
  }
  return ({ kid }) => {
    // With a single secret there is nothing to choose, and simple signers send no kid.
    const only = keys.size === 1 && kid === undefined ? [...keys.values()][0] : undefined;
    const key = only ?? keys.get(kid ?? '');
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key;
  };
}

function remoteFinder(address: string): JWTVerifyGetKey {
  const url = new URL(address);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !isLocal) {
    throw new TypeError('jwksUrl must be https: whoever changes these keys can be every member');
  }
  return createRemoteJWKSet(url);
}

/**
 * Joins the configured keys. The algorithm in a token's header chooses the kind of key, so that a
 * public key can never be used as a shared secret.
 * @throws TypeError when no key is configured, or one is unfit
 */
export function createKeyRing({ hs256, jwks, jwksUrl }: TokenKeys): KeyRing {
  const secrets = hs256 && Object.keys(hs256).length > 0 ? secretFinder(hs256) : null;
  const publicKeys = jwks ? createLocalJWKSet(jwks) : jwksUrl ? remoteFinder(jwksUrl) : null;
  if (!secrets && !publicKeys) {
    throw new TypeError('token.keys names no key: give hs256, jwks or jwksUrl');
  }
  return {
    algorithms: [...(secrets ? ['HS256'] : []), ...(publicKeys ? PUBLIC_KEY_ALGORITHMS : [])],
    find: (header, token) => {
      const finder = header.alg === 'HS256' ? secrets : publicKeys;
      if (!finder) throw new errors.JOSEAlgNotAllowed();
      return finder(header, token);
    },
  };
}
