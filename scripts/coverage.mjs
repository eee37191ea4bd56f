import { nodeTests } from './node-tests.mjs';
import { run } from './steps.mjs';

/**
 * `npm run coverage`: which branches of the server its tests take, by c8 through source maps;
 * below 95 % of them it fails, so that the figure cannot sink unseen.
 */
const least = ['--check-coverage', '--branches', '95'];
const report = ['--reporter', 'text', '--reports-dir', 'coverage'];
const c8 = ['c8', '--include', 'src/server/**', ...report, ...least];
try {
  await run('npx', ['--no-install', ...c8, ...nodeTests('test/server', 'test/sandbox')]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
