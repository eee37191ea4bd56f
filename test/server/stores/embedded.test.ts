import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { access, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { openStore } from '../../../src/server/stores/index.js';
import { lockFolder } from '../../../src/server/stores/postgres/folder-lock.js';
import { embeddedFolder } from '../support/embedded-folder.js';

/** The embedded database has one owner at a time, and keeps what it has said it keeps. */

const script = new URL('./keep-writing.ts', import.meta.url).pathname;

/** A process that opens the folder and counts events until it is ended; speaks a line for each. */
async function startWriter(dir: string): Promise<{ child: ChildProcess; said: string[] }> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(...data.toString().trim().split('\n')));
  child.stderr.on('data', (data: Buffer) => said.push(data.toString()));
  while (said.length < 5 && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { child, said };
}

describe('the embedded database', () => {
  let parent = '';
  let dir = '';
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'loyalty-embedded-'));
    dir = join(parent, 'data');
  });
  after(() => rm(parent, { recursive: true, force: true }));

  it('refuses a second process with one sentence, and loses nothing when the first is killed', async () => {
    const { child, said } = await startWriter(dir);
    const refusal = await openStore({ dir })
      .then(
        (store) => store.close().then(() => assert.fail('two processes opened one folder')),
        (error: unknown) => error,
      )
      .finally(async () => {
        child.kill('SIGKILL');
        await once(child, 'exit');
      });
    assert.ok(refusal instanceof Error);
    assert.equal(refusal.name, 'FolderLocked');
    assert.ok(refusal.message.includes(dir), refusal.message);
    assert.ok(refusal.message.includes(`process ${child.pid}`), refusal.message);
    assert.match(refusal.message, /stop that process, or use another folder, or set DATABASE_URL/);

    // The lock of the dead is taken over; everything that it had said is there.
    const store = await openStore({ dir });
    const kept = said
      .map((line) => /^kept (\d+)$/.exec(line)?.[1])
      .filter((id) => id !== undefined);
    assert.ok(kept.length >= 5);
    for (const id of kept) {
      const event = { id, member: 'lena', type: 'check-in', at: 0 };
      const isNew = await store.transaction('killed', (tx) => tx.events.claim(event));
      assert.equal(isNew, false, `event ${id} was lost`);
    }
    await store.close();
    await store.close();
    await assert.rejects(access(join(dir, '.lock')), { code: 'ENOENT' });
  });

  it('is refused to a second opening in the same process as well', async () => {
    const store = await openStore({ dir });
    await assert.rejects(openStore({ dir }), { name: 'FolderLocked' });
    await store.close();
    await (await openStore({ dir })).close();
  });

  it('keeps lock and database in the folder itself, which may be mounted or linked', async () => {
    const linked = join(parent, 'linked');
    await symlink(dir, linked);
    const store = await openStore({ dir: linked });
    await assert.rejects(openStore({ dir }), { name: 'FolderLocked' });
    await access(join(dir, '.lock'));
    await access(join(dir, 'db', 'PG_VERSION'));
    await store.close();
  });

  it('stays where it lies when it was made directly in the folder', async () => {
    const made = await embeddedFolder();
    const old = join(parent, 'old');
    await rename(join(made.dir, 'db'), old);
    await made.remove();
    const db = await PGlite.create(old);
    await db.query('CREATE TABLE kept AS SELECT 1 AS n');
    await db.close();
    const store = await openStore({ dir: old });
    await assert.rejects(openStore({ dir: old }), { name: 'FolderLocked' });
    await store.close();
    await assert.rejects(access(join(old, 'db')), { code: 'ENOENT' });
    const again = await PGlite.create(old);
    assert.deepEqual((await again.query('SELECT n FROM kept')).rows, [{ n: 1 }]);
    await again.close();
  });

  it('can be opened again after its folder was removed', async () => {
    const made = await embeddedFolder();
    const reset = made.dir;
    await (await openStore({ dir: reset })).close();
    await rm(reset, { recursive: true });
    await (await openStore({ dir: reset })).close();
    await made.remove();
  });
});

describe('the lock of a folder', () => {
  let dir = '';
  let file = '';
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'loyalty-lock-'));
    file = join(dir, '.lock');
  });
  after(() => rm(dir, { recursive: true, force: true }));

  const quick = { beatMs: 50, quietMs: 400, lookMs: 20 };
  const elsewhere = {
    pid: process.pid,
    host: 'elsewhere',
    place: 'there',
    started: '',
    token: 't',
  };
  /** Our own lock as if it were somebody else's. */
  const mine = async (change: object) => {
    const lock = await lockFolder(dir);
    const owner = JSON.parse(await readFile(file, 'utf8')) as object;
    await lock.release();
    return JSON.stringify({ ...owner, ...change });
  };

  it('is taken over at once when its number has gone to another process since', async () => {
    await writeFile(file, await mine({ started: 'long ago' }));
    const start = performance.now();
    await (await lockFolder(dir)).release();
    assert.ok(performance.now() - start < 1000);
  });

  it('is taken over from another machine or container once that has gone quiet', async () => {
    for (const text of [JSON.stringify(elsewhere), await mine({ place: 'there' }), '']) {
      await writeFile(file, text);
      const start = performance.now();
      const lock = await lockFolder(dir, quick);
      assert.ok(performance.now() - start >= quick.quietMs);
      await lock.release();
    }
  });

  it('is believed while somebody elsewhere touches it, whatever the clocks say', async () => {
    await writeFile(file, JSON.stringify(elsewhere));
    let seconds = 1000;
    const beat = setInterval(() => utimesSync(file, (seconds += 1), seconds), 50);
    try {
      await assert.rejects(lockFolder(dir, quick), /open in process \d+ on elsewhere, and two/);
    } finally {
      clearInterval(beat);
      await rm(file);
    }
  });

  it('is touched by its owner, who lets go of his own only', async () => {
    const lock = await lockFolder(dir, quick);
    utimesSync(file, 1, 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok((await stat(file)).mtimeMs > 1000, 'no beat');
    lock.demand();
    await lock.release();
    await assert.rejects(access(file), { code: 'ENOENT' });
  });

  it('tells an owner who stood still that another has taken over', async () => {
    const lock = await lockFolder(dir, quick);
    await writeFile(file, JSON.stringify(elsewhere));
    const awake = Date.now() + 2 * quick.beatMs + 20;
    // Nothing else runs meanwhile, as in a process that was paused.
    while (Date.now() < awake);
    assert.throws(() => lock.demand(), /taken over by another process/);
    await lock.release();
    assert.equal(await readFile(file, 'utf8'), JSON.stringify(elsewhere));
    await rm(file);
  });
});

describe('an address that is none', () => {
  it('is refused without showing the password', async () => {
    await assert.rejects(openStore('mysql://user:secret@host/db'), (error: Error) => {
      assert.match(error.message, /not an address of a PostgreSQL server/);
      assert.ok(!error.message.includes('secret'));
      return true;
    });
  });
});
