import { sha256 } from './canonical.js';

/** Compares the shop's secret without telling by its duration how much of it was right. */

export type CheckSecret = (given: string) => Promise<boolean>;

/** Short secrets can be tried out; this is no password that a person remembers. */
const SECRET_LENGTH = 16;
/** What a Bearer credential may consist of (RFC 6750 section 2.1, `b64token`). */
const CREDENTIAL = /^[\w.~+/-]+=*$/;

/** Hashes have one length, so that neither length nor content shows in how long this takes. */
function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.byteLength ^ b.byteLength;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}

/** @throws TypeError when a secret is too short, or cannot stand in a header */
export function createSecretCheck(secrets: readonly string[]): CheckSecret {
  if (secrets.some((secret) => secret.length < SECRET_LENGTH)) {
    throw new TypeError(`a shop secret is shorter than ${SECRET_LENGTH} characters`);
  }
  if (!secrets.every((secret) => CREDENTIAL.test(secret))) {
    throw new TypeError('a shop secret has characters beyond letters, digits and -._~+/');
  }
  const known = Promise.all(secrets.map(sha256));
  return async (given) => {
    const hash = await sha256(given);
    // Every secret is compared, also after a match.
    return (await known).map((secret) => isEqual(hash, secret)).includes(true);
  };
}
