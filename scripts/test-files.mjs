import { existsSync, readdirSync } from 'node:fs';
import { root } from './steps.mjs';

/** Every `*.test.ts` below the folders, so that a file that is added runs on arrival. */
export function testsBelow(...folders) {
  const files = folders
    .filter((folder) => existsSync(root + folder))
    .flatMap((folder) =>
      readdirSync(root + folder, { recursive: true })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => `${folder}/${name}`),
    );
  if (files.length === 0) throw new Error(`no tests below ${folders.join(', ')}`);
  return files;
}

/** The command that runs them as they are with Node's own test runner. */
export const nodeTests = (...folders) => [
  process.execPath,
  '--import',
  'tsx',
  '--test',
  '--test-reporter=spec',
  '--test-concurrency=2',
  ...testsBelow(...folders),
];
