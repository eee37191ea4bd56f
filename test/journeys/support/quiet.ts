import { expect, type Page, type Request } from '@playwright/test';

/** The stream of news has no end, and Playwright's `networkidle` would wait for it in Firefox. */
const isEndless = (url: string): boolean => url.includes('/events?');

/**
 * Listens to a page from now on.
 * @param calm for how many milliseconds nothing may be asked
 * @returns waits until nothing is asked any more
 */
export function quietOf(page: Page, calm: number): () => Promise<void> {
  const underWay = new Set<Request>();
  let since = Date.now();
  const note = (change: (request: Request) => void) => (request: Request) => {
    if (isEndless(request.url())) return;
    change(request);
    since = Date.now();
  };
  page.on(
    'request',
    note((request) => underWay.add(request)),
  );
  const end = note((request) => underWay.delete(request));
  page.on('requestfinished', end).on('requestfailed', end);
  return () => expect.poll(() => underWay.size === 0 && Date.now() - since > calm).toBe(true);
}
