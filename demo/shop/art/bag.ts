import { html } from 'hono/html';
import { face, ink, type Html } from './ink.js';

/** What makes one bag different from the next. */
export interface BagLook {
  paper: string;
  tie: string;
  text: string;
  /** Drawn over the whole front, in the coordinates of the bag. */
  art: Html;
  /** Baseline of the name, and its size. */
  nameAt: number;
  nameSize: number;
}

const body = 'M72 60 H248 L263 362 C264 379 257 386 243 386 H77 C63 386 56 379 57 362 Z';

/** A stand-up paper bag with a tin tie, 320 × 410. `uid` keeps clip ids apart on one page. */
export function drawBag(look: BagLook, name: string, uid: string): Html {
  const { paper, tie, text, art, nameAt, nameSize } = look;
  return html`<ellipse cx="160" cy="388" rx="122" ry="11" fill="#000" opacity=".16" />
    <clipPath id="bag-${uid}"><path d="${body}" /></clipPath>
    <path d="${body}" fill="${paper}" />
    <g clip-path="url(#bag-${uid})">
      ${art}
      <path d="M57 60 H84 L74 386 H40 Z" fill="#fff" opacity=".16" />
      <path d="M236 60 H280 V386 H246 Z" fill="#000" opacity=".13" />
      <path d="M57 350 Q160 372 263 350 V390 H57 Z" fill="#000" opacity=".08" />
      <path d="M60 84 H260 V92 H60 Z" fill="#000" opacity=".14" />
    </g>
    <path d="M70 26 H250 L252 64 H68 Z" fill="${paper}" />
    <path d="M70 26 H250 L251 40 H69 Z" fill="#fff" opacity=".22" />
    <path d="M232 26 H250 L252 64 H235 Z" fill="#000" opacity=".12" />
    <rect x="56" y="62" width="208" height="20" rx="4" fill="${tie}" />
    <rect x="56" y="62" width="208" height="7" rx="3.5" fill="#fff" opacity=".22" />
    <rect x="50" y="60" width="20" height="24" rx="4" fill="${tie}" />
    <rect x="250" y="60" width="20" height="24" rx="4" fill="${tie}" />
    <text
      x="160"
      y="${nameAt}"
      text-anchor="middle"
      font-family="${face}"
      font-size="${nameSize}"
      font-weight="700"
      fill="${text}"
    >
      ${name}
    </text>
    <text
      x="160"
      y="${nameAt + 19}"
      text-anchor="middle"
      font-family="${face}"
      font-size="10.5"
      letter-spacing="3.2"
      fill="${text}"
    >
      OAK &amp; EMBER
    </text>`;
}

/** A round one-way valve, the navel of every coffee bag. */
export const valve = (x: number, y: number, colour: string): Html =>
  html`<circle cx="${x}" cy="${y}" r="7" fill="${colour}" opacity=".5" />
    <circle cx="${x}" cy="${y}" r="2" fill="${ink.dark}" opacity=".5" />`;
