const first = () => import('./first.js');

/** Public tag → its chunk. A new block is a file, and a line here. */
export const blocks: Readonly<Record<string, () => Promise<unknown>>> = {
  'loyalty-points': first,
  'loyalty-tier': first,
  'loyalty-challenges': first,
  'loyalty-rewards': () => import('./rewards.js'),
  'loyalty-vouchers': () => import('./vouchers.js'),
  'loyalty-earn': () => import('./earn.js'),
  'loyalty-activity': () => import('./activity.js'),
  'loyalty-estimate': () => import('./estimate.js'),
  'loyalty-goal': () => import('./goal.js'),
  'loyalty-game': () => import('./game.js'),
  'loyalty-board': () => import('./board.js'),
};
