import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { SignJWT } from 'jose';
import ours from '../../../../package.json' with { type: 'json' };
import { readJson } from '../../../../demo/presets.js';
import { widgetFiles } from '../../../../demo/statics.js';
import type { Bootstrap, VoucherPage } from '../../../../src/contract/types.js';
import { createLedgerEngine, readProgramme } from '../../../../src/server/engines/ledger/index.js';
import { createEndpoint } from '../../../../src/server/index.js';
import { memoryStore } from '../../../../src/server/stores/index.js';
import type { Hostility, Place } from './page.js';

/** A name that browsers are told to find on this machine, and that is no secure context. */
export const INSECURE_HOST = 'shop.test';
export const BALANCE = 1_200;
const WELCOME = 100;

const root = (path: string): string =>
  fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const SECRET = 'sk_of_these_tests_0123456789';
const TOKEN_SECRET = 'a token secret of these tests, long enough';

const SCRIPT = { 'Content-Type': 'text/javascript' };
const SHOP_CSS = `:root { --loyalty-font: "DejaVu Sans", sans-serif; --loyalty-accent: #8a4b2a; }`;

/** Notes what nobody should have to say. Written for pages where arrays and globals are not theirs. */
const LISTEN = `
  window.reports = '';
  window.note = function (text) { window.reports += text + '\\n'; };
  addEventListener('securitypolicyviolation', function (event) {
    note('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });
  addEventListener('error', function (event) {
    if (event.message) note('error: ' + event.message);
  });
  addEventListener('unhandledrejection', function (event) { note('rejection: ' + event.reason); });
  addEventListener('loyalty-error', function (event) { note('loyalty-error: ' + event.detail.code); });
  ['warn', 'error'].forEach(function (name) {
    var say = console[name];
    console[name] = function (text) { note(name + ': ' + text); say.apply(console, arguments); };
  });
`;

export interface Host {
  /** A member of their own with points, and the page's address for them. */
  visit(page: Hostility): Promise<{ member: string; url: string }>;
  /** What the ledger holds. */
  balanceOf(member: string): Promise<number>;
  codesOf(member: string): Promise<string[]>;
  /** Bodies of all POSTs to the endpoint for a member, in their order. */
  bodiesOf(member: string): readonly string[];
  /** How often the endpoint was asked for what a member has. */
  readsOf(member: string): number;
  close(): Promise<void>;
}

/** Hostile pages, the built bundle and the real endpoint over a ledger in memory, on one port. */
export async function openHost(pages: readonly Hostility[]): Promise<Host> {
  const engine = createLedgerEngine({
    store: memoryStore(),
    programme: readProgramme(
      await readJson(new URL('../../../../demo/programmes/', import.meta.url), 'oak.json'),
      'oak.json',
    ),
  });
  const endpoint = createEndpoint({
    programmes: {
      pk_oak: {
        engine,
        origins: ['*'],
        token: { issuer: 'shop_oak', keys: { hs256: { k1: TOKEN_SECRET } } },
        shopSecrets: [SECRET],
      },
    },
    log: () => undefined,
  });
  const bodies = new Map<string, string[]>();
  const reads = new Map<string, number>();
  const app = new Hono();
  app.all('/loyalty/v1/*', async (c) => {
    const request = c.req.raw;
    const member = memberIn(request.headers.get('authorization'));
    if (request.method === 'POST' && member) {
      bodies.set(member, [...(bodies.get(member) ?? []), await request.clone().text()]);
    }
    if (request.method === 'GET' && member) reads.set(member, (reads.get(member) ?? 0) + 1);
    return endpoint.fetch(request);
  });
  app.get('/token/:member', async (c) =>
    c.json({ token: await tokenFor(c.req.param('member')) }, 200, {
      'Access-Control-Allow-Origin': '*',
    }),
  );
  app.get('/shop.css', (c) => c.text(SHOP_CSS, 200, { 'Content-Type': 'text/css' }));
  app.get('/page/:name/:member', (c) => {
    const page = pages.find(({ name }) => name === c.req.param('name'));
    if (!page) return c.notFound();
    const place = placeFor(origin, page, c.req.param('member'));
    const html = page.html(place);
    const headers = { 'Content-Type': 'text/html; charset=utf-8', ...page.headers?.(place) };
    const isLatin = /charset=windows-1252/i.test(headers['Content-Type']);
    const body = isLatin ? Uint8Array.from(Buffer.from(html, 'latin1')) : html;
    return new Response(body, { headers });
  });
  app.use('/loyalty/*', widgetFiles(root('dist/cdn')));
  // The same files as another version, at an address of their own.
  app.get('/other/:path{.+}', async (c) => {
    const file = await readFile(root(`dist/cdn/${c.req.param('path')}`), 'utf8');
    return c.text(file.replaceAll(ours.version, '99.0.0'), 200, SCRIPT);
  });
  // What a page brings itself.
  app.get('/lit.js', async (c) =>
    c.text(await readFile(root('node_modules/lit-html/lit-html.js'), 'utf8'), 200, SCRIPT),
  );

  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const origin = `http://127.0.0.1:${port}`;

  const call = async (
    path: string,
    headers: Record<string, string>,
    body?: object,
  ): Promise<unknown> => {
    const response = await endpoint.fetch(
      new Request(`${origin}/loyalty/v1/pk_oak${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const asMember = async (member: string, path: string): Promise<unknown> =>
    call(path, { authorization: `Bearer ${await tokenFor(member)}` });
  const tell = (event: object): Promise<unknown> =>
    call('/shop/events', { authorization: `Bearer ${SECRET}` }, { id: randomUUID(), ...event });

  return {
    async visit(page) {
      const member = `c_${randomUUID()}`;
      await tell({ type: 'member.joined', member, name: 'Ida' });
      const value = BALANCE - WELCOME;
      await tell({ type: 'balance.adjusted', member, unit: 'pts', value, reason: 'For a journey' });
      const host = page.isInsecure ? `http://${INSECURE_HOST}:${port}` : origin;
      return { member, url: `${host}/page/${page.name}/${member}` };
    },
    async balanceOf(member) {
      const { me } = (await asMember(member, '/bootstrap?locale=en')) as Bootstrap;
      return me?.wallets.find(({ unit }) => unit === 'pts')?.available ?? Number.NaN;
    },
    async codesOf(member) {
      const { items } = (await asMember(member, '/vouchers?locale=en')) as VoucherPage;
      return items.map(({ code }) => code ?? '');
    },
    bodiesOf: (member) => bodies.get(member) ?? [],
    readsOf: (member) => reads.get(member) ?? 0,
    close: () =>
      new Promise((resolve) => {
        endpoint.endStreams();
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function placeFor(origin: string, { isInsecure }: Hostility, member: string): Place {
  const nonce = randomUUID().replaceAll('-', '');
  // The page's own origin, whatever it is called; the address bar decides.
  const own = isInsecure ? `http://${INSECURE_HOST}:${new URL(origin).port}` : origin;
  return {
    origin: own,
    nonce,
    listen: `<script nonce="${nonce}">${LISTEN}</script>`,
    tag: (from = '/loyalty/', more = '') =>
      `<script type="module" nonce="${nonce}" src="${own}${from}loyalty.js" data-endpoint="${own}/loyalty/v1/pk_oak" data-token-url="${own}/token/${member}" ${more}></script>`,
  };
}

const tokenFor = (member: string): Promise<string> => {
  const issued = Math.floor(Date.now() / 1_000);
  return new SignJWT({ scope: 'read redeem act profile' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'k1' })
    .setIssuer('shop_oak')
    .setAudience('loyalty-widget')
    .setSubject(member)
    .setIssuedAt(issued)
    .setExpirationTime(issued + 300)
    .sign(new TextEncoder().encode(TOKEN_SECRET));
};

/** Whose token a request carries. */
function memberIn(authorization: string | null): string | undefined {
  const [, claims] = authorization?.split('.') ?? [];
  if (!claims) return undefined;
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub?: string }).sub;
}
