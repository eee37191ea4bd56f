import type { Page, Route } from '@playwright/test';

/** Of one connection, not of the message. `accept-encoding`: Node asks for what it can unpack. */
const NOT_SENT = new Set(['host', 'connection', 'content-length', 'accept-encoding']);
/** Of the message as it was packed on its way. */
const NOT_RETURNED = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'transfer-encoding',
]);

export interface TrueAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

/** What the server answers to a request that is held back. Playwright's own `route.fetch()` hangs in Firefox. */
export async function trueAnswer(route: Route): Promise<TrueAnswer> {
  const request = route.request();
  const sent = Object.entries(request.headers()).filter(([name]) => !NOT_SENT.has(name));
  const method = request.method();
  const response = await fetch(request.url(), {
    method,
    headers: sent,
    redirect: 'manual',
    // Firefox keeps the body to itself; what these journeys hold back says nothing in it.
    ...(method !== 'GET' && { body: request.postData() ?? '{}' }),
  });
  const headers = [...response.headers].filter(([name]) => !NOT_RETURNED.has(name));
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    text: await response.text(),
  };
}

/** Lets the server answer, and changes what it said. */
export async function answerChanged(route: Route, change: (text: string) => string): Promise<void> {
  const { status, headers, text } = await trueAnswer(route);
  await route.fulfill({ status, headers, body: change(text) });
}

/** The pages of an address as the shop sends them, with other words in them. */
export const changePages = (
  page: Page,
  address: string,
  change: (html: string) => string,
): Promise<unknown> => page.route(address, (route) => answerChanged(route, change));
