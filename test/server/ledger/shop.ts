import { createLedgerEngine } from '../../../src/server/engines/ledger/index.js';
import type { LoyaltyEngine, Writes } from '../../../src/server/engine.js';
import type { ShopEvent } from '../../../src/server/shop/schema.js';
import { memoryStore, type Store } from '../../../src/server/stores/index.js';
import type { Me, Outcome, Problem, Voucher } from '../../../src/contract/types.js';

/** A shop with a loyalty programme and a clock that the test turns. */

/** What a test needs of an order; the rest does not matter to it. */
export interface Bought {
  readonly id?: string;
  readonly at?: string;
  readonly member?: string;
  readonly event?: string;
  readonly currency?: string;
  readonly lines?: readonly {
    product: string;
    collections?: string[];
    qty?: number;
    total: number;
  }[];
  readonly codes?: readonly string[];
  readonly channel?: string;
}

type Event = ShopEvent extends infer E ? (E extends { id: string } ? Omit<E, 'id'> : never) : never;

export class Shop {
  readonly engine: LoyaltyEngine;
  #now: number;
  #count = 0;

  constructor(
    programme: unknown,
    options: { now?: string; store?: Store; random?: (count: number) => Uint8Array } = {},
  ) {
    const { now = '2026-11-23T10:00:00Z', store = memoryStore(), random } = options;
    this.#now = Date.parse(now);
    this.engine = createLedgerEngine({
      store,
      programme,
      now: () => new Date(this.#now),
      ...(random ? { random } : {}),
    });
  }

  get now(): number {
    return this.#now;
  }

  /** Turns the clock to a moment. */
  at(moment: string | number): this {
    this.#now = typeof moment === 'number' ? moment : Date.parse(moment);
    return this;
  }

  later(amount: { days?: number; minutes?: number; ms?: number }): this {
    const { days = 0, minutes = 0, ms = 0 } = amount;
    this.#now += days * 86_400_000 + minutes * 60_000 + ms;
    return this;
  }

  tell(event: Event, id = `e${(this.#count += 1)}`) {
    return this.engine.shopEvent({ id, ...event });
  }

  /** An order of so many cents. */
  async pay(total: number, bought: Bought = {}): Promise<string> {
    const {
      member = 'lena',
      currency = 'EUR',
      lines = [],
      codes = [],
      at,
      event,
      channel,
    } = bought;
    const id = bought.id ?? `order-${(this.#count += 1)}`;
    await this.tell(
      {
        type: 'order.paid',
        member,
        ...(at === undefined ? {} : { at }),
        order: {
          id,
          currency,
          total,
          lines: lines.map((line) => ({ qty: 1, ...line })),
          codes: [...codes],
          ...(channel === undefined ? {} : { channel }),
        },
      },
      event,
    );
    return id;
  }

  refund(order: string, total?: number, member = 'lena', event?: string) {
    return this.tell(
      { type: 'order.refunded', member, order: { id: order, ...(total ? { total } : {}) } },
      event,
    );
  }

  adjust(unit: string, value: number, member = 'lena') {
    return this.tell({ type: 'balance.adjusted', member, unit, value, reason: 'test' });
  }

  me(member = 'lena', locale = 'en'): Promise<Me> {
    return this.engine.me({ id: member }, locale);
  }

  async wallet(unit = 'pts', member = 'lena') {
    const me = await this.me(member);
    const wallet = me.wallets.find((candidate) => candidate.unit === unit);
    if (!wallet) throw new Error(`no wallet in ${unit}`);
    return wallet;
  }

  async available(unit = 'pts', member = 'lena'): Promise<number> {
    return (await this.wallet(unit, member)).available;
  }

  async track(id: string, member = 'lena') {
    const me = await this.me(member);
    const state = me.tracks.find(({ track }) => track === id);
    if (!state) throw new Error(`no track ${id}`);
    return state;
  }

  async reward(id: string, member = 'lena') {
    const me = await this.me(member);
    const state = me.rewards.find(({ reward }) => reward === id);
    if (!state) throw new Error(`no reward ${id}`);
    return state;
  }

  async rule(id: string, member = 'lena') {
    const me = await this.me(member);
    const state = me.rules.find(({ rule }) => rule === id);
    if (!state) throw new Error(`no rule ${id}`);
    return state;
  }

  /** A press of a button, with a key of its own unless one is given. */
  act(
    write: (writes: Writes) => Promise<Outcome>,
    intent: {
      key?: string;
      path?: string;
      bodyHash?: string;
      member?: string;
      locale?: string;
    } = {},
  ) {
    const { member = 'lena', key = `key-${(this.#count += 1)}`, locale = 'en' } = intent;
    const { path = '/somewhere', bodyHash = 'hash' } = intent;
    const call = { subject: member, key, method: 'POST', path, bodyHash };
    return this.engine.once({ id: member }, call, locale, write);
  }

  /** Takes a reward that must be possible. */
  async redeem(
    reward: string,
    request: { spend?: number; choice?: string; quote?: string } = {},
    member = 'lena',
  ): Promise<Voucher> {
    const { status, body } = await this.act((writes) => writes.redeem(reward, request), { member });
    const { voucher } = body as Outcome;
    if (status !== 200 || !voucher) throw new Error(`refused: ${JSON.stringify(body)}`);
    return voucher;
  }

  /** Does something that must be refused, and says how. */
  async refused(
    write: (writes: Writes) => Promise<Outcome>,
    intent: Parameters<Shop['act']>[1] = {},
  ): Promise<Problem> {
    const { status, body } = await this.act(write, intent);
    if (status < 400) throw new Error(`not refused: ${JSON.stringify(body)}`);
    return body as Problem;
  }
}

/** The parts that most tests need; each test adds what it is about. */
export const basics = {
  id: 'test',
  name: 'Club',
  locale: 'en',
  currency: 'EUR',
  timeZone: 'Europe/Vienna',
  units: [
    {
      id: 'pts',
      kind: 'points',
      label: { one: 'point', other: 'points' },
      scale: 0,
      spendable: true,
    },
    {
      id: 'eur',
      kind: 'money',
      label: { other: 'euro' },
      scale: 2,
      currency: 'EUR',
      spendable: true,
    },
    { id: 'stamp', kind: 'token', label: { other: 'stamps' }, scale: 0, spendable: false },
    {
      id: 'spend',
      kind: 'metric',
      label: { other: 'spent' },
      scale: 2,
      currency: 'EUR',
      spendable: false,
    },
    { id: 'day', kind: 'metric', label: { other: 'days' }, scale: 0, spendable: false },
  ],
  tracks: [],
  rules: [
    {
      id: 'buy',
      trigger: 'purchase',
      title: 'Shop',
      grants: [
        {
          kind: 'unit',
          rate: { per: { unit: 'eur', value: 100 }, give: { unit: 'pts', value: 1 } },
        },
      ],
      measures: [{ rate: { per: { unit: 'eur', value: 1 }, give: { unit: 'spend', value: 1 } } }],
      cta: { kind: 'none' },
      confirm: 'server',
    },
  ],
  rewards: [
    {
      id: 'off5',
      view: 'card',
      title: '5 off',
      cost: { kind: 'fixed', amount: { unit: 'pts', value: 500 } },
      grants: [
        { kind: 'coupon', discount: { type: 'amount', amount: { unit: 'eur', value: 500 } } },
      ],
      delivery: 'code',
      undoMinutes: 30,
    },
  ],
};

/** The basics with some parts replaced, under an id of its own. */
let programmes = 0;
export const programme = (parts: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...structuredClone(basics),
  id: `test-${(programmes += 1)}`,
  ...parts,
});

/** One unit of the basics with settings of its own. */
export const unitsWith = (id: string, settings: Record<string, unknown>) =>
  basics.units.map((unit) => (unit.id === id ? { ...unit, ...settings } : unit));
