import { Refusal } from '../../../engine.js';
import type { Millis } from '../../../stores/rows.js';
import type { Cursor } from '../../../stores/store.js';

/** Where a page ended, as a text that nobody needs to understand. */
export const writeCursor = ({ at, seq }: Cursor): string => {
  const text = `${at.toString(36)}.${seq.toString(36)}`;
  return globalThis.btoa(text).replaceAll('=', '');
};

/** @throws Refusal `cursor-expired` for one that we did not write */
export function readCursor(text: string, sentence: string): Cursor {
  try {
    const [at = '', seq = ''] = globalThis.atob(text).split('.');
    const cursor = { at: Number.parseInt(at, 36), seq: Number.parseInt(seq, 36) };
    if (Math.abs(cursor.at) <= 8.64e15 && Number.isSafeInteger(cursor.seq)) return cursor;
  } catch {
    // Not even written in the alphabet of cursors: the same answer as for any other stranger.
  }
  throw new Refusal('cursor-expired', sentence);
}

/** The same for a list that goes by time and id, oldest first, and that the shop alone reads. */
export const writePlace = ({ at, id }: { readonly at: Millis; readonly id: string }): string =>
  `${at.toString(36)}.${id}`;

/** @throws Refusal `cursor-expired` for one that we did not write */
export function readPlace(text: string): { at: Millis; id: string } {
  const [, time = '', id = ''] = /^([0-9a-z]{1,12})\.(.+)$/.exec(text) ?? [];
  const at = Number.parseInt(time, 36);
  if (id !== '' && Math.abs(at) <= 8.64e15) return { at, id };
  throw new Refusal('cursor-expired', 'This is no cursor of this list. Read it from the start.');
}
