import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../src/server/stores/index.js';
import { migrations } from '../../../src/server/stores/postgres/migrate.js';
import { copyFolder, prepared } from './prepared.js';

/**
 * Folders of the embedded database as its first start leaves them. How that goes in an empty folder
 * is tested with the stores.
 */

const driver = new URL('../../../node_modules/@electric-sql/pglite/package.json', import.meta.url);

async function afterFirstStart(): Promise<string> {
  const kind = createHash('sha256')
    .update(await readFile(driver))
    .update(JSON.stringify(migrations))
    .digest('hex')
    .slice(0, 16);
  return prepared(`embedded-${kind}`, async (place) => {
    await (await openStore({ dir: place })).close();
  });
}

export interface EmbeddedFolder {
  /** For `openStore`: tables, and nothing in them. */
  readonly dir: string;
  remove(): Promise<void>;
}

export async function embeddedFolder(): Promise<EmbeddedFolder> {
  const parent = await mkdtemp(join(tmpdir(), 'loyalty-pglite-'));
  const dir = join(parent, 'data');
  await copyFolder(await afterFirstStart(), dir);
  return { dir, remove: () => rm(parent, { recursive: true, force: true }) };
}
