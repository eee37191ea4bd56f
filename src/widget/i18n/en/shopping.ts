import type { Entries } from '../catalogue.js';

/** What stands in the shop's own flow says: estimate, cart, goal, nudges. */
export const words = {
  'cart.title': 'This order and your rewards',
  'cart.earns': 'You earn with this order',
  'cart.earnsGuest': 'Members earn with this order',
  'cart.reaches': '{track}: {step}',
  'cart.moves': '{track}: then {progress}',
  'cart.spend': 'Use on this order',
  'cart.nothing': 'Nothing you could use fits this order right now.',
  'cart.near': 'Almost there ({n})',
  'cart.saves': 'takes off {amount}',
  'cart.savesUpTo': 'takes off up to {amount}',
  'cart.combines': 'combines with other codes',
  'cart.alone': 'cannot be combined',
  'cart.best': 'Best for this order',
  'cart.apply': 'Use',

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

  'nudge.open': 'Have a look',
  'nudge.never': 'Don’t show this again',
  'nudge.useThem': 'See what you can get for them.',
  'nudge.profile': 'One detail is missing in your profile.',
  'nudge.join': 'Earn with every order: join {program}',
} as const satisfies Entries;
