import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { SignJWT } from 'jose';
import { widgetFiles } from '../../../../demo/statics.js';
import { createEndpoint, type Endpoint } from '../../../../src/server/endpoint.js';
import type { LoyaltyEngine } from '../../../../src/server/engine.js';
import {
  createLedgerEngine,
  type RandomBytes,
} from '../../../../src/server/engines/ledger/index.js';
import type { ProgrammeDoc } from '../../../../src/server/engines/ledger/programme/file.js';
import type { ShopEvent, ShopEventResult } from '../../../../src/server/shop/schema.js';
import { memoryStore } from '../../../../src/server/stores/index.js';
import { readLedger, type Ledger } from './ledger.js';
import { hostPage } from './host-page.js';

/** A shop of one page in the test's own process: the built widget and the real endpoint over our engine. */

const folder = (path: string): string =>
  fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const TOKEN_SECRET = 'opens-nothing-but-a-shop-in-the-process-of-a-test';
const ISSUER = 'shop_stage';
const LIFETIME_S = 300;

export interface ShopOptions {
  /** One of `demo/programmes/`, without `.json`. */
  readonly programme: string;
  /** What the clock says at first, RFC 3339; nothing moves it but `turn`. */
  readonly at: string;
  /** Changes the file's content before the engine reads it. */
  readonly change?: (programme: ProgrammeDoc) => void;
  /** Draws what would otherwise be left to chance. */
  readonly random?: RandomBytes;
  readonly lang?: 'de' | 'en';
}

type Body<Event = ShopEvent> = Event extends ShopEvent ? Omit<Event, 'id' | 'member'> : never;

export function readProgramme(name: string): ProgrammeDoc {
  const file = folder(`demo/programmes/${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as ProgrammeDoc;
}

export class Shop {
  /** Whom the shop takes its visitor for; `null` is a guest. */
  member: string | null = 'c_ida';
  readonly engine: LoyaltyEngine;
  readonly #endpoint: Endpoint;
  readonly #server: Server;
  #clock: number;

  constructor({ programme, at, change, random, lang = 'de' }: ShopOptions) {
    this.#clock = Date.parse(at);
    const now = () => new Date(this.#clock);
    const file = readProgramme(programme);
    change?.(file);
    this.engine = createLedgerEngine({
      store: memoryStore(),
      programme: file,
      name: `${programme}.json`,
      now,
      ...(random && { random }),
    });
    const token = { issuer: ISSUER, keys: { hs256: { stage: TOKEN_SECRET } } };
    this.#endpoint = createEndpoint({
      programmes: { pk_stage: { engine: this.engine, origins: [], token, shopSecrets: [] } },
      now,
    });
    const app = new Hono();
    app.all('/loyalty/v1/*', (c) => this.#endpoint.fetch(c.req.raw));
    app.use('/loyalty/*', widgetFiles(folder('dist/cdn')));
    app.get('/token', async (c) => c.json({ token: await this.#token() }));
    app.get('/favicon.ico', (c) => c.body(null, 204));
    app.get('*', (c) => c.html(hostPage(lang, c.req.queries('block') ?? [])));
    const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    this.#server = createServer((request, response) => void answer(request, response));
  }

  get now(): Date {
    return new Date(this.#clock);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  async close(): Promise<void> {
    this.#endpoint.endStreams();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
    await this.#endpoint.close();
  }

  /** Turns the clock and lets what has come due happen. @param at RFC 3339 */
  async turn(at: string): Promise<void> {
    this.#clock = Date.parse(at);
    await this.tick();
  }

  async tick(): Promise<void> {
    await this.engine.tick?.();
  }

  /** What the shop's own server reports, at the clock's time; of the visitor unless another is named. */
  tell(event: Body, member: string | null = this.member): Promise<ShopEventResult> {
    if (!member) throw new Error('a guest has no events');
    return this.engine.shopEvent({ id: randomUUID(), member, ...event });
  }

  /** An order that was paid, with one line. @param total in minor units */
  async order(
    total: number,
    line: { collections?: string[]; codes?: string[] } = {},
    member = this.member,
  ) {
    const { codes = [], collections = [] } = line;
    const lines = [{ product: 'thing', collections, qty: 1, total }];
    const order = { id: randomUUID(), currency: 'EUR', total, lines, codes };
    return this.tell({ type: 'order.paid', order }, member);
  }

  /** What the engine holds of a member; checks on the way that the lines add up to the wallets. */
  ledger(member: string | null = this.member): Promise<Ledger> {
    if (!member) throw new Error('a guest has no ledger');
    return readLedger(this.engine, { id: member });
  }

  async #token(): Promise<string | null> {
    if (!this.member) return null;
    const issued = Math.floor(this.#clock / 1_000);
    return new SignJWT({ scope: 'read redeem act profile' })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'stage' })
      .setIssuer(ISSUER)
      .setAudience('loyalty-widget')
      .setSubject(this.member)
      .setIssuedAt(issued)
      .setExpirationTime(issued + LIFETIME_S)
      .setJti(randomUUID())
      .sign(new TextEncoder().encode(TOKEN_SECRET));
  }
}
