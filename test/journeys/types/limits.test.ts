import { expect, test } from './support/stage.js';

test('only what a double is for counts more, and only in its hours', async ({ open }) => {
  // A Wednesday.
  const stage = await open({ programme: 'weekends', at: '2026-11-04T12:00:00+01:00' });
  const { shop, panel } = stage;
  const gained = async (at: string, collection: string): Promise<number> => {
    await stage.turn(at);
    const before = (await shop.ledger()).has('pearl');
    await shop.order(1_000, { collections: [collection] });
    return (await shop.ledger()).has('pearl') - before;
  };
  expect(await gained('2026-11-04T12:00:00+01:00', 'deli')).toBe(10);
  expect(await gained('2026-11-04T17:30:00+01:00', 'deli')).toBe(30);
  expect(await gained('2026-11-04T17:40:00+01:00', 'bread')).toBe(10);
  expect(await gained('2026-11-04T19:01:00+01:00', 'deli')).toBe(10);
  expect(await gained('2026-11-06T23:59:00+01:00', 'bread')).toBe(10);
  expect(await gained('2026-11-07T00:01:00+01:00', 'bread')).toBe(20);
  expect(await gained('2026-11-08T23:59:00+01:00', 'bread')).toBe(20);

  await stage.open('earn');
  await expect(panel.dialog).toContainText('Doppelte Perlen am Wochenende');
  await expect(panel.dialog).toContainText('Käse und Eingelegtes');
  await panel.show('activity');
  const newest = panel.dialog.locator('[part~=line]').first();
  await newest.getByText('Woher kommt die Zahl?').click();
  await expect(newest).toContainText('× 2');
  await expect(newest).toContainText('Doppelte Perlen am Wochenende');
});

test('a subscription brings its coupon for three deliveries', async ({ open }) => {
  const stage = await open({ programme: 'subscription', at: '2026-11-04T12:00:00+01:00' });
  const { shop, page, panel } = stage;
  await shop.order(2_500, { collections: ['box'] });
  await stage.open('vouchers');
  await expect(panel.dialog.locator('[part~=voucher]').first()).toContainText(/15.% Rabatt/);
  const first = await shop.ledger();
  expect(first.has('seed')).toBe(25);
  expect(first.vouchers[0]).toMatchObject({
    status: 'ready',
    grant: { discount: { percent: 15 }, cycles: 3 },
  });
  // Only the first box brings it.
  await shop.order(2_500, { collections: ['box'] });
  expect((await shop.ledger()).vouchers).toHaveLength(1);

  await panel.show('rewards');
  const plan = panel.reward('Das Abo');
  await stage.press(
    plan.getByRole('button', { name: 'Weiter' }),
    plan.getByRole('button', { name: 'Zahlungspflichtig bestellen' }),
  );
  await expect(page).toHaveURL(/\/membership\//);
  const [voucher = ''] = page.url().split('/').slice(-1);
  await shop.tell({ type: 'plan.paid', voucher });
  await stage.open('rewards');
  await expect(plan).toContainText('Du bist dabei');
  await expect(plan).toContainText('Verlängert sich am 4. Dez.');
  await panel.show('home');
  await expect(panel.dialog).toContainText('Lieferung frei');
  await shop.order(2_500, { collections: ['box'] });
  expect((await shop.ledger()).has('seed')).toBe(25 + 25 + 50);
});
