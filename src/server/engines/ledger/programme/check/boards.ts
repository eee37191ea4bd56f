import type { Grant } from '../../../../../contract/types.js';
import { boardViews } from '../../boards/views.js';
import { checkGrant } from '../../grants/index.js';
import type { BoardDoc, ProgrammeDoc } from '../file.js';
import { givenUnits } from '../reach.js';
import { unknownId, type Check, type Report } from '../report.js';
import { checkWindow } from './shared.js';
import { checkIds } from './units.js';

export const checkBoards: Check = (doc, report) => {
  const boards = doc.boards ?? [];
  checkIds(boards, 'boards', report);
  const gained = gainedUnits(doc);
  for (const [index, board] of boards.entries()) {
    const at = `boards[${index}]`;
    const units = doc.units.map(({ id }) => id);
    if (!Object.hasOwn(boardViews, board.view)) {
      report(`${at}.view`, unknownId('view of a board', board.view, Object.keys(boardViews)));
    }
    if (!units.includes(board.unit)) {
      report(`${at}.unit`, unknownId('unit', board.unit, units));
    } else if (!gained.has(board.unit)) {
      report(
        `${at}.unit`,
        `nothing in this programme gives "${board.unit}", so nobody is ever on it`,
      );
    }
    checkSeason(doc, board, at, report);
    checkGroup(board, at, report);
    checkPrizes(doc, board, at, report);
  }
  checkEntries(doc, report);
};

/** Entries that would come when their board has closed. */
function checkEntries(doc: ProgrammeDoc, report: Report): void {
  const places = [
    ...doc.rules.map((rule, index) => ({ ...rule, at: `rules[${index}]` })),
    ...doc.rewards.map((reward, index) => ({ ...reward, at: `rewards[${index}]` })),
  ];
  for (const { grants, window, at } of places) {
    for (const grant of grants) {
      const board = grant.kind === 'entry' && doc.boards?.find(({ id }) => id === grant.board);
      const end = board ? Date.parse(board.window?.to ?? '') : NaN;
      if (board && Date.parse(window?.from ?? '') >= end) {
        report(
          `${at}.window`,
          `it opens when "${board.id}" has closed, so its entries count for nothing`,
        );
      }
    }
  }
}

function checkSeason(doc: ProgrammeDoc, { window }: BoardDoc, at: string, report: Report): void {
  if (window?.to === undefined) {
    report(`${at}.window`, 'a board closes once and gives its prizes then: it needs a "to"');
  }
  if (window?.rrule !== undefined) {
    report(`${at}.window.rrule`, 'a board closes once; write one board for each season');
    return;
  }
  checkWindow(window, doc, `${at}.window`, report);
}

function checkGroup({ view, group }: BoardDoc, at: string, report: Report): void {
  if (group === undefined) return;
  if (boardViews[view]?.isGrouped === false) {
    report(`${at}.group`, 'only a league plays in groups; leave this out');
  } else if (group < 2) report(`${at}.group`, 'it takes two to compete: 2 or more');
}

function checkPrizes(
  doc: ProgrammeDoc,
  { view, prizes = [] }: BoardDoc,
  at: string,
  report: Report,
): void {
  if (view === 'draw' && prizes.length === 0) {
    report(`${at}.prizes`, 'a draw without prizes draws nothing');
  }
  for (const [index, { from, to, grants }] of prizes.entries()) {
    const path = `${at}.prizes[${index}]`;
    if (from < 1) report(`${path}.from`, 'places begin at 1');
    if (to < from) report(path, 'it ends before it begins');
    const rival = prizes.slice(0, index).find((other) => from <= other.to && other.from <= to);
    if (rival) {
      report(
        path,
        `it overlaps the prize for ${rival.from} to ${rival.to}: one prize for each place`,
      );
    }
    if (grants.length === 0) report(`${path}.grants`, 'a prize gives something');
    for (const [place, grant] of grants.entries()) {
      const where = `${path}.grants[${place}]`;
      checkGrant(grant, { doc, path: where, report, fromOrder: false });
      checkUnasked(grant, where, report);
    }
  }
}

/** What comes by itself asks nothing: there is nobody to choose. */
export function checkUnasked(grant: Grant, path: string, report: Report): void {
  if (grant.kind === 'product' && grant.choices) {
    report(`${path}.choices`, 'nobody is asked here; give one product');
  }
}

/** The units of which anything at all can come in, given or only measured. */
function gainedUnits(doc: ProgrammeDoc): ReadonlySet<string> {
  const measured = doc.rules
    .flatMap(({ measures = [] }) => measures)
    .map(({ amount, rate }) => amount?.unit ?? rate?.give.unit)
    .filter((id) => id !== undefined);
  return new Set([...givenUnits(doc), ...measured]);
}
