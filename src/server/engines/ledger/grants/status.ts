import { stepIndex } from '../programme/programme.js';
import { unknownId } from '../programme/report.js';
import { giveStep } from '../tracks/step.js';
import type { GrantHandler } from './grant.js';

/** A step of a track, given rather than reached; never a step down. */
export const statusGrant: GrantHandler<'status'> = {
  check(grant, { doc, path, report }) {
    const track = doc.tracks.find(({ id }) => id === grant.track);
    if (!track) {
      report(
        `${path}.track`,
        unknownId(
          'track',
          grant.track,
          doc.tracks.map(({ id }) => id),
        ),
      );
    } else if (stepIndex(track, grant.step) < 0) {
      const steps = track.steps.map(({ id }) => id);
      report(`${path}.step`, unknownId(`step of "${track.id}"`, grant.step, steps));
    }
  },
  give(told, { account, at, holdsUntil }) {
    const grant = told[account.programme.locale];
    const track = grant && account.programme.tracks.get(grant.track);
    if (track) giveStep(account, track, stepIndex(track, grant.step), at, holdsUntil);
    return Promise.resolve();
  },
};
