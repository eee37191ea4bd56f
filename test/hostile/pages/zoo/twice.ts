import { shop, type HostilePage } from '../support/page.js';

export default {
  title: 'the same tag stands there twice, once with a version in its address',
  html: (place) =>
    shop(place, {
      script: place.tag() + place.tag() + place.tag().replace('loyalty.js', 'loyalty.js?v=2'),
    }),
  reports: [/^warn: <loyalty-widget> .*twice/],
  afterwards: `document.querySelectorAll('loyalty-launcher').length === 1
    && document.querySelectorAll('loyalty-widget').length === 1 ? 'yes' : 'no'`,
} satisfies HostilePage;
