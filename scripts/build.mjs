import { rm } from 'node:fs/promises';
import { root, run } from './steps.mjs';

/**
 * Builds what is published: the script tag's entry and chunks in `dist/cdn`; with `--all` also the npm
 * package in `dist/npm`, the elements' manifest and its reference in `docs/elements.md`.
 */
const npx = (...args) => run('npx', ['--no-install', ...args]);

await npx('vite', 'build', '--logLevel', 'warn');
if (process.argv.includes('--all')) {
  await rm(`${root}dist/npm`, { recursive: true, force: true });
  await npx('tsc', '-p', 'tsconfig.build.json');
  await npx('cem', 'analyze', '--config', 'scripts/cem.config.mjs', '--quiet');
  await run(process.execPath, ['scripts/elements.mjs']);
}
