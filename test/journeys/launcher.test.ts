import type { Page } from '@playwright/test';
import { Panel } from './support/panel.js';
import { expect, test } from './support/test.js';

/** The floating button lies over the shop, and hides no control of it from whoever walks by keyboard. */

/** More stops than any page of the shop has. */
const MOST = 80;
const GRID = 5;

interface Stop {
  readonly name: string;
  /** Whether it belongs to the shop, and not to the floating button or to the browser's own frame. */
  readonly isOfPage: boolean;
  /** Nothing of it can be seen, because the floating button lies over it. */
  readonly isCovered: boolean;
}

/** The control that has the focus, and whether any point of it in the window is free of the launcher. */
const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate((grid) => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      if (element.localName === 'loyalty-launcher') break;
      element = element.shadowRoot.activeElement;
    }
    const isOfPage =
      !!element && element !== document.body && element.localName !== 'loyalty-launcher';
    const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
    const points = [...Array(grid * grid).keys()]
      .map((index) => ({
        x: left + (width * ((index % grid) + 0.5)) / grid,
        y: top + (height * (Math.floor(index / grid) + 0.5)) / grid,
      }))
      .filter(({ x, y }) => x > 0 && y > 0 && x < innerWidth && y < innerHeight);
    const hidden = points.filter(({ x, y }) =>
      document.elementsFromPoint(x, y)[0]?.closest('loyalty-widget, loyalty-launcher'),
    );
    return {
      name: (element?.ariaLabel ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim(),
      isOfPage,
      isCovered: isOfPage && points.length === hidden.length,
    };
  }, GRID);

// The page jumps to what has the focus, so that nothing is measured on the way.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const width of [390, 1280]) {
  for (const path of ['/', '/products/ember', '/cart', '/account']) {
    test(`every control of ${path} that has the focus can be seen, ${width} pixels wide`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(`${path}?member=near&lang=de`);
      const { launcher } = new Panel(page);
      await expect(launcher).toHaveText(/Blätter$/);
      // What still loads moves the page under what has the focus.
      await expect(page.locator('.bone')).toHaveCount(0);
      const stops: Stop[] = [];
      for (let press = 0; press < MOST; press++) {
        await page.keyboard.press('Tab');
        const stop = await stopOf(page);
        if (!stop.isOfPage && stops.length > 0) break;
        stops.push(stop);
      }
      expect(stops.length).toBeGreaterThan(5);
      expect(stops.length).toBeLessThan(MOST);
      expect(stops.filter(({ isCovered }) => isCovered)).toEqual([]);
    });
  }
}
