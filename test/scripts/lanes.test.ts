import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

/** What `npm test` promises about the steps that run side by side. */

const lanes = new URL('../../scripts/lanes.mjs', import.meta.url).href;

/** Runs steps, each a line of Node's, two at once. */
const run = (steps: Readonly<Record<string, string>>) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const list = Object.entries(steps).map(([name, line]) => ({
      name,
      command: [process.execPath, '-e', line],
    }));
    const script = `import(${JSON.stringify(lanes)}).then(({ sideBySide }) =>
      sideBySide(2, ${JSON.stringify(list)}).catch((error) => {
        console.log(error.message);
        process.exitCode = 1;
      }))`;
    execFile(process.execPath, ['-e', script], (error, said) => {
      resolve({ code: error ? Number(error.code) : 0, said });
    });
  });

const lasting = `console.log('begins'); setTimeout(() => console.log('ends'), 30_000)`;

describe('steps side by side', () => {
  it('all run, and each speaks in one piece', async () => {
    const speak = (word: string) =>
      `console.log('${word} one'); setTimeout(() => console.log('${word} two'), 200)`;
    const { code, said } = await run({ a: speak('a'), b: speak('b'), c: speak('c') });
    assert.equal(code, 0);
    for (const word of ['a', 'b', 'c'])
      assert.ok(said.includes(`${word} one\n${word} two\n`), said);
  });

  it('end with the first that fails, which says what it was', async () => {
    const { code, said } = await run({ lasting, broken: 'process.exit(3)', never: '0' });
    assert.equal(code, 1);
    assert.match(said, /broken failed: .* ended with 3/);
    assert.doesNotMatch(said, /^ends|--- never/m);
  });

  it('show the end of what went well, and all of what failed, which has the last word', async () => {
    const long = `for (let line = 1; line <= 100; line++) console.log('LINE ' + line);`;
    const { said } = await run({
      lasting,
      well: long.replaceAll('LINE', 'well'),
      broken: `${long.replaceAll('LINE', 'broken')} process.exitCode = 1`,
    });
    assert.match(said, /^well 100$/m);
    assert.doesNotMatch(said, /^well 1$/m);
    assert.match(said, /^broken 1$/m);
    assert.match(said, /lasting was ended after \d+ s\nbroken failed.*\n$/);
  });

  it('wait for what must come before them, and others overtake them', async () => {
    const script = `import(${JSON.stringify(lanes)}).then(({ sideBySide }) => sideBySide(2, [
      { name: 'build', command: [process.execPath, '-e', 'setTimeout(() => 0, 500)'] },
      { name: 'needy', command: [process.execPath, '-e', '0'], after: 'build' },
      { name: 'free', command: [process.execPath, '-e', '0'] },
    ]))`;
    const said = await new Promise<string>((resolve) => {
      execFile(process.execPath, ['-e', script], (_error, out) => resolve(out));
    });
    const begun = [...said.matchAll(/^--- (\w+)$/gm)].map(([, name]) => name);
    assert.deepEqual(begun, ['build', 'free', 'needy']);
    assert.ok(said.indexOf('--- build:') < said.indexOf('--- needy\n'), said);
  });

  it('leave nothing running behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lanes-'));
    after(() => rmSync(folder, { recursive: true }));
    const note = join(folder, 'pid');
    const child = `const { spawn } = require('node:child_process');
      const { pid } = spawn(process.execPath, ['-e', 'setTimeout(() => 0, 30_000)']);
      require('node:fs').writeFileSync(${JSON.stringify(note)}, String(pid));
      setTimeout(() => 0, 30_000)`;
    await run({ child, broken: `setTimeout(() => process.exit(1), 1500)` });
    const pid = Number(readFileSync(note, 'utf8'));
    assert.ok(pid > 0);
    const end = Date.now() + 5_000;
    const isThere = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    while (isThere() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(isThere(), false, 'a process of a step that was ended is still there');
  });
});
