import { Client } from '../../src/widget/client/client.js';
import { valueOf } from '../../src/widget/store/remote.js';
import { Store } from '../../src/widget/store/store.js';
import type { RequestDetails, RequestName } from '../../src/widget/store/requests.js';
import { BASE } from '../server/support/endpoint-shop.js';
import type { MemberId } from './programme.js';
import type { ModelShop } from './shop.js';

/** How a press ended, as the shopper sees it. */
export type Ending = 'done' | 'refused' | 'doubt' | 'unsent' | 'nothing';

/** A page of the shop in one tab: the widget's own client and store, without the elements. */
export class Tab {
  member: MemberId | null = 'ada';
  readonly #shop: ModelShop;
  /** A tab's storage is its own; so is the name of what is kept there. */
  readonly #scope: string;
  #store: Store;

  constructor(shop: ModelShop, name: string) {
    this.#shop = shop;
    this.#scope = `${BASE}#${name}`;
    this.#store = this.#load();
  }

  /** Where the programme is watched, the first paint included. */
  open(): Promise<void> {
    return this.#store.snapshot.program.status === 'idle'
      ? this.#store.connect()
      : this.#store.refresh();
  }

  /** The page goes, with whatever is under way, and comes back. */
  reload(): Promise<void> {
    this.#store.disconnect();
    this.#store = this.#load();
    return this.#store.connect();
  }

  signIn(member: MemberId | null): Promise<void> {
    this.member = member;
    return this.#store.changeIdentity();
  }

  async press<Name extends RequestName>(name: Name, detail: RequestDetails[Name]): Promise<Ending> {
    try {
      return (await this.#store.request(name, detail)) ? 'done' : 'nothing';
    } catch (error) {
      const { isFinal, isUnsent } = error as { isFinal?: boolean; isUnsent?: boolean };
      if (isUnsent) return 'unsent';
      if (isFinal === undefined) throw error;
      return isFinal ? 'refused' : 'doubt';
    }
  }

  /** The member's state on the screen; null for a guest, undefined where nothing is known. */
  get shown() {
    return valueOf(this.#store.snapshot.me);
  }

  /** Everything on the screen, as text. */
  get text(): string {
    const { me, vouchers, activity } = this.#store.snapshot;
    return JSON.stringify([me, vouchers, activity]);
  }

  #load(): Store {
    return new Store({
      scope: this.#scope,
      now: () => this.#shop.time.now,
      // On Node no page stands around it that could be asked.
      settings: () => ({ allowFramed: true }),
      port: new Client({
        endpoint: BASE,
        locale: () => 'en',
        getToken: async () => (this.member ? this.#shop.token(this.member) : null),
        fetch: this.#shop.wire.fetch,
        onDropped: (error) => {
          throw error;
        },
      }),
    });
  }
}
