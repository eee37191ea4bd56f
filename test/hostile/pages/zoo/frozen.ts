import { inline, shop, type HostilePage } from '../support/page.js';

export default {
  title: 'the prototypes of the language are frozen',
  html: (place) =>
    shop(place, {
      head: inline(
        place,
        `[Object, Array, Function, String, Number, Promise, Map, Set, Symbol, RegExp, Error, Date]
          .forEach(function (one) { Object.freeze(one); Object.freeze(one.prototype); });
        [Math, JSON, Reflect].forEach(Object.freeze);`,
      ),
    }),
} satisfies HostilePage;
