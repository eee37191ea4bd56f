import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { copyFolder, prepared } from './prepared.js';

/** A throw-away PostgreSQL for tests: Debian's own, run as its user, in a folder that goes afterwards. */

const run = promisify(execFile);
const HOME = '/usr/lib/postgresql';

export interface ThrowAwayPostgres {
  readonly url: string;
  /** Where it writes what it does. */
  readonly log: string;
  /** Goes down without finishing anything, and comes up again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

async function binaries(): Promise<string> {
  const versions = await readdir(HOME).catch(() => []);
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
  if (newest !== undefined) return join(HOME, newest, 'bin');
  throw new Error(
    `These tests need a real PostgreSQL and there is none under ${HOME}: apt-get install -y --no-install-recommends postgresql`,
  );
}

/** PostgreSQL refuses to run as root; on a machine where the tests do, its own user runs it. */
const asPostgres = (command: string, args: readonly string[]) =>
  process.getuid?.() === 0
    ? run('runuser', ['-u', 'postgres', '--', command, ...args])
    : run(command, [...args]);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function ownerOfPostgres(): Promise<{ uid: number; gid: number }> {
  const { stdout: uid } = await run('id', ['-u', 'postgres']);
  const { stdout: gid } = await run('id', ['-g', 'postgres']);
  return { uid: Number(uid), gid: Number(gid) };
}

export async function startPostgres(): Promise<ThrowAwayPostgres> {
  const bin = await binaries();
  const dir = await mkdtemp(join(tmpdir(), 'loyalty-postgres-'));
  if (process.getuid?.() === 0) {
    const { uid, gid } = await ownerOfPostgres();
    await chown(dir, uid, gid);
  }
  const data = join(dir, 'data');
  const port = await freePort();
  const empty = await prepared(`served-${basename(dirname(bin))}`, async (place) => {
    const initdb = ['-D', data, '-A', 'trust', '-U', 'app', '--no-sync', '-E', 'UTF8'];
    await asPostgres(join(bin, 'initdb'), [...initdb, '--locale=C.UTF-8']);
    await copyFolder(data, place);
    await rm(data, { recursive: true });
  });
  await copyFolder(empty, data);
  // What a test loses when the machine goes down is nothing to keep; killing a client loses nothing.
  const options = `-p ${port} -k ${dir} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=60`;
  const start = ['-D', data, '-w', '-l', join(dir, 'log'), '-o', options, 'start'];
  await asPostgres(join(bin, 'pg_ctl'), start);
  const stop = ['-D', data, '-m', 'immediate', 'stop'];
  return {
    async crash() {
      await asPostgres(join(bin, 'pg_ctl'), stop);
      await asPostgres(join(bin, 'pg_ctl'), start);
    },
    log: join(dir, 'log'),
    url: `postgres://app@127.0.0.1:${port}/postgres`,
    async stop() {
      await asPostgres(join(bin, 'pg_ctl'), stop);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
