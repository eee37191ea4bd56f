import type { Changes, Me, Outcome, Voucher } from '../../contract/types.js';
import type { Port } from '../client/port.js';
import { applyChanges, applyToList } from './changes.js';
import { Intents, type Intent } from './intents.js';
import { fresh, valueOf, type Remote } from './remote.js';
import { isRequestName, requests, type RequestDetails, type RequestName } from './requests.js';
import type { Pages, Snapshot } from './snapshot.js';

/** What the actions need of the store. */
export interface ActionHost {
  readonly port: Port;
  /** Names the endpoint, so that intents of two programmes do not mix. */
  readonly scope: string;
  readonly snapshot: Snapshot;
  /** Aborts when the member changes or the page lets go. */
  readonly signal: AbortSignal;
  now(): number;
  set(part: Partial<Snapshot>): void;
  onRedeemed(voucher: Voucher, rewardId: string): void;
  onError(error: unknown, what: string): void;
}

/**
 * What the shopper does: one intent with one key until there is a final answer. A chunk of its own,
 * because most pages are read and few are acted on.
 */
export class Actions {
  readonly #host: ActionHost;
  readonly #intents: Intents;

  constructor(host: ActionHost) {
    this.#host = host;
    this.#intents = new Intents(host.scope, () => host.now());
  }

  /** @throws LoyaltyError, after the intent was closed where the answer is final */
  async request<Name extends RequestName>(
    name: Name,
    detail: RequestDetails[Name],
    member: string,
  ): Promise<Outcome | undefined> {
    const wish = { name, id: detail.id, body: requests[name].body?.(detail), member };
    // The same wish whose first answer was lost: with its own key it cannot be done twice.
    return this.#perform(this.#intents.same(wish) ?? this.#intents.add(wish));
  }

  /** After a reload: asks again for what was pressed and never answered. */
  async resume(member: string): Promise<void> {
    await Promise.allSettled(this.#intents.of(member).map((intent) => this.#perform(intent)));
  }

  /** Another member's intents are never sent. */
  forget(): void {
    this.#intents.clear();
  }

  async #perform(intent: Intent): Promise<Outcome | undefined> {
    const { name, id, key, body } = intent;
    if (!isRequestName(name)) {
      this.#intents.close(intent);
      return undefined;
    }
    const { port, signal } = this.#host;
    try {
      const outcome = (await port.call(requests[name].route, { id, key, body, signal })) as Outcome;
      this.#intents.close(intent);
      if (signal.aborted) return undefined;
      this.#apply(outcome.changes);
      if (name === 'redeem' && outcome.voucher) this.#host.onRedeemed(outcome.voucher, id);
      return outcome;
    } catch (error) {
      if (signal.aborted) return undefined;
      if ((error as { isFinal?: unknown }).isFinal === true) this.#intents.close(intent);
      this.#host.onError(error, name);
      throw error;
    }
  }

  #apply(changes: Changes): void {
    const { snapshot } = this.#host;
    const me = valueOf(snapshot.me);
    if (!me) return;
    const at = this.#host.now();
    const list = <T extends { id: string }>(
      remote: Remote<Pages<T>>,
      items: readonly T[] | undefined,
    ): Remote<Pages<T>> => {
      const value = valueOf(remote);
      if (!value || !items?.length) return remote;
      return fresh({ ...value, items: applyToList(value.items, items) }, at);
    };
    this.#host.set({
      me: fresh<Me | null>(applyChanges(me, changes), at),
      activity: list(snapshot.activity, changes.activity),
      vouchers: list(snapshot.vouchers, changes.vouchers),
    });
  }
}
