import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

/**
 * What the browser's tests find on their page, on Node: the test runner's words, and a tab's storage.
 * Imported before them.
 */
class TabStorage implements Storage {
  readonly #items = new Map<string, string>();

  get length(): number {
    return this.#items.size;
  }
  clear(): void {
    this.#items.clear();
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
}

Object.assign(globalThis, {
  after,
  afterEach,
  before,
  beforeEach,
  describe,
  it,
  sessionStorage: new TabStorage(),
  navigator: { onLine: true },
});
