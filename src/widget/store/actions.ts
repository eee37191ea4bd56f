import type { Changes, Me, Outcome, Voucher } from '../../contract/types.js';
import type { Port } from '../client/port.js';
import { applyChanges } from './changes.js';
import { choicesOf, choose } from './choices.js';
import { FramedError, isFramedByOthers } from './frames.js';
import { Intents, type Intent } from './intents.js';
import { fresh, valueOf } from './remote.js';
import { isRequestName, requests, type RequestDetails, type RequestName } from './requests.js';
import type { Snapshot } from './snapshot.js';
import type { Settings } from './store.js';

/** As old as what somebody spends by may be, in milliseconds. */
const OLDEST_MS = 60_000;

/** What is known is too old to spend by, and cannot be looked at again. Nothing was sent. */
class StaleError extends Error {
  override name = 'StaleError';
  readonly code = 'stale';
  readonly isUnsent = true;
}

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
  /** What is being fetched was overtaken. */
  outdate(): void;
  /** Whether news come by themselves, so that what is shown is of now. */
  isLive(): boolean;
  settings(): Settings;
  refresh(): Promise<void>;
  /** @param isTold whoever asked has shown the shopper already what came of it */
  onRedeemed(voucher: Voucher, rewardId: string, isTold: boolean): void;
  onError(error: unknown, what: string): unknown;
}

/** The answers to what a shopper asks have these parts in common. */
type Answered = Omit<Outcome, 'changes'> & { readonly changes?: Changes | undefined };

/** Whose intent it is where nobody is signed in; no id is empty. */
const GUEST = '';

/**
 * What the shopper does: one intent with one key until there is a final answer. A chunk of its own,
 * because most pages are read and few are acted on.
 */
export class Actions {
  readonly #host: ActionHost;
  readonly #intents: Intents;
  readonly #isFramed: () => boolean;

  constructor(host: ActionHost, isFramed = isFramedByOthers) {
    this.#host = host;
    this.#isFramed = isFramed;
    this.#intents = new Intents(host.scope, () => host.now());
  }

  /**
   * @param revealed where the answer is a result that is played out first: nothing of it is shown
   *   before this settles
   * @throws LoyaltyError, after the intent was closed where the answer is final
   */
  async request<Name extends RequestName>(
    name: Name,
    detail: RequestDetails[Name],
    member: string | undefined,
    revealed?: Promise<void>,
  ): Promise<Outcome | undefined> {
    if (member === undefined && !requests[name].isOpen) return undefined;
    const wish = {
      name,
      id: detail.id,
      body: requests[name].body?.(detail),
      member: member ?? GUEST,
    };
    if (name === 'redeem' || name === 'leave') this.#demandOwnPage(name);
    if (name === 'redeem') await this.#demandNow();
    // The same wish whose first answer was lost: with its own key it cannot be done twice.
    const known = this.#intents.same(wish);
    return this.#perform(known ?? this.#intents.add(wish), !!known, revealed);
  }

  /** Nobody is made to spend, or to give everything up, by a page around this one. @throws FramedError */
  #demandOwnPage(name: RequestName): void {
    if (this.#host.settings().allowFramed || !this.#isFramed()) return;
    const error = new FramedError();
    this.#host.onError(error, name);
    throw error;
  }

  /** Nobody spends by an old balance. @throws StaleError when it cannot be looked at again */
  async #demandNow(): Promise<void> {
    const isOld = ({ me }: Snapshot): boolean =>
      'at' in me && me.at !== undefined && this.#host.now() - me.at > OLDEST_MS;
    if (this.#host.isLive() || !isOld(this.#host.snapshot)) return;
    await this.#host.refresh();
    if (isOld(this.#host.snapshot)) throw new StaleError();
  }

  /** After a reload: asks again for what was pressed and never answered. */
  async resume(member: string): Promise<void> {
    await Promise.allSettled(
      this.#intents.inFlight(member).map((intent) => this.#perform(intent, true)),
    );
  }

  /** Another member's intents are never sent. */
  forget(): void {
    this.#intents.clear();
  }

  /** @param isRepeat the answer may be the stored one of an earlier try, older than what is shown */
  async #perform(
    intent: Intent,
    isRepeat: boolean,
    revealed?: Promise<void>,
  ): Promise<Outcome | undefined> {
    const { name, id, key, body } = intent;
    if (!isRequestName(name)) {
      this.#intents.close(intent);
      return undefined;
    }
    const { port, signal } = this.#host;
    try {
      const outcome = (await port.call(requests[name].route, {
        id,
        key,
        body,
        signal,
      })) as Answered;
      this.#intents.close(intent);
      if (signal.aborted) return undefined;
      const before = valueOf(this.#host.snapshot.me);
      const take = async (): Promise<void> => {
        if (signal.aborted) return;
        // What has come in while the result was played out is newer than this answer.
        const isOld = isRepeat || before !== valueOf(this.#host.snapshot.me);
        if (isOld || requests[name].isWide) await this.#host.refresh();
        else if (outcome.changes) this.#apply(outcome.changes);
        const { voucher } = outcome;
        if (name === 'redeem' && voucher) {
          this.#forgetGoal(id);
          this.#host.onRedeemed(voucher, id, !!revealed);
        }
      };
      if (revealed) void revealed.then(take);
      else await take();
      // Who asks by name knows what the answer has.
      return outcome as Outcome;
    } catch (error) {
      if (signal.aborted) return undefined;
      this.#settle(intent, error, isRepeat);
      this.#host.onError(error, name);
      throw error;
    }
  }

  /** What was saved for is theirs. */
  #forgetGoal(reward: string): void {
    const program = valueOf(this.#host.snapshot.program)?.program.id;
    if (program !== undefined && choicesOf(program).goal?.reward === reward) {
      choose(program, { goal: undefined });
    }
  }

  /**
   * A refusal ends a wish, and so does what never left the page; of anything else nobody knows.
   * @param isRepeat an earlier try may have arrived, whatever became of this one
   */
  #settle(intent: Intent, error: unknown, isRepeat: boolean): void {
    const { isFinal, isUnsent } = error as { isFinal?: unknown; isUnsent?: unknown };
    if (isFinal === true || (isUnsent === true && !isRepeat)) this.#intents.close(intent);
    else this.#intents.doubt(intent);
  }

  #apply(changes: Changes): void {
    const { snapshot } = this.#host;
    const me = valueOf(snapshot.me);
    if (!me) return;
    this.#host.outdate();
    this.#host.set({ me: fresh<Me | null>(applyChanges(me, changes), this.#host.now()) });
  }
}
