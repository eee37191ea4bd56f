import { shop, type HostilePage } from '../support/page.js';

export default {
  title: 'the page is in windows-1252',
  headers: () => ({ 'Content-Type': 'text/html; charset=windows-1252' }),
  html: (place) =>
    shop(place, { body: '<p id="umlaut">Käse</p>' }).replace('<meta charset="utf-8">', ''),
  afterwards: `document.characterSet === 'windows-1252' && document.getElementById('umlaut').textContent.length === 4 ? 'yes' : 'no'`,
} satisfies HostilePage;
