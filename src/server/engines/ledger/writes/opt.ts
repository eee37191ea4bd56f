import { Refusal } from '../../../engine.js';
import { instant } from '../time/calendar.js';
import { windowAt } from '../time/window.js';
import type { TrackDoc } from '../programme/programme.js';
import { canRest, goOn, rest } from '../tracks/streak.js';
import { say } from '../words.js';
import { demand, sentence, type Session } from './session.js';

/** A member takes part in a challenge from now on; what was done before does not count. */
export function optIn(session: Session, id: string): void {
  const { account, now } = session;
  const track = optional(session, id);
  if (track.streak?.rest !== undefined) endRest(session, track);
  if (track.join !== 'opt-in') return;
  const window = windowAt(track.window, account.programme.calendar, now);
  if (window.state !== 'open') {
    demand(session, { state: window.state, at: instant(window.at) });
  }
  const row = account.track(id);
  if (row.joinedAt === null) account.setTrack({ ...row, joinedAt: now });
}

/** A member takes part no longer; what was reached stays. A streak that allows it rests instead. */
export function optOut(session: Session, id: string): void {
  const track = optional(session, id);
  if (track.streak?.rest !== undefined) {
    beginRest(session, track, track.streak.rest);
    return;
  }
  const row = session.account.track(id);
  if (row.joinedAt !== null) session.account.setTrack({ ...row, joinedAt: null });
}

function optional(session: Session, id: string): TrackDoc {
  const track = session.account.programme.tracks.get(id);
  if (!track) throw new Refusal('not-found', sentence(session, 'no.track'));
  if (track.join === 'opt-in' || track.streak?.rest !== undefined) return track;
  throw new Refusal('not-eligible', sentence(session, 'no.optin'));
}

/** Nothing is missed from now on. Asking again changes nothing. */
function beginRest({ account, now, locale }: Session, track: TrackDoc, longest: string): void {
  const row = account.track(track.id);
  if (row.streak?.rest) return;
  if (!canRest(track, row.streak)) {
    throw new Refusal('not-eligible', say(account.programme, locale, 'no.rest'));
  }
  const { calendar } = account.programme;
  account.setTrack({ ...row, streak: rest(track, row.streak, calendar, now, longest) });
}

function endRest({ account, now }: Session, track: TrackDoc): void {
  const row = account.track(track.id);
  if (!row.streak?.rest) return;
  const { calendar } = account.programme;
  account.setTrack({ ...row, streak: goOn(track, row.streak, calendar, now) });
}
