import type { Page } from '@playwright/test';
import { overflowing } from '../widget/support/overflowing.js';
import { changePages } from './support/answers.js';
import { Panel, VIEWS } from './support/panel.js';
import { newMember, redeem } from './support/shop.js';
import { expect, signIn, test } from './support/test.js';

const overflowsOf = (panel: Panel): Promise<string[]> => panel.dialog.evaluate(overflowing);

/** Every section, with a code that was just redeemed and a question that stands open. */
async function expectAllFits(panel: Panel): Promise<void> {
  for (const view of VIEWS) {
    await panel.show(view);
    expect(await overflowsOf(panel), view).toEqual([]);
    await expect(panel.close).toBeInViewport({ ratio: 1 });
    for (const tab of await panel.dialog.getByRole('tab').all()) {
      await expect(tab).toBeInViewport({ ratio: 0.9 });
    }
  }
  await panel.show('rewards');
  const yes = await panel.ask('Versand geschenkt');
  expect(await overflowsOf(panel)).toEqual([]);
  await yes.click();
  await expect(panel.reward('Versand geschenkt').locator('[part~=code]')).toBeVisible();
  expect(await overflowsOf(panel)).toEqual([]);
}

async function openAs(page: Page, width: number, height = 640): Promise<Panel> {
  const member = await newMember(123_456);
  await redeem(member, 'off5');
  await signIn(page, member);
  await page.setViewportSize({ width, height });
  await page.goto('/');
  const panel = new Panel(page);
  await panel.open();
  return panel;
}

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('everything fits on a screen of 320 pixels', { tag: '@core' }, async ({ page }) => {
    const panel = await openAs(page, 320);
    await expectAllFits(panel);
    await panel.close.click();
    await expect(panel.dialog).toBeHidden();
  });
});

test('everything fits at 200 % zoom, and with a root that is twice as big', async ({ page }) => {
  // Zoomed to 200 %, a window of 1280 × 960 has 640 × 480 pixels of the page.
  const panel = await openAs(page, 640, 480);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await expectAllFits(panel);
});

for (const width of [390, 1280]) {
  test(
    `on a page that runs from right to left the panel is mirrored, ${width} pixels wide`,
    { tag: width > 600 ? ['@core'] : [] },
    async ({ page }) => {
      await changePages(page, '/', (html) => html.replace('<html ', '<html dir="rtl" '));
      const panel = await openAs(page, width);
      const middle = async (locator: typeof panel.dialog) => {
        const box = await locator.boundingBox();
        return box ? box.x + box.width / 2 : NaN;
      };
      expect(await middle(panel.launcher)).toBeLessThan(width / 2);
      if (width > 600) expect(await middle(panel.dialog)).toBeLessThan(width / 2);
      await expectAllFits(panel);
    },
  );
}
