import type { PlaceRow, PostingRow, ScoreRow, StoredPlace } from '../rows.js';
import type { BoardStore, GoalStore, ReferralStore, SumQuery } from '../store.js';
import { key, type Data } from './data.js';

/** What members do and have with each other: boards, goals, invitations. In memory. */

const done = Promise.resolve();

const isIn =
  ({ unit, from, to }: SumQuery) =>
  (row: PostingRow): boolean =>
    row.counts &&
    row.unit === unit &&
    (from === null || row.at >= from) &&
    (to === null || row.at < to);

const sumOf = (rows: readonly { readonly value: number }[]): number =>
  rows.reduce((sum, { value }) => sum + value, 0);

/** Members who take part in what all see; whoever is blocked does not. */
const takesPart = (data: Data, member: string): boolean =>
  ['member', 'paused'].includes(data.members.get(member)?.state ?? '');

export function memoryBoards(data: Data): BoardStore {
  const isOwed = ({ prize, givenAt }: PlaceRow): boolean => prize !== null && givenAt === null;

  const scoreOf = (query: SumQuery, board: string, id: string): ScoreRow[] => {
    const member = data.members.get(id);
    const gains = new Map<number, number>();
    for (const { at, value } of data.postings.of(id).filter(isIn(query))) {
      gains.set(at, (gains.get(at) ?? 0) + value);
    }
    const value = [...gains.values()].reduce((sum, gain) => sum + gain, 0);
    if (!member || value <= 0) return [];
    const { name, alias, hidden } = member;
    const group = data.leagues.get(key(board, id))?.group ?? 0;
    const reached = Math.max(...[...gains].flatMap(([at, gain]) => (gain > 0 ? [at] : [])));
    return [{ member: id, name, alias, hidden, group, value, reached }];
  };

  return {
    scores: (query, board) =>
      Promise.resolve(
        data.members
          .all()
          .filter(({ id }) => takesPart(data, id))
          .flatMap(({ id }) => scoreOf(query, board, id)),
      ),
    join(board, member, size, at) {
      const known = data.leagues.get(key(board, member));
      if (known) return Promise.resolve(known.group);
      const there = data.leagues.all().filter((row) => row.board === board).length;
      const group = Math.floor(there / size) + 1;
      data.leagues.set(key(board, member), { board, member, group, at });
      return Promise.resolve(group);
    },
    closing: (board) => Promise.resolve(data.closings.get(board) ?? null),
    close(row, places) {
      if (data.closings.get(row.board)) return Promise.resolve(false);
      data.closings.set(row.board, row);
      for (const place of places) data.places.set(key(place.board, place.member), place);
      return Promise.resolve(true);
    },
    places(board) {
      const rows = data.places
        .all()
        .filter((row) => row.board === board)
        .map((row): StoredPlace => {
          const { name = null, alias = null, hidden = false } = data.members.get(row.member) ?? {};
          return { ...row, name, alias, hidden };
        });
      return Promise.resolve(
        rows.sort(
          (a, b) =>
            (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
            b.value - a.value ||
            a.reached - b.reached ||
            (a.member < b.member ? -1 : 1),
        ),
      );
    },
    owed: (member) => Promise.resolve(data.places.of(member).filter(isOwed)),
    owing(limit) {
      const members = data.places
        .all()
        .filter((row) => isOwed(row) && takesPart(data, row.member))
        .map(({ member }) => member);
      return Promise.resolve([...new Set(members)].sort().slice(0, limit));
    },
    given(board, member, at, entry) {
      const row = data.places.get(key(board, member));
      if (row) data.places.set(key(board, member), { ...row, givenAt: at, entry });
      return done;
    },
  };
}

export function memoryGoals(data: Data): GoalStore {
  return {
    totals: (queries) =>
      Promise.resolve(queries.map((query) => sumOf(data.postings.all().filter(isIn(query))))),
    reached: (track, round) =>
      Promise.resolve(
        data.goals
          .all()
          .filter((row) => row.track === track && row.round === round)
          .map(({ step }) => step),
      ),
    reach(row) {
      const place = key(row.track, row.round, row.step);
      if (!data.goals.get(place)) data.goals.set(place, row);
      return done;
    },
    waiting({ track, step, units, from, to, joined }, limit) {
      const hasReached = (member: string): boolean =>
        data.reaches
          .of(member)
          .some(
            (row) =>
              row.track === track &&
              row.step === step &&
              !row.undone &&
              (from === null || row.at >= from),
          );
      const hasShare = (member: string): boolean =>
        sumOf(units.flatMap((unit) => data.postings.of(member).filter(isIn({ unit, from, to })))) >
        0;
      const isIncluded = (member: string): boolean =>
        !joined || (data.tracks.get(key(member, track))?.joinedAt ?? null) !== null;
      const members = data.members
        .all()
        .map(({ id }) => id)
        .filter((id) => takesPart(data, id) && isIncluded(id) && hasShare(id) && !hasReached(id));
      return Promise.resolve(members.sort().slice(0, limit));
    },
  };
}

const OWED = new Set(['ordered', 'returned']);

export function memoryReferrals(data: Data): ReferralStore {
  const all = (referrer: string) =>
    data.referrals
      .all()
      .filter((row) => row.referrer === referrer)
      .map((row) => ({ ...row, name: data.members.get(row.friend)?.name ?? null }));
  return {
    of: (member) => Promise.resolve(data.referrers.get(member) ?? null),
    byCode: (code) =>
      Promise.resolve(data.referrers.all().find((row) => row.code === code) ?? null),
    addReferrer(row) {
      const isTaken = data.referrers
        .all()
        .some(({ code, member }) => code === row.code || member === row.member);
      if (!isTaken) data.referrers.set(row.member, row);
      return Promise.resolve(!isTaken);
    },
    countSent(member) {
      const row = data.referrers.get(member);
      if (row) data.referrers.set(member, { ...row, sent: row.sent + 1 });
      return done;
    },
    add(row) {
      if (data.referrals.get(row.friend)) return Promise.resolve(false);
      data.referrals.set(row.friend, row);
      return Promise.resolve(true);
    },
    save({ friend, referrer, state, at, order, orderedAt, entries }) {
      data.referrals.set(friend, { friend, referrer, state, at, order, orderedAt, entries });
      return done;
    },
    friend: (friend) => Promise.resolve(data.referrals.get(friend) ?? null),
    friends: (member, limit) =>
      Promise.resolve(
        all(member)
          .sort((a, b) => b.at - a.at || (a.friend < b.friend ? -1 : 1))
          .slice(0, limit),
      ),
    counts(member) {
      const rows = all(member);
      const completed = rows.filter(({ state }) => state === 'completed').length;
      return Promise.resolve({ joined: rows.length, completed });
    },
    owed: (member) =>
      Promise.resolve(
        all(member)
          .filter(({ state }) => OWED.has(state))
          .sort((a, b) => a.at - b.at || (a.friend < b.friend ? -1 : 1)),
      ),
    owing(limit) {
      const referrers = data.referrals
        .all()
        .filter(({ state, referrer }) => OWED.has(state) && takesPart(data, referrer))
        .map(({ referrer }) => referrer);
      return Promise.resolve([...new Set(referrers)].sort().slice(0, limit));
    },
  };
}
