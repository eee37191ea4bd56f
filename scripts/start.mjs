import { install, run } from './steps.mjs';

/**
 * `npm start`: installs, builds, seeds and serves the demo shop and its endpoint. What stands after
 * `--` goes to the shop: `npm start -- --reset` seeds anew.
 */
try {
  await install();
  await run(process.execPath, ['scripts/build.mjs']);
  await run('npx', ['--no-install', 'tsx', 'demo/server.ts', ...process.argv.slice(2)]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
