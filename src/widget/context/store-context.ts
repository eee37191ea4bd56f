import type { Localizer } from '../i18n/localizer.js';
import type { Store } from '../store/store.js';
import { ContextProvider } from './protocol.js';

/**
 * The store on the page. The context carries the store and not its data: the store's identity hardly
 * ever changes, so that nobody renders because something happened elsewhere (see `Select`).
 */
export const STORE = 'loyalty-store';

/** Words and numbers in the language of the nearest provider; a change renders everything, rightly. */
export const LOCALIZER = 'loyalty-localizer';

/** Hands store and words to a part of the page, or to all of it. */
export class Provision {
  readonly #store: ContextProvider<Store>;
  readonly #localizer: ContextProvider<Localizer>;

  /** @param host an element's subtree is served; the root element serves the page */
  constructor(host: Element) {
    this.#store = new ContextProvider(host, STORE);
    this.#localizer = new ContextProvider(host, LOCALIZER);
  }

  connect(): void {
    this.#store.connect();
    this.#localizer.connect();
  }

  disconnect(): void {
    this.#store.disconnect();
    this.#localizer.disconnect();
  }

  set(store: Store | undefined, localizer: Localizer | undefined): void {
    this.#store.set(store);
    this.#localizer.set(localizer);
  }
}
