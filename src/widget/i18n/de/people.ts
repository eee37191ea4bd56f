import type { Words } from '../catalogue.js';

export const words: Words<'people'> = {};
