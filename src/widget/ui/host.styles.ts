import { css } from 'lit';
import { theme } from './theme.styles.js';

/**
 * The wall between a shop's style sheet and ours. What should look like the shop comes in on purpose:
 * its typeface, its colour scheme, its direction. Sizes are pixels, because a page whose root is
 * 62.5 % would shrink every rem.
 */
const reset = css`
  :host {
    all: initial !important;
    color-scheme: var(--_scheme, inherit) !important;
    display: block !important;
    box-sizing: border-box !important;
    direction: inherit !important;
    position: relative !important;
    color: var(--_text) !important;
    font-family: var(--loyalty-font, inherit) !important;
    font-size: 15px !important;
    line-height: 1.45 !important;
    overflow-wrap: anywhere !important;
  }
  :host([dir='ltr']) {
    direction: ltr !important;
  }
  :host([dir='rtl']) {
    direction: rtl !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3 {
    font-size: 17px;
    font-weight: 650;
    line-height: 1.3;
  }
  h3 {
    font-size: 15px;
  }
  a {
    color: var(--_accent-text);
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 13px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    display: inline-block;
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

/** The first style sheet of every element. */
export const host = [theme, reset];
