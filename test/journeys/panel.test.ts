import type { Page } from '@playwright/test';
import { changePages } from './support/answers.js';
import { Panel } from './support/panel.js';
import { expect, test } from './support/test.js';

/** What a merchant sets and what a link can say: sections, links to items, previews, a server in the page. */

const endpointRequests = (page: Page): string[] => {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/loyalty/v1')) requests.push(request.method());
  });
  return requests;
};

/** The shop's first page with more settings on its script tag. */
const withSettings = (page: Page, settings: string): Promise<unknown> =>
  changePages(page, '/?*', (html) => html.replace('data-endpoint=', `${settings} data-endpoint=`));

test(
  'a link opens the panel at a reward, and “back” closes it again',
  { tag: '@core' },
  async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/?member=near&lang=de');
    const panel = new Panel(page);
    await expect(panel.launcher).toContainText('Blätter');
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '#loyalty=rewards/off5';
      document.body.append(link);
      link.click();
    });
    const item = panel.dialog.locator('[data-item=off5]');
    await expect(item).toHaveAttribute('data-found', '');
    await expect(item).toBeInViewport({ ratio: 0.9 });
    // Firefox has nothing to load here, which `goBack` would wait for.
    await page.evaluate(() => history.back());
    await expect(panel.dialog).toBeHidden();
    // As the page sees it: Firefox tells Playwright of it a moment later.
    expect(await page.evaluate(() => location.hash)).toBe('');
  },
);

test('the merchant chooses sections and their order', async ({ page }) => {
  await withSettings(page, 'data-views="rewards home"');
  await page.goto('/?member=near&lang=de');
  const panel = new Panel(page);
  await panel.launcher.click();
  await expect(panel.dialog.getByRole('tab')).toHaveText(['Prämien', 'Start']);
});

test('a preview shows a level on the live page, and sends nothing but GETs', async ({
  page,
  noise,
}) => {
  noise.allow(/preview/i);
  await withSettings(page, 'data-preview="tier:oak"');
  const requests = endpointRequests(page);
  await page.goto('/?member=near&lang=de');
  const panel = new Panel(page);
  await panel.open();
  await expect(panel.dialog.locator('loyalty-preview-badge')).toContainText('Vorschau');
  await expect(panel.dialog.locator('[part~=level]')).toHaveText('Eiche');
  await panel.show('rewards');
  await (await panel.ask()).click();
  await expect(panel.reward().getByText('Vorschau')).toBeVisible();
  expect(new Set(requests)).toEqual(new Set(['GET']));
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
});

test('a static page needs no server: the sandbox redeems inside the page', async ({ page }) => {
  await page.route('/static.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="de"><meta charset="utf-8"><title>Statisch</title>
        <script type="module" src="/loyalty/loyalty.js"
          data-endpoint="sandbox:oak?member=near"></script>`,
    }),
  );
  const requests = endpointRequests(page);
  await page.goto('/static.html');
  const panel = new Panel(page);
  await panel.open('rewards');
  const code = await panel.redeem();
  expect(code).toMatch(/^OAK-/);
  await panel.show('vouchers');
  await expect(panel.dialog.locator('[part~=code]').first()).toHaveText(code);
  expect(requests).toEqual([]);
});
