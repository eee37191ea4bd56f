import type { Outcome } from '../../src/contract/types.js';
import { answerChanged } from './support/answers.js';
import { Panel, redeemRequests } from './support/panel.js';
import { meOf, tellShop, vouchersOf, walletOf } from './support/shop.js';
import { expect, test } from './support/test.js';
import type { Page } from '@playwright/test';

/** Jonas, whom the shop knows, with about 570 leaves. */
const NEAR = 'c_near';
const COST = 500;

async function putIntoCart(page: Page, product: string, size: string): Promise<void> {
  await page.goto(`/products/${product}`);
  await page.getByRole('radio', { name: size }).check({ force: true });
  await page.getByRole('button', { name: 'In den Warenkorb' }).click();
  await expect(page.getByRole('heading', { name: 'Warenkorb', level: 1 })).toBeVisible();
}

async function order(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Zahlungspflichtig bestellen' }).click();
  await expect(page.getByRole('heading', { name: 'Danke, Jonas' })).toBeVisible();
}

/** The header of the page, the floating button, the panel and the database say the same. */
async function expectBalance(panel: Panel, points: number): Promise<void> {
  await panel.show('home');
  await expect(panel.balance).toContainText(`${points} Blätter`);
  await expect(panel.header).toContainText(`${points} Blätter`);
  await expect(panel.launcher).toHaveText(`${points} Blätter`);
  expect((await walletOf(NEAR)).available).toBe(points);
}

// Jonas may have been here before, in another browser, and spent what he had.
test.beforeAll(async () => {
  if ((await walletOf(NEAR)).available >= COST) return;
  const reason = 'Für noch eine Reise durch den Laden';
  await tellShop({ type: 'balance.adjusted', member: NEAR, unit: 'pts', value: COST, reason });
});

test('an order is on the card at once: leaves on the way, a stamp, a task of the challenge', async ({
  page,
}) => {
  const before = await meOf(NEAR);
  await page.goto('/?member=near&lang=de');
  await putIntoCart(page, 'ember', '250 g');
  await order(page);
  await expect(
    page.getByText('Die Punkte für diese Bestellung sind auf deiner Karte.'),
  ).toBeVisible();

  const after = await meOf(NEAR);
  const wallet = (me: typeof after, unit: string) => me.wallets.find((one) => one.unit === unit);
  const orders = (me: typeof after) =>
    me.tracks.find(({ track }) => track === 'autumn')?.have.find(({ unit }) => unit === 'order')
      ?.value ?? 0;
  const pending = wallet(after, 'pts')?.pending ?? 0;
  expect(pending).toBe((wallet(before, 'pts')?.pending ?? 0) + 12);
  expect(wallet(after, 'pts')?.available).toBe(wallet(before, 'pts')?.available);
  expect(wallet(after, 'stamp')?.available).toBe((wallet(before, 'stamp')?.available ?? 0) + 1);
  expect(orders(after)).toBe(orders(before) + 1);

  const panel = new Panel(page);
  await panel.open();
  await expectBalance(panel, wallet(after, 'pts')?.available ?? 0);
  await expect(panel.dialog.locator('[part~=pending]')).toContainText(
    new RegExp(`${pending} Blätter unterwegs, einlösbar ab \\d`),
  );
  // The first section shows one challenge; all of them have a section of their own.
  await panel.more.click();
  await panel.dialog.getByRole('button', { name: 'Aktionen', exact: true }).click();
  const stamps = wallet(after, 'stamp')?.available;
  await expect(panel.dialog.getByRole('img', { name: `Stempel: ${stamps} von 10` })).toBeVisible();
  const challenge = panel.dialog.locator('[part~=track]', { hasText: 'Herbst auf der Terrasse' });
  const task = challenge.locator('li', { hasText: 'Zweimal bestellen' });
  await expect(task.getByRole('img', { name: 'erledigt' })).toBeVisible();
});

test(
  'a reward is one code for its price, and undoing it gives everything back',
  { tag: '@core' },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/?member=near&lang=de');
    const { available: before } = await walletOf(NEAR);
    const requests = redeemRequests(page);
    const panel = new Panel(page);

    await panel.open('rewards');
    const answers: Outcome[] = [];
    // Read on its way: afterwards the browser may have let go of the body.
    await page.route('**/rewards/*/redeem*', (route) =>
      answerChanged(route, (text) => {
        answers.push(JSON.parse(text) as Outcome);
        return text;
      }),
    );
    const code = await panel.redeem();
    expect(code).toMatch(/^OAK/);
    await expect(panel.code).toHaveCount(1);

    expect(answers).toHaveLength(1);
    const { changes, voucher } = answers[0]!;
    expect(voucher?.code).toBe(code);
    expect(changes.wallets?.find(({ unit }) => unit === 'pts')?.available).toBe(before - COST);

    await panel.reward().getByRole('button', { name: 'Code kopieren' }).click();
    await expect(panel.reward().getByRole('button', { name: 'Kopiert' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    await expectBalance(panel, before - COST);
    expect(requests).toHaveLength(1);

    await page.reload();
    await panel.open('vouchers');
    const mineShown = panel.code.filter({ hasText: code });
    await expect(mineShown).toHaveCount(1);
    await expectBalance(panel, before - COST);
    await panel.show('vouchers');
    await panel.dialog.getByRole('button', { name: 'Rückgängig' }).click();
    await expect(mineShown).toHaveCount(0);
    await expect(panel.dialog.getByText('rückgängig gemacht').first()).toBeVisible();
    await expectBalance(panel, before);
    const mine = (await vouchersOf(NEAR)).filter((one) => one.id === voucher?.id);
    expect(mine.map(({ status }) => status)).toEqual(['cancelled']);
    expect(requests).toHaveLength(1);
  },
);

test('a code is used in the cart, takes its five euros off, and is used up by the order', async ({
  page,
}) => {
  await page.goto('/?member=near&lang=de');
  await putIntoCart(page, 'ember', '500 g');
  const sums = page.locator('.sums');
  await expect(sums).not.toContainText('Gutscheine');

  const panel = new Panel(page);
  await panel.open('rewards');
  const code = await panel.redeem();
  await panel.reward().getByRole('button', { name: 'Im Warenkorb nutzen' }).click();

  await expect(page.getByText(`Der Code ${code} ist eingelöst.`)).toBeVisible();
  await expect(page).toHaveURL('/cart');
  await expect(sums).toContainText(/Gutscheine\s*−€?\s*5,00/);
  const [subtotal, shipping, total] = await Promise.all(
    ['Zwischensumme', 'Versand', 'Summe inkl'].map(async (row) => {
      const text = await sums.locator('div', { hasText: new RegExp(`^\\s*${row}`) }).innerText();
      return Number(/(\d+),(\d\d)/.exec(text)?.slice(1).join('') ?? 0);
    }),
  );
  expect(total).toBe((subtotal ?? 0) + (shipping ?? 0) - 500);
  expect((await vouchersOf(NEAR)).find((one) => one.code === code)?.status).toBe('ready');

  await order(page);
  await panel.open('vouchers');
  await expect(panel.dialog.getByText('eingelöst am').first()).toBeVisible();
  const mine = (await vouchersOf(NEAR)).filter((one) => one.code === code);
  expect(mine.map(({ status }) => status)).toEqual(['used']);
});
