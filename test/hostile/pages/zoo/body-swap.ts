import { inline, shop, type HostilePage } from '../support/page.js';

/** Turbo and its like: a new page is a new body, and a module is never run a second time. */
const SWAPS = `
  var moves = 0;
  function move() {
    var launcher = document.querySelector('loyalty-launcher');
    var isPainted = launcher && launcher.shadowRoot.textContent.indexOf('leaves') >= 0;
    if (moves === 20) { window.moved = 'yes'; return; }
    if (isPainted || moves) {
      moves++;
      var next = document.createElement('body');
      next.append(document.querySelector('h1').cloneNode(true), document.querySelector('#own').cloneNode(true));
      // Some come back from a cache of copies, the widget's among them.
      if (moves % 5 === 0) next.append(document.querySelector('loyalty-widget').cloneNode(true));
      document.querySelector('body').replaceWith(next);
    }
    setTimeout(move, 5);
  }
  move();
`;

export default {
  title: 'the shop goes from page to page by changing its body',
  html: (place) => shop(place, { script: place.tag() + inline(place, SWAPS) }),
  beforehand: 'window.moved',
  afterwards: `document.querySelectorAll('loyalty-widget').length === 1 ? 'yes' : 'no'`,
} satisfies HostilePage;
