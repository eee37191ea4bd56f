import type { Check } from '../report.js';
import { checkRewards } from './rewards.js';
import { checkRules } from './rules.js';
import { checkTracks } from './tracks.js';
import { checkHead, checkUnits } from './units.js';

/** Everything that a schema cannot see: what points where, and whether it adds up. */
export const checks: readonly Check[] = [
  checkHead,
  checkUnits,
  checkRules,
  checkTracks,
  checkRewards,
];
