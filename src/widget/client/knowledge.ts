import type { DecoderTable, Documents } from '../../contract/decode.js';
import { first } from '../../contract/generated/page-first.js';
import { LoyaltyError } from './errors.js';
import type { Resource } from './port.js';

export type PageRoute = readonly [method: string, path: string, answer: keyof Documents];

/**
 * What the page knows of the contract: at first only what first paint needs, the rest from the first
 * call that needs it on.
 */
export class Knowledge {
  #routes: Readonly<Partial<Record<string, PageRoute>>> = first.routes;
  #table: DecoderTable = first.table;

  get table(): DecoderTable {
    return this.#table;
  }

  /** @throws LoyaltyError when the rest cannot be fetched: nothing was sent then */
  async routeOf(name: Resource): Promise<PageRoute> {
    if (!this.#routes[name]) await this.learn();
    const route = this.#routes[name];
    if (!route) throw new LoyaltyError('bad-config', `The contract has no route "${name}".`);
    return route;
  }

  /** Fetches the rest. @throws LoyaltyError */
  async learn(): Promise<void> {
    const { more } = await import('../../contract/generated/page-more.js').catch(() => {
      throw new LoyaltyError('offline', 'A part of the code could not be loaded.');
    });
    this.#routes = { ...this.#routes, ...more.routes };
    this.#table = { ...this.#table, ...more.table };
  }
}
