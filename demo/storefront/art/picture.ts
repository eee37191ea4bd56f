import { html } from 'hono/html';
import type { Html } from '../../shop/art/ink.js';
import type { Picture } from '../../shop/art/product.js';
import { play } from './play.js';
import { room } from './room.js';
import { round, type Shape } from './shape.js';
import { table } from './table.js';
import { wear } from './wear.js';

/** Everything that a preset's shop can have drawn. */
export const shapes = { ...table, ...room, ...wear, ...play } as const satisfies Record<
  string,
  Shape
>;
export type ShapeName = keyof typeof shapes;
export const shapeNames = Object.keys(shapes) as [ShapeName, ...ShapeName[]];

/** What a product looks like: a shape, and the three colours that it is drawn in. */
export interface Drawing {
  readonly shape: ShapeName;
  readonly colours: readonly [string, string, string];
}

const SHADE = '#1b1310';
const LIGHT = '#ffffff';

/** The strokes of a drawing, standing on its shadow, on 320 × 410. */
export function draw({ shape, colours: [a, b, c] }: Drawing): Html {
  const inks = { a, b, c, k: SHADE, w: LIGHT };
  const strokes: Shape = shapes[shape];
  return html`<path d="${round(160, 372, 112, 10)}" fill="${SHADE}" opacity=".14" /> ${strokes.map(
      ([fill, d, opacity = 1]) => html`<path d="${d}" fill="${inks[fill]}" opacity="${opacity}" />`,
    )}`;
}

/** A drawing as a picture of its own. */
export function drawnPicture(drawing: Drawing, { alt }: Picture): Html {
  return alt === undefined
    ? html`<svg class="picture" viewBox="0 0 320 410" aria-hidden="true">${draw(drawing)}</svg>`
    : html`<svg class="picture" viewBox="0 0 320 410" role="img" aria-label="${alt}">
        ${draw(drawing)}
      </svg>`;
}
