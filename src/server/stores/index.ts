import type { Store } from './store.js';

export { memoryStore } from './memory.js';
export { StoreBusy, type Store, type Tx } from './store.js';

/**
 * Opens the store of our own engine: an address of a PostgreSQL server, or a folder for the
 * embedded one. Drivers are loaded only when they are used.
 * @throws FolderLocked when another process has the folder open
 */
export async function openStore(where: string | { readonly dir: string }): Promise<Store> {
  const { postgresStore } = await import('./postgres/store.js');
  if (typeof where === 'string') {
    if (!/^postgres(ql)?:\/\//.test(where)) {
      throw new Error(
        `"${where.replace(/\/\/.*@/, '//…@')}" is not an address of a PostgreSQL server. Use postgres://user:password@host:5432/name, or {dir} for a folder.`,
      );
    }
    const { openPg } = await import('./postgres/pg.js');
    return withStore(await openPg(where), postgresStore);
  }
  const { openPglite } = await import('./postgres/pglite.js');
  return withStore(await openPglite(where.dir), postgresStore);
}

/** Closes what was opened when the next step fails. */
async function withStore<Opened extends { close(): Promise<void> }>(
  opened: Opened,
  next: (opened: Opened) => Promise<Store>,
): Promise<Store> {
  try {
    return await next(opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}
