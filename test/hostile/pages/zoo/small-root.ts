import { shop, type HostilePage } from '../support/page.js';

export default {
  title: 'the root is 62.5 %, and text is set in every way that is inherited',
  html: (place) =>
    shop(place, {
      head: `<style>
        html { font-size: 62.5%; }
        body { letter-spacing: 0.2em; word-spacing: 1em; text-transform: uppercase; text-align: center;
          text-indent: 3em; line-height: 3; font-style: italic; font-weight: 900; white-space: pre;
          cursor: crosshair; visibility: visible; color: red; list-style: square; user-select: none;
          text-shadow: 1px 1px red; quotes: none; hyphens: auto; tab-size: 1; word-break: break-all; }
      </style>`,
    }),
} satisfies HostilePage;
