import type { Page } from '@playwright/test';

interface Shift {
  value: number;
  what: string;
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

declare global {
  interface Window {
    shifts: Shift[];
  }
}

/** Notes in the page what moves on its own; to be run before the page's own code. */
export const noteShifts = (): void => {
  window.shifts = [];
  // Firefox knows of none, and complains when it is asked.
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  const nameOf = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    const root = element?.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.localName} › ` : '';
    return element ? `${host}${element.localName}.${element.className}` : 'gone';
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      if (entry.hadRecentInput) continue;
      // While the page is still read none of our code has run: what moves is the page's own.
      const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      if (!page?.domInteractive || entry.startTime < page.domInteractive) continue;
      const what = entry.sources.map(({ node }) => nameOf(node)).join(', ');
      window.shifts.push({ value: entry.value, what });
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

/** What has moved, after the last frame was drawn. */
export const shiftsOf = (page: Page): Promise<Shift[]> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return window.shifts;
  });
