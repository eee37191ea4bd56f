import type { LoyaltyEngine } from './engine.js';
import { admit } from './http/admit.js';
import type { Resource } from './http/call.js';
import { Streams } from './http/events.js';
import { failureReply } from './http/failure.js';
import { createLimiter } from './http/limiter.js';
import { logToConsole, quietly, type Log } from './http/log.js';
import { corsFor, preflightHeaders, refusePages, type CorsHeaders } from './http/origin.js';
import { createProgramme, type Programme, type ProgrammeConfig } from './http/programme.js';
import { HttpRefusal } from './http/refusal.js';
import { empty, type Reply } from './http/reply.js';
import { resourceTable } from './http/resources.js';
import { toResponse } from './http/response.js';
import { createRouter } from './http/router.js';

/**
 * The loyalty contract over HTTP as one function from `Request` to `Response`. It stands on web
 * standards only, so that it runs on Node, Deno, Bun, workers, and inside a page.
 */

export interface EndpointOptions {
  /** By publishable key, the last part of the address that the widget is given. */
  readonly programmes: Readonly<Record<string, ProgrammeConfig>>;
  /** The path before the key. Absent means `/loyalty/v1`; empty where a framework strips its prefix. */
  readonly basePath?: string;
  /** Absent means the system's clock. */
  readonly now?: () => Date;
  /** Gets what operators must know; absent means the console. */
  readonly log?: Log;
  /** How many writes of one kind a member may send in a minute. Absent means 120. */
  readonly writesPerMinute?: number;
  /** The document served at `{endpoint}/openapi.json`. */
  readonly openapi?: unknown;
}

export interface Endpoint {
  /** Answers one request. Never rejects: whatever goes wrong is a problem document (RFC 9457). */
  fetch(request: Request): Promise<Response>;
  /** Lets the engines do what has come due with time. For a timer or a scheduled worker. */
  tick(): Promise<void>;
  /** Ends the open streams, so that a server that waits for its running requests can stop. */
  endStreams(): void;
  /** Lets go of what the engines hold. No request may come afterwards. */
  close(): Promise<void>;
}

/** A request and what has been found out about it so far. */
interface Visit {
  readonly request: Request;
  readonly url: URL;
  readonly now: number;
  cors: CorsHeaders;
  route: string;
}

const notFound = (detail: string): HttpRefusal => new HttpRefusal('not-found', detail);

type Methods = ReadonlyMap<string, Resource>;

const allowed = (methods: Methods): string =>
  [...methods.keys(), ...(methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');

/** What a path can do; a preflight of a page that may call also hears how. */
function options(methods: Methods, cors: CorsHeaders): Reply {
  const allow = allowed(methods);
  const isPreflight = Object.keys(cors).length > 0;
  return empty(204, { Allow: allow, ...(isPreflight ? preflightHeaders(allow) : {}) });
}

/** @throws HttpRefusal with status 405 and `Allow` (RFC 9110 section 15.5.6) */
function resourceFor(methods: Methods, method: string): Resource {
  const resource = methods.get(method === 'HEAD' ? 'GET' : method);
  if (resource) return resource;
  const allow = allowed(methods);
  throw new HttpRefusal('not-supported', `This path understands ${allow}.`, {
    status: 405,
    headers: { Allow: allow },
  });
}

/** @throws TypeError when a programme is configured wrongly */
export function createEndpoint(config: EndpointOptions): Endpoint {
  const { now = () => new Date(), log = logToConsole, basePath = '/loyalty/v1' } = config;
  const programmes = new Map(
    Object.entries(config.programmes).map(([key, programme]) => [
      key,
      createProgramme(key, programme),
    ]),
  );
  const engines = new Set<LoyaltyEngine>([...programmes.values()].map(({ engine }) => engine));
  const base = `/${basePath}/`.replace(/\/+/g, '/');
  const streams = new Streams();
  const find = createRouter(resourceTable(streams, config.openapi));
  const limit = createLimiter(config.writesPerMinute);

  /** The programme that a path belongs to, and what is left of the path. */
  function locate(path: string): { programme: Programme; rest: string } {
    if (!path.startsWith(base)) throw notFound(`The loyalty endpoint lies below ${base}.`);
    const [key = ''] = path.slice(base.length).split('/', 1);
    const programme = programmes.get(key);
    if (!programme) {
      throw notFound('There is no programme with this key. Check the last part of the endpoint.');
    }
    return { programme, rest: path.slice(base.length + key.length) };
  }

  async function serve(visit: Visit): Promise<Reply> {
    const { request, url, now } = visit;
    const { programme, rest } = locate(url.pathname);
    if (rest.startsWith('/shop/')) refusePages(request);
    else visit.cors = corsFor(request, url, programme.origins);

    const match = find(rest);
    if (!match) throw notFound('There is nothing at this path of the loyalty contract.');
    const { methods, params } = match;
    if (request.method === 'OPTIONS') return options(methods, visit.cors);

    const resource = resourceFor(methods, request.method);
    visit.route = resource.path;
    if (!resource.handler) {
      const detail = 'This endpoint does not serve this part of the contract.';
      throw new HttpRefusal('not-supported', detail);
    }
    return resource.handler(await admit({ request, url, now, programme, resource, params }, limit));
  }

  return {
    async fetch(request) {
      const url = new URL(request.url);
      const visit: Visit = { request, url, now: now().getTime(), cors: {}, route: '?' };
      const isHead = request.method === 'HEAD';
      try {
        return toResponse(await serve(visit), { isHead, ...visit });
      } catch (error) {
        const { method } = request;
        const reply = failureReply(error, { method, route: visit.route, log });
        return toResponse(reply, { isHead, ...visit });
      }
    },

    async tick() {
      for (const engine of engines) {
        try {
          await engine.tick?.();
        } catch (error) {
          quietly(log, {
            level: 'error',
            message: 'what was due with time could not be done; the next tick tries again',
            reference: `urn:uuid:${crypto.randomUUID()}`,
            method: 'tick',
            route: '-',
            status: 0,
            error,
          });
        }
      }
    },

    endStreams: () => streams.end(),

    async close() {
      streams.end();
      await Promise.all([...engines].map((engine) => engine.close()));
    },
  };
}
