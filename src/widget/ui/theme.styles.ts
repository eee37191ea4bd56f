import { constantCss } from './constant-css.js';
import { canDerive, derivedFill, fill } from './theme.js';

/**
 * Colours, type and space. A shop sets `--loyalty-accent`; everything else is derived from it where
 * it is used, in light and dark, with contrast kept: text 4.5:1, controls 3:1.
 *
 * How contrast is kept without a script: text takes the accent's hue at a fixed lightness far from
 * its ground, and a chroma so small that no colour leaves sRGB and is clipped elsewhere. A browser that
 * cannot derive gets a fixed light palette.
 *
 * The surface is derived too, from itself: a `background` takes an image where a colour is meant, and
 * would fetch it.
 */
export const theme = constantCss(`
  :host {
    ${fill}
    --_radius: var(--loyalty-radius, 14px);
    --_surface: var(--loyalty-surface, #fff);
    --_text: var(--loyalty-text, #1b1d20);
    --_muted: #595f66;
    --_line: #e3e6e9;
    --_field: #7a828a;
    --_sunken: #f5f6f7;
    --_danger: #b3261e;
    --_danger-soft: #fdecea;
    --_accent-text: #1b4a33;
    --_soft: #eef4f0;
    --_track: #d9e0db;
    --_bar: var(--_fill);
    --_focus: var(--_accent-text);
  }
  @supports ${canDerive} {
    :host {
      ${derivedFill}
      --_surface: rgb(from var(--loyalty-surface, light-dark(#fff, #17191c)) r g b);
      --_text: var(--loyalty-text, light-dark(#1b1d20, #f2f3f4));
      --_muted: light-dark(#595f66, #a9b0b8);
      --_line: light-dark(#e3e6e9, #34383d);
      --_field: light-dark(#7a828a, #8b939b);
      --_sunken: light-dark(#f5f6f7, #202327);
      --_danger: light-dark(#b3261e, #ffb4ab);
      --_danger-soft: light-dark(#fdecea, #3b1d1b);
      --_accent-text: light-dark(
        oklch(from var(--_brand) 0.42 min(c, 0.1) h),
        oklch(from var(--_brand) 0.86 min(c, 0.07) h)
      );
      --_soft: light-dark(
        oklch(from var(--_brand) 0.965 min(c, 0.02) h),
        oklch(from var(--_brand) 0.27 min(c, 0.035) h)
      );
      --_track: light-dark(
        oklch(from var(--_brand) 0.9 min(c, 0.03) h),
        oklch(from var(--_brand) 0.37 min(c, 0.04) h)
      );
      --_bar: light-dark(var(--_fill), var(--_accent-text));
    }
  }
`);
