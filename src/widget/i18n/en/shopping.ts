import type { Entries } from '../catalogue.js';

/** What stands in the shop's own flow says: estimate, cart, goal, nudges. */
export const words = {} as const satisfies Entries;
