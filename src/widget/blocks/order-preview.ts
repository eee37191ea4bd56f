import type { LitElement, ReactiveController } from 'lit';
import type { CartPreview, CartRequest } from '../../contract/types.js';
import { Select } from '../context/select.js';
import { foundOf } from '../store/lookups.js';
import { idle, valueOf, type Remote } from '../store/remote.js';

/** Long enough that a held-down stepper asks once, short enough to belong to the press. */
const SETTLE_MS = 250;

/**
 * What the server says of an order while it changes under the shopper's hands: asked once for what
 * it is by now, and the last answer stays until the next one is there.
 */
export class OrderPreview implements ReactiveController {
  readonly #found: Select<Remote<CartPreview>>;
  #order: CartRequest | undefined;
  /** The order, and whose and of when the state is that it was asked for. */
  #asked = '';
  #last: CartPreview | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#found = new Select(host, (snapshot) =>
      this.#order ? foundOf(snapshot, 'cart', this.#order) : idle,
    );
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#asked = '';
  }

  /**
   * Says what the order is by now; the same one twice asks once.
   * @param order undefined where there is none to ask for
   * @param state what else the answer hangs on: who is asking, and what they have
   */
  of(order: CartRequest | undefined, state: string): void {
    const { store } = this.#found;
    const asked = order && store ? `${state} ${JSON.stringify(order)}` : '';
    if (asked === this.#asked) return;
    const isFirst = !this.#asked;
    this.#asked = asked;
    clearTimeout(this.#timer);
    if (!order || !store || !asked) {
      this.#order = undefined;
      this.#last = undefined;
      return;
    }
    this.#timer = setTimeout(
      () => {
        this.#order = order;
        void store.look('cart', order);
      },
      isFirst ? 0 : SETTLE_MS,
    );
  }

  /** The last answer, also while the next one is awaited; undefined where there is none, or it failed. */
  get value(): CartPreview | undefined {
    const found = this.#found.value;
    if (found.status === 'failed') this.#last = undefined;
    else this.#last = valueOf(found) ?? this.#last;
    return this.#last;
  }

  /** Why there is no answer; `''` where there is one, or it is still awaited. */
  get failure(): string {
    const found = this.#found.value;
    return found.status === 'failed' ? found.error.code : '';
  }

  /** What is shown is not of this order yet. */
  get isWaiting(): boolean {
    return this.#found.value.status === 'loading';
  }

  /** Asks again for what failed. */
  retry(): void {
    if (this.#order) void this.#found.store?.look('cart', this.#order);
  }
}
