import type { Locator, Page } from '@playwright/test';
import { Panel, untilAnswerable } from './support/panel.js';
import { noteShifts, shiftsOf } from './support/shifts.js';
import { newMember, redeem, vouchersOf } from './support/shop.js';
import { expect, signIn, test } from './support/test.js';

/** The blocks that stand in the shop's own flow: product, cart, and what a shopper saves for. */

const estimate = (page: Page) => page.locator('loyalty-estimate');
/** Where an element stands on the page, however far that was scrolled to what is pressed. */
const placeOf = (locator: Locator) =>
  locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  });
const offer = (page: Page, title: string) =>
  page.locator('loyalty-cart-offer').filter({ hasText: title });

async function putIntoCart(page: Page, product: string, choice?: string): Promise<void> {
  await page.goto(`/products/${product}`);
  if (choice) await page.locator(`[name=choice][value="${choice}"]`).check({ force: true });
  await page.getByRole('button', { name: 'In den Warenkorb' }).click();
  await expect(page.getByRole('heading', { name: 'Warenkorb', level: 1 })).toBeVisible();
}

test('the estimate follows the size and the quantity, and nothing moves', async ({ page }) => {
  await page.addInitScript(noteShifts);
  await page.goto('/products/ember?member=new&lang=de');
  await expect(estimate(page)).toContainText('Damit sammelst du 12 Blätter und 1 Stempel');
  const place = await placeOf(estimate(page));

  await page.locator('[name=choice][value="1000"]').check({ force: true });
  await expect(estimate(page)).toContainText('42 Blätter');
  // As a shopper writes over it: `fill` puts the digit beside the old one in Firefox.
  await page.locator('#qty').press('ControlOrMeta+a');
  await page.locator('#qty').press('3');
  await expect(estimate(page)).toContainText('128 Blätter');
  expect(await placeOf(estimate(page))).toEqual(place);
  // Leaves of a size that the shopper has just chosen may not move the page either.
  const shifts = await shiftsOf(page);
  expect(shifts.filter(({ what }) => what.includes('product'))).toEqual([]);
});

test('a guest reads what a member would get, and finds the way in', async ({ page }) => {
  await page.goto('/products/ember?member=guest&lang=de');
  await expect(estimate(page)).toContainText('Mitglieder sammeln damit 12 Blätter');
  await estimate(page).getByRole('button', { name: 'Mitglied werden' }).click();
  await expect(page).toHaveURL(/\/account$/);
});

test('what the cart promises is what the order brings', async ({ page }) => {
  const member = await newMember();
  await page.goto('/?member=new&lang=de');
  await signIn(page, member);
  await putIntoCart(page, 'ember', '500');
  const cart = page.locator('loyalty-cart');
  await expect(cart).toContainText('+23 Blätter und 1 Stempel');
  await expect(cart).toContainText('Kaffeekarte: danach 1 von 10');
});

test('a code that is held is used from the cart, and fits no second time', async ({ page }) => {
  const member = await newMember(500);
  await redeem(member, 'off5');
  const [voucher] = await vouchersOf(member);
  await page.goto('/?member=new&lang=de');
  await signIn(page, member);
  await putIntoCart(page, 'ember', '1000');
  const row = offer(page, voucher?.code ?? 'no code');
  await expect(row).toContainText('spart 5 €');
  await expect(row).toContainText('Das Beste für diese Bestellung');
  const applied = page.waitForRequest((request) => request.url().includes('/cart/apply'));
  await row.getByRole('button', { name: 'Nutzen' }).click();
  expect((await applied).url()).toContain(voucher?.code);
});

test(
  'a reward is redeemed and lies on the order, with one question',
  { tag: '@core' },
  async ({ page }) => {
    await page.goto('/?member=rich&lang=de');
    await putIntoCart(page, 'ember', '1000');
    const row = offer(page, '5 € Rabatt');
    await row.getByRole('button', { name: 'Einlösen' }).click();
    await untilAnswerable(page);
    await row.getByRole('button', { name: 'Ja, einlösen' }).click();
    await expect(page.getByText(/Der Code OAK\S+ ist eingelöst/)).toBeVisible();
    await expect(page.locator('.sums')).toContainText(/Gutscheine\s*−€?\s*5,00/);
  },
);

test('a goal is pinned on its card, stands on every page, and is kept on this device alone', async ({
  page,
}) => {
  await page.goto('/?member=new&lang=de');
  const panel = new Panel(page);
  await panel.open('rewards');
  const stored = () => page.evaluate(() => JSON.stringify(localStorage));
  expect(await stored()).toBe('{}');
  await panel.reward().getByRole('button', { name: 'Darauf spare ich' }).click();
  await expect(panel.reward().getByRole('button', { name: 'Dein Ziel' })).toBeVisible();
  expect(await stored()).not.toContain('c_new');
  await panel.close.click();

  await page.goto('/products/mug');
  await expect(page.locator('footer loyalty-goal')).toContainText(
    /Noch \d+ Blätter bis „5 € Rabatt“/,
  );
  await page.goto('/account');
  const card = page.locator('.account loyalty-goal');
  await expect(card).toContainText('Dein Ziel');
  await expect(card).toContainText('So kommst du hin');
  await card.getByRole('button', { name: 'Nicht mehr darauf sparen' }).click();
  await expect(card).not.toContainText('Dein Ziel');
  await expect(page.locator('footer loyalty-goal')).not.toContainText('5 € Rabatt');
  expect(await stored()).toBe('{}');
});

test('someone else on the same device sees nothing of it', { tag: '@core' }, async ({ page }) => {
  await page.goto('/?member=new&lang=de');
  const panel = new Panel(page);
  await panel.open('rewards');
  await panel.reward().getByRole('button', { name: 'Darauf spare ich' }).click();
  await expect(panel.reward().getByRole('button', { name: 'Dein Ziel' })).toBeVisible();
  await page.goto('/account?member=empty');
  await expect(page.locator('loyalty-tier')).not.toHaveText('');
  await expect(page.locator('.account loyalty-goal')).not.toContainText('Dein Ziel');
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
});

test('a reminder that was put to sleep stays asleep after a reload', async ({ page }) => {
  test.slow();
  const nudge = page.locator('loyalty-nudge');
  const never = nudge.getByRole('button', { name: 'Nicht mehr zeigen' });
  await page.goto('/?member=rich&lang=de');
  await expect(never).toBeVisible({ timeout: 20_000 });
  const words = (await nudge.locator('strong').innerText()).trim();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await never.click();
  await expect(never).toHaveCount(0);

  // Another tab has not sent anything away; only what is never to come again does not.
  const again = await page.context().newPage();
  await again.goto('/');
  const other = again.locator('loyalty-nudge strong');
  await expect(other).toBeVisible({ timeout: 20_000 });
  expect((await other.innerText()).trim()).not.toBe(words);
});

test('near the till there are no words of it', async ({ page }) => {
  await page.goto('/?member=rich&lang=de');
  await putIntoCart(page, 'ember');
  await expect(page.locator('loyalty-nudge .dot')).toBeAttached({ timeout: 20_000 });
  await expect(page.locator('loyalty-nudge .bubble')).toHaveCount(0);
});
