import type { BoardPage } from '../../../../contract/types.js';
import { Refusal, type BoardRequest } from '../../../engine.js';
import type { ClosingRow, Millis, ScoreRow, StoredPlace } from '../../../stores/rows.js';
import type { Store, Tx } from '../../../stores/store.js';
import type { BoardDoc } from '../programme/file.js';
import type { Programme } from '../programme/programme.js';
import { instant } from '../time/calendar.js';
import { say } from '../words.js';
import { groupSeen } from './league.js';
import { nameOn } from './names.js';
import { rankAmong } from './ranking.js';
import { seasonOf } from './season.js';
import { boardView } from './views.js';

/** How long everybody sees the same picture of an open board: adding it up is work. */
const FRESH_MS = 5_000;

/** A board as everyone sees it at one moment. */
interface Picture {
  readonly at: Millis;
  readonly closing: ClosingRow | null;
  readonly scores: readonly ScoreRow[];
  /** Of a closed board. */
  readonly places: readonly StoredPlace[];
}

type Item = ScoreRow & { readonly rank: number };

/** Pages of boards; open ones are added up at most every few seconds. */
export function createBoardPages({ store, programme }: { store: Store; programme: Programme }) {
  const pictures = new Map<string, Promise<Picture>>();

  const take = (board: BoardDoc, at: Millis): Promise<Picture> =>
    store.snapshot(programme.id, (tx) => picture(tx, programme, board, at));

  /** The last picture, as long as it is fresh; whoever asks meanwhile waits for the same one. */
  const look = async (board: BoardDoc, at: Millis): Promise<Picture> => {
    const known = await pictures.get(board.id)?.catch(() => undefined);
    if (known && (known.closing || Math.abs(at - known.at) < FRESH_MS)) {
      const isOver = known.closing === null && at >= seasonOf(board, programme.calendar).closes;
      if (!isOver) return known;
    }
    const next = take(board, at);
    pictures.set(board.id, next);
    return next;
  };

  return async (
    id: string,
    viewer: string | null,
    request: BoardRequest,
    locale: string,
    at: Millis,
  ): Promise<BoardPage> => {
    const board = programme.boards.get(id);
    if (!board) throw new Refusal('not-found', say(programme, locale, 'no.board'));
    const seen = await look(board, at);
    const mine = seen.scores.find(({ member }) => member === viewer);
    const rows = seenBy(board, seen, mine);
    const place = placeOf(board, seen, rows, mine);
    const start = startOf(programme, locale, request, place?.rank);
    const items = rows.slice(start, start + request.limit);
    const next = start + items.length;
    return {
      board: id,
      asOf: instant(seen.at),
      items: items.map((row) => ({
        rank: row.rank,
        name: nameOn(programme, row, locale),
        value: row.value,
        ...(row.member === viewer ? { me: true } : {}),
      })),
      me: place,
      next: items.length > 0 && next < rows.length ? writeOffset(next) : null,
      members: seen.closing?.members ?? seen.scores.length,
      total: seen.closing?.total ?? seen.scores.reduce((sum, { value }) => sum + value, 0),
      ...(seen.closing ? { closedAt: instant(seen.closing.at) } : {}),
    };
  };
}

async function picture(
  tx: Tx,
  programme: Programme,
  board: BoardDoc,
  at: Millis,
): Promise<Picture> {
  const closing = await tx.boards.closing(board.id);
  if (closing) {
    const places = await tx.boards.places(board.id);
    return { at, closing, scores: places, places };
  }
  const { from, to } = seasonOf(board, programme.calendar);
  const scores = await tx.boards.scores({ unit: board.unit, from, to }, board.id);
  return { at, closing, scores, places: [] };
}

/** What somebody may see of the others, best first. */
function seenBy(board: BoardDoc, seen: Picture, mine: ScoreRow | undefined): Item[] {
  const view = boardView(board.view);
  const group = groupSeen(seen.scores, mine?.group, board.group);
  const isMet = (row: ScoreRow): boolean => !view.isGrouped || row.group === group;
  if (!seen.closing) return view.open(seen.scores.filter(isMet));
  return seen.places.flatMap((row) =>
    row.rank !== null && !row.hidden && isMet(row) ? [{ ...row, rank: row.rank }] : [],
  );
}

/** A member's own place: theirs to see, also when they hide it from the others. */
function placeOf(
  board: BoardDoc,
  seen: Picture,
  rows: readonly Item[],
  mine: ScoreRow | undefined,
): BoardPage['me'] {
  if (!mine) return null;
  const { value, member } = mine;
  if (seen.closing) {
    const rank = seen.places.find((place) => place.member === member)?.rank ?? null;
    return { value, ...(rank === null ? {} : { rank }) };
  }
  const isRanked = boardView(board.view).open([{ ...mine, hidden: false }]).length > 0;
  return { value, ...(isRanked ? { rank: rankAmong(rows, mine) } : {}) };
}

/** Where a page begins: at its cursor, or so that the member's own place lies in the middle. */
function startOf(
  programme: Programme,
  locale: string,
  { cursor, limit, around }: BoardRequest,
  rank: number | undefined,
): number {
  if (cursor !== undefined) return readOffset(cursor, say(programme, locale, 'no.cursor'));
  if (!around || rank === undefined) return 0;
  return Math.max(0, rank - 1 - Math.floor((limit - 1) / 2));
}

const writeOffset = (offset: number): string =>
  globalThis.btoa(`from ${offset}`).replaceAll('=', '');

/** @throws Refusal `cursor-expired` for one that we did not write */
function readOffset(text: string, sentence: string): number {
  try {
    const [, digits] = /^from (\d{1,9})$/.exec(globalThis.atob(text)) ?? [];
    if (digits !== undefined) return Number(digits);
  } catch {
    // Not even written in the alphabet of cursors.
  }
  throw new Refusal('cursor-expired', sentence);
}
