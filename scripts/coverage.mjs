import { run } from './steps.mjs';
import { nodeTests } from './test-files.mjs';

/**
 * `npm run coverage`: which branches of the server and of the page's logic their tests take;
 * below 95 % of them it fails, so that the figure cannot sink unseen. `-- page` does one part.
 */

async function server() {
  const include = ['--include', 'src/server/**'];
  const report = ['--reporter', 'text', '--reports-dir', 'coverage'];
  const least = ['--check-coverage', '--branches', '95'];
  const tests = nodeTests('test/server', 'test/sandbox');
  await run('npx', ['--no-install', 'c8', ...include, ...report, ...least, ...tests]);
}

async function page() {
  const tests = ['contract', 'widget/client', 'widget/store', 'widget/i18n', 'widget/shell'];
  const files = tests.flatMap((name) => ['--files', `test/${name}/*.test.ts`]);
  await run('npx', ['--no-install', 'wtr', '--config', 'scripts/wtr.config.mjs', ...files], {
    BROWSERS: 'chromium',
    COVERAGE: '1',
  });
}

const parts = { server, page };
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
for (const name of wanted) {
  try {
    if (!(name in parts)) throw new Error(`${name} is no part: ${Object.keys(parts)}`);
    await parts[name]();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
