import { html, svg, type TemplateResult } from 'lit';
import type { MoreIconName } from './icons-more.js';

/**
 * The built-in icons, drawn on 24 × 24 with a round pen. Data names an icon; it never brings one.
 * These are at hand when the panel opens; the others (icons-more.ts) come with the first one that is
 * named.
 * @see contract, section 2, rule 9
 */
const paths = {
  calendar: 'M4 6h16v15H4V6Zm0 5h16M8 3v5m8-5v5',
  check: 'm5 13 4.5 4.5L19 7',
  chevron: 'm9 5 7 7-7 7',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 5v4.5l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  coin: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 5.5v7M9.5 10.5h3.7a1.7 1.7 0 0 1 0 3.4H9.5',
  gift: 'M4 11h16v9H4v-9Zm-1-4h18v4H3V7Zm9 0v13M12 7C10 2 5 3 7 7m5 0c2-5 7-4 5 0',
  home: 'm4 11 8-7 8 7v9h-5.5v-5.5h-5V20H4v-9Z',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  lock: 'M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3',
  more: 'M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2Zm7 0a1 1 0 1 0 0 2 1 1 0 0 0 0-2Zm7 0a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  star: 'm12 4 2.4 5.2 5.6.7-4.2 3.9 1.2 5.7L12 16.7l-5 2.8 1.2-5.7L4 9.9l5.6-.7L12 4Z',
  ticket: 'M3 7h18v3.5a1.5 1.5 0 0 0 0 3V17H3v-3.5a1.5 1.5 0 0 0 0-3V7Zm11 0v10',
} as const;

type FirstIconName = keyof typeof paths;
export type IconName = FirstIconName | MoreIconName;

/**
 * @param name as data spells it
 * @param fallback drawn where none is named; an unknown name is a star
 */
export function icon(name: string | undefined, fallback: IconName = 'star'): TemplateResult {
  const wanted = name ?? fallback;
  if (!Object.hasOwn(paths, wanted)) {
    void import('./icons-more.js').catch(() => undefined);
    return html`<loyalty-icon class="icon" name=${wanted} aria-hidden="true"></loyalty-icon>`;
  }
  const path = paths[wanted as FirstIconName];
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    ${svg`<path d=${path}></path>`}
  </svg>`;
}
