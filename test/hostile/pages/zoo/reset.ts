import { shop, type HostilePage } from '../support/page.js';

export default {
  title: 'every style of every element is unset, and important',
  html: (place) =>
    shop(place, {
      head: '<style>* { all: unset !important; } *::before, *::after { all: unset !important; }</style>',
    }),
} satisfies HostilePage;
