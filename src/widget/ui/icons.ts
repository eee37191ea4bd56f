import { svg, type SVGTemplateResult } from 'lit';

/**
 * The built-in icons, drawn on 24 × 24 with a round pen. Data names an icon; it never brings one.
 * @see contract, section 2, rule 9
 */
const paths = {
  bag: 'M6 8h12l1 12H5L6 8Zm3 3V7a3 3 0 0 1 6 0v4',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6l1-7Z',
  cake: 'M4 21h16M5 21v-8h14v8M5 16c2 2 3.5-1 4.7 0s2.6 1.5 4.6 0S17 18 19 16M12 13V9m0-5c1.5 2 1.5 3.5 0 3.5S10.5 6 12 4Z',
  calendar: 'M4 6h16v15H4V6Zm0 5h16M8 3v5m8-5v5',
  check: 'm5 13 4.5 4.5L19 7',
  chevron: 'm9 5 7 7-7 7',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 5v4.5l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  coin: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 5.5v7M9.5 10.5h3.7a1.7 1.7 0 0 1 0 3.4H9.5',
  copy: 'M9 9h11v11H9V9Zm6 0V4H4v11h5',
  cup: 'M4 9h13v5a6 6 0 0 1-6 6h-1a6 6 0 0 1-6-6V9Zm13 1h1.5a2.5 2.5 0 0 1 0 5H17M8 3.5c-1 1 1 1.5 0 3m4-3c-1 1 1 1.5 0 3',
  flame:
    'M12 21a6 6 0 0 0 6-6c0-4-3-5.5-4-9-2 1-3 3-3 5-1-.5-1.5-1.5-1.5-2.5C7.5 10 6 12.5 6 15a6 6 0 0 0 6 6Z',
  gift: 'M4 11h16v9H4v-9Zm-1-4h18v4H3V7Zm9 0v13M12 7C10 2 5 3 7 7m5 0c2-5 7-4 5 0',
  heart: 'M12 20C3 14 3.5 6 8.5 5.5c2 0 3 1.5 3.5 2.5.5-1 1.5-2.5 3.5-2.5C20.5 6 21 14 12 20Z',
  home: 'm4 11 8-7 8 7v9h-5.5v-5.5h-5V20H4v-9Z',
  key: 'M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm3 1 8-8m-3 3 3 3',
  leaf: 'M5 19C4 9 10 4 20 4c0 10-5 16-13 14m-2 3c1-6 4-9 8-11',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  lock: 'M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3',
  mail: 'M3 6h18v13H3V6Zm0 1 9 7 9-7',
  pen: 'M4 20l1-4L16.5 4.5l3 3L8 19l-4 1Zm10-13 3 3',
  percent:
    'M6 18 18 6M7.5 5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Zm9 9a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  pin: 'M12 21c4-5 6-8 6-11a6 6 0 0 0-12 0c0 3 2 6 6 11Zm0-13a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  star: 'm12 4 2.4 5.2 5.6.7-4.2 3.9 1.2 5.7L12 16.7l-5 2.8 1.2-5.7L4 9.9l5.6-.7L12 4Z',
  tag: 'M4 4h8l8 8-8 8-8-8V4Zm4.5 4.5h.01',
  ticket: 'M3 7h18v3.5a1.5 1.5 0 0 0 0 3V17H3v-3.5a1.5 1.5 0 0 0 0-3V7Zm11 0v10',
  truck:
    'M3 6h11v10H3V6Zm11 4h4l3 3v3h-7v-6ZM7 15.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm10 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  undo: 'M8 5 4 9l4 4M4 9h9a6 6 0 0 1 0 12h-3',
  users:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM3 20c0-4 2.5-6 6-6s6 2 6 6m1-14.5a3 3 0 0 1 0 6M18 14.5c2 .8 3 2.7 3 5.5',
  wheel: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0v18M3 12h18M5.6 5.6l12.8 12.8m0-12.8L5.6 18.4',
} as const;

export type IconName = keyof typeof paths;

/**
 * @param name as data spells it
 * @param fallback drawn where there is no such icon
 */
export function icon(name: string | undefined, fallback: IconName = 'star'): SVGTemplateResult {
  const known = name !== undefined && Object.hasOwn(paths, name) ? (name as IconName) : fallback;
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[known]}></path></svg>`;
}
