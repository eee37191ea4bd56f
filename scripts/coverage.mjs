import { readdirSync } from 'node:fs';
import { root, run } from './steps.mjs';

/** `npm run coverage`: which branches of the server its tests take, by c8 through source maps. */
const files = ['test/server', 'test/sandbox'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`),
);
const c8 = ['c8', '--include', 'src/server/**', '--reporter', 'text', '--reports-dir', 'coverage'];
const tests = [process.execPath, '--import', 'tsx', '--test', '--test-concurrency=2', ...files];
try {
  await run('npx', ['--no-install', ...c8, ...tests]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
