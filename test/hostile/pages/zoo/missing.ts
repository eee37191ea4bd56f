import { shop, type HostilePage } from '../support/page.js';

export default {
  title: 'the script is not found',
  comes: 'nothing',
  html: (place) =>
    shop(place, {
      body: '<loyalty-rewards><a href="/account">Your rewards</a></loyalty-rewards>',
      script: place.tag('/nowhere/'),
    }),
  afterwards: `document.querySelector('loyalty-rewards a').getBoundingClientRect().height > 0 ? 'yes' : 'no'`,
} satisfies HostilePage;
