import { expect, test } from './support/stage.js';

const AT = '2026-11-04T10:00:00+01:00';

test('an order brings points, and points become a code', async ({ open }) => {
  const stage = await open({ programme: 'stars', at: AT });
  const { shop, panel } = stage;
  await shop.tell({ type: 'member.joined', name: 'Ida' });
  await stage.visit();
  await panel.open();
  await expect(panel.balance).toContainText('30 Sterne');

  await shop.order(4500);
  await stage.open('rewards');
  const code = await panel.redeem('Filterkaffee oder Tee');
  const taken = await shop.ledger();
  expect(taken.has('star')).toBe(30 + 90 - 90);
  expect(taken.vouchers.map((one) => [one.code, one.status])).toEqual([[code, 'ready']]);
  await panel.show('home');
  await expect(panel.balance).toContainText('30 Sterne');

  await shop.order(1000, { codes: [code] });
  const used = await shop.ledger();
  expect(used.vouchers.map(({ status }) => status)).toEqual(['used']);
  expect(used.has('star')).toBe(30 + 20);
  await stage.open('vouchers');
  await expect(panel.dialog.getByText('eingelöst am')).toBeVisible();
});

test('the slider turns as many points into money off as wanted', async ({ open }) => {
  const stage = await open({ programme: 'ambassadors', at: AT });
  const { shop, panel } = stage;
  await shop.order(100_000);
  expect((await shop.ledger()).has('spoke')).toBe(2_000);

  await stage.open('rewards');
  const card = panel.reward('Speichen in Rabatt tauschen');
  const field = card.getByRole('spinbutton');
  // No more than there is.
  await expect(field).toHaveAttribute('max', '2000');
  await field.fill('1500');
  await field.blur();
  await expect(card).toContainText(/Du bekommst 15.€ Rabatt/);
  const code = await panel.redeem('Speichen in Rabatt tauschen');

  const { vouchers, has } = await shop.ledger();
  expect(has('spoke')).toBe(500);
  expect(vouchers[0]).toMatchObject({
    code,
    status: 'ready',
    grant: { discount: { type: 'amount', amount: { unit: 'eur', value: 1_500 } } },
  });
});

test('the same thing is paid with one unit or with another', async ({ open }) => {
  const stage = await open({ programme: 'sports', at: AT });
  const { shop, panel } = stage;
  await shop.order(30_000);
  const before = await shop.ledger();
  expect([before.has('stride'), before.has('letter')]).toEqual([300, 1]);

  const pay = async (price: RegExp): Promise<void> => {
    await stage.open('rewards');
    await panel.reward('Laufanalyse').getByRole('radio', { name: price }).check();
    await panel.redeem('Laufanalyse');
  };
  await pay(/1 Buchstabe/);
  const byLetter = await shop.ledger();
  expect([byLetter.has('stride'), byLetter.has('letter')]).toEqual([300, 0]);
  await pay(/150 Schritte/);
  const byStride = await shop.ledger();
  expect([byStride.has('stride'), byStride.has('letter')]).toEqual([150, 0]);
  expect(byStride.vouchers.map(({ cost }) => cost)).toEqual([
    { unit: 'stride', value: 150 },
    { unit: 'letter', value: 1 },
  ]);
});
