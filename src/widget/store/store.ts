import type { Bootstrap, Changes, Me, Outcome } from '../../contract/types.js';
import type { Port } from '../client/port.js';
import { catalogOf } from './catalog.js';
import { applyChanges, applyToList } from './changes.js';
import { factsBetween, type Fact } from './facts.js';
import { Intents, type Intent } from './intents.js';
import { failed, fresh, idle, loading, valueOf, type Failure, type Remote } from './remote.js';
import { isRequestName, requests, type RequestDetails, type RequestName } from './requests.js';
import { emptySnapshot, type ResourceName, type Snapshot } from './snapshot.js';

const PAGE = 20;

/** Where the shop's own pages are, as the merchant wrote it; the programme's links fill the gaps. */
export interface Settings {
  readonly joinUrl?: string | undefined;
  readonly signInUrl?: string | undefined;
  /** With `{code}` where the code belongs. */
  readonly applyUrl?: string | undefined;
}

/** What the store hears the outside by. */
export interface StoreOptions {
  port: Port;
  /** Names the endpoint, so that intents of two programmes do not mix. */
  scope: string;
  settings?: Settings;
  onFact?: (fact: Fact) => void;
  /** A request of a resource or of the shopper came to nothing. */
  onError?: (error: unknown, what: string) => void;
  now?: () => number;
}

/**
 * What we know now, and how it comes to be: requests in, snapshots out. It knows neither the DOM nor
 * HTTP. Nothing is optimistic: a balance moves when the server has said so.
 */
export class Store {
  #snapshot: Snapshot = emptySnapshot;
  readonly #listeners = new Set<() => void>();
  readonly #options: Required<Pick<StoreOptions, 'now'>> & StoreOptions;
  readonly #intents: Intents;
  /** Counts fetches, so that an answer that was overtaken is not shown. */
  #round = 0;
  #connecting: Promise<void> | undefined;
  #abort = new AbortController();

  constructor(options: StoreOptions) {
    this.#options = { now: Date.now, ...options };
    this.#intents = new Intents(options.scope, this.#options.now);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get settings(): Settings {
    return this.#options.settings ?? {};
  }

  /** Hears of every change. @returns the way to stop listening */
  observe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hears of every change and wants to show it: the first one to do so makes the store connect. */
  subscribe(listener: () => void): () => void {
    void this.connect();
    return this.observe(listener);
  }

  /** Connects when the shop says that the shopper is signed in; a guest is asked nothing yet. */
  async connectIfSignedIn(): Promise<void> {
    if (await this.#options.port.isSignedIn().catch(() => false)) await this.connect();
  }

  /**
   * First paint: programme and member in one request; once, however many ask.
   * @param printed the bootstrap document that the page carries, if any: then nothing is requested
   */
  connect(printed?: Bootstrap): Promise<void> {
    this.#connecting ??= printed
      ? Promise.resolve(this.#takeBootstrap(printed))
      : this.refresh().then(() => this.#resume());
    return this.#connecting;
  }

  /** Fetches programme and member anew; what is shown stays until the answer is there. */
  async refresh(): Promise<void> {
    const round = ++this.#round;
    this.#set({ program: loading(this.#snapshot.program), me: loading(this.#snapshot.me) });
    const { port } = this.#options;
    const rev = valueOf(this.#snapshot.program)?.program.rev;
    try {
      const bootstrap = await port.call('bootstrap', {
        query: { rev },
        signal: this.#abort.signal,
      });
      if (round === this.#round) this.#takeBootstrap(bootstrap);
    } catch (error) {
      if (round !== this.#round) return;
      const failure = this.#report(error, 'bootstrap');
      this.#connecting = undefined;
      this.#set({
        program: failed(this.#snapshot.program, failure),
        me: failed(this.#snapshot.me, failure),
      });
    }
  }

  /** Loads the first page of a list, or the next one. What the first paint brought serves meanwhile. */
  async load(name: 'activity' | 'vouchers', more = false): Promise<void> {
    const before = this.#snapshot[name];
    const known = valueOf(before as Remote<{ items: readonly unknown[]; next: string | null }>);
    if (before.status === 'loading' || (more && !known?.next)) return;
    this.#set({ [name]: loading<unknown>(before) });
    try {
      const page = await this.#options.port.call(name, {
        query: { limit: PAGE, cursor: more ? (known?.next ?? undefined) : undefined },
        signal: this.#abort.signal,
      });
      const items = more ? [...(known?.items ?? []), ...page.items] : page.items;
      this.#set({ [name]: fresh({ items, next: page.next ?? null }, this.#now()) });
    } catch (error) {
      if (this.#abort.signal.aborted) return;
      this.#set({ [name]: failed<unknown>(before, this.#report(error, name)) });
    }
  }

  /** Tries a resource again that failed. */
  retry(name: ResourceName): Promise<void> {
    return name === 'activity' || name === 'vouchers' ? this.load(name) : this.connect();
  }

  /**
   * Does what the shopper asked for: one intent, one key, until there is a final answer.
   * @throws LoyaltyError, after the busy mark is gone
   */
  async request<Name extends RequestName>(
    name: Name,
    detail: RequestDetails[Name],
  ): Promise<Outcome | undefined> {
    const member = valueOf(this.#snapshot.me)?.member.id;
    const row = requests[name];
    const id = row.id(detail);
    if (!member || this.#snapshot.busy.has(`${name}:${id}`)) return undefined;
    const wanted = { name, id, body: row.body?.(detail), member };
    // The same wish whose first answer was lost: with its own key it cannot be done twice.
    return this.#perform(this.#intents.same(wanted) ?? this.#intents.add(wanted));
  }

  /** The shopper signed out, or in as someone else: nothing of the one before may be seen again. */
  async changeIdentity(): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#intents.clear();
    this.#options.port.forget();
    this.#set({ me: idle, activity: idle, vouchers: idle, busy: new Set() });
    await this.refresh();
  }

  /** Ends all that is under way; the store may be connected again. */
  disconnect(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#round++;
  }

  #now(): number {
    return this.#options.now();
  }

  #set(part: Partial<Snapshot>): void {
    const before = valueOf(this.#snapshot.me);
    this.#snapshot = Object.freeze({ ...this.#snapshot, ...part });
    for (const listener of [...this.#listeners]) listener();
    const after = valueOf(this.#snapshot.me);
    const catalog = valueOf(this.#snapshot.program);
    if (!catalog || before === after) return;
    for (const fact of factsBetween(before ?? null, after ?? null, catalog)) {
      this.#options.onFact?.(fact);
    }
  }

  #takeBootstrap({ now, program, me }: Bootstrap): void {
    const at = this.#now();
    const before = valueOf(this.#snapshot.me);
    const isOther = before !== undefined && before?.member.id !== me?.member.id;
    const catalog = program ? catalogOf(program) : valueOf(this.#snapshot.program);
    this.#set({
      skew: Date.parse(now) - at,
      program: catalog ? fresh(catalog, at) : failed(idle, { code: 'bad-answer' }),
      me: fresh(me, at),
      ...(isOther && { activity: idle, vouchers: idle }),
    });
  }

  /** After a reload: asks again for what was pressed and never answered. */
  async #resume(): Promise<void> {
    const member = valueOf(this.#snapshot.me)?.member.id;
    if (!member) return;
    await Promise.allSettled(this.#intents.of(member).map((intent) => this.#perform(intent)));
  }

  async #perform(intent: Intent): Promise<Outcome | undefined> {
    const { name, id, key, body } = intent;
    if (!isRequestName(name)) {
      this.#intents.close(intent);
      return undefined;
    }
    const mark = `${name}:${id}`;
    const { signal } = this.#abort;
    this.#set({ busy: new Set([...this.#snapshot.busy, mark]) });
    try {
      const { port, onFact } = this.#options;
      const outcome = (await port.call(requests[name].route, { id, key, body, signal })) as Outcome;
      this.#intents.close(intent);
      if (signal.aborted) return undefined;
      this.#applyChanges(outcome.changes);
      if (name === 'redeem' && outcome.voucher) {
        onFact?.({ type: 'redeemed', voucher: outcome.voucher, rewardId: id });
      }
      return outcome;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (isFinal(error)) this.#intents.close(intent);
      this.#report(error, name);
      throw error;
    } finally {
      const busy = new Set(this.#snapshot.busy);
      busy.delete(mark);
      this.#set({ busy });
    }
  }

  #applyChanges(changes: Changes): void {
    const me = valueOf(this.#snapshot.me);
    if (!me) return;
    const at = this.#now();
    const list = <T extends { id: string }>(
      remote: Remote<{ items: readonly T[]; next: string | null }>,
      items: readonly T[] | undefined,
    ) => {
      const value = valueOf(remote);
      return value && items?.length
        ? fresh({ ...value, items: applyToList(value.items, items) }, at)
        : remote;
    };
    this.#set({
      me: fresh<Me | null>(applyChanges(me, changes), at),
      activity: list(this.#snapshot.activity, changes.activity),
      vouchers: list(this.#snapshot.vouchers, changes.vouchers),
    });
  }

  #report(error: unknown, what: string): Failure {
    this.#options.onError?.(error, what);
    const { code } = error as { code?: unknown };
    return { code: typeof code === 'string' ? code : 'unknown' };
  }
}

const isFinal = (error: unknown): boolean => (error as { isFinal?: unknown }).isFinal === true;
