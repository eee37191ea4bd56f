import type { Page, Route } from '@playwright/test';
import { trueAnswer } from './support/answers.js';
import { keyOf, Panel, redeemRequests } from './support/panel.js';
import { newMember, vouchersOf, walletOf } from './support/shop.js';
import { expect, signIn, test } from './support/test.js';

/** Enough for one reward of 500 and not for two: 100 are the welcome. */
const FOR_ONE = 400;
/** Until a page has asked three times. */
const RETRIED_MS = 15_000;

/** The database has one code for this member, and the leaves were taken once. */
async function expectOneVoucher(member: string): Promise<void> {
  expect(await vouchersOf(member)).toHaveLength(1);
  expect((await walletOf(member)).available).toBe(0);
}

async function askingOn(page: Page): Promise<Panel> {
  const panel = new Panel(page);
  await page.goto('/');
  await panel.open('rewards');
  await panel.ask();
  return panel;
}

/** Keeps the next redemption back until the test lets it go. */
const heldRequest = (page: Page): Promise<Route> =>
  new Promise((resolve) => void page.route('**/redeem*', resolve, { times: 1 }));

const yesOf = (panel: Panel) => panel.reward().locator('[part~=confirm-button]');

test(
  'pressed in two tabs in the same moment, a reward is given once and refused once',
  { tag: '@core' },
  async ({ page, context, noise }) => {
    noise.allow(/^error: Failed to load resource: .* 409/);
    const member = await newMember(FOR_ONE);
    await signIn(page, member);
    const panels = [await askingOn(page), await askingOn(await context.newPage())];

    await Promise.all(panels.map((panel) => yesOf(panel).click()));
    const outcomes = await Promise.all(
      panels.map(async (panel) => {
        const code = panel.reward().locator('[part~=code]');
        const refusal = panel.reward().getByRole('alert');
        await expect(code.or(refusal)).toBeVisible();
        return (await refusal.count()) ? (await refusal.innerText()).trim() : 'code';
      }),
    );
    expect(outcomes.sort()).toEqual(['Dafür reicht dein Guthaben nicht.', 'code']);
    await expectOneVoucher(member);
  },
);

test('a double click asks once', async ({ page }) => {
  const member = await newMember(FOR_ONE);
  await signIn(page, member);
  const panel = await askingOn(page);
  const requests = redeemRequests(page);
  await yesOf(panel).dblclick();
  await expect(panel.reward().locator('[part~=code]')).toBeVisible();
  expect(requests).toHaveLength(1);
  await expectOneVoucher(member);
});

test('Enter, and a click while the answer is on its way, ask once', async ({ page }) => {
  const member = await newMember(FOR_ONE);
  await signIn(page, member);
  const panel = await askingOn(page);
  const requests = redeemRequests(page);
  const held = heldRequest(page);

  await yesOf(panel).press('Enter');
  const route = await held;
  await expect(yesOf(panel)).toHaveText('Einen Moment …');
  await yesOf(panel).click({ force: true });
  await yesOf(panel).press('Enter');
  await route.continue();
  await expect(panel.reward().locator('[part~=code]')).toBeVisible();
  expect(requests).toHaveLength(1);
  await expectOneVoucher(member);
});

test(
  'a reload while the answer is on its way asks again with the same key',
  { tag: '@core' },
  async ({ page }) => {
    const member = await newMember(FOR_ONE);
    await signIn(page, member);
    const panel = await askingOn(page);
    const requests = redeemRequests(page);
    const held = heldRequest(page);

    await yesOf(panel).click();
    const route = await held;
    // The server does it, and nobody is there any more to hear of it.
    await trueAnswer(route);
    await page.reload();
    await expect(panel.launcher).toHaveText('0 Blätter');
    await panel.open('vouchers');
    await expect(panel.code).toHaveCount(1);
    expect(requests).toHaveLength(2);
    expect(new Set(requests.map(keyOf)).size).toBe(1);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await expectOneVoucher(member);
  },
);

test(
  'when the answer is lost, the shopper is told so and can safely press again',
  { tag: '@core' },
  async ({ page, noise }) => {
    noise.allow(/^error: Failed to load resource: net::ERR_FAILED/);
    noise.allow(/^warning: <loyalty-widget> redeem: .* cannot be reached/);
    const member = await newMember(FOR_ONE);
    await signIn(page, member);
    const panel = await askingOn(page);
    const requests = redeemRequests(page);
    await page.route('**/redeem*', async (route) => {
      await trueAnswer(route);
      await route.abort();
    });

    await yesOf(panel).click();
    await expect(panel.reward().getByRole('alert')).toContainText(
      'Wir haben vom Shop keine Antwort bekommen. Drück noch einmal',
      { timeout: RETRIED_MS },
    );
    expect(noise.warnings).toHaveLength(1);
    await page.unroute('**/redeem*');
    const replayed = page.waitForResponse(/\/redeem/);
    await yesOf(panel).click();
    await expect(panel.reward().locator('[part~=code]')).toBeVisible();
    expect((await replayed).headers()['idempotency-replayed']).toBe('true');
    expect(requests.length).toBeGreaterThan(1);
    expect(new Set(requests.map(keyOf)).size).toBe(1);
    await expectOneVoucher(member);
  },
);
