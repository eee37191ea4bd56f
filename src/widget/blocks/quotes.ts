import type { LitElement, ReactiveController } from 'lit';
import type { Quoted } from '../cards/reward-slider.js';
import { Select } from '../context/select.js';
import { foundOf } from '../store/lookups.js';
import { emptySnapshot } from '../store/snapshot.js';
import { valueOf, type Remote } from '../store/remote.js';

/** A thumb that slides passes many sizes, and rests at one. */
const SETTLE_MS = 250;
/** The contract lets a quote hold for a minute. */
const GOOD_FOR_MS = 60_000;

/** What the server says of a size that a shopper chooses; wakes its host when it has. */
export class Quotes implements ReactiveController {
  readonly #found: Select<Readonly<Record<string, Remote<unknown>>>>;
  #wanted = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#found = new Select(host, ({ found }) => found);
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#wanted = '';
  }

  /** The answer as it stands; one that is missing or too old is asked for a moment later. */
  of(id: string, spend: number): Quoted {
    const detail = { id, spend };
    const remote = foundOf({ ...emptySnapshot, found: this.#found.value }, 'quote', detail);
    const isOld = remote.status === 'fresh' && Date.now() - remote.at > GOOD_FOR_MS;
    if (remote.status === 'idle' || isOld) this.#ask(detail);
    const isWaiting = remote.status === 'idle' || remote.status === 'loading';
    return { grants: valueOf(remote)?.grants, isWaiting };
  }

  #ask(detail: { id: string; spend: number }): void {
    const { store } = this.#found;
    const wanted = JSON.stringify(detail);
    if (!store || wanted === this.#wanted) return;
    this.#wanted = wanted;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#wanted = '';
      void store.look('quote', detail);
    }, SETTLE_MS);
  }
}
