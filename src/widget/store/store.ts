import type { Bootstrap, Export, Me, Outcome, Voucher } from '../../contract/types.js';
import type { Port } from '../client/port.js';
import type { ActionHost, Actions } from './actions.js';
import { catalogOf, type Catalog } from './catalog.js';
import { readIntents, writeIntents } from './intent-storage.js';
import { failed, fresh, idle, loading, valueOf, type Failure, type Remote } from './remote.js';
import type { LookupDetails, LookupHost, LookupName } from './lookups.js';
import type { RequestDetails, RequestName } from './requests.js';
import { emptySnapshot, type ResourceName, type Snapshot } from './snapshot.js';

const PAGE = 20;
/** How often an open panel looks for news where the endpoint does not say. */
const POLL_SECONDS = 60;
/** A ticket is good for thirty seconds; the way to the server takes some of them. */
const TICKET_MS = 25_000;

/** Where the shop's own pages are, as the merchant wrote it; the programme's links fill the gaps. */
export interface Settings {
  readonly joinUrl?: string | null | undefined;
  readonly signInUrl?: string | null | undefined;
  /** There is a panel that a block can lead to. */
  readonly hasPanel?: boolean;
  /** What a frame of another site's page shows may be spent there too. */
  readonly allowFramed?: boolean;
  /** A made-up state is shown, as the merchant wrote it; nothing may be changed. */
  readonly preview?: string | null | undefined;
  /** With `{code}` where the code belongs. */
  readonly applyUrl?: string | null | undefined;
}

/** What hangs on who is asking. */
const emptyOfMember = { activity: idle, vouchers: idle, found: {} };

/** How the outside hears of the store. */
export interface StoreListeners {
  /** The member's state was replaced by a newer one of the same member. */
  onMe(before: Me, after: Me, catalog: Catalog): void;
  /** @param isTold whoever asked has shown the shopper already what came of it */
  onRedeemed(voucher: Voucher, rewardId: string, isTold: boolean): void;
  /** A resource could not be loaded, or a request of the shopper came to nothing. */
  onError(error: unknown, what: string): void;
}

export interface StoreOptions extends Partial<StoreListeners> {
  port: Port;
  /** Names the endpoint, so that intents of two programmes do not mix. */
  scope: string;
  settings?: () => Settings;
  now?: () => number;
}

/**
 * What we know now, and how it comes to be: requests in, snapshots out. It knows neither the DOM nor
 * HTTP. Nothing is optimistic: a balance moves when the server has said so.
 */
export class Store {
  #snapshot: Snapshot = emptySnapshot;
  readonly #listeners = new Set<() => void>();
  readonly #options: StoreOptions;
  /** Whether news come by themselves: then nobody needs to look for them. */
  isLive = false;
  /** Where the news come from, and when that was said: the address is good for half a minute, once. */
  #events: { readonly address: string; readonly at: number } | undefined;
  /** Results that are being played out. */
  readonly #reveals = new Set<Promise<void>>();
  #watchers = 0;
  #live: { stop(): void } | 'coming' | undefined;
  #pollSeconds = POLL_SECONDS;
  /** Counts fetches, so that an answer that was overtaken is not shown. */
  #round = 0;
  #connecting: Promise<void> | undefined;
  #acting: Promise<Actions> | undefined;
  #abort = new AbortController();

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get settings(): Settings {
    return this.#options.settings?.() ?? {};
  }

  /** How often to look for news while someone looks, in seconds; 0 is never. */
  get pollSeconds(): number {
    return this.#pollSeconds;
  }

  /** Hears of every change. @returns the way to stop listening */
  observe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hears of every change and wants to show it: the first one to do so makes the store connect. */
  subscribe(listener: () => void): () => void {
    void this.connect();
    this.#watchers += 1;
    const stop = this.observe(listener);
    this.#goLive();
    return () => {
      this.#watchers -= 1;
      stop();
    };
  }

  /**
   * First paint: programme and member in one request; once, however many ask.
   * @param printed the bootstrap document that the page carries, if any: then nothing is requested
   */
  connect(printed?: Bootstrap): Promise<void> {
    this.#connecting ??= (async () => {
      // A page may come from a cache: its clock is not the server's.
      if (printed) this.#takeBootstrap({ ...printed, now: new Date(this.#now()).toISOString() });
      else await this.refresh();
      await this.#resume();
    })();
    return this.#connecting;
  }

  /** Connects when the shop says that the shopper is signed in; for a guest nothing is asked yet. */
  async connectIfSignedIn(): Promise<void> {
    if (await this.#options.port.isSignedIn().catch(() => false)) await this.connect();
  }

  /** Fetches programme and member anew; what is shown stays until the answer is there. */
  async refresh(): Promise<void> {
    const round = ++this.#round;
    this.#set({ program: loading(this.#snapshot.program), me: loading(this.#snapshot.me) });
    const rev = valueOf(this.#snapshot.program)?.program.rev;
    const { signal } = this.#abort;
    try {
      const bootstrap = await this.#options.port.call('bootstrap', { query: { rev }, signal });
      if (round === this.#round) this.#takeBootstrap(bootstrap);
    } catch (error) {
      if (round !== this.#round || signal.aborted) return;
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
    const { signal } = this.#abort;
    try {
      const page = await this.#options.port.call(name, {
        query: { limit: PAGE, cursor: more ? (known?.next ?? undefined) : undefined },
        signal,
      });
      if (signal.aborted) return;
      const items = more ? [...(known?.items ?? []), ...page.items] : page.items;
      this.#set({ [name]: fresh({ items, next: page.next ?? null }, this.#now()) });
    } catch (error) {
      if (signal.aborted) return;
      this.#set({ [name]: failed<unknown>(this.#snapshot[name], this.#report(error, name)) });
    }
  }

  /**
   * Asks for what only some blocks want to know; the answer, or why there is none, is in `found` by
   * `keyOf` of lookups.ts. Asking again fetches again and shows the last answer meanwhile.
   */
  async look<Name extends LookupName>(name: Name, detail: LookupDetails[Name]): Promise<void> {
    const { look } = await import('./lookups.js');
    await look(this.#host, name, detail);
  }

  /** Something new of the member's, said by the server; nothing of a result that is still played out. */
  async hear(rev: string, change: (me: Me) => Me): Promise<void> {
    await Promise.allSettled([...this.#reveals]);
    const me = valueOf(this.#snapshot.me);
    // What this page has done itself it knows already.
    if (!me || me.rev === rev) return;
    // What is being fetched meanwhile is older.
    this.#round++;
    const { program } = this.#snapshot;
    const catalog = valueOf(program);
    this.#set({
      me: fresh<Me | null>(change(me), this.#now()),
      ...(catalog && program.status === 'loading' && { program: fresh(catalog, this.#now()) }),
    });
  }

  /** An address for the stream of news that has not been used; fetched anew where it must be. */
  async eventsAddress(): Promise<string | undefined> {
    const isGood = this.#events && this.#now() - this.#events.at < TICKET_MS;
    if (!isGood) await this.refresh();
    const address = this.#events?.address;
    this.#events = undefined;
    return address;
  }

  /** Looks again who is there and what is new, after the page was out of sight. */
  revalidate(): Promise<void> {
    this.#options.port.forget();
    return this.refresh();
  }

  /** Tries a resource again that failed. */
  retry(name: ResourceName): Promise<void> {
    if (name === 'activity' || name === 'vouchers') return this.load(name);
    this.#connecting = undefined;
    return this.connect();
  }

  /**
   * Does what the shopper asked for, once: a second press while it works is ignored.
   * @param revealed where the answer is a result that is played out first: nothing of it is shown
   *   before this settles
   * @throws LoyaltyError, after the busy mark is gone
   */
  async request<Name extends RequestName>(
    name: Name,
    detail: RequestDetails[Name],
    revealed?: Promise<void>,
  ): Promise<Outcome | undefined> {
    const member = valueOf(this.#snapshot.me)?.member.id;
    const mark = `${name}:${detail.id}`;
    if (this.#snapshot.busy.has(mark)) return undefined;
    this.#set({ busy: new Set([...this.#snapshot.busy, mark]) });
    if (revealed) {
      this.#reveals.add(revealed);
      void revealed.finally(() => this.#reveals.delete(revealed)).catch(() => undefined);
    }
    try {
      return await (await this.#actions()).request(name, detail, member, revealed);
    } finally {
      const busy = new Set(this.#snapshot.busy);
      busy.delete(mark);
      this.#set({ busy });
    }
  }

  /**
   * Fetches a document for who asks; nothing of it is kept.
   * @throws LoyaltyError
   */
  async read(name: 'export'): Promise<Export> {
    try {
      return await this.#options.port.call(name, { signal: this.#abort.signal });
    } catch (error) {
      this.#report(error, name);
      throw error;
    }
  }

  /** The shopper signed out, or in as someone else: nothing of the one before may be seen again. */
  async changeIdentity(): Promise<void> {
    this.disconnect();
    this.#options.port.forget();
    this.#set({ me: idle, ...emptyOfMember, busy: new Set() });
    writeIntents(this.#options.scope, null);
    (await this.#acting?.catch(() => undefined))?.forget();
    await this.refresh();
  }

  /** Ends all that is under way; the store may be used again. */
  disconnect(): void {
    if (this.#live !== 'coming') this.#live?.stop();
    this.#live = undefined;
    this.#events = undefined;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#round++;
    if (!valueOf(this.#snapshot.program)) this.#connecting = undefined;
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #set(part: Partial<Snapshot>): void {
    const before = valueOf(this.#snapshot.me);
    this.#snapshot = Object.freeze({ ...this.#snapshot, ...part });
    for (const listener of [...this.#listeners]) listener();
    const after = valueOf(this.#snapshot.me);
    const catalog = valueOf(this.#snapshot.program);
    if (!catalog || !before || !after || before === after) return;
    if (before.member.id === after.member.id) this.#options.onMe?.(before, after, catalog);
  }

  #takeBootstrap({ now, program, me, live }: Bootstrap): void {
    const { poll = this.#pollSeconds } = live ?? {};
    this.#pollSeconds = poll > 0 ? Math.min(Math.max(poll, 15), 3_600) : 0;
    const at = this.#now();
    this.#events = live?.events ? { address: live.events, at } : undefined;
    const before = valueOf(this.#snapshot.me);
    const isOther = before !== undefined && before?.member.id !== me?.member.id;
    const catalog = program ? catalogOf(program) : valueOf(this.#snapshot.program);
    this.#set({
      skew: Date.parse(now) - at,
      program: catalog ? fresh(catalog, at) : failed(idle, { code: 'bad-answer' }),
      me: fresh(me, at),
      ...(isOther && emptyOfMember),
    });
    this.#goLive();
  }

  /** Once something of a member's is shown. Its code comes when it is wanted, after everything else. */
  #goLive(): void {
    const { port, scope } = this.#options;
    if (this.#live || !this.#watchers || !this.#events || !port.listen) return;
    this.#live = 'coming';
    const { signal } = this.#abort;
    const start = async (): Promise<void> => {
      if (signal.aborted) return;
      const { Live, liveName } = await import('./live.js');
      if (!signal.aborted) this.#live = new Live(this, port, liveName(this, scope));
    };
    // Where there is none, an element of that id may stand for it.
    const rest = typeof requestIdleCallback === 'function' ? requestIdleCallback : setTimeout;
    rest(() => void start().catch(() => (this.#live = undefined)));
  }

  async #resume(): Promise<void> {
    const member = valueOf(this.#snapshot.me)?.member.id;
    if (member && readIntents(this.#options.scope)) await (await this.#actions()).resume(member);
  }

  #actions(): Promise<Actions> {
    this.#acting ??= this.#startActing().catch((error: unknown) => {
      this.#acting = undefined;
      throw error;
    });
    return this.#acting;
  }

  async #startActing(): Promise<Actions> {
    const { Actions } = await import('./actions.js');
    return new Actions(this.#host);
  }

  /** The store as its late parts see it. */
  get #host(): ActionHost & LookupHost {
    const snapshot = () => this.#snapshot;
    const signal = () => this.#abort.signal;
    const { port, scope } = this.#options;
    return {
      port,
      scope,
      get snapshot() {
        return snapshot();
      },
      get signal() {
        return signal();
      },
      now: () => this.#now(),
      set: (part) => this.#set(part),
      // What was fetched before a write was answered is older than it.
      outdate: () => void this.#round++,
      isLive: () => this.isLive,
      settings: () => this.settings,
      refresh: () => this.refresh(),
      onRedeemed: (...what) => this.#options.onRedeemed?.(...what),
      onError: (error, what) => this.#report(error, what),
    };
  }

  #report(error: unknown, what: string): Failure {
    this.#options.onError?.(error, what);
    const { code } = error as { code?: unknown };
    if (code === 'identity-changed') void this.changeIdentity();
    return { code: typeof code === 'string' ? code : 'unknown' };
  }
}
