import type { ProgrammeDoc } from './file.js';

/** Collects the mistakes of a programme file. Paths are written as in `rewards[2].cost.amount`. */
export interface Report {
  (path: string, sentence: string): void;
}

/** One way to check a programme; the list of them stands in check/index.ts. */
export type Check = (doc: ProgrammeDoc, report: Report) => void;

/** `pts, eur and stamp`: what there is, for a sentence that says what there is not. */
export function listed(ids: Iterable<string>): string {
  const all = [...ids].map((id) => `"${id}"`);
  const last = all.pop();
  if (last === undefined) return 'none';
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`;
}

/** Says that an id points nowhere. */
export function unknownId(what: string, id: string, known: Iterable<string>): string {
  return `there is no ${what} "${id}"; there is ${listed(known)}`;
}
