import { html } from 'hono/html';
import { type BagLook, valve } from './bag.js';
import { ink, type Html } from './ink.js';

const flames = html`<path
    d="M40 400 V318 C62 330 70 300 66 276 C92 288 100 316 98 330 C118 312 116 270 104 236 C146 258 158 300 152 326 C174 304 178 250 158 196 C214 232 226 292 212 330 C232 318 236 292 232 270 C258 292 264 322 280 318 V400 Z"
    fill="${ink.wine}"
  />
  <path
    d="M40 400 V352 C66 356 80 344 84 322 C100 336 108 350 106 362 C126 346 130 312 122 284 C152 302 166 330 160 358 C182 342 188 300 176 258 C212 290 220 336 206 364 C226 356 236 338 236 318 C254 334 258 352 280 350 V400 Z"
    fill="${ink.flame}"
  />
  <path
    d="M40 400 V380 C80 382 96 374 100 358 C112 370 118 378 118 384 C138 374 144 352 140 334 C160 348 172 366 168 384 C186 374 192 352 188 332 C208 350 212 370 206 386 C226 382 246 376 280 382 V400 Z"
    fill="${ink.butter}"
  />`;

const windows = (x: number, y: number, columns: number, rows: number, fill: string): Html[] =>
  Array.from(
    { length: columns * rows },
    (_, i) =>
      html`<rect
        x="${x + (i % columns) * 13}"
        y="${y + Math.floor(i / columns) * 17}"
        width="6"
        height="9"
        rx="3"
        fill="${fill}"
      />`,
  );

const street = html`<rect x="40" y="200" width="240" height="200" fill="${ink.rose}" />
  <circle cx="206" cy="236" r="26" fill="${ink.ember}" />
  <path d="M50 400 V286 L74 262 L98 286 V400 Z" fill="${ink.fir}" />
  <path d="M94 400 V270 H104 V254 H112 V270 H136 V400 Z" fill="${ink.bark}" />
  <path d="M132 400 V296 C132 268 180 268 180 296 V400 Z" fill="${ink.lake}" />
  <path d="M154 278 V252 H158 V278 Z" fill="${ink.lake}" />
  <circle cx="156" cy="250" r="5" fill="${ink.flame}" />
  <path d="M176 400 V298 L190 284 L204 298 L218 284 L232 298 V400 Z" fill="${ink.wine}" />
  <path d="M228 400 V276 L250 254 L272 276 V400 Z" fill="${ink.dark}" />
  ${windows(62, 300, 3, 5, ink.butter)} ${windows(103, 286, 3, 5, ink.sand)}
  ${windows(140, 308, 3, 4, ink.cream)} ${windows(184, 312, 4, 4, ink.rose)}
  ${windows(238, 296, 2, 5, ink.butter)}`;

const mountains = html`<circle cx="196" cy="222" r="40" fill="${ink.butter}" />
  <path d="M40 290 L96 214 L136 262 L186 190 L236 256 L280 222 V400 H40 Z" fill="${ink.moss}" />
  <path d="M186 190 L200 209 L188 216 L178 208 L168 216 Z" fill="${ink.cream}" />
  <path d="M96 214 L107 227 L97 233 L86 228 Z" fill="${ink.cream}" />
  <path d="M40 322 L84 272 L132 322 L190 262 L280 330 V400 H40 Z" fill="${ink.leaf}" />
  <path d="M40 352 C90 318 120 346 160 336 C210 324 240 352 280 340 V400 H40 Z" fill="#3c6b4c" />
  <path
    d="M58 362 q10 -9 20 0 q10 -9 20 0 q10 -9 20 0 q10 -9 20 0 q10 -9 20 0 q10 -9 20 0 q10 -9 20 0 q10 -9 20 0 q10 -9 20 0 q10 -9 20 0"
    fill="none"
    stroke="${ink.moss}"
    stroke-width="3"
    stroke-linecap="round"
  />`;

const cherry = (x: number, y: number, fill: string): Html =>
  html`<circle cx="${x}" cy="${y}" r="14" fill="${fill}" />
    <circle cx="${x - 4}" cy="${y - 5}" r="3.6" fill="#fff" opacity=".55" />`;

const leaf = (x: number, y: number, turn: number, fill: string): Html =>
  html`<g transform="translate(${x} ${y}) rotate(${turn})">
    <path d="M0 0 C18 -26 52 -28 78 0 C52 24 18 22 0 0 Z" fill="${fill}" />
    <path
      d="M4 0 H68 M22 0 l12 -11 M22 0 l12 10 M40 0 l12 -10 M40 0 l12 9"
      stroke="#fff"
      stroke-opacity=".4"
      stroke-width="1.8"
      fill="none"
    />
  </g>`;

const branch = html`<g transform="translate(0 14)"
  ><path
    d="M60 392 C118 352 170 306 196 222"
    stroke="${ink.bark}"
    stroke-width="6"
    fill="none"
    stroke-linecap="round"
  />
  ${leaf(182, 262, -18, ink.leaf)} ${leaf(174, 282, -148, ink.fir)} ${leaf(136, 330, 14, ink.fir)}
  ${leaf(128, 338, -168, ink.leaf)} ${leaf(96, 368, 10, ink.leaf)} ${leaf(192, 230, -44, ink.fir)}
  ${cherry(184, 290, ink.ember)} ${cherry(160, 310, ink.wine)} ${cherry(196, 264, ink.flame)}
  ${cherry(134, 326, ink.ember)} ${cherry(150, 336, ink.flame)} ${cherry(108, 350, ink.wine)}
  ${cherry(122, 362, ink.ember)} ${cherry(202, 238, ink.ember)}</g
>`;

const stars = [
  [92, 214],
  [118, 190],
  [228, 214],
  [240, 250],
  [84, 270],
  [206, 184],
  [96, 330],
  [232, 316],
].map(([x, y]) => html`<circle cx="${x}" cy="${y}" r="2.2" fill="${ink.moon}" />`);

const moth = html`${stars}
  <circle cx="160" cy="272" r="66" fill="${ink.moon}" />
  <circle cx="182" cy="252" r="9" fill="${ink.sand}" />
  <circle cx="140" cy="308" r="6" fill="${ink.sand}" />
  <path d="M160 262 C132 218 92 226 88 250 C86 270 112 288 158 282 Z" fill="${ink.dusk}" />
  <path d="M160 262 C188 218 228 226 232 250 C234 270 208 288 162 282 Z" fill="${ink.dusk}" />
  <path d="M158 280 C122 284 104 304 116 322 C130 334 152 318 159 292 Z" fill="${ink.rose}" />
  <path d="M162 280 C198 284 216 304 204 322 C190 334 168 318 161 292 Z" fill="${ink.rose}" />
  <circle cx="118" cy="252" r="8" fill="${ink.flame}" />
  <circle cx="202" cy="252" r="8" fill="${ink.flame}" />
  <circle cx="118" cy="252" r="3.4" fill="${ink.night}" />
  <circle cx="202" cy="252" r="3.4" fill="${ink.night}" />
  <ellipse cx="160" cy="284" rx="6.5" ry="27" fill="${ink.night}" />
  <path
    d="M158 258 C154 242 148 236 140 234 M162 258 C166 242 172 236 180 234"
    stroke="${ink.night}"
    stroke-width="2.6"
    fill="none"
    stroke-linecap="round"
  />`;

const withValve = (art: Html, colour: string): Html => html`${art} ${valve(160, 106, colour)}`;

/** The five bags of the house. */
export const bagLooks = {
  ember: {
    paper: ink.ember,
    tie: ink.dark,
    text: ink.cream,
    art: withValve(flames, ink.butter),
    nameAt: 158,
    nameSize: 44,
  },
  neubau: {
    paper: ink.cream,
    tie: ink.ember,
    text: ink.dark,
    art: withValve(street, ink.kraft),
    nameAt: 158,
    nameSize: 37,
  },
  huila: {
    paper: ink.fir,
    tie: ink.kraft,
    text: ink.cream,
    art: withValve(mountains, ink.moss),
    nameAt: 156,
    nameSize: 44,
  },
  guji: {
    paper: ink.cream,
    tie: ink.lake,
    text: ink.lake,
    art: withValve(branch, ink.sky),
    nameAt: 158,
    nameSize: 46,
  },
  moth: {
    paper: ink.night,
    tie: ink.moon,
    text: ink.moon,
    art: withValve(moth, ink.dusk),
    nameAt: 154,
    nameSize: 27,
  },
} as const satisfies Record<string, BagLook>;
