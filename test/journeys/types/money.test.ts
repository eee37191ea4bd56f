import { expect, test } from './support/stage.js';

const AT = '2026-03-04T10:00:00+01:00';

test('an order brings credit in euros, and credit pays the next', async ({ open }) => {
  const stage = await open({ programme: 'cashback', at: AT });
  const { shop, panel } = stage;
  await shop.order(20_000);
  expect((await shop.ledger()).wallet('eur')).toMatchObject({ available: 0, pending: 400 });
  await stage.turn('2026-03-19T10:00:00+01:00');
  expect((await shop.ledger()).wallet('eur')).toMatchObject({ available: 400, pending: 0 });

  await stage.visit();
  await panel.open();
  await expect(panel.balance).toContainText(/4(,00)?.€/);
  await panel.show('rewards');
  const card = panel.reward('Mit Guthaben zahlen');
  await card.getByRole('spinbutton').fill('3');
  await card.getByRole('spinbutton').blur();
  const code = await panel.redeem('Mit Guthaben zahlen');
  expect((await shop.ledger()).wallet('eur')).toMatchObject({ available: 100, held: 300 });

  await shop.order(5_000, { codes: [code] });
  const spent = await shop.ledger();
  expect(spent.wallet('eur')).toMatchObject({ available: 100, held: 0, spent: 300, pending: 100 });
  expect(spent.vouchers.map(({ status }) => status)).toEqual(['used']);
  await stage.open('activity');
  await expect(panel.dialog.locator('[part~=line]').first()).toContainText('Geld zurück');
  await expect(panel.dialog).toContainText('Mit Guthaben zahlen');
});

test('points become a donation to the chosen cause', async ({ open }) => {
  const stage = await open({ programme: 'donation', at: AT });
  const { shop, panel } = stage;
  const reason = 'Für eine Reise durch den Laden';
  for (const member of ['c_lena', 'c_ida'])
    await shop.tell({ type: 'balance.adjusted', unit: 'drop', value: 500, reason }, member);
  const before = await shop.ledger();

  await stage.open('rewards');
  const card = panel.reward('Tropfen weitergeben');
  await card.getByRole('radio', { name: 'Müll aus der Donau' }).check();
  await card.getByRole('spinbutton').fill('300');
  await card.getByRole('spinbutton').blur();
  await stage.press(
    card.getByRole('button', { name: 'Spenden' }),
    card.getByRole('button', { name: 'Ja, einlösen' }),
  );
  await expect(card).toContainText(/Gemeinsam schon 3.€ gespendet/);

  const { has, me, vouchers } = await shop.ledger();
  expect(has('drop')).toBe(before.has('drop') - 300);
  expect(vouchers[0]).toMatchObject({ status: 'used', grant: { kind: 'donation' } });
  const state = me.rewards.find(({ reward }) => reward === 'give');
  expect(state?.raised).toEqual({ unit: 'eur', value: 300 });
  expect(state?.raisedFor).toContainEqual({ choice: 'river', raised: { unit: 'eur', value: 300 } });

  // What all have given is one sum, and everybody sees it.
  shop.member = 'c_lena';
  await stage.open('rewards');
  await card.getByRole('radio', { name: 'Ein Brunnen in Moyo' }).check();
  await stage.press(
    card.getByRole('button', { name: 'Spenden' }),
    card.getByRole('button', { name: 'Ja, einlösen' }),
  );
  await expect(card).toContainText(/Gemeinsam schon 4.€ gespendet/);
});
