import type { BoardDoc } from '../programme/file.js';
import { unknownId } from '../programme/report.js';
import { isCounting, seasonOf } from '../boards/season.js';
import { instant } from '../time/calendar.js';
import type { GrantHandler } from './grant.js';
import { issue } from './issue.js';
import { SHOWN_AS_VOUCHER } from './unit.js';

/**
 * Entries of a draw or contest: so much of the board's unit, so that a return takes them back like
 * everything else. A board that does not count now takes none.
 */
export const entryGrant: GrantHandler<'entry'> = {
  check({ board: id, count }, { doc, path, report, at }) {
    const boards = doc.boards ?? [];
    const board = boards.find((one) => one.id === id);
    if (count < 1) report(`${path}.count`, 'a grant gives 1 or more');
    if (!board) {
      const known = boards.map((one) => one.id);
      report(`${path}.board`, unknownId('board', id, known));
      return;
    }
    const unit = doc.units.find((one) => one.id === board.unit);
    if (unit?.spendable) {
      report(
        `${path}.board`,
        `entries of "${id}" are counted in "${unit.id}", which can be spent: give the board a unit of its own that is not "spendable"`,
      );
    }
    const rival = boards.find((other) => other !== board && sharesEntries(other, board));
    if (rival) {
      report(
        `${path}.board`,
        `"${rival.id}" counts the same unit at the same time, so an entry would be one of both: give each a unit of its own`,
      );
    }
    const end = board.window?.to;
    if (at !== undefined && end !== undefined && at >= Date.parse(end)) {
      report(`${path}.board`, `"${id}" closed at ${instant(Date.parse(end))} and takes no entries`);
    }
  },

  async give(told, giving) {
    const { account, line, at, source } = giving;
    const { programme } = account;
    const grant = told[programme.locale];
    const board = grant && programme.boards.get(grant.board);
    const unit = board && programme.units.get(board.unit);
    if (!unit || !isCounting(seasonOf(board, programme.calendar), at)) return;
    line.credit(unit, grant.count);
    if (SHOWN_AS_VOUCHER.has(source.kind)) await issue(told, giving, 'used');
  },
};

/** Whether two boards count the same unit at one time; a window without a side is open there. */
function sharesEntries(a: BoardDoc, b: BoardDoc): boolean {
  const start = ({ window }: BoardDoc): number => Date.parse(window?.from ?? '') || -Infinity;
  const end = ({ window }: BoardDoc): number => Date.parse(window?.to ?? '') || Infinity;
  return a.unit === b.unit && start(a) < end(b) && start(b) < end(a);
}
