import { html } from 'hono/html';
import type { MemberKey } from '../members.js';
import { ink, type Html } from './ink.js';
import { portrait } from './marks.js';

const pale = '#f3cfae';
const warm = '#d9a577';
const brown = '#a86f4a';

/** What each person of the demo looks like. */
export const portraits: Record<MemberKey, Html> = {
  new: portrait(
    pale,
    html`<path
        d="M29 44 C24 16 40 12 50 13 C66 14 72 26 67 46 C65 34 60 28 52 27 C42 33 34 33 31 36 Z"
        fill="${ink.ember}"
      />
      <circle cx="50" cy="11" r="9" fill="${ink.ember}" />`,
    ink.fir,
  ),
  near: portrait(
    pale,
    html`<path
        d="M29 40 C26 18 38 15 49 15 C62 15 71 20 67 40 C65 32 62 28 56 29 C46 31 36 26 32 32 Z"
        fill="${ink.bark}"
      />
      <path
        d="M31 46 C31 64 40 66 48 66 C56 66 65 64 65 46 C62 54 58 53 48 53 C38 53 34 54 31 46 Z"
        fill="${ink.bark}"
      />
      <path
        d="M42 55 C46 58 50 58 54 55"
        stroke="${pale}"
        stroke-width="2.5"
        fill="none"
        stroke-linecap="round"
      />`,
    ink.lake,
  ),
  top: portrait(
    warm,
    html`<path
      d="M27 70 C20 40 24 14 48 13 C72 14 76 40 69 70 C64 66 66 50 66 42 C64 32 56 28 50 24 C44 32 34 32 30 40 C30 52 32 66 27 70 Z"
      fill="${ink.dark}"
    />`,
    ink.wine,
  ),
  empty: portrait(
    pale,
    html`<path
        d="M30 36 C28 20 38 16 48 16 C58 16 68 20 66 36 C62 30 64 26 56 25 C48 24 38 24 34 27 C32 29 32 32 30 36 Z"
        fill="${ink.kraft}"
      />
      <circle cx="41" cy="41" r="7" fill="none" stroke="${ink.dark}" stroke-width="2" />
      <circle cx="55" cy="41" r="7" fill="none" stroke="${ink.dark}" stroke-width="2" />`,
    ink.dusk,
  ),
  rich: portrait(
    brown,
    html`<path
        d="M28 46 C16 44 18 26 28 22 C32 8 64 8 68 22 C78 26 80 44 68 46 C68 36 62 28 48 28 C34 28 28 36 28 46 Z"
        fill="${ink.dark}"
      />
      <circle cx="29" cy="52" r="3" fill="${ink.flame}" /><circle
        cx="67"
        cy="52"
        r="3"
        fill="${ink.flame}"
      />`,
    ink.flame,
  ),
};
