import type { html } from 'hono/html';

/** A piece of escaped markup. */
export type Html = ReturnType<typeof html>;

/** The paint box: every drawing of the shop uses these colours and no others. */
export const ink = {
  dark: '#2b1a12',
  bark: '#5b3a26',
  kraft: '#c99c6b',
  sand: '#e6cfa8',
  cream: '#fbf2e0',
  white: '#fffdf8',
  butter: '#f7d488',
  flame: '#f4a340',
  ember: '#d5492a',
  wine: '#8e2a22',
  rose: '#eeb8a3',
  fir: '#24513f',
  leaf: '#5f8a58',
  moss: '#a3b981',
  sky: '#9cc4cd',
  lake: '#2f6f86',
  night: '#232747',
  dusk: '#4a4b7c',
  moon: '#f3e3b3',
  steel: '#c9ccc8',
  iron: '#6d7371',
} as const;

/** The type on drawn labels, the same faces as the page's headlines. */
export const face =
  "'Iowan Old Style','Palatino Linotype',Palatino,'Book Antiqua',P052,'Noto Serif',Georgia,serif";
