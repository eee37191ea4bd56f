import { existsSync, readdirSync } from 'node:fs';
import { root, run } from './steps.mjs';

/** Runs every `*.test.ts` below the folders with Node's own test runner. */
export function testOnNode(...folders) {
  const files = folders
    .filter((folder) => existsSync(root + folder))
    .flatMap((folder) =>
      readdirSync(root + folder, { recursive: true })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => `${folder}/${name}`),
    );
  if (files.length === 0) throw new Error(`no tests below ${folders.join(', ')}`);
  return run(process.execPath, ['--import', 'tsx', '--test', '--test-concurrency=2', ...files]);
}
