import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { connectEndpoint } from './endpoint.js';
import { readPresets } from './presets.js';
import { createShops } from './shops.js';
import { shopFiles, widgetFiles } from './statics.js';

/** The shop and its loyalty endpoint in one process. `--reset` seeds the members anew. */

const MINUTE_MS = 60_000;
const hostname = '127.0.0.1';
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const port = Number(process.env['PORT'] ?? 4173);
// These keys open nothing but a demo on one's own machine. A real shop sets its own.
const secretKey = process.env['LOYALTY_SECRET_KEY'] ?? 'sk_oak_for_this_machine_only';
const tokenKey = {
  kid: 'oak-1',
  secret: process.env['LOYALTY_TOKEN_SECRET'] ?? 'oak-demo-token-secret-for-this-machine-only',
};

async function start(): Promise<void> {
  const presets = await readPresets(new URL('./programmes/', import.meta.url));
  const endpoint = await connectEndpoint({
    presets,
    first: 'oak',
    secretKey,
    tokenKey,
    dataFolder: process.env['DATA_DIR'] ?? here('../.data/oak'),
    databaseUrl: process.env['DATABASE_URL'],
    reset: process.argv.includes('--reset'),
  });
  const shops = createShops({
    presets,
    endpoint: (request) => endpoint.fetch(request),
    endpointBase: `http://${hostname}:${port}/loyalty/v1`,
    secretKey,
    tokenKey,
    now: () => new Date(),
    firstOrder: firstOrder(),
  });

  const app = new Hono();
  // Before compression: the endpoint streams live updates, which must not wait in a buffer.
  app.all('/loyalty/v1/*', (c) => endpoint.fetch(c.req.raw));
  app.use(compress());
  app.use('/loyalty/*', etag(), widgetFiles(here('../dist/cdn')));
  app.use('/assets/*', etag(), shopFiles(here('./assets')));
  for (const folder of ['/loyalty/*', '/assets/*']) {
    app.all(folder, (c) => c.text('Not found', 404));
  }
  // Not `app.route`: the shop brings its own "not found" page.
  app.all('*', (c) => shops.fetch(c.req.raw));

  const server = serve({ fetch: app.fetch, port, hostname }, () => {
    console.log(`Oak & Ember is open: http://${hostname}:${port}`);
  });
  server.once('error', (error: NodeJS.ErrnoException) => {
    fail(
      error.code === 'EADDRINUSE'
        ? new Error(`Port ${port} is taken. Choose another: PORT=4174 npm start`)
        : error,
    );
    void endpoint.close();
  });
  const clock = setInterval(() => void endpoint.tick(), MINUTE_MS);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearInterval(clock);
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      void endpoint.close().then(() => process.exit(0));
    });
  }
}

/** The endpoint remembers orders and the shop does not: a number must not come twice after a restart. */
const firstOrder = (): number => Math.floor((Date.now() - Date.UTC(2026, 0, 1)) / 1_000);

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

await start().catch(fail);
