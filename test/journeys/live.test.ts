import type { BrowserContext, Locator, Page } from '@playwright/test';
import { Panel } from './support/panel.js';
import { newMember, tellShop } from './support/shop.js';
import { expect, signIn, test } from './support/test.js';

/** What happens in one place shows in another: by the stream, by looking, or it says how old it is. */

const order = async (member: string): Promise<void> => {
  await tellShop({
    type: 'balance.adjusted',
    member,
    unit: 'pts',
    value: 50,
    reason: 'Aus einem anderen Fenster',
  });
};

const cutStream = (context: BrowserContext): Promise<unknown> =>
  context.route('**/events?ticket=*', (route) => route.abort());

/** What the browser itself says about requests and a stream that are cut off. */
const BROWSER =
  /^error: Failed to load resource: net::ERR_FAILED|^page error: Firefox can’t establish/;

/** A clock that is turned on does not wait for answers that are on their way. */
const HURRIED = /^warning: <loyalty-widget> \w+: No answer in time/;

/** Everything the page asks of the endpoint. */
const cutAll = (context: BrowserContext): Promise<unknown> =>
  context.route('**/loyalty/v1/**', (route) => route.abort());

/**
 * Turns the clock on until something stands there. Not all at once: an answer that comes meanwhile
 * sets timers of its own.
 */
const turnUntil = (page: Page, there: Locator, words: RegExp | string): Promise<void> =>
  expect(async () => {
    await page.clock.runFor(5_000);
    await expect(there).toContainText(words, { timeout: 250 });
  }).toPass({ timeout: 20_000 });

const openPanel = async (page: Page): Promise<Panel> => {
  const panel = new Panel(page);
  await page.goto('/');
  await panel.open();
  return panel;
};

test(
  'a purchase in one tab moves the other within two seconds, over one stream for both',
  { tag: '@core' },
  async ({ page, context }) => {
    const member = await newMember(400);
    await signIn(page, member);
    const streams: string[] = [];
    context.on('request', (request) => {
      if (request.url().includes('/events?')) streams.push(request.url());
    });
    const opened = context.waitForEvent('request', (request) => request.url().includes('/events?'));
    const first = await openPanel(page);
    const stream = await opened;
    await expect.poll(async () => (await stream.response())?.status()).toBe(200);
    const second = await openPanel(await context.newPage());
    await expect(first.balance).toContainText('500');
    await expect(second.balance).toContainText('500');

    await order(member);
    await expect(first.balance).toContainText('550', { timeout: 2_000 });
    await expect(second.balance).toContainText('550', { timeout: 2_000 });
    expect(streams).toHaveLength(1);

    // The tab with the stream goes; the other takes over and misses nothing.
    const again = context.waitForEvent('request', (request) => request.url().includes('/events?'));
    await page.close();
    await (await again).response();
    await order(member);
    await expect(second.balance).toContainText('600');
  },
);

test('with the stream cut, the open panel looks for news by itself', async ({
  page,
  context,
  noise,
}) => {
  noise.allow(BROWSER);
  noise.allow(HURRIED);
  await page.clock.install();
  await cutStream(context);
  const member = await newMember(400);
  await signIn(page, member);
  const panel = await openPanel(page);
  await expect(panel.balance).toContainText('500');

  await order(member);
  const asked = page.waitForRequest((request) => request.url().includes('/loyalty/v1/'));
  await page.clock.runFor(61_000);
  await asked;
  await turnUntil(page, panel.balance, '550');
});

test('with both cut, it says of when it is, and nothing is spent by it', async ({
  page,
  context,
  noise,
}) => {
  noise.allow(BROWSER);
  noise.allow(/^warning: <loyalty-widget> \w+: .* cannot be reached/);
  noise.allow(HURRIED);
  await page.clock.install();
  await cutStream(context);
  const member = await newMember(400);
  await signIn(page, member);
  const panel = await openPanel(page);
  await panel.show('rewards');

  await cutAll(context);
  await page.clock.runFor(61_000);
  await turnUntil(page, panel.dialog.locator('.stale'), /Stand \d/);

  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/redeem')) asked.push(request.url());
  });
  const reward = panel.reward();
  await reward.getByRole('button', { name: panel.say.redeem }).click();
  await page.clock.runFor(1_000);
  await reward.locator('[part~=confirm-button]').click();
  await turnUntil(page, reward.getByRole('alert'), 'älter als eine Minute');
  expect(asked).toEqual([]);

  // The shop answers again: what was refused works.
  await context.unroute('**/loyalty/v1/**');
  await panel.dialog.locator('.stale').getByRole('button').click();
  await expect(panel.dialog.locator('.stale')).toHaveCount(0);
  await reward.locator('[part~=confirm-button]').click();
  await expect(panel.code.first()).toBeVisible();
});
