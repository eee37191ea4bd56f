import { shop, type HostilePage } from '../support/page.js';

export default {
  title: 'an overlay with the highest z-index lies on everything',
  opensBy: 'link',
  html: (place) =>
    shop(place, {
      body: `<div style="position: fixed; inset: 0; z-index: 2147483647; background: #fff"></div>`,
    }),
} satisfies HostilePage;
