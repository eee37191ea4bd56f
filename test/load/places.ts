import { embeddedFolder } from '../server/support/embedded-folder.js';
import { startPostgres } from '../server/support/postgres.js';

/** Where a server's process keeps its data, in a way that outlives the process. */
export interface Place {
  /** For `openStore`. */
  readonly where: string;
  /** The database goes down without a word and comes up again; an embedded one goes with its process. */
  crash(): Promise<void>;
  remove(): Promise<void>;
}

export const places: Readonly<Record<string, () => Promise<Place>>> = {
  async 'embedded PostgreSQL'() {
    const folder = await embeddedFolder();
    return {
      where: folder.dir,
      crash: () => Promise.resolve(),
      remove: () => folder.remove(),
    };
  },
  async 'served PostgreSQL'() {
    const server = await startPostgres();
    return { where: server.url, crash: () => server.crash(), remove: () => server.stop() };
  },
};
