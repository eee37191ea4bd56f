import type { PluralLabel } from '../../../src/contract/types.js';
import { everyWord } from './every-word.js';

/** Each word by forty per cent, because a longer word breaks what more words do not; slots are kept. */
export const longer = (text: string): string =>
  text.replace(/\{\w+\}|\p{L}+/gu, (word) =>
    word.startsWith('{') ? word : word + word.slice(0, Math.ceil(word.length * 0.4)),
  );

const longerEntry = (entry: string | PluralLabel): string | PluralLabel =>
  typeof entry === 'string'
    ? longer(entry)
    : (Object.fromEntries(
        Object.entries(entry).map(([form, text]) => [form, longer(String(text))]),
      ) as unknown as PluralLabel);

/**
 * Lengthens all English words of this page, as a language would that is longer than the longest.
 * @returns puts them back
 */
export function lengthenWords(): () => void {
  const undo = Object.values(everyWord.en).map((words) => {
    const before = { ...words };
    for (const [key, entry] of Object.entries(before)) {
      Object.assign(words, { [key]: longerEntry(entry) });
    }
    return () => void Object.assign(words, before);
  });
  return () => undo.forEach((one) => one());
}
