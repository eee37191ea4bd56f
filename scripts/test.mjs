import { installFromDebian } from './apt.mjs';
import { sideBySide } from './lanes.mjs';
import { install, step } from './steps.mjs';
import { nodeTests } from './test-files.mjs';

/**
 * `npm test`: everything that runs, from a fresh machine on. The first step that fails ends it.
 * Two lanes, since that is what the machines have: none of the steps fills more than one core for
 * long. While one builds, the other does what needs no build; the shortest come last, so that no
 * lane waits long for the other at the end.
 */

const LANES = 2;

const npm = (script) => ['npm', 'run', '--silent', script];
const onNode = (...folders) => ['node', 'scripts/node-tests.mjs', ...folders];
const WTR = ['npx', '--no-install', 'wtr', '--config', 'scripts/wtr.config.mjs'];
/** What the three engines run is bundled once. */
const BUNDLED_TESTS = '.cache/tests';
const units = (engine, ...around) => ({
  name: `units in ${engine}`,
  command: [...around, ...WTR],
  env: { BROWSERS: engine, BUNDLED_TESTS },
  after: 'bundle',
});
const JOURNEYS = ['playwright', 'test', '--config', 'test/journeys/playwright.config.ts'];

const after = 'build';

const steps = [
  { name: 'build', command: npm('build') },
  { name: 'bundle', command: ['node', 'scripts/bundle-tests.mjs', BUNDLED_TESTS] },
  { name: 'model', command: ['node', 'scripts/model.mjs'] },
  // On clocks of their own, which nothing else may share.
  { name: 'faults', command: onNode('test/hostile/faults') },
  { name: 'size', command: npm('size'), after },
  {
    name: 'journeys',
    command: ['npx', '--no-install', ...JOURNEYS, '--project=chromium', '--project=firefox-core'],
    after,
  },
  { name: 'server', command: onNode('test/server', 'test/conformance', 'test/load'), after },
  // Two browsers at once, which wait more than they work.
  { name: 'hostile pages', command: nodeTests('test/hostile/pages'), after },
  units('chromium'),
  units('webkit', 'xvfb-run', '-a'),
  units('firefox'),
  {
    name: 'demo, sandbox, build',
    command: onNode('test/demo', 'test/sandbox', 'test/scripts'),
    after,
  },
];

try {
  await step('install packages', install);
  await step('install browsers and database', installFromDebian);
  await sideBySide(LANES, steps);
  console.log('All tests passed.');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
