import type { Programme } from '../programme/programme.js';
import { say } from '../words.js';

/** What others read of a member: the alias, or the first word of the name, and nothing else. */
export function publicName({
  alias,
  name,
}: {
  readonly alias: string | null;
  readonly name: string | null;
}): string | null {
  return alias ?? firstName(name);
}

export const firstName = (name: string | null): string | null =>
  name?.trim().split(/\s+/)[0] || null;

/** The same with a word for who has told no name. */
export const nameOn = (
  programme: Programme,
  row: Parameters<typeof publicName>[0],
  locale: string,
): string => publicName(row) ?? say(programme, locale, 'board.someone');
