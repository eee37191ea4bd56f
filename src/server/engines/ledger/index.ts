import type { LoyaltyEngine } from '../../engine.js';
import type { Store } from '../../stores/store.js';
import { LedgerEngine } from './engine.js';
import { Programme } from './programme/programme.js';
import { readProgramme } from './programme/read.js';
import { cryptoBytes, type RandomBytes } from './random.js';

export { Programme } from './programme/programme.js';
export { ProgrammeError, readProgramme } from './programme/read.js';
export type { RandomBytes } from './random.js';

export interface LedgerOptions {
  /** Where everything is kept; closed together with the engine. */
  readonly store: Store;
  /** A programme file's content, as JSON, or one that was read already. */
  readonly programme: unknown;
  /** What to call the file where something is wrong in it. */
  readonly name?: string;
  readonly now?: () => Date;
  readonly random?: RandomBytes;
}

/**
 * Our own engine: a programme file and a store.
 * @throws ProgrammeError with every mistake in the file
 */
export function createLedgerEngine(options: LedgerOptions): LoyaltyEngine {
  const { store, programme, name, now = () => new Date(), random = cryptoBytes } = options;
  return new LedgerEngine({
    store,
    programme: programme instanceof Programme ? programme : readProgramme(programme, name),
    now,
    random,
  });
}
