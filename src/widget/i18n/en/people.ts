import type { Entries } from '../catalogue.js';

/** What boards, referral and the profile say. */
export const words = {} as const satisfies Entries;
