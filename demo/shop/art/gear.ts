import { html } from 'hono/html';
import { ink, type Html } from './ink.js';

const shadow = (cx: number, cy: number, rx: number): Html =>
  html`<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="10" fill="#000" opacity=".16" />`;

/** The hand grinder, 320 × 410. */
export const drawGrinder = (): Html =>
  html`${shadow(150, 388, 78)}
    <path
      d="M150 96 C150 62 168 60 196 60 H250"
      stroke="${ink.iron}"
      stroke-width="11"
      fill="none"
      stroke-linecap="round"
    />
    <path
      d="M150 92 C151 66 170 57 196 57 H250"
      stroke="#fff"
      stroke-opacity=".45"
      stroke-width="2.5"
      fill="none"
    />
    <path
      d="M244 22 C262 18 276 28 276 44 C276 58 270 68 262 72 H248 C238 66 230 56 232 42 C233 32 238 24 244 22 Z"
      fill="${ink.bark}"
    />
    <path
      d="M240 34 C246 26 256 25 262 29"
      stroke="${ink.kraft}"
      stroke-width="4"
      fill="none"
      stroke-linecap="round"
    />
    <rect x="140" y="86" width="20" height="24" rx="4" fill="${ink.iron}" />
    <path
      d="M96 122 C96 108 110 104 150 104 C190 104 204 108 204 122 V128 H96 Z"
      fill="${ink.iron}"
    />
    <rect x="92" y="126" width="116" height="108" rx="6" fill="${ink.steel}" />
    <rect x="92" y="126" width="22" height="108" rx="6" fill="#fff" opacity=".5" />
    <rect x="176" y="126" width="32" height="108" rx="6" fill="#000" opacity=".16" />
    <rect x="88" y="232" width="124" height="22" rx="5" fill="${ink.iron}" />
    ${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(
      (i) =>
        html`<rect
          x="${95 + i * 10.4}"
          y="235"
          width="3"
          height="16"
          rx="1.5"
          fill="#000"
          opacity=".28"
        />`,
    )}
    <path
      d="M92 254 H208 V366 C208 380 198 386 184 386 H116 C102 386 92 380 92 366 Z"
      fill="${ink.kraft}"
    />
    <path d="M92 254 H118 V385 C102 386 92 380 92 366 Z" fill="#fff" opacity=".22" />
    <path d="M178 254 H208 V366 C208 380 198 386 184 386 H178 Z" fill="#000" opacity=".14" />
    <path
      d="M126 268 C122 300 132 330 126 372 M144 262 C150 300 140 336 146 378 M164 268 C158 306 168 344 162 376"
      stroke="${ink.bark}"
      stroke-opacity=".35"
      stroke-width="2"
      fill="none"
      stroke-linecap="round"
    />
    <circle cx="150" cy="178" r="24" fill="none" stroke="${ink.iron}" stroke-width="2.5" />
    <g transform="translate(150 178) scale(.62)">${acorn(ink.iron, ink.iron)}</g>`;

/** The house mark around 0,0, about 44 units high: an acorn whose nut is a coffee bean. */
export function acorn(cap: string, nut: string): Html {
  return html`<path
      d="M-19 -4 C-21 -20 -10 -25 0 -25 C10 -25 21 -20 19 -4 C8 -8 -8 -8 -19 -4 Z"
      fill="${cap}"
    />
    <path d="M-2 -24 C-2 -30 1 -33 5 -35 L8 -31 C5 -29 4 -27 4 -24 Z" fill="${cap}" />
    <path d="M-16 -1 C-8 -5 -4 -5 -1 -5 C-9 6 8 14 -2 29 C-12 25 -19 12 -16 -1 Z" fill="${nut}" />
    <path d="M3 -5 C8 -5 11 -4 16 -1 C19 12 12 24 3 29 C12 14 -4 6 3 -5 Z" fill="${nut}" />`;
}

const ribs = [
  'M98 148 C104 190 118 232 140 268',
  'M128 150 C132 194 142 234 152 268',
  'M160 151 C160 196 160 236 160 268',
  'M192 150 C188 194 178 234 168 268',
  'M222 148 C216 190 202 232 180 268',
];

/** The dripper cone with its foot; used alone and on top of the jug. */
export const dripperShape = (body: string, line: string): Html =>
  html`<path
      d="M236 176 C276 168 286 220 226 228"
      fill="none"
      stroke="${body}"
      stroke-width="15"
      stroke-linecap="round"
    />
    <path
      d="M236 181 C266 176 274 213 226 222"
      fill="none"
      stroke="#000"
      stroke-opacity=".12"
      stroke-width="4"
    />
    <path d="M70 138 H250 C246 196 224 246 196 280 H124 C96 246 74 196 70 138 Z" fill="${body}" />
    ${ribs.map(
      (d) =>
        html`<path
          d="${d}"
          stroke="${line}"
          stroke-width="5"
          fill="none"
          stroke-linecap="round"
        />`,
    )}
    <path
      d="M70 138 H104 C108 196 122 246 146 280 H124 C96 246 74 196 70 138 Z"
      fill="#fff"
      opacity=".35"
    />
    <path
      d="M214 138 H250 C246 196 224 246 196 280 H176 C200 246 212 196 214 138 Z"
      fill="#000"
      opacity=".1"
    />
    <ellipse cx="160" cy="138" rx="92" ry="17" fill="${body}" />
    <ellipse cx="160" cy="139" rx="80" ry="12" fill="#000" opacity=".14" />
    <path d="M116 278 H204 L208 296 H112 Z" fill="${body}" />
    <path d="M116 278 H204 L205 284 H115 Z" fill="#000" opacity=".1" />
    <path d="M78 296 H242 C250 296 250 312 242 312 H78 C70 312 70 296 78 296 Z" fill="${body}" />
    <path
      d="M76 305 H244 C246 309 245 312 242 312 H78 C75 312 74 309 76 305 Z"
      fill="#000"
      opacity=".1"
    />`;

/** The porcelain dripper, 320 × 410. */
export const drawDripper = (): Html =>
  html`<g transform="translate(0 60)">
    ${shadow(160, 314, 104)} ${dripperShape(ink.white, '#e3dccd')}
  </g>`;

const steam = (x: number, y: number, stroke: string): Html =>
  html`<path
    d="M${x} ${y} c-16 -20 16 -30 0 -52 M${x + 30} ${y - 4} c-16 -22 16 -36 0 -62 M${x + 60} ${y} c-16 -20 16 -30 0 -52"
    stroke="${stroke}"
    stroke-width="6"
    fill="none"
    stroke-linecap="round"
    opacity=".75"
  />`;

/** A mug with coffee in it, about 180 × 160 with its upper left at 70,190. */
export const mugShape = (glaze: string, clay: string): Html =>
  html`<path
      d="M226 226 C288 214 292 322 214 320"
      fill="none"
      stroke="${glaze}"
      stroke-width="20"
      stroke-linecap="round"
    />
    <path
      d="M232 240 C266 236 268 304 222 306"
      fill="none"
      stroke="#000"
      stroke-opacity=".14"
      stroke-width="4"
    />
    <path
      d="M70 200 H238 C240 270 236 330 222 368 C218 380 208 384 196 384 H112 C100 384 90 380 86 368 C72 330 68 270 70 200 Z"
      fill="${clay}"
    />
    <path
      d="M70 200 H238 C239 240 238 276 235 306 C214 324 196 292 172 310 C148 328 132 300 110 318 C94 330 82 318 75 312 C71 280 69 240 70 200 Z"
      fill="${glaze}"
    />
    <path
      d="M84 206 C84 270 88 320 100 364"
      stroke="#fff"
      stroke-opacity=".4"
      stroke-width="9"
      fill="none"
      stroke-linecap="round"
    />
    <path
      d="M206 200 H238 C240 270 236 330 222 368 C218 380 208 384 196 384 H184 C202 340 208 270 206 200 Z"
      fill="#000"
      opacity=".1"
    />
    <ellipse cx="154" cy="200" rx="84" ry="17" fill="${glaze}" />
    <ellipse cx="154" cy="201" rx="73" ry="12" fill="${ink.dark}" />
    <ellipse cx="146" cy="203" rx="44" ry="5" fill="${ink.bark}" />`;

/** The stoneware mug, 320 × 410. */
export const drawMug = (): Html =>
  html`${shadow(160, 386, 96)} ${mugShape(ink.ember, ink.sand)} ${steam(124, 168, ink.white)}`;

/** A mug that has fallen over, and what was in it; 320 × 320. */
export const drawFallenMug = (): Html =>
  html`<svg class="picture" viewBox="0 0 320 320" aria-hidden="true">
    <path
      d="M8 262 C0 240 40 236 70 232 C96 228 130 238 160 236 C190 234 208 246 204 260 C200 276 150 270 120 276 C84 284 16 284 8 262 Z"
      fill="${ink.dark}"
    />
    <path
      d="M34 256 C50 248 84 246 104 250"
      stroke="${ink.bark}"
      stroke-width="5"
      fill="none"
      stroke-linecap="round"
    />
    <ellipse cx="186" cy="266" rx="96" ry="9" fill="#000" opacity=".16" />
    <g transform="translate(-64 304) rotate(-84) scale(.86)">${mugShape(ink.ember, ink.sand)}</g>
  </svg>`;

const tin = (x: number, y: number, paint: string, band: string): Html =>
  html`<rect x="${x}" y="${y}" width="62" height="104" rx="6" fill="${paint}" />
    <rect x="${x - 2}" y="${y - 12}" width="66" height="20" rx="5" fill="${ink.steel}" />
    <rect x="${x - 2}" y="${y - 12}" width="66" height="7" rx="3.5" fill="#fff" opacity=".5" />
    <rect x="${x}" y="${y + 28}" width="62" height="42" fill="${band}" />
    <g transform="translate(${x + 31} ${y + 50}) scale(.5)">${acorn(paint, paint)}</g>
    <rect x="${x + 5}" y="${y + 10}" width="9" height="90" rx="4" fill="#fff" opacity=".28" />
    <rect x="${x + 46}" y="${y + 8}" width="16" height="96" rx="4" fill="#000" opacity=".12" />`;

/** The tasting set: four tins in an open box, 320 × 410. */
export const drawTasting = (): Html =>
  html`${shadow(160, 374, 142)}
    <path d="M22 236 L54 128 H266 L298 236 Z" fill="${ink.bark}" />
    <path d="M36 230 L64 140 H256 L284 230 Z" fill="${ink.dark}" opacity=".35" />
    <text
      x="160"
      y="172"
      text-anchor="middle"
      font-size="15"
      letter-spacing="4"
      fill="${ink.sand}"
      font-family="Georgia,serif"
    >
      1 · 2 · 3 · 4
    </text>
    ${tin(30, 204, ink.ember, ink.cream)} ${tin(96, 204, ink.cream, ink.rose)}
    ${tin(162, 204, ink.fir, ink.cream)} ${tin(228, 204, ink.lake, ink.cream)}
    <path
      d="M14 262 H306 L300 362 C299 370 294 374 286 374 H34 C26 374 21 370 20 362 Z"
      fill="${ink.kraft}"
    />
    <path d="M14 262 H306 L305 276 H15 Z" fill="#fff" opacity=".28" />
    <path d="M262 262 H306 L300 362 C299 370 294 374 286 374 H264 Z" fill="#000" opacity=".1" />
    <rect x="98" y="296" width="124" height="54" rx="27" fill="${ink.cream}" />
    <g transform="translate(160 323) scale(.72)">${acorn(ink.fir, ink.ember)}</g>`;

export { steam };
