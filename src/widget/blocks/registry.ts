/** Public tag → its chunk. A new block is a file, and a line here. */
export const blocks: Readonly<Record<string, () => Promise<unknown>>> = {
  'loyalty-points': () => import('./points.js'),
  'loyalty-tier': () => import('./tier.js'),
  'loyalty-challenges': () => import('./challenges.js'),
  'loyalty-rewards': () => import('./rewards.js'),
  'loyalty-vouchers': () => import('./vouchers.js'),
  'loyalty-earn': () => import('./earn.js'),
  'loyalty-activity': () => import('./activity.js'),
  'loyalty-cart': () => import('./cart.js'),
  'loyalty-estimate': () => import('./estimate.js'),
  'loyalty-goal': () => import('./goal.js'),
  'loyalty-game': () => import('./game.js'),
  'loyalty-board': () => import('./board.js'),
  'loyalty-referral': () => import('./referral.js'),
  'loyalty-profile': () => import('./profile.js'),
};
