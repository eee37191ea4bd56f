/**
 * Where open intents outlive a reload of the tab: `sessionStorage`, which may be forbidden, full, or
 * written by someone else. It is written when the shopper has pressed something, never before.
 */
const key = (scope: string): string => `loyalty-intents:${scope}`;

/** What is stored, unchecked; null where there is nothing or no storage. */
export function readIntents(scope: string): string | null {
  try {
    return sessionStorage.getItem(key(scope));
  } catch {
    return null;
  }
}

export function writeIntents(scope: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key(scope));
    else sessionStorage.setItem(key(scope), text);
  } catch {
    // In memory it holds for this page; the server's own uniqueness holds beyond.
  }
}
