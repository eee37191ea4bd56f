import type { Changes } from '../../contract/types.js';
import type { Port } from '../client/port.js';
import { share, type Share } from '../client/share.js';
import { applyChanges } from './changes.js';
import { valueOf } from './remote.js';
import type { Store } from './store.js';

/** How long until a stream that ended is opened again, in milliseconds: at least, and at most. */
const AGAIN_MS = 2_000;
const AGAIN_MOST_MS = 60_000;

/** What the tab that has the stream tells the others. */
type Message =
  | { readonly type: 'changes'; readonly changes: Changes }
  | { readonly type: 'live'; readonly isLive: boolean }
  | { readonly type: 'news' }
  /** Asked by a tab that has just come. */
  | { readonly type: 'hello' };

/**
 * What changes for the member, as it happens: one stream for all tabs of a browser. A chunk of its
 * own; where it fails, the open panel's polling goes on.
 */
export class Live {
  readonly #store: Store;
  readonly #port: Port;
  readonly #share: Share;
  #close: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isLeading = false;
  #isStopped = false;

  /** @param name the same for all tabs that show this member of this programme */
  constructor(store: Store, port: Port, name: string) {
    this.#store = store;
    this.#port = port;
    this.#share = share(
      name,
      () => this.#lead(),
      (message) => void this.#overhear(message),
    );
    this.#share.post({ type: 'hello' });
  }

  /** Lets go of the stream; another tab takes it over. */
  stop(): void {
    this.#isStopped = true;
    this.#store.isLive = false;
    this.#share.stop();
  }

  #lead(): () => void {
    this.#isLeading = true;
    void this.#open();
    return () => {
      this.#isStopped = true;
      clearTimeout(this.#timer);
      this.#close?.();
      this.#share.post({ type: 'live', isLive: false });
    };
  }

  async #open(): Promise<void> {
    try {
      const address = await this.#store.eventsAddress();
      if (!address || !this.#port.listen || this.#isStopped) return;
      const close = await this.#port.listen(address, {
        onOpen: () => {
          this.#failures = 0;
          this.#tell({ type: 'live', isLive: true });
        },
        onChanges: (changes) => this.#tell({ type: 'changes', changes }),
        onNews: () => this.#tell({ type: 'news' }),
        onEnd: () => this.#again(),
      });
      if (this.#isStopped) close();
      else this.#close = close;
    } catch {
      this.#again();
    }
  }

  /** Soon after the first cut, and ever later while it stays so; never all pages in one moment. */
  #again(): void {
    if (this.#isStopped) return;
    this.#tell({ type: 'live', isLive: false });
    const wait = Math.min(AGAIN_MOST_MS, AGAIN_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.#open(), wait * (0.5 + Math.random() / 2));
  }

  /** To the other tabs, and to this one. */
  #tell(message: Message): void {
    this.#share.post(message);
    this.#hear(message);
  }

  /** What was posted may come from any script of the shop, so nothing of it is taken as it is. */
  async #overhear(posted: unknown): Promise<void> {
    let message = posted as Message;
    try {
      if (message.type === 'changes') {
        const changes = await this.#port.readChanges?.(message.changes);
        message = changes ? { ...message, changes } : { type: 'news' };
      }
    } catch {
      message = { type: 'news' };
    }
    if (!this.#isStopped) this.#hear(message);
  }

  #hear(message: Message): void {
    const store = this.#store;
    switch (message.type) {
      case 'changes':
        return void store.hear(message.changes.rev, (me) => applyChanges(me, message.changes));
      case 'live':
        store.isLive = message.isLive;
        return;
      case 'news':
        return void store.refresh();
      case 'hello':
        if (this.#isLeading && store.isLive) this.#share.post({ type: 'live', isLive: true });
    }
  }
}

/** The name of the stream that tabs share; members of two programmes do not mix. */
export const liveName = (store: Store, scope: string): string =>
  `loyalty-live ${scope} ${valueOf(store.snapshot.me)?.member.id ?? ''}`;
