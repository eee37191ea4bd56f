import { openChromium } from './support/chromium.js';
import { visitAll } from './support/visit.js';

visitAll(openChromium);
