import { html } from 'hono/html';
import type { ProductId } from '../products.js';
import { drawBag } from './bag.js';
import { drawDripper, drawGrinder, drawMug, drawTasting } from './gear.js';
import type { Html } from './ink.js';
import { bagLooks } from './labels.js';

/** How a picture is used: named for those who do not see it, or decoration beside its name. */
export interface Picture {
  name: string;
  /** Unique on the page. */
  uid: string;
  alt?: string;
}

function draw(id: ProductId, { name, uid }: Picture): Html {
  switch (id) {
    case 'grinder':
      return drawGrinder();
    case 'dripper':
      return drawDripper();
    case 'mug':
      return drawMug();
    case 'tasting':
      return drawTasting();
    default:
      return drawBag(bagLooks[id], name, uid);
  }
}

/** The picture of a product. */
export function productPicture(id: ProductId, picture: Picture): Html {
  const content = draw(id, picture);
  return picture.alt === undefined
    ? html`<svg class="picture" viewBox="0 0 320 410" aria-hidden="true">${content}</svg>`
    : html`<svg class="picture" viewBox="0 0 320 410" role="img" aria-label="${picture.alt}">
        ${content}
      </svg>`;
}
