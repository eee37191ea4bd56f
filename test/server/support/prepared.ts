import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Folders that take seconds to make and are the same each time: made once, then copied. */

const run = promisify(execFile);
const cache = new URL('../../../.cache/', import.meta.url).pathname;

/**
 * The folder of this name, from an earlier run when there was one.
 * @param make makes it at the place that it is given; with what it is made of, the name must change
 */
export async function prepared(
  name: string,
  make: (place: string) => Promise<void>,
): Promise<string> {
  const place = join(cache, name);
  const isThere = await access(place).then(
    () => true,
    () => false,
  );
  if (isThere) return place;

  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'preparing-'));
  await make(join(work, 'made'));
  // Of two that begin at once the first that is ready is kept.
  await rename(join(work, 'made'), place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(work, { recursive: true, force: true });
  return place;
}

/** With owners and modes. Node's own copying takes ten times as long for a thousand small files. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await run('cp', ['-a', from, to]);
}
