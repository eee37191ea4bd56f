import type { LitElement } from 'lit';

/** A way to draw something. Its card is fetched when something wants to be drawn so. */
export interface View {
  readonly load: () => Promise<unknown>;
}

/** Own entries alone: a view may be called `constructor`. */
export const named = <V>(views: Readonly<Record<string, V>>, name = ''): V | undefined =>
  Object.hasOwn(views, name) ? views[name] : undefined;

/** Fetches the code of views when they are first wanted; one that cannot be had is drawn plainly. */
export class Views<V extends View> {
  readonly #host: LitElement;
  readonly #plain: V;
  readonly #asked = new Set<V>();
  readonly #broken = new Set<V>();

  constructor(host: LitElement, plain: V) {
    this.#host = host;
    this.#plain = plain;
  }

  /** The view to draw with now. */
  get(wanted: V): V {
    const view = this.#broken.has(wanted) ? this.#plain : wanted;
    if (!this.#asked.has(view)) {
      this.#asked.add(view);
      view.load().catch(() => {
        this.#broken.add(view);
        this.#host.requestUpdate();
      });
    }
    return view;
  }
}
