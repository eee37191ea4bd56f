import { AmountError } from '../../../contract/amounts.js';
import type { Me, Outcome } from '../../../contract/types.js';
import {
  Refusal,
  type Answer,
  type Intent,
  type LoyaltyEngine,
  type Subject,
  type Writes,
} from '../../engine.js';
import { isFinal, problemOf } from '../../problem.js';
import type { ShopEvent, ShopEventResult } from '../../shop/schema.js';
import type { KeyRow, Millis } from '../../stores/rows.js';
import { StoreBusy, type Store, type Tx } from '../../stores/store.js';
import type { Account, Desk } from './account.js';
import { createPreview } from './cart/preview.js';
import { createCheckout } from './checkout.js';
import { happen } from './events/index.js';
import { refusedCodes } from './events/refused-codes.js';
import { Members } from './members.js';
import type { Programme } from './programme/programme.js';
import type { RandomBytes } from './random.js';
import { createReads } from './reads.js';
import { viewMe } from './view/me.js';
import { say } from './words.js';
import { createWrites } from './writes/index.js';

export interface EngineParts {
  readonly store: Store;
  readonly programme: Programme;
  readonly now: () => Date;
  readonly random: RandomBytes;
}

/** Keys are kept a day at least; two, so that a phone that was off overnight still gets its answer. */
const KEY_KEPT_MS = 2 * 86_400_000;
/** The shop's clock may run ahead of ours by this much. */
const AHEAD_MS = 60_000;
/** Members that one `tick` catches up with, each in a transaction of its own. */
const TICK_MEMBERS = 200;

/** Our own engine: the programme's rules over a ledger that only ever grows. */
export class LedgerEngine implements LoyaltyEngine {
  readonly #store: Store;
  readonly #programme: Programme;
  readonly #now: () => Millis;
  readonly #members: Members;
  readonly #reads: ReturnType<typeof createReads>;
  readonly #checkout: ReturnType<typeof createCheckout>;
  readonly #preview: ReturnType<typeof createPreview>;
  #closing: Promise<void> | undefined;

  constructor({ store, programme, now, random }: EngineParts) {
    const desk: Desk = { programme, random };
    this.#store = store;
    this.#programme = programme;
    this.#now = () => now().getTime();
    this.#members = new Members(desk);
    const parts = { store, programme, members: this.#members, now: this.#now };
    this.#reads = createReads(parts);
    this.#checkout = createCheckout(parts);
    this.#preview = createPreview(parts);
  }

  program(locale: string | undefined) {
    return Promise.resolve(this.#programme.public(locale));
  }

  me(subject: Subject, locale: string | undefined): Promise<Me> {
    return this.#calmly(locale, () => this.#reads.me(subject, this.#programme.localeFor(locale)));
  }

  activity(...[subject, page, locale]: Parameters<LoyaltyEngine['activity']>) {
    return this.#calmly(locale, () =>
      this.#reads.activity(subject, page, this.#programme.localeFor(locale)),
    );
  }

  vouchers(...[subject, page, locale]: Parameters<LoyaltyEngine['vouchers']>) {
    return this.#calmly(locale, () =>
      this.#reads.vouchers(subject, page, this.#programme.localeFor(locale)),
    );
  }

  voucher(subject: Subject, id: string, locale: string | undefined) {
    return this.#calmly(locale, () =>
      this.#reads.voucher(subject, id, this.#programme.localeFor(locale)),
    );
  }

  quote(...[subject, reward, request, locale]: Parameters<LoyaltyEngine['quote']>) {
    return this.#calmly(locale, () =>
      this.#reads.quote(subject, reward, request, this.#programme.localeFor(locale)),
    );
  }

  preview(...[subject, cart, locale]: Parameters<LoyaltyEngine['preview']>) {
    return this.#calmly(locale, () =>
      this.#preview(subject, cart, this.#programme.localeFor(locale)),
    );
  }

  shopVoucher(code: string) {
    return this.#calmly(undefined, () => this.#reads.shopVoucher(code));
  }

  useVoucher(code: string, member: string, order: string) {
    return this.#calmly(undefined, () => this.#checkout.use(code, member, order));
  }

  releaseVoucher(code: string, member: string, order: string) {
    return this.#calmly(undefined, () => this.#checkout.release(code, member, order));
  }

  async once(
    subject: Subject,
    intent: Intent,
    locale: string | undefined,
    write: (writes: Writes) => Promise<Outcome>,
  ): Promise<Answer> {
    let isClaimed = false;
    try {
      return await this.#store.transaction(this.#programme.id, async (tx) => {
        isClaimed = false;
        const now = this.#now();
        const earlier = await tx.keys.claim({
          ...keyOf(intent),
          at: now,
          status: null,
          body: null,
        });
        isClaimed = true;
        if (earlier) return this.#replay(earlier, intent, locale);
        const answer = await this.#answer(tx, now, subject, locale, write);
        const { status, body } = answer;
        await tx.keys.answer(intent.subject, intent.key, status, body);
        return { status, body, replayed: false };
      });
    } catch (error) {
      if (!(error instanceof StoreBusy)) throw error;
      // Whoever waits for the key itself waits for the first request with it.
      const runs = error.reason === 'lock' && !isClaimed;
      throw runs ? this.#inProgress(locale) : this.#busy(locale);
    }
  }

  shopEvent(event: ShopEvent): Promise<ShopEventResult> {
    const now = this.#now();
    const at = event.at === undefined ? now : Date.parse(event.at);
    if (at > now + AHEAD_MS) {
      const detail = `Event ${event.id} lies in the future, at ${event.at ?? ''}.`;
      throw new Refusal('validation-failed', detail, { errors: [{ detail, pointer: '/at' }] });
    }
    return this.#calmly(undefined, () =>
      this.#store.transaction(this.#programme.id, async (tx) => {
        const { id, member, type } = event;
        if (!(await tx.events.claim({ id, member, type, at }))) {
          return { id, counted: false, ...(await refusedCodes(tx, event)) };
        }
        const account = await this.#members.open(tx, { id: member }, at, type === 'member.joined');
        if (!account) {
          const detail = `${member} is no member of this programme. Report member.joined first.`;
          throw new Refusal('not-a-member', detail);
        }
        await happen(account, event, at);
        await this.#members.finish(account, at);
        return { id, counted: true, ...(await refusedCodes(tx, event)) };
      }),
    ).catch((error: unknown) => {
      if (!(error instanceof AmountError)) throw error;
      const detail = `Event ${event.id} cannot be counted exactly: ${error.message}.`;
      throw new Refusal('validation-failed', detail, { errors: [{ detail, pointer: '' }] });
    });
  }

  async tick(): Promise<void> {
    const now = this.#now();
    const { id } = this.#programme;
    const due = await this.#store.transaction(id, async (tx) => {
      await tx.keys.forget(now - KEY_KEPT_MS);
      return tx.members.due(now, TICK_MEMBERS);
    });
    const failures: unknown[] = [];
    for (const member of due) {
      await this.#store
        .transaction(id, async (tx) => {
          const account = await this.#members.open(tx, { id: member }, now, false);
          if (account) await this.#members.catchUp(account, now);
        })
        // One member who cannot be caught up with must not hold up all others.
        .catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) {
      throw new AggregateError(failures, `${failures.length} of ${due.length} members failed`);
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#store.close();
    return this.#closing;
  }

  /** Runs the write; a refusal undoes all of it and becomes the answer. */
  async #answer(
    tx: Tx,
    now: Millis,
    subject: Subject,
    locale: string | undefined,
    write: (writes: Writes) => Promise<Outcome>,
  ): Promise<{ status: number; body: unknown }> {
    try {
      const body = await tx.attempt(async () => {
        const account = await this.#members.demand(tx, subject, now, locale);
        await this.#members.catchUp(account, now);
        return write(this.#writes(account, now, locale));
      });
      return { status: 200, body };
    } catch (error) {
      // One that asks for the same key again must not be remembered, or it would be heard for ever.
      if (!(error instanceof Refusal) || !isFinal(error.code)) throw error;
      const body = problemOf(error);
      return { status: body.status, body };
    }
  }

  #writes(account: Account, now: Millis, locale: string | undefined): Writes {
    const language = this.#programme.localeFor(locale);
    return createWrites({
      session: { account, now, locale: language },
      view: () => viewMe(account, now, language),
      finish: () => this.#members.finish(account, now),
    });
  }

  #replay(earlier: KeyRow, intent: Intent, locale: string | undefined): Answer {
    const isSame =
      earlier.method === intent.method &&
      earlier.path === intent.path &&
      earlier.bodyHash === intent.bodyHash;
    if (!isSame) {
      throw new Refusal('idempotency-key-reused', say(this.#programme, locale, 'key.reused'));
    }
    const { status, body } = earlier;
    if (status === null) throw this.#inProgress(locale);
    return { status, body, replayed: true };
  }

  /** Says "busy" in the contract's words when the store is. */
  async #calmly<T>(locale: string | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreBusy) throw this.#busy(locale);
      throw error;
    }
  }

  #inProgress(locale: string | undefined): Refusal {
    return new Refusal('idempotency-key-in-progress', say(this.#programme, locale, 'busy.key'), {
      after: 1,
    });
  }

  #busy(locale: string | undefined): Refusal {
    return new Refusal('upstream-busy', say(this.#programme, locale, 'busy.store'), { after: 1 });
  }
}

const keyOf = ({ subject, key, method, path, bodyHash }: Intent) => ({
  subject,
  key,
  method,
  path,
  bodyHash,
});
