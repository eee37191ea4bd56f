/** What the panel's first section is made of, as one chunk: it is what opening waits for. */
import '../blocks/points.js';
import '../blocks/tier.js';
import '../blocks/challenges.js';
