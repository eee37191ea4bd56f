/** Chance that nobody can foresee: ids, codes, and what a wheel shows. */

/** Fills as many bytes as asked for. Tests put their own in. */
export type RandomBytes = (count: number) => Uint8Array;

/** Web Crypto, which Node and every browser have. */
export const cryptoBytes: RandomBytes = (count) =>
  globalThis.crypto.getRandomValues(new Uint8Array(count));

/** Without 0 O, 1 I L and U, which people mix up when they read a code aloud or type it. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID_ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** 36^20 ids: no two will ever meet. */
const ID_LENGTH = 20;

/** Characters drawn evenly; a byte that would favour the first ones is thrown away. */
function draw(alphabet: string, count: number, random: RandomBytes): string {
  const fair = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < count) {
    for (const byte of random(count)) {
      if (byte < fair && text.length < count) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}

/** An id of ours, such as `v_4k2…`. */
export const newId = (prefix: string, random: RandomBytes): string =>
  `${prefix}_${draw(ID_ALPHABET, ID_LENGTH, random)}`;

/** A code that people can read aloud, such as `OAK-7KQ4-M2XW`: one of 6·10^11. */
export const newCode = (prefix: string, random: RandomBytes): string =>
  `${prefix}-${draw(CODE_ALPHABET, 4, random)}-${draw(CODE_ALPHABET, 4, random)}`;

/** A number in [0, 1) with 48 bits of chance. */
export function chance(random: RandomBytes): number {
  const bytes = random(6);
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 48;
}

/** Everything that 48 bits can tell apart. */
const CHANCES = 2 ** 48;

/** A whole number from 0 to below `count`, each equally likely: what would favour some is drawn anew. */
export function below(count: number, random: RandomBytes): number {
  if (!(count >= 1 && count <= CHANCES)) throw new RangeError(`Nothing to choose among ${count}`);
  const fair = CHANCES - (CHANCES % count);
  for (;;) {
    const number = chance(random) * CHANCES;
    if (number < fair) return number % count;
  }
}

/** A code for a link that people pass on, such as `7KQ4M2`: one of 7·10^8. */
export const newShareCode = (random: RandomBytes): string => draw(CODE_ALPHABET, 6, random);
