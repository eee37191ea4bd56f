import { CHROMIUM_SHELL } from '../../../scripts/chromium.mjs';
import { openChromium } from './support/chromium.js';
import { visitAll } from './support/visit.js';

/** The shell, which draws no window and costs half as much, never finds this page idle. */
const inWindow = 'trusted-types';

visitAll(
  () => openChromium(CHROMIUM_SHELL),
  (name) => name !== inWindow,
);
visitAll(
  () => openChromium(),
  (name) => name === inWindow,
);
