import { HttpRefusal } from './refusal.js';

/** Reads the `Idempotency-Key` header: one key per intent of the shopper (contract section 6). */

/** The longest key that is kept. */
const KEY_LENGTH = 255;

/**
 * A structured-field string (RFC 9651 section 4.2.5): printable ASCII between quotes, `\"` and `\\`
 * the only escapes. Parameters may follow and mean nothing here.
 */
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"(?: *;.*)?$/;
/** The same key without quotes; no spaces or commas, so that two headers in one are seen. */
const BARE = /^[\x21\x23-\x2b\x2d-\x7e]+$/;

/**
 * @throws HttpRefusal `idempotency-key-missing`, also for a key that cannot be used as one
 */
export function idempotencyKey(request: Request): string {
  const header = request.headers.get('Idempotency-Key') ?? '';
  if (header === '') {
    throw new HttpRefusal(
      'idempotency-key-missing',
      'This call changes something, so it needs an Idempotency-Key header: one key for each intent ' +
        'of the shopper, the same one on every retry.',
    );
  }
  const quoted = QUOTED.exec(header)?.[1];
  const key = quoted?.replace(/\\(["\\])/g, '$1') ?? (BARE.test(header) ? header : '');
  if (key === '' || key.length > KEY_LENGTH) {
    throw new HttpRefusal(
      'idempotency-key-missing',
      `The Idempotency-Key header cannot be read. Send one string of 1 to ${KEY_LENGTH} printable ` +
        'ASCII characters, in quotes or bare.',
    );
  }
  return key;
}
