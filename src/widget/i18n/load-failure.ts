import type { TermKey } from './catalogue.js';

/** What to say when something could not be loaded: there is nothing to be unsure of. */
export const loadFailureTerm = (code: string): TermKey =>
  code === 'offline' ? 'error.offline' : 'error.load';
