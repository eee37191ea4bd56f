import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** What the endpoint has said, before something happens to it. */
export interface Said {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
  /** Another origin, to be sent to. */
  readonly elsewhere?: string;
}

/** What a page sees of a fault. */
type Seen =
  /** Nothing: it copes. */
  | 'nothing'
  /** That it failed, and a way to try again. */
  | 'failure';

export interface Fault {
  readonly does: string;
  /** Whether the request reaches the endpoint, so that a write is done although nobody hears of it. */
  readonly arrives: boolean;
  readonly seen: Seen;
  /** Whether asking again at once may help, so that the page does: twice, for what may be repeated. */
  readonly isWorthIt: boolean;
  /** The answer is a refusal by a problem document: the wish is over. */
  readonly isFinal?: true;
  /** How often it happens to the same request; absent: always. */
  readonly times?: number;
  /** Sends what is left of the answer. @param said what the endpoint has said, where it was asked */
  answer(response: ServerResponse, said: Said, random: () => number): void | Promise<void>;
}

const HTML = '<!doctype html><title>Oops</title><h1>Something is broken</h1>';
/** Beyond what the widget reads, in bytes. */
const HUGE = 3_000_000;
/** A slow answer and a slow drop of it, in milliseconds: far below the widget's patience. */
const SLOW_MS = 150;
const DROP_MS = 5;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function send(response: ServerResponse, { status, headers, text }: Said): void {
  response.writeHead(status, headers);
  response.end(text);
}

/** The endpoint's answer with other parts. */
const like = (said: Said, part: Partial<Said>): Said => ({ ...said, ...part });

const html = (status: number) => (response: ServerResponse, said: Said) =>
  send(response, {
    status,
    headers: { ...said.headers, 'content-type': 'text/html' },
    text: HTML,
  });

/** A problem document that a server in front of the endpoint might send. */
const problem =
  (status: number, code: string, retry: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse, said: Said) =>
    send(response, {
      status,
      headers: { ...said.headers, ...headers, 'content-type': 'application/problem+json' },
      text: JSON.stringify({ type: `about:${code}`, title: code, status, code, retry }),
    });

const retryAfter = (value: string, more: Pick<Fault, 'seen' | 'isWorthIt' | 'times'>): Fault => ({
  does: `asks for patience by "Retry-After: ${value}"`,
  arrives: false,
  ...more,
  answer: problem(429, 'rate-limited', 'after', { 'retry-after': value }),
});

/** What passes when it is asked again. */
const passing = { seen: 'nothing', isWorthIt: true } as const;
/** What does not pass, and may. */
const lasting = { seen: 'failure', isWorthIt: true } as const;
/** What is the same however often one asks. */
const hopeless = { seen: 'failure', isWorthIt: false } as const;

const status = (code: number): Fault => ({
  does: `answers ${code} with a page of a proxy's`,
  arrives: false,
  ...lasting,
  answer: html(code),
});

/** Everything that can go wrong between a page and its endpoint. */
export const faults = {
  slow: {
    does: 'takes its time',
    arrives: true,
    seen: 'nothing',
    isWorthIt: false,
    async answer(response, said) {
      await pause(SLOW_MS);
      send(response, said);
    },
  },
  dripping: {
    does: 'sends its answer in drops',
    arrives: true,
    seen: 'nothing',
    isWorthIt: false,
    async answer(response, { status, headers, text }) {
      response.writeHead(status, headers);
      const size = Math.ceil(text.length / 20) || 1;
      for (let at = 0; at < text.length; at += size) {
        response.write(text.slice(at, at + size));
        await pause(DROP_MS);
      }
      response.end();
    },
  },
  down: {
    does: 'hangs up before it has heard anything',
    arrives: false,
    ...lasting,
    answer: (response) => void response.destroy(),
  },
  reset: {
    does: 'does what it was asked and hangs up',
    arrives: true,
    ...lasting,
    answer: (response) => void response.destroy(),
  },
  'reset once': {
    does: 'does what it was asked and hangs up, once',
    arrives: true,
    ...passing,
    times: 1,
    answer: (response) => void response.destroy(),
  },
  'reset in the middle': {
    does: 'hangs up in the middle of its answer',
    arrives: true,
    ...lasting,
    async answer(response, { status, headers, text }) {
      response.writeHead(status, { ...headers, 'content-length': String(text.length) });
      response.write(text.slice(0, text.length / 2));
      await pause(DROP_MS);
      response.destroy();
    },
  },
  truncated: {
    does: 'sends half of its answer as if it were whole',
    arrives: true,
    ...hopeless,
    answer: (response, said, random) =>
      send(
        response,
        like(said, { text: said.text.slice(0, said.text.length * (0.2 + 0.7 * random())) }),
      ),
  },
  'twice over': {
    does: 'sends its answer twice in one body',
    arrives: true,
    ...hopeless,
    answer: (response, said) => send(response, like(said, { text: said.text + said.text })),
  },
  'a page': {
    does: 'answers 200 with a page of HTML',
    arrives: false,
    ...hopeless,
    answer: html(200),
  },
  'wrong type': {
    does: 'sends JSON that calls itself text',
    arrives: true,
    ...hopeless,
    answer: (response, said) =>
      send(response, like(said, { headers: { ...said.headers, 'content-type': 'text/plain' } })),
  },
  'wrong document': {
    does: 'sends a document of another kind',
    arrives: false,
    ...hopeless,
    answer: (response, said) => send(response, like(said, { status: 200, text: '["hello"]' })),
  },
  empty: {
    does: 'sends nothing, and says that it is JSON',
    arrives: true,
    ...hopeless,
    answer: (response, said) => send(response, like(said, { text: '' })),
  },
  huge: {
    does: 'sends more than anybody reads',
    arrives: true,
    ...hopeless,
    answer: (response, said) => send(response, like(said, { text: `[${'1,'.repeat(HUGE / 2)}1]` })),
  },
  'gzip bomb': {
    does: 'sends a few kB that become megabytes',
    arrives: true,
    ...hopeless,
    answer(response, { status, headers }) {
      response.writeHead(status, { ...headers, 'content-encoding': 'gzip' });
      response.end(gzipSync(' '.repeat(HUGE)));
    },
  },
  'bad gzip': {
    does: 'says that it has compressed what it has not',
    arrives: true,
    ...lasting,
    answer: (response, said) =>
      send(response, like(said, { headers: { ...said.headers, 'content-encoding': 'gzip' } })),
  },
  'moved away': {
    does: 'sends the page to another origin',
    arrives: false,
    ...lasting,
    answer: (response, said) =>
      send(response, {
        status: 307,
        headers: { ...said.headers, location: said.elsewhere ?? 'http://127.0.0.2:9/' },
        text: '',
      }),
  },
  'not modified': {
    does: 'answers 304 to who has nothing',
    arrives: false,
    ...hopeless,
    answer: (response, { headers }) => void response.writeHead(304, headers).end(),
  },
  'expired token': {
    does: 'finds every token expired',
    arrives: false,
    seen: 'failure',
    isWorthIt: false,
    answer: problem(401, 'token-expired', 'new-token'),
  },
  'expired token once': {
    does: 'finds a token expired, and the next one good',
    arrives: false,
    seen: 'nothing',
    isWorthIt: false,
    times: 1,
    answer: problem(401, 'token-expired', 'new-token'),
  },
  'invalid token': {
    does: 'takes no token',
    arrives: false,
    ...hopeless,
    isFinal: true,
    answer: problem(401, 'token-invalid', 'never'),
  },
  conflict: {
    does: 'finds the member not eligible',
    arrives: false,
    ...hopeless,
    isFinal: true,
    answer: problem(409, 'not-eligible', 'never'),
  },
  'in progress': {
    does: 'still works on the first request with this key, for a while',
    arrives: false,
    ...passing,
    times: 2,
    answer: problem(409, 'idempotency-key-in-progress', 'after', { 'retry-after': '1' }),
  },
  invalid: {
    does: 'does not like the request',
    arrives: false,
    ...hopeless,
    isFinal: true,
    answer: problem(422, 'validation-failed', 'never'),
  },
  '404 of a proxy': { does: 'is not found', arrives: false, ...hopeless, answer: html(404) },
  'Retry-After 1': retryAfter('1', { ...passing, times: 1 }),
  'Retry-After a date': {
    ...retryAfter('in two seconds, as a date', { ...passing, times: 1 }),
    answer(response, said) {
      const date = new Date(Math.ceil(Date.now() / 1000 + 1) * 1000).toUTCString();
      problem(429, 'rate-limited', 'after', { 'retry-after': date })(response, said);
    },
  },
  'Retry-After 0': retryAfter('0', { ...passing, times: 2 }),
  'Retry-After -1': retryAfter('-1', { ...passing, times: 2 }),
  'Retry-After abc': retryAfter('abc', { ...passing, times: 2 }),
  'Retry-After 999999': retryAfter('999999', hopeless),
  500: status(500),
  502: status(502),
  503: status(503),
  504: status(504),
  busy: {
    does: 'is busy, and says so properly, twice',
    arrives: false,
    ...passing,
    times: 2,
    answer: problem(503, 'upstream-busy', 'same-key'),
  },
  'no headers to read': {
    does: 'exposes none of its headers',
    arrives: true,
    seen: 'nothing',
    isWorthIt: false,
    answer(response, said) {
      const headers = { ...said.headers };
      delete headers['access-control-expose-headers'];
      send(response, like(said, { headers }));
    },
  },
  'wrong clock': {
    does: 'lives ten years ahead',
    arrives: true,
    seen: 'nothing',
    isWorthIt: false,
    answer: (response, said) =>
      send(response, like(said, { text: said.text.replace(/"now":"20\d\d/, '"now":"2036') })),
  },
} as const satisfies Record<string, Fault>;

/** What happens only where a browser guards the page. */
export const browserFaults = {
  'no CORS': {
    does: 'forgets to let the page read',
    arrives: true,
    ...lasting,
    answer(response, said) {
      const headers = { ...said.headers };
      delete headers['access-control-allow-origin'];
      send(response, like(said, { headers }));
    },
  },
  'other CORS': {
    does: 'lets another page read',
    arrives: true,
    ...lasting,
    answer: (response, said) =>
      send(response, {
        ...said,
        headers: { ...said.headers, 'access-control-allow-origin': 'https://other.example' },
      }),
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults | keyof typeof browserFaults;
export const everyFault: Readonly<Record<string, Fault>> = { ...faults, ...browserFaults };
