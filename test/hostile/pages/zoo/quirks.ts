import { shop, type HostilePage } from '../support/page.js';

export default {
  title: 'no doctype: the browser is in quirks mode',
  html: (place) => shop(place, { doctype: '' }),
  afterwards: `document.compatMode === 'BackCompat' ? 'yes' : 'no'`,
} satisfies HostilePage;
