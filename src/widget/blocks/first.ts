/** The blocks that the panel opens with, as one chunk: opening waits for it, and headers use it too. */
import './challenges.js';
import './points.js';
import './tier.js';
