import { ContextProvider, ContextRoot, createContext } from '@lit/context';
import type { Localizer } from '../i18n/localizer.js';
import type { Store } from '../store/store.js';

/**
 * The store on the page. The context carries the store and not its data: the store's identity hardly
 * ever changes, so that nobody renders because something happened elsewhere (see `Select`).
 */
export const storeContext = createContext<Store | undefined>('loyalty-store');

/** Words and numbers in the language of the nearest provider; a change renders everything, rightly. */
export const localizerContext = createContext<Localizer | undefined>('loyalty-localizer');

/** Two copies of the bundle share the page's root by this key. */
const ROOT = Symbol.for('loyalty-widget.context-root');

/** Blocks may be upgraded before their provider: the root keeps their questions until it is there. */
export function keepEarlyQuestions(): void {
  const holder = document.documentElement as HTMLElement & { [ROOT]?: ContextRoot };
  if (holder[ROOT]) return;
  holder[ROOT] = new ContextRoot();
  holder[ROOT].attach(holder);
}

/** Hands store and words to a part of the page, or to all of it. */
export class Provision {
  readonly #store: ContextProvider<typeof storeContext>;
  readonly #localizer: ContextProvider<typeof localizerContext>;

  /** @param host an element's subtree is served; the root element serves the page */
  constructor(host: HTMLElement) {
    this.#store = new ContextProvider(host, { context: storeContext });
    this.#localizer = new ContextProvider(host, { context: localizerContext });
    // A plain element (the page's root) calls nobody when it is connected.
    if (!('addController' in host)) {
      this.#store.hostConnected();
      this.#localizer.hostConnected();
    }
  }

  set(store: Store | undefined, localizer: Localizer | undefined): void {
    this.#store.setValue(store);
    this.#localizer.setValue(localizer);
  }
}
