/**
 * The colour of a filled control, derived from the shop's accent, with what can be read on it. Shared
 * as text by the launcher, which must not wait for Lit, and the theme of all other elements.
 *
 * A colour of OKLCH lightness L has a luminance of about L³. Between 0.52 and 0.66 neither black nor
 * white reaches 4.5:1 for sure, so an accent in that band is darkened to its lower end.
 */
export const fill = `
  --_brand: var(--loyalty-accent, #2f6f4f);
  --_fill: var(--_brand);
  --_on-fill: #fff;
`;

export const derivedFill = `
  --_fill: oklch(from var(--_brand) calc(l - max(0, sign(0.66 - l)) * max(0, l - 0.52)) min(c, 0.17) h);
  --_on-fill: oklch(from var(--_brand) clamp(0.16, (0.66 - l) * 1000, 1) 0 h);
`;

export const canDerive = '(color: oklch(from red l c h)) and (color: light-dark(red, blue))';
