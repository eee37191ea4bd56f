import { openFirefox } from './support/firefox.js';
import { visitAll } from './support/visit.js';

visitAll(openFirefox);
