import { bootstrapText, redeemResult } from './documents.js';
import { json, problem, stubFetch, type Sent } from './fake-fetch.js';

type Answer = (sent: Sent) => Response | Promise<Response>;

/** A loyalty endpoint behind `fetch`: the examples, unless the test says otherwise. */
export class FakeEndpoint {
  readonly seen: Sent[];
  readonly answers: Record<string, Answer> = {
    'GET /bootstrap': () => json(bootstrapText()),
    'POST /rewards/off5/redeem': () => json(redeemResult()),
  };

  constructor() {
    this.seen = stubFetch((sent) => {
      const path = sent.url.pathname.replace(/^\/v1\/pk/, '');
      const answer = this.answers[`${sent.init.method ?? 'GET'} ${path}`];
      return answer ? answer(sent) : problem('not-found', 404);
    });
  }

  /** `METHOD /path` of every request so far. */
  get requests(): string[] {
    return this.seen.map(
      ({ url, init }) => `${init.method ?? 'GET'} ${url.pathname.replace(/^\/v1\/pk/, '')}`,
    );
  }
}

/** What the browser's console was warned of, until `restore`. */
export function hearWarnings(): { readonly heard: string[]; restore(): void } {
  const { warn } = console;
  const heard: string[] = [];
  console.warn = (...parts: unknown[]) => heard.push(parts.join(' '));
  return { heard, restore: () => (console.warn = warn) };
}
