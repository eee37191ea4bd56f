import type { z } from 'zod';
import { checks } from './check/index.js';
import { ProgrammeFile, type ProgrammeDoc } from './file.js';
import { Programme } from './programme.js';
import { readIn, toldAmiss, type Json } from './texts.js';

/** A programme file that cannot be run. Says every mistake, one in a line: `file: path: sentence`. */
export class ProgrammeError extends Error {
  override name = 'ProgrammeError';
  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'));
  }
}

/**
 * Reads a programme file.
 * @param file its content, as JSON
 * @param name what to call it where something is wrong, such as `oak.json`
 * @throws ProgrammeError with every mistake in it
 */
export function readProgramme(file: unknown, name = 'programme'): Programme {
  const { locale, locales } = languages(file);
  const mistakes = new Set<string>();
  const docs: Record<string, ProgrammeDoc> = {};
  const report = (path: string, sentence: string): void => {
    mistakes.add(`${name}: ${path}: ${sentence}`);
  };
  for (const path of toldAmiss(file as Json, locales, locale)) {
    report(path, 'only texts are told in several languages; write one value for all of them');
  }
  for (const language of locales) {
    const parsed = ProgrammeFile.safeParse(readIn(language, file as Json, locales, locale));
    if (parsed.success) {
      docs[language] = parsed.data;
      for (const check of checks) check(parsed.data, report);
    } else {
      for (const issue of parsed.error.issues) report(...told(issue));
    }
  }
  if (mistakes.size > 0) throw new ProgrammeError([...mistakes]);
  return new Programme(docs, locale);
}

/** The languages a file says it is written in, before anything else of it is known to be right. */
function languages(file: unknown): { locale: string; locales: readonly string[] } {
  const { locale, locales } = (file ?? {}) as { locale?: unknown; locales?: unknown };
  const first = typeof locale === 'string' ? locale : 'en';
  const named = Array.isArray(locales)
    ? locales.filter((item): item is string => typeof item === 'string')
    : [];
  return { locale: first, locales: [...new Set([first, ...named])] };
}

/** `rewards[2].cost.amount` and what is wrong with it. */
function told(issue: z.core.$ZodIssue): [path: string, sentence: string] {
  const path = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return [path || 'the file', lowerFirst(issue.message)];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
