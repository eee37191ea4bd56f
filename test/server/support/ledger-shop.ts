import { randomUUID } from 'node:crypto';
import { createEndpoint, type Endpoint } from '../../../src/server/endpoint.js';
import { createLedgerEngine } from '../../../src/server/engines/ledger/index.js';
import type { LogEntry } from '../../../src/server/http/log.js';
import type { Store } from '../../../src/server/stores/index.js';
import { BASE, NOW, programme as configured, SHOP_SECRET, tokenFor } from './endpoint-shop.js';

/** A shop whose endpoint stands on our own ledger, over whatever store a test hands in. */
export class LedgerShop {
  readonly endpoint: Endpoint;
  readonly log: LogEntry[] = [];
  /** Milliseconds; the clock of endpoint and engine. */
  clock = NOW;

  constructor(store: Store, programme: unknown) {
    const now = () => new Date(this.clock);
    const engine = createLedgerEngine({ store, programme, now });
    this.endpoint = createEndpoint({
      programmes: { pk_oak: configured(engine) },
      now,
      log: (entry) => this.log.push(entry),
    });
  }

  /**
   * One call; as a member where one is named.
   * @param options.scope what the token may do; all of it where absent
   */
  async call(
    method: string,
    path: string,
    options: {
      member?: string | undefined;
      scope?: string;
      key?: string;
      body?: unknown;
      headers?: Record<string, string>;
      signal?: AbortSignal;
    } = {},
  ): Promise<Response> {
    const { member, scope, key, body, headers: more = {}, signal } = options;
    const headers = new Headers(more);
    if (member !== undefined) {
      const iat = Math.floor(this.clock / 1000);
      const claims = { iat, exp: iat + 300, ...(scope === undefined ? {} : { scope }) };
      headers.set('Authorization', `Bearer ${await tokenFor(member, { claims })}`);
    }
    if (key !== undefined) headers.set('Idempotency-Key', key);
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    const url = path.startsWith('/loyalty/') ? new URL(path, BASE).href : `${BASE}${path}`;
    return this.endpoint.fetch(
      new Request(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      }),
    );
  }

  /** The body of a call that must succeed. */
  async answer<Body>(...call: Parameters<LedgerShop['call']>): Promise<Body> {
    const response = await this.call(...call);
    const text = await response.text();
    if (!response.ok) throw new Error(`${call[0]} ${call[1]}: ${response.status} ${text}`);
    return JSON.parse(text) as Body;
  }

  /** Reports a shop event. */
  tell(event: Record<string, unknown>): Promise<unknown> {
    return this.answer('POST', '/shop/events', {
      body: { id: randomUUID(), ...event },
      headers: { Authorization: `Bearer ${SHOP_SECRET}` },
    });
  }
}
