import { shop, type HostilePage } from '../support/page.js';

/** The widget's element stands where its merchant put it: in a box that holds and cuts everything. */
export default {
  title: 'an ancestor is transformed, contained and cut off',
  opensBy: 'link',
  html: (place) =>
    shop(place, {
      body: `<div style="transform: scale(0.5); overflow: hidden; width: 50px; height: 50px;
        contain: layout paint; will-change: transform; filter: blur(0)">
        <loyalty-widget></loyalty-widget></div>`,
    }),
  hasOwnLook: false,
} satisfies HostilePage;
