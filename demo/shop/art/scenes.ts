import { html } from 'hono/html';
import { drawBag } from './bag.js';
import { acorn, dripperShape, mugShape, steam } from './gear.js';
import { ink, type Html } from './ink.js';
import { bagLooks } from './labels.js';

const skyline = html`<path
    d="M130 420 V330 H152 V316 H164 V330 H190 C190 300 238 300 238 330 H262 V344 H292 V300 H304 L316 268 L322 168 L328 150 L334 168 L340 268 L352 300 L392 316 L420 300 V336 H452 V322 L470 306 L488 322 V344 H600 V420 Z"
    fill="#c98058"
    opacity=".7"
  />
  <path d="M212 306 V286 H216 V306 Z" fill="#c98058" />
  <path
    d="M110 430 V372 L142 346 L174 372 V362 H216 V348 H226 V362 H250 L276 338 L302 362 V376 H350 V358 L384 334 L418 358 V370 H448 V356 H458 V370 H620 V430 Z"
    fill="${ink.wine}"
  />
  ${[186, 206, 236, 366, 384, 402, 470, 490].map(
    (x) => html`<rect x="${x}" y="384" width="8" height="12" rx="4" fill="${ink.butter}" />`,
  )}`;

const oakLeaf = (x: number, y: number, turn: number, size: number, fill: string): Html =>
  html`<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">
    <path
      d="M0 0 C-4 -10 -14 -8 -16 -18 C-24 -20 -26 -32 -18 -36 C-26 -44 -22 -56 -12 -56 C-14 -68 -6 -76 0 -80 C6 -76 14 -68 12 -56 C22 -56 26 -44 18 -36 C26 -32 24 -20 16 -18 C14 -8 4 -10 0 0 Z"
      fill="${fill}"
    />
    <path
      d="M0 14 V-66 M0 -20 l-10 -8 M0 -20 l10 -8 M0 -40 l-10 -8 M0 -40 l10 -8"
      stroke="#000"
      stroke-opacity=".22"
      stroke-width="2.4"
      fill="none"
      stroke-linecap="round"
    />
  </g>`;

const jug = html`<path
    d="M84 312 H236 L232 340 C262 366 268 430 250 462 C246 470 238 472 230 472 H90 C82 472 74 470 70 462 C52 430 58 366 88 340 Z"
    fill="#fff"
    opacity=".34"
  />
  <path
    d="M62 408 H258 C260 430 256 450 250 462 C246 470 238 472 230 472 H90 C82 472 74 470 70 462 C64 450 60 430 62 408 Z"
    fill="${ink.dark}"
  />
  <ellipse cx="160" cy="408" rx="98" ry="9" fill="${ink.bark}" />
  <path d="M160 312 V404" stroke="${ink.dark}" stroke-width="4" />
  <path
    d="M88 352 C74 376 72 410 80 440"
    stroke="#fff"
    stroke-opacity=".75"
    stroke-width="6"
    fill="none"
    stroke-linecap="round"
  />
  <path
    d="M240 352 C300 350 304 446 256 446"
    stroke="#fff"
    stroke-opacity=".5"
    stroke-width="12"
    fill="none"
    stroke-linecap="round"
  />`;

const bean = (x: number, y: number, turn: number): Html =>
  html`<g transform="translate(${x} ${y}) rotate(${turn})">
    <ellipse rx="15" ry="10" fill="${ink.dark}" />
    <path d="M-14 0 C-6 -6 6 6 14 0" stroke="${ink.kraft}" stroke-width="2.4" fill="none" />
  </g>`;

/** The hero: a table by an arched window over the roofs of Vienna. */
export const heroScene = (coffeeName: string, alt: string): Html =>
  html`<svg class="scene" viewBox="0 0 640 620" role="img" aria-label="${alt}">
    <clipPath id="window">
      <path d="M120 470 V232 C120 112 206 40 320 40 C434 40 520 112 520 232 V470 Z" />
    </clipPath>
    <path
      d="M100 480 V232 C100 100 196 20 320 20 C444 20 540 100 540 232 V480 Z"
      fill="${ink.cream}"
    />
    <g clip-path="url(#window)">
      <rect x="100" y="20" width="440" height="470" fill="${ink.butter}" />
      <circle cx="424" cy="226" r="150" fill="#fff" opacity=".22" />
      <circle cx="424" cy="226" r="104" fill="#fff" opacity=".3" />
      <circle cx="424" cy="226" r="62" fill="${ink.ember}" />
      <path
        d="M100 132 h86 a16 16 0 0 1 0 32 h-86 Z M236 98 h70 a13 13 0 0 1 0 26 h-70 a13 13 0 0 1 0 -26 Z"
        fill="#fff"
        opacity=".6"
      />
      <g transform="translate(-40 0)">${skyline}</g>
      <path
        d="M100 420 C200 404 300 424 380 412 C450 402 500 420 560 410 V480 H100 Z"
        fill="${ink.fir}"
      />
    </g>
    <path d="M320 40 V470 M120 250 H520" stroke="${ink.cream}" stroke-width="10" />
    ${oakLeaf(140, 76, -128, 0.9, ink.leaf)} ${oakLeaf(110, 108, -164, 1.05, ink.moss)}
    ${oakLeaf(92, 60, -196, 0.8, ink.leaf)} ${oakLeaf(150, 34, -96, 0.8, ink.moss)}
    <path
      d="M40 4 C70 44 100 54 160 62"
      stroke="${ink.bark}"
      stroke-width="6"
      fill="none"
      stroke-linecap="round"
    />
    <g transform="translate(150 104) rotate(12)">${acorn(ink.bark, ink.kraft)}</g>
    <g transform="translate(64 92) rotate(-8) scale(.86)">${acorn(ink.bark, ink.kraft)}</g>
    <path d="M0 486 C0 470 8 464 22 464 H2600 V620 H0 Z" fill="${ink.kraft}" />
    <path d="M0 486 C0 470 8 464 22 464 H2600 V498 H0 Z" fill="#fff" opacity=".25" />
    <path
      d="M30 546 C160 534 240 556 380 544 M250 584 C360 574 460 594 610 580 M60 600 C100 594 150 602 190 598"
      stroke="${ink.bark}"
      stroke-opacity=".35"
      stroke-width="3"
      fill="none"
      stroke-linecap="round"
    />
    <g transform="translate(28 172) scale(.9)">${drawBag(bagLooks.ember, coffeeName, 'hero')}</g>
    <ellipse cx="396" cy="540" rx="96" ry="9" fill="#000" opacity=".18" />
    <g transform="translate(268 162) scale(.8)">${jug} ${dripperShape(ink.white, '#e3dccd')}</g>
    <ellipse cx="560" cy="574" rx="66" ry="9" fill="#000" opacity=".18" />
    <g transform="translate(462 340) scale(.61)">
      ${steam(124, 168, ink.white)} ${mugShape(ink.lake, ink.sand)}
    </g>
    ${bean(300, 572, 20)} ${bean(338, 590, -24)} ${bean(252, 558, -50)}
  </svg>`;

/** The drum roaster of the story section. */
export const roasterScene = (): Html =>
  html`<svg class="scene" viewBox="0 0 520 440" aria-hidden="true">
    <ellipse cx="250" cy="420" rx="230" ry="12" fill="#000" opacity=".16" />
    <path
      d="M404 150 V40 C404 22 418 14 434 14 H520 V44 H446 C438 44 436 48 436 54 V150 Z"
      fill="${ink.iron}"
    />
    <path d="M404 78 H436 V90 H404 Z" fill="#000" opacity=".25" />
    <path d="M160 26 H300 L258 104 H202 Z" fill="${ink.steel}" />
    <path d="M160 26 H190 L214 104 H202 Z" fill="#fff" opacity=".5" />
    <rect x="152" y="16" width="156" height="14" rx="7" fill="${ink.iron}" />
    <rect x="212" y="104" width="36" height="26" fill="${ink.iron}" />
    <rect x="90" y="126" width="360" height="196" rx="30" fill="${ink.fir}" />
    <rect x="90" y="126" width="360" height="42" rx="30" fill="#fff" opacity=".12" />
    <path
      d="M330 126 H420 C437 126 450 139 450 156 V292 C450 309 437 322 420 322 H330 Z"
      fill="#000"
      opacity=".16"
    />
    <circle cx="206" cy="224" r="92" fill="${ink.kraft}" />
    <circle cx="206" cy="224" r="78" fill="${ink.dark}" />
    <circle cx="206" cy="224" r="46" fill="${ink.flame}" />
    <path
      d="M166 246 C176 200 196 214 200 186 C222 204 224 220 222 232 C232 226 234 216 232 208 C250 232 244 270 206 270 C186 270 170 262 166 246 Z"
      fill="${ink.ember}"
    />
    <path
      d="M188 256 C190 236 204 240 206 222 C220 236 228 268 206 270 C196 270 188 264 188 256 Z"
      fill="${ink.butter}"
    />
    <circle cx="206" cy="224" r="46" fill="none" stroke="${ink.kraft}" stroke-width="8" />
    ${[0, 60, 120, 180, 240, 300].map(
      (turn) =>
        html`<circle
          cx="206"
          cy="138"
          r="4.5"
          fill="${ink.dark}"
          transform="rotate(${turn} 206 224)"
        />`,
    )}
    <circle cx="372" cy="190" r="26" fill="${ink.cream}" />
    <circle cx="372" cy="190" r="26" fill="none" stroke="${ink.kraft}" stroke-width="6" />
    <path d="M372 190 L386 176" stroke="${ink.ember}" stroke-width="4" stroke-linecap="round" />
    <rect x="346" y="240" width="52" height="12" rx="6" fill="${ink.kraft}" />
    <rect x="346" y="264" width="34" height="12" rx="6" fill="${ink.kraft}" />
    <path d="M120 322 H150 L140 416 H112 Z M392 322 H422 L430 416 H402 Z" fill="${ink.dark}" />
    <path d="M176 306 H238 L250 336 H164 Z" fill="${ink.iron}" />
    <path
      d="M60 350 H352 L338 388 C334 398 326 402 316 402 H96 C86 402 78 398 74 388 Z"
      fill="${ink.steel}"
    />
    <path d="M60 350 H352 L349 360 H63 Z" fill="#fff" opacity=".6" />
    <ellipse cx="206" cy="348" rx="138" ry="17" fill="${ink.dark}" />
    <ellipse cx="206" cy="344" rx="122" ry="13" fill="${ink.bark}" />
    ${bean(150, 342, 10)} ${bean(190, 348, -20)} ${bean(232, 341, 30)} ${bean(268, 347, -12)}
    ${bean(206, 336, 60)}
  </svg>`;

/** The club card with its stamps, for the invitation on the home page. */
export const cardScene = (): Html =>
  html`<svg class="scene" viewBox="0 0 520 380" aria-hidden="true">
    <g transform="rotate(-7 260 190)">
      <rect x="56" y="72" width="408" height="250" rx="22" fill="#000" opacity=".2" />
      <rect x="56" y="62" width="408" height="250" rx="22" fill="${ink.cream}" />
      <path
        d="M56 84 C56 70 66 62 78 62 H442 C454 62 464 70 464 84 V128 H56 Z"
        fill="${ink.ember}"
      />
      <g transform="translate(96 97) scale(.62)">${acorn(ink.cream, ink.butter)}</g>
      <text
        x="124"
        y="105"
        font-family="Georgia,serif"
        font-size="25"
        font-weight="700"
        fill="${ink.cream}"
      >
        Oak Club
      </text>
      ${Array.from({ length: 10 }, (_, i) => {
        const x = 108 + (i % 5) * 76;
        const y = 180 + Math.floor(i / 5) * 78;
        return html`<circle
            cx="${x}"
            cy="${y}"
            r="29"
            fill="none"
            stroke="${ink.kraft}"
            stroke-width="2.5"
            stroke-dasharray="${i < 7 ? 'none' : '5 6'}"
          />
          ${
            i < 7
              ? html`<g
                  transform="translate(${x} ${y + 1}) rotate(${((i * 37) % 25) - 12}) scale(.74)"
                  >${acorn(ink.fir, i % 3 === 1 ? ink.ember : ink.leaf)}</g
                >`
              : ''
          }`;
      })}
    </g>
    ${oakLeaf(440, 330, 38, 1.1, ink.moss)} ${oakLeaf(470, 318, 74, 0.9, ink.leaf)}
    <g transform="translate(424 330) rotate(24)">${acorn(ink.bark, ink.kraft)}</g>
  </svg>`;
