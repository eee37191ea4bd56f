import { shop, type HostilePage } from '../support/page.js';

/** What all others are measured by. */
export default {
  title: 'nothing is in the way',
  html: (place) => shop(place),
} satisfies HostilePage;
