/** The npm entry: every element, registered; for bundles that bring their own code splitting. */
export { LoyaltyActivity } from './blocks/activity.js';
export { LoyaltyChallenges } from './blocks/challenges.js';
export { LoyaltyEarn } from './blocks/earn.js';
export { LoyaltyPoints } from './blocks/points.js';
export { LoyaltyRewards } from './blocks/rewards.js';
export { LoyaltyTier } from './blocks/tier.js';
export { LoyaltyVouchers } from './blocks/vouchers.js';
export * from './events/facts.js';
export * from './events/requests.js';
export { RequestEvent } from './events/request-event.js';
export { LoyaltyLauncher } from './shell/launcher.js';
export { LoyaltyPanel } from './shell/panel.js';
export { LoyaltyProvider } from './shell/provider.js';
export { LoyaltyWidget } from './shell/widget.js';
export { LoyaltyError } from './client/errors.js';
export type { GetToken } from './client/token.js';
export type { Store } from './store/store.js';
export type * from '../contract/types.js';
