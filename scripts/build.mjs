import { rm } from 'node:fs/promises';
import { root, run } from './steps.mjs';

/**
 * Builds what is published: the script tag's entry and chunks in `dist/cdn`; with `--all` also the
 * single file, the hashes of them all, the bill of materials, the npm package in `dist/npm`, the
 * elements' manifest and its reference in `docs/elements.md`.
 */
const npx = (...args) => run('npx', ['--no-install', ...args]);

await npx('vite', 'build', '--logLevel', 'warn');
if (process.argv.includes('--all')) {
  await npx('vite', 'build', '--config', 'scripts/single.config.ts', '--logLevel', 'warn');
  await run(process.execPath, ['scripts/integrity.mjs']);
  await run(process.execPath, ['scripts/sbom.mjs']);
  await rm(`${root}dist/npm`, { recursive: true, force: true });
  await npx('tsc', '-p', 'tsconfig.build.json');
  await npx('cem', 'analyze', '--config', 'scripts/cem.config.mjs', '--quiet');
  await run(process.execPath, ['scripts/elements.mjs']);
}
