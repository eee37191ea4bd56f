import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Endpoint } from '../../../src/server/endpoint.js';
import { everyFault, type Fault, type FaultName, type Said } from './faults.js';

/** What the server saw of one request. */
export interface Heard {
  readonly method: string;
  /** Below the endpoint's address, without the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What happened to it, if anything. */
  readonly fault: FaultName | undefined;
  /** What the endpoint said; nothing where it was not asked. */
  readonly said: Said | undefined;
}

/** A path and what happens to whoever asks for it. */
export interface Rule {
  readonly method: string;
  /** Below the endpoint's address; without a query. */
  readonly path: RegExp;
  readonly fault: FaultName;
}

/** One page's endpoint, with what goes wrong there. */
export class Line {
  rules: readonly Rule[] = [];
  /** Where a page is sent that is sent away. */
  elsewhere: string | undefined;
  readonly heard: Heard[] = [];
  readonly #counts = new Map<Rule, number>();

  constructor(readonly endpoint: Endpoint) {}

  /** What happens to this request; a fault that passes has its number of times. */
  fate(method: string, path: string): { name: FaultName; fault: Fault } | undefined {
    const rule = this.rules.find((each) => each.method === method && each.path.test(path));
    const fault = rule && everyFault[rule.fault];
    if (!rule || !fault) return undefined;
    const count = (this.#counts.get(rule) ?? 0) + 1;
    this.#counts.set(rule, count);
    return count > (fault.times ?? Infinity) ? undefined : { name: rule.fault, fault };
  }
}

const BASE = '/loyalty/v1/pk_oak';

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
};

/** A number between 0 and 1 from a seed, the next one with each call (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A real server between pages and endpoints that spoils what it is told to, and keeps what it heard.
 * Each line is an address and an endpoint of its own, so that many pages fail side by side.
 */
export class FaultServer {
  readonly #server: Server;
  readonly #lines = new Map<string, Line>();
  readonly #random: () => number;
  #next = 1;

  private constructor(seed: number) {
    this.#random = seeded(seed);
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(seed = 1): Promise<FaultServer> {
    const server = new FaultServer(seed);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** @returns the new line and the address of its endpoint */
  open(endpoint: Endpoint): { line: Line; url: string } {
    const name = `l${this.#next++}`;
    const line = new Line(endpoint);
    this.#lines.set(name, line);
    const { port } = this.#server.address() as AddressInfo;
    return { line, url: `http://127.0.0.1:${port}/${name}${BASE}` };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, name = '', rest = ''] = /^\/([^/]+)(.*)$/.exec(request.url ?? '') ?? [];
    const line = this.#lines.get(name);
    if (!line) return void response.writeHead(404).end();
    const path = new URL(rest, 'http://x').pathname.replace(BASE, '');
    const method = request.method ?? 'GET';
    const body = await bodyOf(request);
    const headers = request.headers as Record<string, string>;
    const fate = method === 'OPTIONS' ? undefined : line.fate(method, path);
    const isAsked = !fate || fate.fault.arrives;
    const said = isAsked ? await this.#ask(line, request, rest, body) : undefined;
    line.heard.push({ method, path, headers, body, fault: fate?.name, said });
    const answer = said ?? (await this.#corsOnly(line, request, rest));
    if (!fate) return void response.writeHead(answer.status, answer.headers).end(answer.text);
    const { elsewhere } = line;
    await fate.fault.answer(
      response,
      { ...answer, ...(elsewhere === undefined ? {} : { elsewhere }) },
      this.#random,
    );
  }

  async #ask(line: Line, request: IncomingMessage, rest: string, body: string): Promise<Said> {
    const headers = new Headers(request.headers as Record<string, string>);
    headers.delete('accept-encoding');
    const answer = await line.endpoint.fetch(
      new Request(`http://api.example${rest}`, {
        method: request.method ?? 'GET',
        headers,
        ...(body === '' ? {} : { body }),
      }),
    );
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      text: await answer.text(),
    };
  }

  /** What a proxy in front of an endpoint that is not there lets a page read. */
  async #corsOnly(line: Line, request: IncomingMessage, rest: string): Promise<Said> {
    const { origin } = request.headers;
    if (origin === undefined) return { status: 200, headers: {}, text: '' };
    const preflight = new Request(`http://api.example${rest}`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': request.method ?? 'GET' },
    });
    const { headers } = await line.endpoint.fetch(preflight);
    const allowed = headers.get('access-control-allow-origin');
    return {
      status: 200,
      headers: {
        'content-type': 'application/json',
        ...(allowed === null ? {} : { 'access-control-allow-origin': allowed, vary: 'Origin' }),
      },
      text: '',
    };
  }
}
