import { rm } from 'node:fs/promises';
import { root, run } from './steps.mjs';
import { nodeTests } from './test-files.mjs';

/**
 * `npm run coverage`: which branches of the server and of the page's logic their tests take;
 * below 95 % of them it fails, so that the figure cannot sink unseen. `-- page` does one part.
 */
const least = ['--check-coverage', '--branches', '95'];
const report = ['--reporter', 'text', '--reports-dir', 'coverage'];
const c8 = (...args) => run('npx', ['--no-install', 'c8', ...args]);
const include = (...folders) => folders.flatMap((folder) => ['--include', `${folder}/**`]);

const server = () =>
  c8(...include('src/server'), ...report, ...least, ...nodeTests('test/server', 'test/sandbox'));

/** What decides on the page; what draws is held by the audit of every card and block. */
const logic = ['src/contract', 'src/widget/client', 'src/widget/store', 'src/widget/i18n'];
const tests = ['contract', 'widget/client', 'widget/store', 'widget/i18n', 'widget/shell'];

async function page() {
  const folder = `${root}.cache/page-coverage`;
  const files = tests.flatMap((name) => ['--files', `test/${name}/*.test.ts`]);
  await rm(folder, { recursive: true, force: true });
  await run('npx', ['--no-install', 'wtr', '--config', 'scripts/wtr.config.mjs', ...files], {
    BROWSERS: 'chromium',
    PAGE_COVERAGE: folder,
  });
  const counts = ['--temp-directory', `${folder}/counts`, '--exclude-after-remap'];
  await c8('report', ...counts, ...include(...logic), ...report, ...least);
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
