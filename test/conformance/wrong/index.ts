import { documents } from './documents.js';
import { input } from './input.js';
import type { Wrong } from './make.js';
import { money } from './money.js';
import { pages } from './pages.js';
import { who } from './who.js';

/** Endpoints that are wrong in one thing each. */
export const wrongEndpoints: readonly Wrong[] = [
  ...documents,
  ...pages,
  ...money,
  ...who,
  ...input,
];
