import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Keeps a second process away from an embedded database, which does not lock its folder itself and
 * would be destroyed by two writers. The lock is a file inside the folder, so that it goes wherever
 * the folder is mounted, and its owner touches it every few seconds: a container that died sees
 * nobody's process list, but anybody sees that its lock has gone quiet.
 */

/** Another process works in the folder. */
export class FolderLocked extends Error {
  override name = 'FolderLocked';
}

export interface FolderLock {
  /** @throws FolderLocked when another process has taken the folder over since, after a long pause */
  demand(): void;
  /** Whether another process has taken the folder over. */
  readonly isLost: boolean;
  /** Lets go of the folder; also done when the process exits. */
  release(): Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Where `pid` is counted: one start of one machine, and there one container. */
  readonly place: string;
  /** When the owner's process started, as the system counts; tells a reused number from the owner. */
  readonly started: string;
  /** Different for every lock that is taken. */
  readonly token: string;
}

export interface Pace {
  /** How often the owner touches its lock. */
  readonly beatMs: number;
  /** An owner that misses three beats is dead, or so long paused that it has to ask again. */
  readonly quietMs: number;
  /** How often somebody who waits looks for a beat. */
  readonly lookMs: number;
}

const PACE: Pace = { beatMs: 4_000, quietMs: 15_000, lookMs: 500 };
/** Two starts at once may both find a stale lock; one of them wins within a few rounds. */
const ROUNDS = 20;

function told(read: () => string): string {
  try {
    return read();
  } catch {
    // Only Linux tells.
    return '';
  }
}

/** The start time of a process in clock ticks; empty where the system does not tell. */
const startOf = (pid: number): string =>
  told(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks; field 22 is the 20th after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  });

/** Two containers may have one name and both be process 1, so the name alone is no place. */
const placeOf = (): string =>
  [
    hostname(),
    told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    told(() => readlinkSync('/proc/self/ns/pid')),
  ].join(' ');

/** Whether the process runs; only to be asked about one in our own place. */
function isRunning({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return started === '' || startOf(pid) === '' || started === startOf(pid);
}

function parse(text: string): Owner | null {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return null;
  }
}

interface Sight {
  readonly text: string;
  readonly touched: number;
}

/** The lock as it is now; opened for it, because network folders look afresh only then. */
async function look(file: string): Promise<Sight | null> {
  const handle = await open(file).catch(unless('ENOENT'));
  if (!handle) return null;
  try {
    return { text: await handle.readFile('utf8'), touched: (await handle.stat()).mtimeMs };
  } finally {
    await handle.close();
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const unless =
  (code: string) =>
  (error: unknown): null => {
    if (hasCode(error, code)) return null;
    throw error;
  };

/**
 * Takes the lock of a folder; that of a dead process is taken over. An owner whose process cannot be
 * looked up is watched until it beats or has been quiet for too long; nobody's clock is believed.
 * @param folder an existing one, its path resolved
 * @throws FolderLocked naming the folder, the owner and what to do
 */
export async function lockFolder(folder: string, pace = PACE): Promise<FolderLock> {
  const file = join(folder, '.lock');
  const me: Owner = {
    pid: process.pid,
    host: hostname(),
    place: placeOf(),
    started: startOf(process.pid),
    token: randomUUID(),
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const handle = await open(file, 'wx').catch(unless('EEXIST'));
    if (handle) {
      await handle.writeFile(JSON.stringify(me)).finally(() => handle.close());
      return new Held(folder, file, me, pace);
    }
    const seen = await look(file);
    if (!seen) continue;
    const owner = parse(seen.text);
    const isNear = owner?.place === me.place;
    const isAlive = owner && isNear ? isRunning(owner) : await beats(folder, file, seen, pace);
    if (isAlive) throw lockedBy(owner, folder, file);
    await removeStale(file, seen.text);
  }
  throw new FolderLocked(
    `The lock ${file} could not be taken, because others try for it as well. Start again.`,
  );
}

/** Watches a lock. @returns whether its owner touches it, or somebody else has it by now */
async function beats(
  folder: string,
  file: string,
  { text, touched }: Sight,
  { quietMs, lookMs }: Pace,
): Promise<boolean> {
  console.warn(
    `loyalty: the lock of ${folder} is held from elsewhere; watching for up to ` +
      `${quietMs / 1000} seconds whether its process still runs.`,
  );
  const end = performance.now() + quietMs;
  while (performance.now() < end) {
    await sleep(lookMs);
    const now = await look(file);
    if (!now) return false;
    if (now.text !== text || now.touched !== touched) return true;
  }
  return false;
}

function lockedBy(owner: Owner | null, folder: string, file: string): FolderLocked {
  const where =
    owner === null
      ? 'another process'
      : owner.host === hostname()
        ? `process ${owner.pid}`
        : `process ${owner.pid} on ${owner.host}`;
  return new FolderLocked(
    `The embedded database in ${folder} is open in ${where}, and two would destroy it: stop that ` +
      `process, or use another folder, or set DATABASE_URL to a PostgreSQL server that serves several. ` +
      `(Its lock is ${file}.)`,
  );
}

/** Takes a stale lock away by renaming it, which only one of several can do to the same file. */
async function removeStale(file: string, text: string): Promise<void> {
  const stale = `${file}.${randomUUID()}`;
  try {
    await rename(file, stale);
  } catch (error) {
    return void unless('ENOENT')(error);
  }
  // Between looking and renaming somebody else may have taken it over: give it back.
  const isAnother = (await readFile(stale, 'utf8')) !== text;
  if (isAnother) await link(stale, file).catch(() => undefined);
  await rm(stale, { force: true });
}

class Held implements FolderLock {
  readonly #folder: string;
  readonly #file: string;
  readonly #text: string;
  readonly #timer: NodeJS.Timeout;
  readonly #pace: Pace;
  #beaten = Date.now();
  #isLost = false;

  constructor(folder: string, file: string, me: Owner, pace: Pace) {
    this.#pace = pace;
    this.#folder = folder;
    this.#file = file;
    this.#text = JSON.stringify(me);
    this.#timer = setInterval(() => this.#beat(), pace.beatMs).unref();
    process.once('exit', this.#leave);
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  demand(): void {
    // The process may have stood still, and the timer comes only after what is asked for now.
    if (Math.abs(Date.now() - this.#beaten) > 2 * this.#pace.beatMs) this.#beat();
    if (!this.#isLost) return;
    throw new FolderLocked(
      `The embedded database in ${this.#folder} was taken over by another process while this one ` +
        `stood still for more than ${this.#pace.quietMs / 1000} seconds. Stop one of the two; this one writes nothing any more.`,
    );
  }

  async release(): Promise<void> {
    process.off('exit', this.#leave);
    this.#leave();
    await Promise.resolve();
  }

  #read(): string | null {
    try {
      return readFileSync(this.#file, 'utf8');
    } catch (error) {
      return unless('ENOENT')(error);
    }
  }

  #beat(): void {
    if (this.#isLost) return;
    try {
      const text = this.#read();
      // Removed by hand, while we work here: put it back unless somebody was quicker.
      if (text === null) writeFileSync(this.#file, this.#text, { flag: 'wx' });
      else if (text !== this.#text) this.#isLost = true;
      const now = new Date();
      if (!this.#isLost) utimesSync(this.#file, now, now);
      this.#beaten = now.getTime();
    } catch {
      // A disk that does not answer now may answer the next time; until then we count as quiet.
    }
  }

  /** Also runs while the process exits, where nothing can be waited for. */
  readonly #leave = (): void => {
    clearInterval(this.#timer);
    try {
      if (this.#read() === this.#text) rmSync(this.#file, { force: true });
    } catch {
      // Gone with its folder, or out of reach; it will be found quiet.
    }
  };
}
