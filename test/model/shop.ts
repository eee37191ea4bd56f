import type { Activity, Me, Voucher } from '../../src/contract/types.js';
import { createEndpoint, type Endpoint } from '../../src/server/endpoint.js';
import type { LoyaltyEngine } from '../../src/server/engine.js';
import { createLedgerEngine } from '../../src/server/engines/ledger/index.js';
import { memoryStore } from '../../src/server/stores/index.js';
import {
  BASE,
  NOW,
  programme as configured,
  SHOP_SECRET,
  tokenFor,
} from '../server/support/endpoint-shop.js';
import { programme, type MemberId } from './programme.js';
import { VirtualTime } from './virtual-time.js';
import { Wire } from './wire.js';

interface Page {
  limit: number;
  cursor: string | undefined;
}

interface ItemsPage<Item> {
  items: Item[];
  next?: string | null | undefined;
}

type Told = Record<string, unknown> & { type: string; member: MemberId };

/** The real endpoint and ledger in this process, on a clock of their own. */
export class ModelShop {
  readonly time: VirtualTime;
  readonly wire: Wire;
  readonly #engine: LoyaltyEngine;
  readonly #endpoint: Endpoint;
  #events = 0;

  constructor() {
    this.time = new VirtualTime(NOW, () => this.wire.isBusy);
    const now = (): Date => new Date(this.time.now);
    this.#engine = createLedgerEngine({ store: memoryStore(), programme, now });
    this.#endpoint = createEndpoint({
      programmes: { pk_oak: configured(this.#engine) },
      now,
      log: () => undefined,
      writesPerMinute: Infinity,
    });
    this.wire = new Wire(this.#endpoint, () => this.time.now);
  }

  /** A token as the shop's own server signs it. */
  token(member: MemberId): Promise<string> {
    const iat = Math.floor(this.time.now / 1000);
    return this.wire.during(tokenFor(member, { claims: { iat, exp: iat + 300 } }));
  }

  /** Reports an event, as many times as the shop's outbox delivers it. */
  async tell(event: Told, deliveries = 1): Promise<void> {
    const body = JSON.stringify({ id: `e${++this.#events}`, ...event });
    const headers = { authorization: `Bearer ${SHOP_SECRET}`, 'content-type': 'application/json' };
    for (let delivery = 0; delivery < deliveries; delivery++) {
      const request = new Request(`${BASE}/shop/events`, { method: 'POST', headers, body });
      const response = await this.#endpoint.fetch(request);
      if (!response.ok) throw new Error(`${event.type}: ${await response.text()}`);
    }
  }

  /** What is true of a member. */
  me(member: MemberId): Promise<Me> {
    return this.#engine.me({ id: member }, 'en');
  }

  /** All that a member ever held, oldest first. */
  async vouchers(member: MemberId): Promise<Voucher[]> {
    const pages = this.#pages((page) => this.#engine.vouchers({ id: member }, page, 'en'));
    return (await pages).reverse();
  }

  /** The member's whole ledger, newest first. */
  ledger(member: MemberId): Promise<Activity[]> {
    return this.#pages((page) => this.#engine.activity({ id: member }, page, 'en'));
  }

  async #pages<Item>(read: (page: Page) => Promise<ItemsPage<Item>>): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ limit: 100, cursor });
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    return items;
  }
}
