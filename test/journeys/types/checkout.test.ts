import { untilAnswerable } from '../support/panel.js';
import { activityOf, vouchersOf, walletOf } from '../support/shop.js';
import { expect, test } from '../support/test.js';

/** A department store whose points also pay, and Manuel, who has some four hundred. */
const SHOP = 'membership';
const MANUEL = 'c_middle';
const SPENT = 200;

const held = async () => (await walletOf(MANUEL, 'point', SHOP)).held ?? 0;

test('points are held for the order and spent by it', async ({ page }) => {
  await page.goto(`/products/kettle?programme=${SHOP}&member=middle&lang=de`);
  await page.getByRole('button', { name: 'In den Warenkorb' }).click();
  const offer = page
    .locator('loyalty-cart [part~=offer]')
    .filter({ has: page.getByRole('heading', { name: 'Mit Punkten zahlen', exact: true }) });
  const slider = page.locator('loyalty-cart loyalty-reward-slider');
  const before = await walletOf(MANUEL, 'point', SHOP);

  await expect(offer).toContainText('spart bis zu');
  await slider.getByRole('spinbutton').fill(String(SPENT));
  await slider.getByRole('spinbutton').blur();
  await expect(slider).toContainText(/Du bekommst 2.€ Rabatt/);
  await slider.getByRole('button', { name: 'Einlösen' }).click();
  const yes = slider.getByRole('button', { name: 'Ja, einlösen' });
  await expect(yes).toBeVisible();
  await untilAnswerable(page);
  await yes.click();

  await expect(page.getByText(/Der Code PLUS\S+ ist eingelöst\./)).toBeVisible();
  const sums = page.locator('.sums');
  await expect(sums).toContainText(/Gutscheine\s*−€?\s*2,00/);
  const [voucher] = (await vouchersOf(MANUEL, SHOP)).filter(({ source }) => source.id === 'pay');
  expect(voucher?.status).toBe('held');
  expect(await held()).toBe(SPENT);
  expect((await walletOf(MANUEL, 'point', SHOP)).available).toBe(before.available - SPENT);

  await page.getByRole('button', { name: 'Zahlungspflichtig bestellen' }).click();
  await expect(page.getByRole('heading', { name: 'Danke, Manuel' })).toBeVisible();
  const earned = 42;
  expect(await held()).toBe(0);
  const after = await walletOf(MANUEL, 'point', SHOP);
  expect(after.available).toBe(before.available - SPENT + earned);
  expect(after.spent).toBe((before.spent ?? 0) + SPENT);
  const used = (await vouchersOf(MANUEL, SHOP)).find(({ id }) => id === voucher?.id);
  expect(used?.status).toBe('used');
  // The ledger adds up to what the wallet says, the price in it once.
  const lines = (await activityOf(MANUEL, SHOP)).flatMap(({ amounts }) => amounts);
  const points = lines.filter(({ unit }) => unit === 'point').map(({ value }) => value);
  expect(points.filter((value) => value === -SPENT)).toHaveLength(1);
  expect(points.reduce((sum, value) => sum + value, 0)).toBe(after.available);
});
