import { Hearers, topicOf, type Feed } from '../feed.js';
import { StoreBusy } from '../store.js';
import type { Database, Query } from './query.js';

/** One channel for all programmes; the payload says whose change it was. */
const CHANNEL = 'loyalty_member';

/**
 * The feed over NOTIFY, which is sent with the commit and never without it. Where a cluster has no
 * NOTIFY, changes of this process alone are told, and the page's polling finds the others.
 */
export class PostgresFeed implements Feed {
  readonly #hearers = new Hearers();
  #listening: Promise<() => Promise<void>> | undefined;

  private constructor(
    private readonly database: Database,
    private readonly canNotify: boolean,
  ) {}

  static async open(database: Database): Promise<PostgresFeed> {
    const canNotify = await database.query("SELECT pg_notify('loyalty_member', '')").then(
      () => true,
      () => false,
    );
    return new PostgresFeed(database, canNotify);
  }

  /** Within a transaction that changes a member. */
  async note(query: Query, programme: string, member: string): Promise<void> {
    if (!this.canNotify) return;
    await query.query('SELECT pg_notify($1, $2)', [CHANNEL, topicOf(programme, member)]);
  }

  /** After its commit. */
  committed(programme: string, members: ReadonlySet<string>): void {
    if (this.canNotify) return;
    for (const member of members) this.#hearers.tell(topicOf(programme, member));
  }

  async follow(programme: string, member: string, heard: () => void): Promise<() => void> {
    const stop = this.#hearers.add(topicOf(programme, member), heard);
    if (!this.canNotify) return stop;
    this.#listening ??= this.database.listen(
      CHANNEL,
      (payload) => this.#hearers.tell(payload),
      () => this.#hearers.tellAll(),
    );
    try {
      await this.#listening;
    } catch (error) {
      this.#listening = undefined;
      stop();
      throw new StoreBusy('away', 'The database does not tell of changes', { cause: error });
    }
    return stop;
  }

  async close(): Promise<void> {
    const stop = await this.#listening?.catch(() => undefined);
    await stop?.();
  }
}
