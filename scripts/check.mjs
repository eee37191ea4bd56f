import { sideBySide } from './lanes.mjs';
import { install, step } from './steps.mjs';

/** `npm run check`: what can be said of the sources without running them. */

const npm = (script) => ['npm', 'run', '--silent', script];

try {
  await step('install packages', install);
  await sideBySide(2, [
    { name: 'lint', command: npm('lint') },
    { name: 'types', command: npm('typecheck') },
    { name: 'format', command: npm('format:check') },
  ]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
