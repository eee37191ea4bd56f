import { CHROMIUM_SHELL } from '../../../scripts/chromium.mjs';
import { openChromium } from './support/chromium.js';
import { visitAll } from './support/visit.js';

visitAll(() => openChromium(CHROMIUM_SHELL));
