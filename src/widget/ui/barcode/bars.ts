/** Bars as a row of modules: `1` is dark, `0` is light. Undefined where a value cannot be written so. */

/** Widths of bars and gaps, by symbol; 103 to 105 begin, 106 ends (ISO/IEC 15417). */
const CODE128 =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'.split(
    ' ',
  );
const START_B = 104;
const START_C = 105;
const STOP = 106;

/** Longer ones would be too fine for a phone's screen. */
const LONGEST = 40;

const modules = (widths: string): string =>
  [...widths].map((width, at) => (at % 2 ? '0' : '1').repeat(Number(width))).join('');

/** Code 128: pairs of digits in set C, any other printable ASCII in set B. */
export function code128(value: string): string | undefined {
  if (!/^[ -~]+$/.test(value) || value.length > LONGEST) return undefined;
  const isDigits = /^(\d\d)+$/.test(value);
  const symbols = isDigits
    ? [START_C, ...(value.match(/\d\d/g) ?? []).map(Number)]
    : [START_B, ...[...value].map((char) => char.charCodeAt(0) - 32)];
  const check = symbols.reduce((sum, symbol, at) => sum + symbol * Math.max(1, at), 0) % 103;
  return [...symbols, check, STOP].map((symbol) => modules(CODE128[symbol] ?? '')).join('');
}

const LEFT =
  '0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011'.split(' ');
/** Which digits of the left half are drawn the other way round, by the first digit. */
const PARITY = '000000 001011 001101 001110 010011 011001 011100 010101 010110 011010'.split(' ');

const inverted = (bits: string): string =>
  [...bits].map((bit) => (bit === '1' ? '0' : '1')).join('');
const reversed = (bits: string): string => [...bits].reverse().join('');

/** EAN-13 with its check digit, which has to be right. */
export function ean13(value: string): string | undefined {
  if (!/^\d{13}$/.test(value)) return undefined;
  const digits = [...value].map(Number);
  const sum = digits.reduce((total, digit, at) => total + digit * (at % 2 ? 3 : 1), 0);
  if (sum % 10) return undefined;
  const bits = digits.map((digit) => LEFT[digit] ?? '');
  const parity = PARITY[digits[0] ?? 0] ?? '';
  const left = bits
    .slice(1, 7)
    .map((one, at) => (parity[at] === '1' ? reversed(inverted(one)) : one));
  return `101${left.join('')}01010${bits.slice(7).map(inverted).join('')}101`;
}
