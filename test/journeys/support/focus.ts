import type { Page } from '@playwright/test';
import { expect } from './test.js';

export interface Focus {
  /** What a screen reader would call it, roughly. */
  name: string;
  /** Whether it lies in the panel. */
  isInside: boolean;
  /** Whether the focus can be seen: a ring, on something that lies in the window. */
  isSeen: boolean;
}

/** Where the focus is, through all shadow roots. */
export const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const hosts: Element[] = [];
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      hosts.push(element);
      element = element.shadowRoot.activeElement;
    }
    // A radio of the survey lies unseen in its label, which wears the ring.
    const shown = [element, element?.closest('label')].filter((one) => !!one);
    const box = element?.getBoundingClientRect();
    const isRinged = shown.some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const isInWindow =
      !!box && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const name = element?.ariaLabel ?? element?.textContent ?? '';
    return {
      name: name.replace(/\s+/g, ' ').trim(),
      isInside: hosts.some(({ localName }) => localName === 'loyalty-panel'),
      isSeen: isRinged && isInWindow && element?.matches(':focus-visible') === true,
    };
  });

/**
 * Where the focus is, once it can be seen. What loads above it moves it for a frame, until the
 * browser has scrolled after it.
 */
export async function seen(page: Page, when: string): Promise<Focus> {
  const until = Date.now() + 2_000;
  let at = await focus(page);
  while (!at.isSeen && Date.now() < until) {
    await page.waitForTimeout(50);
    at = await focus(page);
  }
  expect(at, `${when} at “${at.name}”`).toMatchObject({ isSeen: true });
  return at;
}
