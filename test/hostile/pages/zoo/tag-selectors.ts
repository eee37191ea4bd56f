import { shop, type HostilePage } from '../support/page.js';

/** What old themes write about plain tags, our own tags and everything. */
export default {
  title: 'a style sheet speaks of all elements, and of ours by name',
  html: (place) =>
    shop(place, {
      head: `<style>
        * { box-sizing: content-box !important; border: 3px solid red !important;
          float: left !important; opacity: 0.3 !important; filter: blur(3px) !important;
          display: none !important; transform: rotate(9deg) !important; max-width: 10px !important; }
        html, body, h1, p, style, script, link { display: block !important; opacity: 1 !important;
          filter: none !important; transform: none !important; border: 0 !important;
          float: none !important; max-width: none !important; }
        style, script, link { display: none !important; }
        loyalty-widget, loyalty-launcher { color: red !important; font: 9px serif !important;
          position: static !important; z-index: -1 !important; inset: 0 !important; }
      </style>`,
    }),
} satisfies HostilePage;
