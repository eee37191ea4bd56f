import type { Check } from '../report.js';
import { checkBoards } from './boards.js';
import { checkCommunity } from './community.js';
import { checkReferral } from './referral.js';
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
  checkBoards,
  checkReferral,
  checkCommunity,
];
