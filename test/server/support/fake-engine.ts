import type { Activity, Me, Outcome, Program, Voucher } from '../../../src/contract/types.js';
import {
  Refusal,
  type Answer,
  type Intent,
  type LoyaltyEngine,
  type ShopVoucher,
  type Subject,
  type Writes,
} from '../../../src/server/engine.js';
import { isFinal, problemOf } from '../../../src/server/problem.js';
import type { ShopEvent } from '../../../src/server/shop/schema.js';

/**
 * A small honest engine in memory: points, a few rewards, keys that are remembered. It stands in for
 * the ledger so that the endpoint's tests speak about the endpoint; it is not shipped.
 */

interface Account {
  points: number;
  vouchers: Voucher[];
  activity: Activity[];
  rev: number;
}

const AT = '2026-11-22T09:30:00.000Z';
const COST = 500;

const program: Program = {
  id: 'prg_1',
  rev: 'p7f3-en',
  name: 'Oak Club',
  locale: 'en',
  currency: 'EUR',
  timeZone: 'Europe/Vienna',
  units: [{ id: 'pts', kind: 'points', label: { other: 'leaves' }, scale: 0, spendable: true }],
  tracks: [],
  rewards: [],
  rules: [],
  // More than this endpoint serves: it must not pass on what it cannot keep.
  capabilities: ['activity.pages', 'vouchers.pages', 'quote', 'cancel', 'join', 'boards', 'events'],
};

export class FakeEngine implements LoyaltyEngine {
  /** Thrown by the next call, whatever it is. */
  fault: unknown = null;
  /** What reached the engine, in order. */
  readonly calls: string[] = [];
  /** The languages that were asked for, in order. */
  readonly locales: (string | undefined)[] = [];
  ticks = 0;
  isClosed = false;

  readonly #accounts = new Map<string, Account>();
  readonly #answers = new Map<
    string,
    { intent: string; answer: Promise<Omit<Answer, 'replayed'>> }
  >();
  readonly #events = new Set<string>();
  /** Code → the order that has taken it. */
  readonly #takers = new Map<string, string>();

  program(locale: string | undefined): Promise<Program> {
    return this.#reached('program', () => {
      this.locales.push(locale);
      return locale?.startsWith('de')
        ? { ...program, rev: 'p7f3-de', locale: 'de', name: 'Eichenklub' }
        : program;
    });
  }

  me(subject: Subject): Promise<Me> {
    return this.#reached('me', () => {
      const { vouchers, activity, ...account } = this.#account(subject.id);
      return {
        rev: `m${account.rev}`,
        member: { id: subject.id, state: 'member', name: subject.name ?? null },
        wallets: [{ unit: 'pts', available: account.points }],
        tracks: [],
        rewards: [],
        rules: [],
        vouchers,
        activity,
      };
    });
  }

  activity(subject: Subject, page: { limit: number }) {
    return this.#reached(`activity ${JSON.stringify(page)}`, () => ({
      items: this.#account(subject.id).activity.slice(0, page.limit),
      next: null,
    }));
  }

  vouchers(subject: Subject, page: { limit: number; status?: string | undefined }) {
    return this.#reached(`vouchers ${JSON.stringify(page)}`, () => ({
      items: this.#account(subject.id).vouchers.slice(0, page.limit),
      next: null,
    }));
  }

  voucher(subject: Subject, id: string): Promise<Voucher> {
    return this.#reached(`voucher ${id}`, () => this.#voucher(subject.id, id));
  }

  quote(_subject: Subject, reward: string) {
    return this.#reached(`quote ${reward}`, () => ({
      quote: 'q_1',
      expiresAt: AT,
      cost: { unit: 'pts', value: COST },
      grants: [],
      availability: { state: 'available' as const },
    }));
  }

  preview(subject: Subject | null) {
    return this.#reached(`preview ${subject?.id ?? 'guest'}`, () => ({ earns: [] }));
  }

  board(subject: Subject | null, id: string, request: { limit: number }) {
    return this.#reached(`board ${id} ${JSON.stringify(request)}`, () => {
      if (id !== 'nov') throw new Refusal('not-found', `There is no board "${id}".`);
      return {
        board: id,
        asOf: AT,
        items: [{ rank: 1, name: 'Ada', value: 890, ...(subject ? { me: true } : {}) }],
        me: subject ? { rank: 1, value: 890 } : null,
        next: null,
      };
    });
  }

  claim({ code }: { code: string }) {
    return this.#reached(`claim ${code}`, () => ({
      code,
      state: 'pending' as const,
      from: 'Ada',
      give: [],
    }));
  }

  export({ id }: Subject) {
    return this.#reached('export', async () => ({
      exportedAt: AT,
      programme: { id: program.id, name: program.name },
      me: await this.me({ id }),
      activity: [],
      vouchers: [],
      records: {},
    }));
  }

  async once(
    { id }: Subject,
    intent: Intent,
    _locale: string | undefined,
    write: (writes: Writes) => Promise<Outcome>,
  ): Promise<Answer> {
    const place = `${intent.subject} ${intent.key}`;
    const asked = JSON.stringify(intent);
    const earlier = this.#answers.get(place);
    if (earlier) {
      if (earlier.intent !== asked) {
        throw new Refusal('idempotency-key-reused', 'This key was used for something else.');
      }
      return { ...(await earlier.answer), replayed: true };
    }
    const answer = this.#reached(`once ${intent.method} ${intent.path}`, () =>
      this.#run(id, write),
    );
    this.#answers.set(place, { intent: asked, answer });
    try {
      return { ...(await answer), replayed: false };
    } catch (error) {
      this.#answers.delete(place);
      throw error;
    }
  }

  shopEvent(event: ShopEvent) {
    return this.#reached(`event ${event.id}`, () => {
      const counted = !this.#events.has(event.id);
      this.#events.add(event.id);
      if (event.type === 'balance.adjusted') {
        if (event.unit !== 'pts') {
          const detail = `There is no unit "${event.unit}".`;
          throw new Refusal('not-found', detail, { errors: [{ detail, pointer: '/unit' }] });
        }
        if (counted) this.#account(event.member).points += event.value;
      }
      const refusedCodes =
        event.type === 'order.paid'
          ? event.order.codes.filter((code) => this.#takers.get(code) !== event.order.id)
          : [];
      return { id: event.id, counted, ...(refusedCodes.length > 0 ? { refusedCodes } : {}) };
    });
  }

  shopVoucher(code: string): Promise<ShopVoucher | null> {
    return this.#reached(`code ${code}`, () => this.#findCode(code));
  }

  useVoucher(code: string, member: string, order: string) {
    return this.#reached(`use ${code} ${member} ${order}`, () => this.#take(code, member, order));
  }

  releaseVoucher(code: string, member: string, order: string) {
    return this.#reached(`release ${code} ${member} ${order}`, () => {
      const voucher = this.#take(code, member, order);
      this.#takers.delete(code);
      return { ...voucher, status: 'ready' as const };
    });
  }

  tick() {
    return this.#reached('tick', () => void (this.ticks += 1));
  }

  close() {
    this.isClosed = true;
    return Promise.resolve();
  }

  async #reached<Result>(what: string, act: () => Result | Promise<Result>): Promise<Result> {
    const fault = this.fault;
    this.fault = null;
    if (fault) throw fault as Error;
    this.calls.push(what);
    await Promise.resolve();
    return act();
  }

  #account(id: string): Account {
    const account = this.#accounts.get(id) ?? { points: 0, vouchers: [], activity: [], rev: 1 };
    this.#accounts.set(id, account);
    return account;
  }

  #findCode(code: string): ShopVoucher | null {
    for (const [member, { vouchers }] of this.#accounts) {
      const found = vouchers.find((voucher) => voucher.code === code);
      if (found) {
        const { title, grant } = found;
        const status = this.#takers.has(code) ? 'used' : found.status;
        return { code, member, status, title, grant, expiresAt: null };
      }
    }
    return null;
  }

  #take(code: string, member: string, order: string): ShopVoucher {
    const voucher = this.#findCode(code);
    if (!voucher) throw new Refusal('not-found', `There is no code ${code}.`);
    const isFree = (this.#takers.get(code) ?? order) === order;
    if (voucher.member !== member || !isFree) throw new Refusal('not-eligible', 'Taken.');
    this.#takers.set(code, order);
    return { ...voucher, status: 'used' };
  }

  #voucher(member: string, id: string): Voucher {
    const voucher = this.#account(member).vouchers.find((held) => held.id === id);
    if (!voucher) throw new Refusal('not-found', `You hold no voucher "${id}".`);
    return voucher;
  }

  /** One transaction: a refusal puts everything back, and is remembered when it is the last word. */
  async #run(member: string, write: (writes: Writes) => Promise<Outcome>) {
    const before = structuredClone(this.#account(member));
    try {
      return { status: 200, body: (await write(this.#writes(member))) as unknown };
    } catch (error) {
      this.#accounts.set(member, before);
      if (!(error instanceof Refusal) || !isFinal(error.code)) throw error;
      const problem = problemOf(error);
      return { status: problem.status, body: problem as unknown };
    }
  }

  #writes(member: string): Writes {
    const done = (voucher?: Voucher): Promise<Outcome> => {
      const account = this.#account(member);
      account.rev += 1;
      return Promise.resolve({
        ...(voucher ? { voucher } : {}),
        changes: { rev: `m${account.rev}`, wallets: [{ unit: 'pts', available: account.points }] },
      });
    };
    const touch = (id: string) => done(this.#voucher(member, id));
    return {
      redeem: (reward) => {
        const account = this.#account(member);
        account.points -= COST;
        if (account.points < 0) {
          throw new Refusal('insufficient-balance', `This reward costs ${COST} leaves.`, {
            availability: { state: 'short', missing: [{ unit: 'pts', value: -account.points }] },
          });
        }
        const number = account.vouchers.length + 1;
        const voucher: Voucher = {
          id: `v_${number}`,
          title: reward,
          status: reward === 'slow' || reward === 'plan' ? 'pending' : 'ready',
          source: { kind: 'reward', id: reward },
          grant: { kind: 'custom', label: reward },
          code: `OAK-${member}-${number}`,
          issuedAt: AT,
          ...(reward === 'plan' ? { applyUrl: '/checkout' } : {}),
        };
        account.vouchers.push(voucher);
        return done(voucher);
      },
      cancel: touch,
      seen: touch,
      complete: () => {
        this.#account(member).points += 50;
        return done();
      },
      optIn: () => done(),
      optOut: () => done(),
      join: () => done(),
      profile: () => done(),
      leave: () => done(),
      invite: () => done(),
      claim: async ({ code }) => ({
        code,
        state: 'joined',
        from: 'Ada',
        give: [],
        changes: (await done()).changes,
      }),
    };
  }
}
