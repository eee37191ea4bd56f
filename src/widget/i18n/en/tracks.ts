import type { Entries } from '../catalogue.js';

/** What stamp cards, streaks, badges, milestones and meters say. */
export const words = {} as const satisfies Entries;
