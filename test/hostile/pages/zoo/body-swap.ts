import { inline, shop, type HostilePage } from '../support/page.js';

/** Turbo and its like: a new page is a new body, and a module is never run a second time. */
export default {
  title: 'the shop goes from page to page by changing its body',
  html: (place) =>
    shop(place, {
      script:
        place.tag() +
        inline(
          place,
          `customElements.whenDefined('loyalty-widget').then(function () {
            var moves = 0;
            (function move() {
              if (moves++ === 20) return;
              var next = document.createElement('body');
              next.append(document.querySelector('h1').cloneNode(true), document.querySelector('#own').cloneNode(true));
              document.querySelector('body').replaceWith(next);
              setTimeout(move, 5);
            })();
          });`,
        ),
    }),
} satisfies HostilePage;
