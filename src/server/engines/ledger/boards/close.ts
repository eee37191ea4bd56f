import type { Millis, PlaceRow } from '../../../stores/rows.js';
import type { Store, Tx } from '../../../stores/store.js';
import type { BoardDoc } from '../programme/file.js';
import type { Programme } from '../programme/programme.js';
import type { RandomBytes } from '../random.js';
import { seasonOf } from './season.js';
import { boardView } from './views.js';

interface Parts {
  readonly store: Store;
  readonly programme: Programme;
  readonly random: RandomBytes;
}

/**
 * Closes boards whose time is over. The whole result is written in one transaction, prizes as owed;
 * each winner then gets theirs in a transaction of their own (./prizes.ts). Whatever fails in between
 * is done by the next one who looks: nothing is paid twice, and nothing is forgotten.
 * @returns a function that may be called as often as one likes
 */
export function createCloser({ store, programme, random }: Parts) {
  /** Known to be closed: no need to ask the store again. */
  const closed = new Set<string>();
  return async (now: Millis): Promise<void> => {
    for (const board of programme.boards.values()) {
      if (closed.has(board.id) || now < seasonOf(board, programme.calendar).closes) continue;
      await store.transaction(programme.id, (tx) => close(tx, programme, board, random, now));
      closed.add(board.id);
    }
  };
}

async function close(
  tx: Tx,
  programme: Programme,
  board: BoardDoc,
  random: RandomBytes,
  now: Millis,
): Promise<void> {
  if (await tx.boards.closing(board.id)) return;
  const { from, to } = seasonOf(board, programme.calendar);
  const scores = await tx.boards.scores({ unit: board.unit, from, to }, board.id);
  const last = Math.max(0, ...(board.prizes ?? []).map((prize) => prize.to));
  const results = boardView(board.view).close(scores, last, random);
  const places = results.map(({ score, rank, ticket }): PlaceRow => ({
    board: board.id,
    member: score.member,
    group: score.group,
    rank,
    value: score.value,
    reached: score.reached,
    ticket,
    prize: prizeOf(board, rank),
    givenAt: null,
    entry: null,
  }));
  const total = scores.reduce((sum, { value }) => sum + value, 0);
  await tx.boards.close({ board: board.id, at: now, members: scores.length, total }, places);
}

/** Which prize belongs to a rank. */
function prizeOf({ prizes = [] }: BoardDoc, rank: number | null): number | null {
  if (rank === null) return null;
  const index = prizes.findIndex(({ from, to }) => rank >= from && rank <= to);
  return index < 0 ? null : index;
}
