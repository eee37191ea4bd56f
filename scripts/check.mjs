import { sideBySide } from './lanes.mjs';
import { install, step } from './steps.mjs';

/** `npm run check`: what can be said of the sources without running them, and whether two builds are equal. */

const npm = (script) => ['npm', 'run', '--silent', script];

try {
  await step('install packages', install);
  await sideBySide(2, [
    { name: 'build', command: npm('build') },
    { name: 'lint', command: npm('lint') },
    { name: 'types', command: npm('typecheck') },
    { name: 'format', command: npm('format:check') },
    {
      name: 'builds are equal',
      command: ['node', 'scripts/node-tests.mjs', 'test/builds'],
      after: 'build',
    },
  ]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
