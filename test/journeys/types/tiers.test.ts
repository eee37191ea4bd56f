import { expect, test } from './support/stage.js';

const AT = '2026-03-04T10:00:00+01:00';

test('enough spent is the next level, with its gift', async ({ open }) => {
  const stage = await open({ programme: 'beauty', at: AT });
  const { shop, page } = stage;
  const level = page.locator('main [part~=level]');
  const card = page.locator('main [part~=tier]');
  await shop.tell({ type: 'member.joined', name: 'Ida' });
  await stage.visit('loyalty-tier');
  await expect(level).toHaveText('Tau');
  await expect(card).toContainText(/Noch 350.€ bis Blüte/);

  await shop.order(40_000);
  await stage.visit('loyalty-tier');
  await expect(level).toHaveText('Blüte');
  await expect(card).toContainText('Geschenkverpackung gratis');
  await expect(card).toContainText(/Noch 600.€ bis Bernstein/);

  const reached = await shop.ledger();
  expect(reached.track('circle').step).toBe('bloom');
  // The welcome and the level's gift are there; what the order gave waits out the returns.
  expect(reached.has('drop')).toBe(25 + 100);
  expect(reached.wallet('drop').pending).toBe(400);
  await shop.order(10_000);
  expect((await shop.ledger()).wallet('drop').pending).toBe(400 + 125);
});

test('whoever is invited is let into the circle', async ({ open }) => {
  const stage = await open({ programme: 'concierge', at: AT });
  const { shop, page, panel } = stage;
  const circle = page.locator('main loyalty-tier');
  await stage.visit('loyalty-tier track=atelier');
  expect((await shop.ledger()).track('atelier').step ?? null).toBeNull();

  // Ida is invited; nothing that she bought would have let her in.
  await shop.tell({ type: 'rule.completed', rule: 'invited' });
  await stage.visit('loyalty-tier track=atelier');
  await expect(circle.locator('[part~=level]')).toHaveText('Atelier');
  await expect(circle).toContainText('Der Schlüssel zur Werkstatt');
  expect((await shop.ledger()).track('atelier').step).toBe('in');

  // Lena pays for a while of it.
  shop.member = 'c_lena';
  const reason = 'Für eine Reise durch den Laden';
  await shop.tell({ type: 'balance.adjusted', unit: 'petal', value: 900, reason });
  await stage.open('rewards');
  const key = panel.reward('Drei Monate Atelier');
  const yes = key.getByRole('button', { name: 'Ja, einlösen' });
  await stage.press(key.getByRole('button', { name: 'Einlösen' }), yes);
  await expect(key).toContainText('Gehört dir');
  const paid = await shop.ledger();
  expect(paid.has('petal')).toBe(100);
  expect(paid.track('atelier').step).toBe('in');
  await stage.turn('2026-06-06T10:00:00+02:00');
  expect((await shop.ledger()).track('atelier').step ?? null).toBeNull();
  expect((await shop.ledger('c_ida')).track('atelier').step).toBe('in');
});
