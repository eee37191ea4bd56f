import type { Millis, PlaceRow, Told } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import type { Giving } from '../grants/grant.js';
import { giveGrant } from '../grants/index.js';
import { Line } from '../line.js';
import type { BoardDoc } from '../programme/file.js';
import type { Programme } from '../programme/programme.js';
import { mapTold } from '../programme/texts.js';
import type { Owed } from '../owed/owed.js';
import { advance } from '../tracks/advance.js';
import { tell } from '../words.js';
import { boardView } from './views.js';

/** Prizes of closed boards, on their way to who has won them. */
export const prizes: Owed = {
  async waits({ tx, programme, member }) {
    if (programme.boards.size === 0) return false;
    const places = await tx.boards.owed(member.id);
    return places.some((place) => wonIn(programme, place) !== undefined);
  },

  async give(account, at) {
    const { programme } = account;
    if (programme.boards.size === 0) return;
    for (const place of await account.tx.boards.owed(account.member.id)) {
      const won = wonIn(programme, place);
      if (won) await givePrize(account, place, won, at);
    }
  },

  members: ({ boards }, programme, _at, limit) =>
    programme.boards.size === 0 ? Promise.resolve([]) : boards.owing(limit),
};

interface Won {
  readonly board: BoardDoc;
  readonly prize: Prize;
  readonly told: Told<Prize>;
}

type Prize = NonNullable<BoardDoc['prizes']>[number];

/** The prize as it stands in the file; one that was taken out meanwhile cannot be given. */
function wonIn(programme: Programme, place: PlaceRow): Won | undefined {
  const board = programme.boards.get(place.board);
  if (!board) return undefined;
  const all = mapTold(boardTold(programme, board), ({ prizes = [] }) => prizes);
  const won = programme.toldEach(all).find((_, index) => index === place.prize);
  return won && { board, prize: won[0], told: won[1] };
}

const boardTold = (programme: Programme, { id }: BoardDoc): Told<BoardDoc> =>
  programme.toldOne(({ boards = [] }) => boards, id);

async function givePrize(
  account: Account,
  place: PlaceRow,
  { board, prize, told }: Won,
  at: Millis,
): Promise<void> {
  const { programme, tx, member } = account;
  const { calendar } = programme;
  const { line: key, because } = boardView(board.view);
  const title = mapTold(boardTold(programme, board), (one) => one.title);
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
  const grants = mapTold(told, (one) => one.grants);
  for (const [, grant] of programme.toldEach(grants)) await giveGrant(grant, giving);
  await line.write();
  await tx.boards.given(board.id, member.id, at, line.id);
  await advance(account, at, null);
}
