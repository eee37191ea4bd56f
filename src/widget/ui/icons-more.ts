import { define } from './define.js';

/** The icons that a programme may name and that opening the panel does not need. */
const paths = {
  award: 'M12 3a6 6 0 1 0 0 12 6 6 0 0 0 0-12Zm-3.5 11L7 21l5-2.5L17 21l-1.5-7',
  bag: 'M6 8h12l1 12H5L6 8Zm3 3V7a3 3 0 0 1 6 0v4',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15l1.5-2ZM10 21h4',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6l1-7Z',
  book: 'M12 6.5C10 5 7 4.5 4 5v13.5c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5Zm0 0V20',
  cake: 'M4 21h16M5 21v-8h14v8M5 16c2 2 3.5-1 4.7 0s2.6 1.5 4.6 0S17 18 19 16M12 13V9m0-5c1.5 2 1.5 3.5 0 3.5S10.5 6 12 4Z',
  camera: 'M4 8h4l1.5-2.5h5L16 8h4v11H4V8Zm8 2a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  chat: 'M4 5h16v11h-9l-4 4v-4H4V5Zm4 4h8m-8 3h5',
  copy: 'M9 9h11v11H9V9Zm6 0V4H4v11h5',
  crown: 'M4 18h16M4.5 15 3 7l5 4 4-6 4 6 5-4-1.5 8h-15Z',
  cup: 'M4 9h13v5a6 6 0 0 1-6 6h-1a6 6 0 0 1-6-6V9Zm13 1h1.5a2.5 2.5 0 0 1 0 5H17M8 3.5c-1 1 1 1.5 0 3m4-3c-1 1 1 1.5 0 3',
  door: 'M6 21V4h12v17M3.5 21h17M14.5 12.5h.01',
  flame:
    'M12 21a6 6 0 0 0 6-6c0-4-3-5.5-4-9-2 1-3 3-3 5-1-.5-1.5-1.5-1.5-2.5C7.5 10 6 12.5 6 15a6 6 0 0 0 6 6Z',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c5 5.5 5 12.5 0 18-5-5.5-5-12.5 0-18Z',
  heart: 'M12 20C3 14 3.5 6 8.5 5.5c2 0 3 1.5 3.5 2.5.5-1 1.5-2.5 3.5-2.5C20.5 6 21 14 12 20Z',
  key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm3 1 8-8m-3 3 3 3',
  leaf: 'M5 19C4 9 10 4 20 4c0 10-5 16-13 14m-2 3c1-6 4-9 8-11',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.5-5.5L12 7.5M14 10a4 4 0 0 0-6-.5l-3 3A4 4 0 0 0 10.5 18l1.5-1.5',
  mail: 'M3 6h18v13H3V6Zm0 1 9 7 9-7',
  map: 'M9 5 3.5 7v13L9 18l6 2 5.5-2V5L15 7 9 5Zm0 0v13m6-11v13',
  moon: 'M19.5 14A8 8 0 0 1 10 4.5 8 8 0 1 0 19.5 14Z',
  pen: 'M4 20l1-4L16.5 4.5l3 3L8 19l-4 1Zm10-13 3 3',
  percent:
    'M6 18 18 6M7.5 5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Zm9 9a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  phone: 'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm3 15h2',
  pin: 'M12 21c4-5 6-8 6-11a6 6 0 0 0-12 0c0 3 2 6 6 11Zm0-13a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  plus: 'M12 5v14M5 12h14',
  puzzle: 'M4 8h4.5a2 2 0 1 1 3.5 0H16v4a2 2 0 1 1 0 3.5V20H4V8Z',
  scratch: 'M4 6h16v12H4V6Zm3 9 4-6m0 6 4-6m0 6 2-3',
  send: 'M21 3 3 10.5l7 3 3 7L21 3Zm-11 10.5L21 3',
  share: 'M12 15V4m0 0L8 8m4-4 4 4M5 13v7h14v-7',
  shield: 'M12 3 5 5.5v6c0 4.5 3 7.5 7 9.5 4-2 7-5 7-9.5v-6L12 3Z',
  snow: 'M12 3v18M4.2 7.5l15.6 9m0-9-15.6 9M9.5 4.5 12 7l2.5-2.5m-5 15L12 17l2.5 2.5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-5v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.4m0-12.8L17 7M7 17l-1.4 1.4',
  tag: 'M4 4h8l8 8-8 8-8-8V4Zm4.5 4.5h.01',
  target:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm0 4.5h.01',
  trophy:
    'M8 4h8v6a4 4 0 0 1-8 0V4Zm0 1.5H4.5C4.5 9 6 10.5 8 10.5m8-5h3.5c0 3.5-1.5 5-3.5 5M12 14v4m-4 2.5h8',
  truck:
    'M3 6h11v10H3V6Zm11 4h4l3 3v3h-7v-6ZM7 15.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm10 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  undo: 'M8 5 4 9l4 4M4 9h9a6 6 0 0 1 0 12h-3',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c0-4 3-6 7.5-6s7.5 2 7.5 6',
  users:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3 20c0-4 2.5-6 6-6s6 2 6 6m1-14.5a3 3 0 0 1 0 6M18 14.5c2 .8 3 2.7 3 5.5',
  wheel: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0v18M3 12h18M5.6 5.6l12.8 12.8m0-12.8L5.6 18.4',
} as const;

export type MoreIconName = keyof typeof paths;

const STAR = 'm12 4 2.4 5.2 5.6.7-4.2 3.9 1.2 5.7L12 16.7l-5 2.8 1.2-5.7L4 9.9l5.6-.7L12 4Z';
const SVG = 'http://www.w3.org/2000/svg';

/** Draws an icon as soon as its code is there: who named it need not wait, nor draw again. */
class LoyaltyIcon extends HTMLElement {
  static readonly observedAttributes = ['name'];

  readonly #path = document.createElementNS(SVG, 'path');

  constructor() {
    super();
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('width', '100%');
    svg.setAttribute('height', '100%');
    svg.append(this.#path);
    this.attachShadow({ mode: 'open' }).append(svg);
  }

  attributeChangedCallback(_name: string, _before: string | null, name: string | null): void {
    const isKnown = name !== null && Object.hasOwn(paths, name);
    this.#path.setAttribute('d', isKnown ? paths[name as MoreIconName] : STAR);
  }
}

define('loyalty-icon', LoyaltyIcon);
