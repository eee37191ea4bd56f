/**
 * The code of a friend's link that the shopper wants to use and cannot yet, because nobody knows who
 * they are: kept in the tab until they have joined, and written by their own press alone.
 */
const key = (program: string): string => `loyalty-claim:${program}`;

/** What is kept, unchecked. */
export function keptClaim(program: string): string | undefined {
  try {
    return sessionStorage.getItem(key(program)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param code undefined forgets it */
export function keepClaim(program: string, code: string | undefined): void {
  try {
    if (code === undefined) sessionStorage.removeItem(key(program));
    else sessionStorage.setItem(key(program), code);
  } catch {
    // Forbidden or full: the shop's own link still has it.
  }
}
