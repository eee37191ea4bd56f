import { install, run, step } from './steps.mjs';
import { installFromDebian } from './apt.mjs';
import { testOnNode } from './node-tests.mjs';

/** `npm test`: everything, from a fresh machine on. The first step that fails ends it. */

const npx = (...args) => run('npx', ['--no-install', ...args]);
const npm = (script) => run('npm', ['run', '--silent', script]);

try {
  await step('install packages', install);
  await step('install browser and database', installFromDebian);
  await step('types', () => npm('typecheck'));
  await step('lint', () => npm('lint'));
  await step('format', () => npm('format:check'));
  await step('build', () => npm('build'));
  await step('size', () => npm('size'));
  await step('server tests', () =>
    testOnNode(
      'test/server',
      'test/conformance',
      'test/load',
      'test/sandbox',
      'test/demo',
      'test/scripts',
    ),
  );
  await step('hostile pages', () => testOnNode('test/hostile'));
  await step('model test', () => run(process.execPath, ['scripts/model.mjs']));
  const wtr = ['wtr', '--config', 'scripts/wtr.config.mjs'];
  await step('browser tests, Chromium', () => npx(...wtr));
  await step('browser tests, Firefox', () =>
    run('npx', ['--no-install', ...wtr], { BROWSERS: 'firefox' }),
  );
  await step('browser tests, WebKit', () =>
    run('xvfb-run', ['-a', 'npx', '--no-install', ...wtr], { BROWSERS: 'webkit' }),
  );
  await step('journeys', () =>
    npx(
      'playwright',
      'test',
      '--config',
      'test/journeys/playwright.config.ts',
      '--project=chromium',
    ),
  );
  console.log('All tests passed.');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
