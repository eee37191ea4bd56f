import { memoryStore } from '../../../stores/memory.js';
import type { Store, Tx } from '../../../stores/store.js';

/** Carries a result out of a transaction that is to leave nothing behind. */
class Rehearsed<T> extends Error {
  constructor(readonly result: T) {
    super('undone on purpose');
  }
}

/**
 * Runs `work` as a real transaction, with the real rows and the real locks, and undoes all of it:
 * what is said beforehand cannot differ from what will be done.
 */
export async function rehearse<T>(
  store: Store,
  programme: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await store.transaction<never>(programme, async (tx) => {
      throw new Rehearsed(await work(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as T;
    throw error;
  }
}

/** The same for somebody of whom nothing is kept: in an empty store, so that no lock is ever taken. */
export const rehearseAlone = <T>(programme: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  memoryStore().transaction(programme, work);
