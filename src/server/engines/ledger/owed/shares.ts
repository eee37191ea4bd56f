import { advance, isBehind, takesPart } from '../tracks/advance.js';
import {
  commonHave,
  countsAll,
  hasShare,
  momentOf,
  noteReached,
  waitingFor,
} from '../tracks/community.js';
import { haves, isMet, unitsOf } from '../tracks/needs.js';
import { isRunning } from '../tracks/period.js';
import type { Owed } from './owed.js';

/** Shares in what all members reached together. */
export const shares: Owed = {
  async waits(account, at) {
    const { programme } = account;
    for (const track of programme.doc.tracks.filter((one) => countsAll(programme, one))) {
      const moment = momentOf(programme, track, at);
      if (moment === null || !takesPart(account, track, moment)) continue;
      const [have = []] = await haves(account, [{ track, at: moment }]);
      if (!isBehind(account, track, have)) continue;
      if (await hasShare(account, track, unitsOf(track), moment)) return true;
    }
    return false;
  },

  async give(account, at) {
    const { programme } = account;
    if (!programme.doc.tracks.some((track) => countsAll(programme, track))) return;
    await advance(account, Math.max(at, account.member.settledTo), null);
  },

  async members(tx, programme, at, limit) {
    const members: string[] = [];
    for (const track of programme.doc.tracks.filter((one) => countsAll(programme, one))) {
      const moment = momentOf(programme, track, at);
      if (moment === null || !isRunning(track, programme.calendar, moment)) continue;
      const units = unitsOf(track);
      const have = await commonHave(tx, programme, track, units, moment);
      const reached = track.steps.filter((step) => isMet(step, have));
      await noteReached(tx, programme, track, reached, moment);
      for (const step of reached.filter(({ grants }) => grants?.length)) {
        members.push(...(await waitingFor(tx, programme, track, step, units, moment, limit)));
      }
    }
    return members.slice(0, limit);
  },
};
