import type { Millis } from '../../../stores/rows.js';
import type { Account } from '../account.js';
import { isCounting, seasonOf } from './season.js';
import { boardView } from './views.js';

/** As many as people still know by name. */
const GROUP = 30;

/**
 * Puts a member into a group of each league that they have begun to score in. The rule is plain: who
 * comes first plays with who comes next, until the group is full; nobody changes theirs.
 */
export async function joinLeagues(account: Account, at: Millis): Promise<void> {
  const { programme, tx, member, scored } = account;
  for (const board of programme.boards.values()) {
    if (!boardView(board.view).isGrouped || !scored.has(board.unit)) continue;
    if (!isCounting(seasonOf(board, programme.calendar), at)) continue;
    await tx.boards.join(board.id, member.id, board.group ?? GROUP, at);
  }
}

/** The group that somebody sees: their own, or the one that they would come into. */
export function groupSeen(
  scores: readonly { readonly group: number }[],
  mine: number | undefined,
  size: number = GROUP,
): number {
  if (mine !== undefined && mine > 0) return mine;
  const last = Math.max(1, ...scores.map(({ group }) => group));
  const isFull = scores.filter(({ group }) => group === last).length >= size;
  return isFull ? last + 1 : last;
}
