import { existsSync, readdirSync } from 'node:fs';
import { root, run } from './steps.mjs';

/** The command that runs every `*.test.ts` below the folders with Node's own test runner. */
export function nodeTests(...folders) {
  const files = folders
    .filter((folder) => existsSync(root + folder))
    .flatMap((folder) =>
      readdirSync(root + folder, { recursive: true })
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => `${folder}/${name}`),
    );
  if (files.length === 0) throw new Error(`no tests below ${folders.join(', ')}`);
  return [process.execPath, '--import', 'tsx', '--test', '--test-concurrency=2', ...files];
}

export const testOnNode = (...folders) => {
  const [command, ...args] = nodeTests(...folders);
  return run(command, args);
};
