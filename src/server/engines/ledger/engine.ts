import { AmountError } from '../../../contract/amounts.js';
import type { ClaimRequest, Me, Outcome } from '../../../contract/types.js';
import {
  Refusal,
  type Answer,
  type Intent,
  type Live,
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
import { createCloser } from './boards/close.js';
import { createBoardPages } from './boards/page.js';
import { refusedCodes, refusedReferral } from './events/refused-codes.js';
import { createLive } from './live/live.js';
import { Members } from './members.js';
import type { Programme } from './programme/programme.js';
import type { RandomBytes } from './random.js';
import { createReads } from './reads.js';
import { createRounds } from './rounds.js';
import { lookAtCode } from './referral/claim.js';
import { viewMe } from './view/me.js';
import { say } from './words.js';
import { createWrites } from './writes/index.js';

export interface EngineParts {
  readonly store: Store;
  readonly programme: Programme;
  readonly now: () => Date;
  readonly random: RandomBytes;
}

/** The shop's clock may run ahead of ours by this much. */
const AHEAD_MS = 60_000;
/** Our own engine: the programme's rules over a ledger that only ever grows. */
export class LedgerEngine implements LoyaltyEngine {
  readonly live: Live;
  readonly #store: Store;
  readonly #programme: Programme;
  readonly #now: () => Millis;
  readonly #members: Members;
  readonly #reads: ReturnType<typeof createReads>;
  readonly #checkout: ReturnType<typeof createCheckout>;
  readonly #preview: ReturnType<typeof createPreview>;
  readonly #rounds: ReturnType<typeof createRounds>;
  readonly #closeBoards: ReturnType<typeof createCloser>;
  readonly #boardPage: ReturnType<typeof createBoardPages>;
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
    this.#rounds = createRounds(parts);
    this.#closeBoards = createCloser({ store, programme, random });
    this.#boardPage = createBoardPages(parts);
    this.live = createLive({ ...parts, me: this.#reads.me });
  }

  program(locale: string | undefined) {
    return Promise.resolve(this.#programme.public(locale));
  }

  me(subject: Subject, locale: string | undefined): Promise<Me> {
    return this.#calmly(locale, async () => {
      await this.#closeBoards(this.#now());
      return this.#reads.me(subject, this.#programme.localeFor(locale));
    });
  }

  board(...[subject, id, request, locale]: Parameters<LoyaltyEngine['board']>) {
    return this.#calmly(locale, async () => {
      const now = this.#now();
      await this.#closeBoards(now);
      const language = this.#programme.localeFor(locale);
      return this.#boardPage(id, subject?.id ?? null, request, language, now);
    });
  }

  claim({ code }: ClaimRequest, locale: string | undefined) {
    return this.#calmly(locale, () =>
      this.#store.snapshot(this.#programme.id, (tx) =>
        lookAtCode(tx, this.#programme, code, this.#programme.localeFor(locale)),
      ),
    );
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

  export(...[subject, locale]: Parameters<LoyaltyEngine['export']>) {
    return this.#calmly(locale, () =>
      this.#reads.export(subject, this.#programme.localeFor(locale)),
    );
  }

  preview(...[subject, cart, locale]: Parameters<LoyaltyEngine['preview']>) {
    return this.#calmly(locale, () =>
      this.#preview(subject, cart, this.#programme.localeFor(locale)),
    );
  }

  shopPurchase(voucher: string, locale: string | undefined) {
    return this.#calmly(locale, () => this.#reads.shopPurchase(voucher, locale));
  }

  shopPurchases(member: string, locale: string | undefined) {
    return this.#calmly(locale, () => this.#reads.shopPurchases(member, locale));
  }

  answers(...[page]: Parameters<NonNullable<LoyaltyEngine['answers']>>) {
    return this.#calmly(undefined, () => this.#reads.answers(page));
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
    enrols = false,
  ): Promise<Answer> {
    let isClaimed = false;
    try {
      const { others, ...answer } = await this.#store.transaction(
        this.#programme.id,
        async (tx) => {
          isClaimed = false;
          const now = this.#now();
          const earlier = await tx.keys.claim({
            ...keyOf(intent),
            at: now,
            status: null,
            body: null,
          });
          isClaimed = true;
          if (earlier) return { ...this.#replay(earlier, intent, locale), others: [] };
          const { status, body, others } = await this.#answer(
            tx,
            now,
            subject,
            locale,
            write,
            enrols,
          );
          await tx.keys.answer(intent.subject, intent.key, status, body);
          return { status, body, replayed: false, others };
        },
      );
      await this.#rounds.tell(others, this.#now());
      return answer;
    } catch (error) {
      if (!(error instanceof StoreBusy)) throw error;
      // Whoever waits for the key itself waits for the first request with it.
      const runs = error.reason === 'lock' && !isClaimed;
      throw runs ? this.#inProgress(locale) : this.#busy(locale);
    }
  }

  async shopEvent(event: ShopEvent): Promise<ShopEventResult> {
    const now = this.#now();
    const at = event.at === undefined ? now : Date.parse(event.at);
    if (at > now + AHEAD_MS) {
      const detail = `Event ${event.id} lies in the future, at ${event.at ?? ''}.`;
      throw new Refusal('validation-failed', detail, { errors: [{ detail, pointer: '/at' }] });
    }
    const counting = this.#store.transaction(this.#programme.id, async (tx) => {
      const { id, member, type } = event;
      const refused = async () => ({
        ...(await refusedCodes(tx, event)),
        ...(await refusedReferral(tx, event)),
      });
      if (!(await tx.events.claim({ id, member, type, at }))) {
        return { result: { id, counted: false, ...(await refused()) }, others: [] };
      }
      const account = await this.#members.open(tx, { id: member }, at, type === 'member.joined');
      if (!account) {
        const detail = `${member} is no member of this programme. Report member.joined first.`;
        throw new Refusal('not-a-member', detail);
      }
      await happen(account, event, at);
      await this.#members.finish(account, at);
      return { result: { id, counted: true, ...(await refused()) }, others: account.others };
    });
    try {
      const { result, others } = await this.#calmly(undefined, () => counting);
      await this.#rounds.tell(others, now);
      return result;
    } catch (error) {
      if (!(error instanceof AmountError)) throw error;
      const detail = `Event ${event.id} cannot be counted exactly: ${error.message}.`;
      throw new Refusal('validation-failed', detail, { errors: [{ detail, pointer: '' }] });
    }
  }

  async tick(): Promise<void> {
    const now = this.#now();
    await this.#closeBoards(now);
    await this.#rounds.all(now);
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
    enrols: boolean,
  ): Promise<{ status: number; body: unknown; others: Iterable<string> }> {
    try {
      const { body, others } = await tx.attempt(async () => {
        const account = await this.#members.demand(tx, subject, now, locale, enrols);
        await this.#members.catchUp(account, now);
        const body = await write(this.#writes(account, now, locale));
        return { body, others: account.others };
      });
      return { status: 200, body, others };
    } catch (error) {
      // One that asks for the same key again must not be remembered, or it would be heard for ever.
      if (!(error instanceof Refusal) || !isFinal(error.code)) throw error;
      const body = problemOf(error);
      return { status: body.status, body, others: [] };
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
      // What it asked for and was answered went with the member; it must not be done again.
      const key = earlier.method === '' ? 'key.left' : 'key.reused';
      throw new Refusal('idempotency-key-reused', say(this.#programme, locale, key));
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
