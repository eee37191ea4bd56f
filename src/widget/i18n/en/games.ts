import type { Entries } from '../catalogue.js';

/** What wheels, scratch cards and doors say. */
export const words = {} as const satisfies Entries;
