import type { Links } from '../../contract/types.js';
import type { Settings } from '../store/store.js';

/** Where the shop's own pages are: the programme's links fill what the merchant left open. */
export const whereOf = (settings: Settings = {}, { join, signIn }: Links = {}) => ({
  applyUrl: settings.applyUrl ?? undefined,
  hasPanel: !!settings.hasPanel,
  joinUrl: settings.joinUrl ?? join,
  signInUrl: settings.signInUrl ?? signIn,
});
