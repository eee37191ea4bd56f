import { openWebKit } from './support/webkit.js';
import { visitAll } from './support/visit.js';

/** The pages that stop a bundle altogether, in the engine that is slowest to drive. */
const wanted = [
  'strict-policy',
  'trusted-types',
  'trusted-types-none',
  'clobbering',
  'mootools',
  'body-swap',
];
visitAll(openWebKit, (name) => wanted.includes(name));
