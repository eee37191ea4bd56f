import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** Steps that `npm start` and `npm test` share. Plain Node: they run before anything is installed. */

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command in the project's folder and shows what it prints.
 * @returns when it has ended well; otherwise it throws
 */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      // npm and npx are scripts there.
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}`)),
    );
  });
}

/** Runs a named step and says how long it took. */
export async function step(name, act) {
  const started = Date.now();
  console.log(`--- ${name}`);
  await act();
  console.log(`--- ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}

const STAMP = 'node_modules/.installed-from';

/** Installs the packages of the lock file, unless exactly these are there. */
export async function install() {
  const lock = await readFile(`${root}package-lock.json`);
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = `${root}${STAMP}`;
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  console.log('Installing packages …');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error']);
  await writeFile(stamp, wanted);
}
