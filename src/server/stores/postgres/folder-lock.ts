import { readFileSync, rmSync } from 'node:fs';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Keeps a second process away from an embedded database, which does not lock its folder itself and
 * would be destroyed by two writers. The lock is a file beside the folder, with the owner's number.
 */

/** Another process works in the folder. */
export class FolderLocked extends Error {
  override name = 'FolderLocked';
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the owner's process started, as the system counts; tells a reused number from the owner. */
  readonly started: string;
}

/** The start time of a process in clock ticks; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks; field 22 is the 20th after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive({ pid, host, started }: Owner): boolean {
  // A container shares the folder, not the process list, so an owner elsewhere is taken at its word.
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return started === '' || startOf(pid) === '' || started === startOf(pid);
}

async function ownerOf(file: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch {
    return null;
  }
}

/** Two starts at once may both find a stale lock; one of them wins within a few rounds. */
const ROUNDS = 20;

/**
 * Takes the lock of a folder; a stale one is taken over.
 * @returns lets go of it; also done when the process exits
 * @throws FolderLocked naming the folder, the owner and what to do
 */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  const folder = resolve(dir);
  const file = join(dirname(folder), `.${basename(folder)}.lock`);
  const me: Owner = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const handle = await open(mine, 'wx');
  await handle.writeFile(JSON.stringify(me));
  await handle.close();

  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      // A hard link appears with its content or not at all, so nobody reads a half-written lock.
      const taken = await link(mine, file).then(
        () => true,
        () => false,
      );
      if (taken) return holder(file, me);
      const owner = await ownerOf(file);
      if (owner && isAlive(owner)) throw lockedBy(owner, folder, file);
      await removeStale(file);
    }
    throw new FolderLocked(`The lock ${file} could not be taken. Remove the file and start again.`);
  } finally {
    await rm(mine, { force: true });
  }
}

const lockedBy = ({ pid, host }: Owner, folder: string, file: string): FolderLocked => {
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  return new FolderLocked(
    `The embedded database in ${folder} is open in ${where}, and two would destroy it: stop that ` +
      `process, or use another folder, or set DATABASE_URL to a PostgreSQL server that serves several. ` +
      `(Its lock is ${file}.)`,
  );
};

/** Takes a stale lock away by renaming it, which only one of several can do to the same file. */
async function removeStale(file: string): Promise<void> {
  const stale = `${file}.stale.${process.pid}`;
  const before = await stat(file).catch(() => null);
  const isGone = before === null;
  if (isGone) return;
  try {
    await rename(file, stale);
  } catch {
    return;
  }
  const owner = await ownerOf(stale);
  // Between reading and renaming somebody else may have taken it over: give it back.
  if (owner && isAlive(owner)) await link(stale, file).catch(() => undefined);
  await rm(stale, { force: true });
}

function holder(file: string, me: Owner): () => Promise<void> {
  const isMine = (owner: Owner | null): boolean =>
    owner?.pid === me.pid && owner.host === me.host && owner.started === me.started;
  const onExit = (): void => {
    try {
      if (isMine(JSON.parse(readFileSync(file, 'utf8')) as Owner)) rmSync(file, { force: true });
    } catch {
      // Somebody removed it by hand; nothing is left to let go of.
    }
  };
  process.once('exit', onExit);
  return async () => {
    process.off('exit', onExit);
    if (isMine(await ownerOf(file))) await rm(file, { force: true });
  };
}
