import { html } from 'hono/html';
import type { Html } from '../shop/art/ink.js';
import { draw } from './art/picture.js';
import type { Skin } from './skin.js';

/** A shop's sign: the first thing it sells, on a disc of its colour. */
export function logoOf({ colours: [disc], products }: Skin): Html {
  const [{ shape, colours }] = products as [Skin['products'][number]];
  return html`<svg class="logo-mark" viewBox="0 0 100 100" aria-hidden="true">
    <circle cx="50" cy="50" r="50" fill="${disc}" />
    <circle cx="50" cy="50" r="43" fill="#fff8ee" />
    <svg x="20" y="12" width="60" height="77" viewBox="0 0 320 410">
      ${draw({ shape, colours })}
    </svg>
  </svg>`;
}

/** The same as a document of its own, for the browser's tab. */
export const iconOf = async (skin: Skin): Promise<string> =>
  String(await logoOf(skin)).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
