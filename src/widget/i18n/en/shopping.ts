import type { Entries } from '../catalogue.js';

/** What stands in the shop's own flow says: estimate, cart, goal, nudges. */
export const words = {
  'estimate.earn': 'You earn {amounts} with this',
  'estimate.guest': 'Members earn {amounts} with this',
  'estimate.join': 'Join',

  'goal.title': 'Your goal',
  'goal.drop': 'Stop saving for this',
  'goal.ready': 'You have enough for it.',
  'goal.toReward': 'Go to the reward',
  'goal.ways': 'What gets you there',
  'goal.line': '{amount} to go for “{title}”',
  'goal.lineReady': 'You have enough for “{title}”',
} as const satisfies Entries;
