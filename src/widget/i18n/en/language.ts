import type { Language } from '../catalogue.js';
import { words } from './first.js';

export const language: Language = {
  first: words,
  rest: {
    more: () => import('./more.js'),
    tracks: () => import('./tracks.js'),
    games: () => import('./games.js'),
    hints: () => import('./hints.js'),
    people: () => import('./people.js'),
    shopping: () => import('./shopping.js'),
  },
};
