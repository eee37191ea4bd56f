import { Refusal } from '../../../engine.js';
import type { Millis } from '../../../stores/rows.js';
import type { Store } from '../../../stores/store.js';

/**
 * Tickets of the event stream: what a member may read, sealed with a key that all processes of one
 * store share. Nothing is written until one is used, because every first paint carries one and few
 * are; its address may end up in somebody's log, so it opens one stream, within half a minute.
 */

/** Whose changes, since when, in which language. */
export interface Seat {
  readonly member: string;
  readonly locale: string;
  /** What the page knows: the revision of the member's state, and of the definitions. */
  readonly rev: string;
  readonly program: string;
  readonly at: Millis;
}

/** How long a ticket waits for its stream. */
const GOOD_FOR_MS = 30_000;
/** How long a reader that was cut off may come back with it; a stream lives no longer either. */
const RESUMED_FOR_MS = 3_600_000;

const text = new TextEncoder();
const IV_BYTES = 12;

const toText = (bytes: Uint8Array): string =>
  globalThis
    .btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
/** As `toText` writes it: `atob` alone also takes white space and the other alphabet. */
const PACKED = /^[A-Za-z0-9_-]+$/;
const toBytes = (packed: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(globalThis.atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );

const invalid = (why: string): Refusal =>
  new Refusal('token-invalid', `${why} Ask for a new one: it stands in the bootstrap document.`);

interface Parts {
  readonly store: Store;
  readonly programme: string;
  readonly now: () => Millis;
}

export class Tickets {
  #key: Promise<CryptoKey> | undefined;

  constructor(private readonly parts: Parts) {}

  async write(seat: Omit<Seat, 'at'>): Promise<string> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv },
      await this.#secret(),
      text.encode(JSON.stringify({ ...seat, at: this.parts.now() })),
    );
    return toText(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
  }

  /**
   * Opens the first stream of a ticket, or lets its reader come back.
   * @throws Refusal `token-invalid`
   */
  async use(ticket: string, isResumed: boolean): Promise<Seat> {
    const { seat, id } = await this.#read(ticket);
    const age = this.parts.now() - seat.at;
    if (isResumed) {
      if (age > RESUMED_FOR_MS) throw invalid('This ticket is too old to be resumed.');
      return seat;
    }
    if (age > GOOD_FOR_MS) throw invalid('This ticket was not used within 30 seconds.');
    const { store, programme } = this.parts;
    const isFirst = await store.transaction(programme, (tx) =>
      tx.tickets.spend(id, seat.at + GOOD_FOR_MS),
    );
    if (!isFirst) throw invalid('This ticket has been used.');
    return seat;
  }

  /** The id is made of what was sealed and not of the text, so that no spelling is another ticket. */
  async #read(ticket: string): Promise<{ readonly seat: Seat; readonly id: string }> {
    if (!PACKED.test(ticket)) throw invalid('This is no ticket of this programme.');
    try {
      const bytes = toBytes(ticket);
      const iv = bytes.slice(0, IV_BYTES);
      const opened = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv },
        await this.#secret(),
        bytes.slice(IV_BYTES),
      );
      // Nobody else could have sealed it.
      const seat = JSON.parse(new TextDecoder().decode(opened)) as Seat;
      return { seat, id: toText(iv) };
    } catch (error) {
      if (error instanceof DOMException || error instanceof SyntaxError) {
        throw invalid('This is no ticket of this programme.');
      }
      throw error;
    }
  }

  #secret(): Promise<CryptoKey> {
    this.#key ??= this.#findSecret().catch((error: unknown) => {
      this.#key = undefined;
      throw error;
    });
    return this.#key;
  }

  async #findSecret(): Promise<CryptoKey> {
    const { store, programme } = this.parts;
    const fresh = toText(crypto.getRandomValues(new Uint8Array(32)));
    const secret = await store.transaction(programme, (tx) => tx.tickets.key(fresh));
    return crypto.subtle.importKey('raw', toBytes(secret), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
  }
}
