import { Panel, untilAnswerable } from '../support/panel.js';
import { activityOf, meOf, vouchersOf, walletOf } from '../support/shop.js';
import { expect, test } from '../support/test.js';

/** A department store with a paid club; whoever is new there has never bought anything. */
const SHOP = 'membership';
const VERA = 'c_new';
const PLAN = 'Plus für ein Jahr';

const plusOf = async () =>
  (await meOf(VERA, SHOP)).tracks.find(({ track }) => track === 'plus')?.step ?? null;
const planOf = async () =>
  (await vouchersOf(VERA, SHOP)).filter(({ source }) => source.id === 'year');

test('the plan is paid at the checkout, and its perk holds', async ({ page }) => {
  await page.goto(`/?programme=${SHOP}&member=new&lang=de`);
  const panel = new Panel(page);
  expect(await plusOf()).toBeNull();

  await panel.open('rewards');
  const plan = panel.reward(PLAN);
  await expect(plan).toContainText('Versand immer frei');
  await expect(plan).toContainText('39 € im Jahr');
  await plan.getByRole('button', { name: 'Weiter' }).click();
  const order = plan.getByRole('button', { name: 'Zahlungspflichtig bestellen' });
  await expect(order).toBeVisible();
  await untilAnswerable(page);
  await order.click();

  // The shop's till, not the widget, takes money: until then nothing is given.
  await expect(page).toHaveURL(/\/membership\//);
  await expect(page.getByRole('heading', { name: 'Bestellung prüfen' })).toBeVisible();
  await expect(page.getByText(/39,00.* im Jahr/)).toBeVisible();
  expect((await planOf()).map(({ status }) => status)).toEqual(['pending']);
  expect(await plusOf()).toBeNull();
  await page.getByRole('button', { name: 'Zahlungspflichtig bestellen' }).click();
  await expect(page.getByText('Bezahlt. Ab sofort gehört alles dir.')).toBeVisible();

  const [voucher] = await planOf();
  expect(voucher?.status).toBe('ready');
  const renewsAt = new Date(voucher?.renewsAt ?? '');
  const inAYear = new Date();
  inAYear.setFullYear(inAYear.getFullYear() + 1);
  expect(Math.abs(renewsAt.getTime() - inAYear.getTime())).toBeLessThan(3 * 86_400_000);
  expect(await plusOf()).toBe('member');

  await panel.open();
  await expect(panel.dialog.locator('[part~=level]')).toHaveText('Plus-Mitglied');
  await expect(panel.dialog.locator('[part~=tier]')).toContainText('Versand immer frei');
  await panel.show('rewards');
  await expect(plan).toContainText('Du bist dabei');
  const day = new Intl.DateTimeFormat('de', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'Europe/Vienna',
  }).format(renewsAt);
  await expect(plan).toContainText(`Verlängert sich am ${day}`);
  // What only members may take is open now.
  await panel.redeem('Versand geschenkt');

  await page.goto('/products/kettle');
  await page.getByRole('button', { name: 'In den Warenkorb' }).click();
  await expect(page.getByText('Mit dieser Bestellung sammelst du')).toBeVisible();
  await page.getByRole('button', { name: 'Zahlungspflichtig bestellen' }).click();
  await expect(page.getByRole('heading', { name: 'Danke, Vera' })).toBeVisible();
  const goods = 44;
  expect((await walletOf(VERA, 'point', SHOP)).available).toBe(2 * goods);
  const [bought] = (await activityOf(VERA, SHOP)).filter(({ kind }) => kind === 'earn');
  expect(bought?.because?.some(({ times }) => times === 2)).toBe(true);

  await panel.open('rewards');
  await plan.getByRole('link', { name: 'Mitgliedschaft kündigen' }).click();
  await expect(page.getByRole('heading', { name: 'Deine Verträge' })).toBeVisible();
  await page.getByRole('link', { name: 'Verträge hier kündigen' }).click();
  await page.getByRole('button', { name: 'Jetzt kündigen' }).click();
  await expect(page.getByText('Deine Kündigung ist angekommen.', { exact: true })).toBeVisible();

  await panel.open('rewards');
  await expect(plan).toContainText(/Gekündigt\. Bis .* gehört alles noch dir\./);
  await expect(plan.getByRole('link', { name: 'Mitgliedschaft kündigen' })).toHaveCount(0);
  const [cancelled] = await planOf();
  expect([cancelled?.status, cancelled?.renewsAt]).toEqual(['ready', undefined]);
  expect(cancelled?.expiresAt).toBe(voucher?.renewsAt);
  expect(await plusOf()).toBe('member');
});
