import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openStore } from '../../../src/server/stores/index.js';

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
    await assert.rejects(readFile(join(parent, '.data.lock')), { code: 'ENOENT' });
  });

  it('is refused to a second opening in the same process as well', async () => {
    const store = await openStore({ dir });
    await assert.rejects(openStore({ dir }), { name: 'FolderLocked' });
    await store.close();
    await (await openStore({ dir })).close();
  });

  it('takes over a lock whose number has gone to another process since', async () => {
    const owner = { pid: process.pid, host: hostname(), started: 'long ago' };
    await writeFile(join(parent, '.data.lock'), JSON.stringify(owner));
    await (await openStore({ dir })).close();
  });

  it('believes an owner on another machine', async () => {
    const owner = { pid: 1, host: 'elsewhere', started: '' };
    await writeFile(join(parent, '.data.lock'), JSON.stringify(owner));
    await assert.rejects(openStore({ dir }), /process 1 on elsewhere/);
    await rm(join(parent, '.data.lock'));
  });

  it('takes over a lock that cannot be read', async () => {
    await writeFile(join(parent, '.data.lock'), '');
    await (await openStore({ dir })).close();
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
