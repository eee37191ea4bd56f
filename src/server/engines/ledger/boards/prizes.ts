import type { Millis, PlaceRow } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import type { Giving } from '../grants/grant.js';
import { giveGrant } from '../grants/index.js';
import { Line } from '../line.js';
import type { BoardDoc } from '../programme/file.js';
import type { Owed } from '../owed/owed.js';
import { advance } from '../tracks/advance.js';
import { tell } from '../words.js';
import { boardView } from './views.js';

/** Prizes of closed boards, on their way to who has won them. */
export const prizes: Owed = {
  async waits({ tx, programme, member }) {
    if (programme.boards.size === 0) return false;
    const places = await tx.boards.owed(member.id);
    return places.some((place) => wonIn(programme.boards, place) !== undefined);
  },

  async give(account, at) {
    const { boards } = account.programme;
    if (boards.size === 0) return;
    for (const place of await account.tx.boards.owed(account.member.id)) {
      const won = wonIn(boards, place);
      if (won) await givePrize(account, place, won, at);
    }
  },

  members: ({ boards }, programme, _at, limit) =>
    programme.boards.size === 0 ? Promise.resolve([]) : boards.owing(limit),
};

interface Won {
  readonly board: BoardDoc;
  readonly prize: NonNullable<BoardDoc['prizes']>[number];
}

/** The prize as it stands in the file; one that was taken out meanwhile cannot be given. */
function wonIn(boards: ReadonlyMap<string, BoardDoc>, place: PlaceRow): Won | undefined {
  const board = boards.get(place.board);
  const prize = board?.prizes?.[place.prize ?? -1];
  return board && prize && { board, prize };
}

async function givePrize(
  account: Account,
  place: PlaceRow,
  { board, prize }: Won,
  at: Millis,
): Promise<void> {
  const { programme, tx, member } = account;
  const { calendar } = programme;
  const { line: key, because } = boardView(board.view);
  const title = programme.told(
    (doc) => doc.boards?.find(({ id }) => id === board.id)?.title ?? board.title,
  );
  const slots = { board: title, rank: place.rank ?? '' };
  const line = new Line(account, {
    at,
    kind: 'grant',
    title: tell(programme, key, slots),
    ref: { kind: 'board', id: board.id },
  });
  line.because.push({ text: tell(programme, because, slots) });
  const giving: Giving = {
    account,
    line,
    at,
    source: { kind: 'board', id: board.id },
    title: line.head.title,
    delivery: 'code',
    cost: null,
    undoUntil: null,
    expiresAt: prize.validFor ? calendar.endOfDay(calendar.plus(at, prize.validFor)) : null,
    seenAt: null,
    vouchers: [],
  };
  for (const [index, grant] of prize.grants.entries()) {
    const told = programme.told(
      (doc) =>
        doc.boards?.find(({ id }) => id === board.id)?.prizes?.[place.prize ?? -1]?.grants[index] ??
        grant,
    );
    await giveGrant(told, giving);
  }
  await line.write();
  await tx.boards.given(board.id, member.id, at, line.id);
  await advance(account, at, null);
}
