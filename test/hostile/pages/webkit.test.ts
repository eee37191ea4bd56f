import { openWebKit } from './support/webkit.js';
import { visitAll } from './support/visit.js';

/** The pages that stop a bundle altogether, in the engine that is slowest to drive. */
visitAll(openWebKit, [
  'clean',
  'strict-policy',
  'trusted-types',
  'trusted-types-none',
  'clobbering',
  'mootools',
  'body-swap',
]);
