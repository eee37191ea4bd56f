import type { Page } from '@playwright/test';
import { changePages } from './support/answers.js';
import { Panel, VIEWS } from './support/panel.js';
import { noteShifts, shiftsOf } from './support/shifts.js';
import { expect, test } from './support/test.js';

/**
 * The floating button has the programme's name first and a member's balance later. It lies over the
 * page and moves nothing, yet its own growth counts; 0.1 is what counts as good for a page.
 */
const GROWS = 'loyalty-launcher.';
const LAUNCHER_GROWTH = 0.0025;
/**
 * A page that is laid out while it still streams in may move its own header by a hair (0.0007 seen once
 * in a dozen runs). A block that takes more room than was kept for it moves the page by 0.06 and more.
 */
const HAIR = 0.001;

const endpointRequests = (page: Page): string[] => {
  const urls: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/loyalty/v1')) urls.push(request.url());
  });
  return urls;
};

const stored = (page: Page) =>
  page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage } }));

for (const width of [390, 1280]) {
  for (const member of ['guest', 'near']) {
    for (const path of ['/', '/account', '/products/ember']) {
      test(`nothing jumps while ${path} loads for ${member}, ${width} pixels wide`, async ({
        page,
      }) => {
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        await page.addInitScript(noteShifts);
        await page.setViewportSize({ width, height: 844 });
        await page.goto(`${path}?member=${member}&lang=de`);
        await page.waitForLoadState('networkidle');
        const { header, launcher } = new Panel(page);
        await expect(launcher).toHaveText(member === 'guest' ? 'Vorteile' : /Blätter$/);
        if (member !== 'guest') await expect(header).toContainText('Blätter');
        await expect(page.locator('.bone')).toHaveCount(0);
        const shifts = await shiftsOf(page);
        expect(shifts.filter(({ what, value }) => what !== GROWS && value > HAIR)).toEqual([]);
        const grown = shifts.reduce((sum, { value }) => sum + value, 0);
        expect(grown).toBeLessThan(LAUNCHER_GROWTH);
      });
    }
  }
}

test('a card whose code comes late pushes nothing away', async ({ page }) => {
  const late: (() => void)[] = [];
  await page.route(/\/(game-card|reward-slider)-[^/]+\.js$/, async (route) => {
    await new Promise<void>((resolve) => late.push(resolve));
    await route.continue();
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/?member=near&lang=de');
  const panel = new Panel(page);
  await panel.open();
  await panel.tab('rewards').click();
  const last = panel.dialog.locator('loyalty-reward-card').last();
  const place = async () => (await last.boundingBox())?.y ?? NaN;
  await expect.poll(() => late.length).toBe(2);
  await expect(panel.dialog.locator('.bone')).toHaveCount(0);
  await expect(last.getByRole('heading')).toBeVisible();
  const before = await place();
  late.forEach((answer) => answer());
  await panel.settle();
  // A line more or less, by the words of a prize; the whole card is six times as high.
  expect(Math.abs((await place()) - before)).toBeLessThan(100);
});

test('a guest who looks around leaves no trace in the browser', async ({ page, context }) => {
  await page.goto('/');
  const panel = new Panel(page);
  await panel.open();
  for (const view of VIEWS.slice(0, 3)) await panel.show(view);
  await panel.close.click();
  expect(await stored(page)).toEqual({ local: {}, session: {} });
  expect(await context.cookies()).toEqual([]);
});

test('a member who only looks leaves nothing but the cookie of the shop', async ({
  page,
  context,
}) => {
  await page.goto('/?member=near&lang=de');
  const panel = new Panel(page);
  await panel.open();
  for (const view of VIEWS) await panel.show(view);
  expect(await stored(page)).toEqual({ local: {}, session: {} });
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['oak_session']);
});

test('on a page without blocks nothing is asked of the endpoint before a guest opens the panel', async ({
  page,
}) => {
  await changePages(page, '/', (html) =>
    html.replaceAll(/<loyalty-[\w-]+[^>]*><\/loyalty-[\w-]+>/g, ''),
  );
  const requests = endpointRequests(page);
  const asked = page.waitForResponse('**/demo/token*');
  await page.goto('/');
  await asked;
  await page.waitForLoadState('networkidle');
  const panel = new Panel(page);
  await expect(panel.launcher).toBeVisible();
  await expect(panel.header).toHaveCount(0);
  expect(requests).toEqual([]);

  await panel.open();
  await expect(panel.dialog.locator('[part~=join-button]')).toBeVisible();
  expect(requests).toHaveLength(1);
});
