import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Endpoint } from './endpoint.js';

/** The endpoint on Node: as a listener for a server that the shop has, or as a server of its own. */

/** How long a client may take to send its request, in milliseconds: more is a stalled connection. */
const REQUEST_TIMEOUT = 30_000;
const HEADERS_TIMEOUT = 10_000;
/** How often pending points are looked at, in milliseconds. */
const TICK = 60_000;

/** How long running requests may take to finish when the server closes, in milliseconds. */
const GRACE = 10_000;
/** How often connections are looked at that have become idle while the server closes. */
const SWEEP = 20;

/** For `http.createServer`, Express, Fastify and the like, which pass the full path on. */
export const nodeListener = (endpoint: Endpoint): RequestListener =>
  getRequestListener((request) => endpoint.fetch(request), {
    // The adapter would otherwise replace the global Request and Response of the whole process.
    overrideGlobalObjects: false,
  });

export interface ServeOptions {
  /** Absent or 0 takes a free one. */
  readonly port?: number;
  /** Absent means this machine only. */
  readonly hostname?: string;
}

export interface NodeServer {
  /** Scheme, host and port, without a path. */
  readonly origin: string;
  /** Lets running requests finish, then closes the endpoint. */
  close(): Promise<void>;
}

/**
 * Takes no more connections and waits for the running requests. A connection that is kept alive and
 * falls idle only now would hold the server for seconds, so those are swept until all are gone.
 */
async function shut(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP);
  const cut = setTimeout(() => server.closeAllConnections(), GRACE);
  try {
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
    });
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}

/** Starts a server. @throws Error of `node:net` when the port is taken */
export async function serve(
  endpoint: Endpoint,
  { port = 0, hostname = '127.0.0.1' }: ServeOptions = {},
): Promise<NodeServer> {
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT, headersTimeout: HEADERS_TIMEOUT },
    nodeListener(endpoint),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
  });
  const timer = setInterval(() => void endpoint.tick(), TICK);
  timer.unref();
  const { address, port: taken, family } = server.address() as AddressInfo;
  return {
    origin: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    async close() {
      clearInterval(timer);
      endpoint.endStreams();
      await shut(server);
      await endpoint.close();
    },
  };
}
