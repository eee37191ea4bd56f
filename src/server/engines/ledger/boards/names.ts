import type { Programme } from '../programme/programme.js';
import { say } from '../words.js';

/** The most that others read of a name, and the longest alias: it fits into a line of a board. */
export const NAME_LENGTH = 40;

/** The shop's token says what it likes. Cut between letters as people see them, not within one. */
function shorten(name: string): string {
  const points = [...name];
  if (points.length <= NAME_LENGTH) return name;
  // What is looked at is bounded, because one letter may carry any number of marks.
  const head = points.slice(0, NAME_LENGTH).join('');
  const room = points.slice(0, NAME_LENGTH - 1).join('');
  // Made when needed: the sandbox runs this in browsers, of which older ones have none.
  const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const last = letters.segment(head).containing(room.length)?.index ?? 0;
  return `${last > 0 ? head.slice(0, last) : room}…`;
}

/** What others read of a member: the alias, or the first word of the name, and nothing else. */
export function publicName({
  alias,
  name,
}: {
  readonly alias: string | null;
  readonly name: string | null;
}): string | null {
  return alias === null ? firstName(name) : shorten(alias);
}

/** The first word of a name, as far as others read it. */
export const firstName = (name: string | null): string | null =>
  shorten(name?.trim().split(/\s+/)[0] ?? '') || null;

/** The same with a word for who has told no name. */
export const nameOn = (
  programme: Programme,
  row: Parameters<typeof publicName>[0],
  locale: string,
): string => publicName(row) ?? say(programme, locale, 'board.someone');
