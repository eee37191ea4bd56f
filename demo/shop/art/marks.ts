import { html } from 'hono/html';
import { acorn } from './gear.js';
import { ink, type Html } from './ink.js';

/** The house mark; its colours come from the style sheet so that it works by day and by night. */
export const logoMark = html`<svg class="logo-mark" viewBox="-24 -38 48 70" aria-hidden="true">
  ${acorn('var(--mark-cap)', 'var(--mark-nut)')}
</svg>`;

const line = (content: Html): Html =>
  html`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${content}
  </svg>`;

/** Line icons of the interface. */
export const icons = {
  cart: line(
    html`<path d="M5 8h14l-1.2 11.2a2 2 0 0 1-2 1.8H8.2a2 2 0 0 1-2-1.8L5 8Z" /><path
        d="M9 10.5V7a3 3 0 0 1 6 0v3.5"
      />`,
  ),
  account: line(
    html`<circle cx="12" cy="8.5" r="3.8" /><path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6" />`,
  ),
  arrow: line(html`<path d="M4 12h15M13 6l6 6-6 6" />`),
  check: line(html`<path d="m5 12.5 4.5 4.500L19 7.5" />`),
};

/** A face for each person of the demo, 96 × 96. */
export function portrait(skin: string, hair: Html, shirt: string): Html {
  return html`<svg class="portrait" viewBox="0 0 96 96" aria-hidden="true">
    <path d="M10 96 C12 72 28 64 48 64 C68 64 84 72 86 96 Z" fill="${shirt}" />
    <path d="M39 54 H57 V68 C57 76 39 76 39 68 Z" fill="${skin}" />
    <path d="M39 60 C44 66 52 66 57 60 V64 C52 70 44 70 39 65 Z" fill="#000" opacity=".12" />
    <ellipse cx="48" cy="41" rx="18" ry="22" fill="${skin}" />
    ${hair}
    <path
      d="M41 50 C45 54 51 54 55 50"
      stroke="${ink.dark}"
      stroke-width="2"
      fill="none"
      stroke-linecap="round"
    />
    <circle cx="41" cy="41" r="1.9" fill="${ink.dark}" />
    <circle cx="55" cy="41" r="1.9" fill="${ink.dark}" />
  </svg>`;
}

/** Five stars, the first `count` of them filled. */
export const starRow = (count: number, label: string): Html =>
  html`<span class="stars" role="img" aria-label="${label}"
    >${[1, 2, 3, 4, 5].map(
      (n) =>
        html`<svg
          viewBox="0 0 24 24"
          class="${n <= count ? 'star star-on' : 'star'}"
          aria-hidden="true"
        >
          <path
            d="m12 2.6 2.9 6 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.500L2.6 9.500l6.5-.9Z"
          />
        </svg>`,
    )}</span
  >`;
