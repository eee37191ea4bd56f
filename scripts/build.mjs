import { run } from './steps.mjs';

/** Builds what a merchant hosts: the script tag's entry and its chunks, in `dist/cdn`. */
await run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn']);
