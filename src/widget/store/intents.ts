import { plainJson } from '../../contract/plain-json.js';
import { readIntents, writeIntents } from './intent-storage.js';

/**
 * The shopper's pressed buttons that have no final answer yet, kept across a reload of the tab. An
 * intent is asked again with its own key, so that the server does it once, or tells what came of it.
 */
export interface Intent {
  readonly key: string;
  /** Name of the request in `requests.ts`, and the id of what it is about. */
  readonly name: string;
  readonly id: string;
  readonly body?: object | undefined;
  /** Whose intent it was: another member's is never sent. */
  readonly member: string;
  /** When it was made, in milliseconds. */
  readonly at: number;
  /** The shopper has been told that nobody knows what came of it: only their own press asks again. */
  readonly isUnsure?: boolean | undefined;
}

/** The server keeps a key for at least a day; an older one proves nothing. */
const LIFETIME_MS = 23 * 3_600_000;

const isIntent = (value: unknown): value is Intent => {
  const intent = value as Partial<Intent> | null;
  return (
    typeof intent?.key === 'string' &&
    /^[\w-]{16,64}$/.test(intent.key) &&
    typeof intent.name === 'string' &&
    typeof intent.id === 'string' &&
    // In an address these two lead elsewhere, however they are written.
    !/^\.{1,2}$/.test(intent.id) &&
    typeof intent.member === 'string' &&
    typeof intent.at === 'number' &&
    (intent.body === undefined || typeof intent.body === 'object')
  );
};

/** The open intents of a page: in memory, and in the tab's storage where there is one. */
export class Intents {
  #memory: Intent[];
  readonly #now: () => number;
  readonly #scope: string;

  /** @param scope the endpoint: two programmes on one page do not mix */
  constructor(scope: string, now: () => number = Date.now) {
    this.#scope = scope;
    this.#now = now;
    this.#memory = this.#read();
  }

  /** What the page left in flight for a member: asked again by itself after a reload. */
  inFlight(member: string): readonly Intent[] {
    return this.#memory.filter((intent) => intent.member === member && !intent.isUnsure);
  }

  /** The open intent that asks for exactly this, if there is one. */
  same(wish: Omit<Intent, 'key' | 'at'>): Intent | undefined {
    const body = plainJson(wish.body);
    return this.#memory.find(
      (one) =>
        one.at > this.#now() - LIFETIME_MS &&
        one.member === wish.member &&
        one.name === wish.name &&
        one.id === wish.id &&
        plainJson(one.body) === body,
    );
  }

  /** A new wish takes the place of another one for the same thing that came to nothing. */
  add(wish: Omit<Intent, 'key' | 'at'>): Intent {
    const made = { ...wish, key: randomKey(), at: this.#now() };
    const others = this.#memory.filter(({ name, id }) => name !== wish.name || id !== wish.id);
    this.#write([...others, made]);
    return made;
  }

  /** Nobody knows what came of it, and the shopper has been told so. */
  doubt(intent: Intent): void {
    this.#write(
      this.#memory.map((one) => (one.key === intent.key ? { ...one, isUnsure: true } : one)),
    );
  }

  /** A final answer has come. */
  close(intent: Intent): void {
    this.#write(this.#memory.filter(({ key }) => key !== intent.key));
  }

  clear(): void {
    this.#write([]);
  }

  #read(): Intent[] {
    try {
      const stored: unknown = JSON.parse(readIntents(this.#scope) ?? '[]');
      const oldest = this.#now() - LIFETIME_MS;
      return Array.isArray(stored)
        ? stored.filter(
            (one): one is Intent => isIntent(one) && one.at > oldest && one.at <= this.#now(),
          )
        : [];
    } catch {
      return [];
    }
  }

  #write(intents: Intent[]): void {
    this.#memory = intents;
    writeIntents(this.#scope, intents.length ? plainJson(intents) : null);
  }
}

/** A version 4 UUID; `crypto.randomUUID` is missing where the page is not secure. */
function randomKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
