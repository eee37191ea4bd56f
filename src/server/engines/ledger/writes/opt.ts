import { Refusal } from '../../../engine.js';
import { instant } from '../time/calendar.js';
import { isRunning, windowOf } from '../tracks/period.js';
import type { TrackDoc } from '../programme/programme.js';
import { demand, sentence, type Session } from './session.js';

/** A member takes part in a challenge from now on; what was done before does not count. */
export function optIn(session: Session, id: string): void {
  const { account, now } = session;
  const track = optional(session, id);
  if (!isRunning(track, now)) {
    const { from, to } = windowOf(track);
    const isEarly = from !== null && now < from;
    demand(session, {
      state: isEarly ? 'scheduled' : 'ended',
      at: instant((isEarly ? from : to) ?? now),
    });
  }
  const row = account.track(id);
  if (row.joinedAt === null) account.setTrack({ ...row, joinedAt: now });
}

/** A member takes part no longer; what was reached stays. */
export function optOut(session: Session, id: string): void {
  optional(session, id);
  const row = session.account.track(id);
  if (row.joinedAt !== null) session.account.setTrack({ ...row, joinedAt: null });
}

function optional(session: Session, id: string): TrackDoc {
  const track = session.account.programme.tracks.get(id);
  if (!track) throw new Refusal('not-found', sentence(session, 'no.track'));
  if (track.join === 'opt-in') return track;
  throw new Refusal('not-eligible', sentence(session, 'no.optin'));
}
