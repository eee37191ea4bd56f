/** Colours that data brings: checked, and never style text. */

const HEX = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

/** @returns `#rrggbb`, or undefined for anything that is not a plain hexadecimal colour */
export function hexColour(text: string | undefined): string | undefined {
  if (!text || !HEX.test(text)) return undefined;
  const digits = text.slice(1).toLowerCase();
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

const BLACK = '#000000';
const WHITE = '#ffffff';

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours of `hexColour`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What can be read on a colour of `hexColour`: black or white, whichever stands out more. */
export const inkOn = (hex: string): string =>
  contrast(hex, WHITE) >= contrast(hex, BLACK) ? WHITE : BLACK;
